package twiza.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.access.AuthorToken;
import twiza.access.Busy;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Flag;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas.NewIdea;
import twiza.idea.Ideas.Once;
import twiza.idea.Ideas.Submission;
import twiza.idea.State;
import twiza.idea.TrackingCode;
import twiza.submission.SubmissionFunction.Parts;

/** Keeps a new idea, whichever way it came in, unless the same was sent before. */
final class Intake {

  /** Without a key, the same text from the same contact is one submission for so long. */
  private static final Duration SAME_CONTENT_KEPT = Duration.ofMinutes(10);

  private static final Duration KEY_KEPT = Duration.ofHours(24);
  private static final int LONGEST_KEY = 200;
  private static final int MOST_ATTEMPTS = 3;

  private final Parts parts;

  Intake(Parts parts) {
    this.parts = parts;
  }

  /**
   * An idea that is kept.
   *
   * @param state in which it began
   * @param fresh whether it was not kept before
   */
  record Receipt(String id, String trackingCode, State state, boolean fresh) {}

  /**
   * What came in.
   *
   * @param by the opaque id of the member of staff who entered it; empty when its author did
   * @param batch id of the file that it came in with
   */
  record Arrival(
      SubmissionForm form,
      Set<Flag> flags,
      Once once,
      String by,
      Instant at,
      Optional<String> batch) {}

  /**
   * @throws Problem 422 when the key was used for something else
   */
  Receipt keep(Arrival arrival) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      NewIdea idea = newIdea(arrival);
      switch (parts.ideas().submit(idea)) {
        case Submission.Kept _ -> {
          Idea kept = idea.accepted().idea();
          return new Receipt(kept.id(), kept.trackingCode(), kept.state(), true);
        }
        case Submission.Repeated before -> {
          return new Receipt(before.id(), before.trackingCode(), before.state(), false);
        }
        case Submission.KeyReused _ -> throw Problem.of(422, "IDEMPOTENCY_MISMATCH");
        case Submission.NotEntered _, Submission.Taken _ -> {}
      }
    }
    throw new Busy();
  }

  private NewIdea newIdea(Arrival arrival) {
    SubmissionForm form = arrival.form();
    String id = parts.chance().id();
    AuthorToken token = AuthorToken.onReceipt(id, parts.fingerprints());
    String terms = parts.pages().termsVersion();
    IdeaEvent.Submitted submitted =
        new IdeaEvent.Submitted(
            TrackingCode.random(parts.chance().random()),
            parts.places().province(form.sheet().province()).orElseThrow().region(),
            form.language(),
            form.kind(),
            form.contact().kind(),
            form.presentation(),
            arrival.flags(),
            form.origin().source(),
            form.agreedTo(terms),
            form.origin().consented());
    return new NewIdea(
        IdeaLife.submit(id, submitted, arrival.at()),
        form.sheet(),
        form.author(Set.of(token.credential()), terms, arrival.at()),
        arrival.once(),
        arrival.by(),
        arrival.batch(),
        Optional.empty());
  }

  /**
   * What makes a request the same as an earlier one: its key, or else its content.
   *
   * @param by who may send it again; empty for anybody
   */
  Once once(SubmissionForm form, Request request, String by) {
    String content = parts.fingerprints().of("content", by + form.content());
    Optional<String> key = request.header("idempotency-key").filter(k -> !k.isBlank());
    if (key.isEmpty()) {
      return new Once(content, content, SAME_CONTENT_KEPT);
    }
    if (key.get().length() > LONGEST_KEY) {
      throw Problem.invalid("Idempotency-Key", "TOO_LONG");
    }
    String attempt = parts.fingerprints().of("idempotency key", by + key.get());
    return new Once(attempt, content, KEY_KEPT);
  }

  /** What whoever sent it is told. */
  Map<String, Object> answer(SubmissionForm form, Receipt receipt) {
    AuthorToken token = AuthorToken.onReceipt(receipt.id(), parts.fingerprints());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", receipt.id());
    answer.put("trackingCode", receipt.trackingCode());
    answer.put("followLink", FollowLink.of(parts.settings().get(), form.language(), token));
    answer.put("state", receipt.state());
    return answer;
  }
}
