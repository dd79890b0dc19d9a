package twiza.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.access.AuthorToken;
import twiza.access.Busy;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Consented;
import twiza.idea.Flag;
import twiza.idea.IdeaEvent;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.NewIdea;
import twiza.idea.Ideas.Submission;
import twiza.idea.Outcome;
import twiza.idea.Source;
import twiza.idea.State;
import twiza.idea.TrackingCode;
import twiza.settings.Settings;
import twiza.submission.SubmissionFunction.Parts;

/** Somebody sends an idea. */
final class Submit {

  /** Without a key, the same text from the same contact is one submission for so long. */
  private static final Duration SAME_CONTENT_KEPT = Duration.ofMinutes(10);

  private static final Duration KEY_KEPT = Duration.ofHours(24);
  private static final int LONGEST_KEY = 200;
  private static final int MOST_ATTEMPTS = 3;

  private final Parts parts;
  private final FormPages forms;

  Submit(Parts parts) {
    this.parts = parts;
    this.forms = new FormPages(parts.pages());
  }

  /** What an idea that was just kept answers with. */
  private record Receipt(String id, String trackingCode, State state) {}

  Reply submit(Request request) {
    if (!request.isForm()) {
      SubmissionForm form = SubmissionForm.read(request.json(), parts.places());
      return Reply.json(201, answer(form, keep(form, request)));
    }
    return forms.answer(request, this::submitForm, parts.pages()::submit);
  }

  private Reply submitForm(Input input, Request request) {
    SubmissionForm form = SubmissionForm.read(input, parts.places());
    Receipt receipt = keep(form, request);
    AuthorToken token = AuthorToken.onReceipt(receipt.id(), parts.fingerprints());
    String language = FormPages.language(request).tag();
    return Reply.seeOther("/api/my/receipt?language=" + language)
        .withCookie(ReceiptCookie.of(token, parts.settings().get().siteUrl()));
  }

  private Map<String, Object> answer(SubmissionForm form, Receipt receipt) {
    AuthorToken token = AuthorToken.onReceipt(receipt.id(), parts.fingerprints());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", receipt.id());
    answer.put("trackingCode", receipt.trackingCode());
    answer.put("followLink", FollowLink.of(parts.settings().get(), form.language(), token));
    answer.put("state", receipt.state());
    return answer;
  }

  private Receipt keep(SubmissionForm form, Request request) {
    Set<Flag> flags = flags(form, request);
    Ideas.Once once = once(form, request);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      NewIdea idea = newIdea(form, flags, once, request.now());
      Submission submission = parts.ideas().submit(idea);
      switch (submission) {
        case Submission.Kept _ -> {
          parts.gauges().submitted();
          Outcome.Accepted accepted = idea.accepted();
          return new Receipt(
              accepted.idea().id(), accepted.idea().trackingCode(), accepted.idea().state());
        }
        case Submission.Repeated before -> {
          return new Receipt(before.id(), before.trackingCode(), before.state());
        }
        case Submission.KeyReused _ -> throw Problem.of(422, "IDEMPOTENCY_MISMATCH");
        case Submission.Taken _ -> {}
      }
    }
    throw new Busy();
  }

  private NewIdea newIdea(SubmissionForm form, Set<Flag> flags, Ideas.Once once, Instant now) {
    String id = parts.chance().id();
    AuthorToken token = AuthorToken.onReceipt(id, parts.fingerprints());
    IdeaEvent.Submitted submitted =
        new IdeaEvent.Submitted(
            TrackingCode.random(parts.chance().random()),
            parts.places().province(form.sheet().province()).orElseThrow().region(),
            form.language(),
            form.kind(),
            form.contact().kind(),
            form.presentation(),
            flags,
            Source.ONLINE,
            parts.pages().termsVersion(),
            Consented.ONLINE);
    return new NewIdea(
        IdeaLife.submit(id, submitted, now),
        form.sheet(),
        form.author(Set.of(token.credential()), parts.pages().termsVersion(), now),
        once,
        "");
  }

  private Ideas.Once once(SubmissionForm form, Request request) {
    String content = parts.fingerprints().of("content", form.content());
    Optional<String> key = request.header("idempotency-key").filter(k -> !k.isBlank());
    if (key.isEmpty()) {
      return new Ideas.Once(content, content, SAME_CONTENT_KEPT);
    }
    if (key.get().length() > LONGEST_KEY) {
      throw Problem.invalid("Idempotency-Key", "TOO_LONG");
    }
    return new Ideas.Once(parts.fingerprints().of("idempotency key", key.get()), content, KEY_KEPT);
  }

  /** A crowd is flagged, and only what no crowd could be is refused. */
  private Set<Flag> flags(SubmissionForm form, Request request) {
    Settings.Limits limits = parts.settings().get().limits();
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(form.flags());
    String contact = parts.fingerprints().of("contact", form.contact().value());
    String source = parts.fingerprints().of("source", request.source());
    int ofContact = parts.limits().count("contact", contact, request.now());
    int ofSource = parts.limits().count("source", source, request.now());
    if (ofContact > limits.contactPerHour() * limits.refuseFactor()
        || ofSource > limits.sourcePerHour() * limits.refuseFactor()) {
      throw Problem.tooMany(untilNextHour(request.now()));
    }
    if (ofContact > limits.contactPerHour()) {
      flags.add(Flag.MANY_FROM_CONTACT);
    }
    if (ofSource > limits.sourcePerHour()) {
      flags.add(Flag.MANY_FROM_SOURCE);
    }
    return flags;
  }

  private static Duration untilNextHour(Instant now) {
    return Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
  }
}
