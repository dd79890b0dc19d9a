package twiza.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.access.AuthorToken;
import twiza.access.Busy;
import twiza.http.FieldError;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Entry;
import twiza.idea.Flag;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas.Entering;
import twiza.idea.Ideas.NewIdea;
import twiza.idea.Ideas.Once;
import twiza.idea.Ideas.Submission;
import twiza.idea.Ideas.Ticket;
import twiza.idea.Outcome;
import twiza.idea.State;
import twiza.idea.TrackingCode;
import twiza.submission.RoundDoor.Why;
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
   * @param round what became of it in the round that it was sent for, if it was
   */
  record Receipt(
      String id, String trackingCode, State state, boolean fresh, Optional<InRound> round) {}

  /**
   * @param why it is not in the round; empty when it is
   */
  record InRound(String round, Optional<Why> why) {

    /** {@code ENTERED}, or why not. */
    String code() {
      return why.map(Why::name).orElse("ENTERED");
    }
  }

  /**
   * What came in.
   *
   * @param by the opaque id of the member of staff who entered it; empty when its author did
   * @param batch id of the file that it came in with
   * @param round that takes it or does not, when it was sent for one
   */
  record Arrival(
      SubmissionForm form,
      Set<Flag> flags,
      Once once,
      String by,
      Instant at,
      Optional<String> batch,
      Optional<RoundDoor.Answer> round) {

    /** Without a round. */
    Arrival(
        SubmissionForm form,
        Set<Flag> flags,
        Once once,
        String by,
        Instant at,
        Optional<String> batch) {
      this(form, flags, once, by, at, batch, Optional.empty());
    }

    Arrival leftOut(Why why) {
      return new Arrival(
          form, flags, once, by, at, batch, Optional.of(new RoundDoor.Answer.Out(why)));
    }

    Optional<Ticket> ticket() {
      return round
          .filter(RoundDoor.Answer.In.class::isInstance)
          .map(answer -> ((RoundDoor.Answer.In) answer).ticket());
    }

    private Optional<InRound> inRound() {
      return round.map(
          answer ->
              new InRound(
                  form.round().orElseThrow().round(),
                  answer instanceof RoundDoor.Answer.Out(Why why)
                      ? Optional.of(why)
                      : Optional.empty()));
    }
  }

  /**
   * @throws Problem 422 when the key was used for something else, or the late code is wrong
   */
  Receipt keep(Arrival arrived) {
    Arrival arrival = arrived;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      NewIdea idea = newIdea(arrival);
      switch (parts.ideas().submit(idea)) {
        case Submission.Kept _ -> {
          Idea kept = idea.accepted().idea();
          return new Receipt(kept.id(), kept.trackingCode(), kept.state(), true, arrival.inRound());
        }
        case Submission.Repeated before -> {
          return new Receipt(
              before.id(),
              before.trackingCode(),
              before.state(),
              false,
              arrival.inRound().map(in -> repeated(before.id(), in)));
        }
        case Submission.KeyReused _ -> throw Problem.of(422, "IDEMPOTENCY_MISMATCH");
        case Submission.NotEntered(Entering why) -> arrival = arrival.leftOut(why(why));
        case Submission.Taken _ -> {}
      }
    }
    throw new Busy();
  }

  /** The idea goes to the bank all the same; a wrong code can be typed again. */
  private static Why why(Entering refused) {
    if (refused == Entering.WRONG_CODE) {
      throw Problem.of(refused);
    }
    return Why.of(refused);
  }

  /** What the first answer said, as long as it holds. */
  private InRound repeated(String idea, InRound now) {
    boolean in =
        parts
            .ideas()
            .find(idea)
            .flatMap(dossier -> dossier.idea().entry(now.round()))
            .filter(Entry::isIn)
            .isPresent();
    return new InRound(
        now.round(), in ? Optional.empty() : Optional.of(now.why().orElse(Why.LATE)));
  }

  private NewIdea newIdea(Arrival arrival) {
    SubmissionForm form = arrival.form();
    String id = parts.chance().id();
    AuthorToken token = AuthorToken.onReceipt(id, parts.fingerprints());
    String agreed = form.hasConsent() ? parts.terms().get() : "";
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
            agreed,
            form.origin().consented());
    return new NewIdea(
        begin(id, submitted, arrival),
        form.sheet(),
        form.author(Set.of(token.credential()), agreed, arrival.at()),
        arrival.once(),
        arrival.by(),
        arrival.batch(),
        arrival.ticket());
  }

  private static Outcome.Accepted begin(String id, IdeaEvent.Submitted submitted, Arrival arrival) {
    return arrival
        .ticket()
        .map(
            ticket ->
                new IdeaEvent.Entered(
                    ticket.round().id(), ticket.via(), ticket.round().schedule().judgingOpensAt()))
        .map(entered -> IdeaLife.submit(id, submitted, entered, arrival.at()))
        .orElseGet(() -> IdeaLife.submit(id, submitted, arrival.at()));
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
      throw Problem.invalid(
          List.of(new FieldError("Idempotency-Key", "TOO_LONG", Map.of("max", LONGEST_KEY))));
    }
    String attempt = parts.fingerprints().of("idempotency key", by + key.get());
    return new Once(attempt, content, KEY_KEPT);
  }

  private static Map<String, Object> json(InRound round) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", round.round());
    json.put("entered", round.why().isEmpty());
    json.put("why", round.why());
    return json;
  }

  /** What whoever sent it is told. */
  Map<String, Object> answer(SubmissionForm form, Receipt receipt) {
    AuthorToken token = AuthorToken.onReceipt(receipt.id(), parts.fingerprints());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", receipt.id());
    answer.put("trackingCode", receipt.trackingCode());
    answer.put("followLink", FollowLink.of(parts.settings().get(), form.language(), token));
    answer.put("state", receipt.state());
    receipt.round().ifPresent(round -> answer.put("round", json(round)));
    return answer;
  }
}
