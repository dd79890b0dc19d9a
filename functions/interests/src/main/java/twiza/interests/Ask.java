package twiza.interests;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import twiza.access.Busy;
import twiza.access.InterestToken;
import twiza.access.Limits;
import twiza.http.FieldError;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Contact;
import twiza.idea.Ideas.Once;
import twiza.interests.InterestsFunction.Parts;
import twiza.place.Language;
import twiza.settings.Settings;
import twiza.uptake.Interest;
import twiza.uptake.Uptake;
import twiza.uptake.UptakeCommand;
import twiza.uptake.UptakeLife;
import twiza.uptake.UptakeOutcome;
import twiza.uptake.Uptakes.Asking;
import twiza.uptake.Uptakes.Dealings;
import twiza.uptake.Uptakes.Edit;
import twiza.web.FormPages;
import twiza.web.FormView;

/** Somebody asks to build an idea. */
final class Ask {

  /** Without a key, the same words from the same contact are one request for so long. */
  private static final Duration SAME_CONTENT_KEPT = Duration.ofMinutes(10);

  private static final Duration KEY_KEPT = Duration.ofHours(24);
  private static final int LONGEST_KEY = 200;
  private static final int MOST_ATTEMPTS = 5;

  private final Parts parts;
  private final FormPages forms;

  Ask(Parts parts) {
    this.parts = parts;
    this.forms = new FormPages(parts.pages());
  }

  Reply ask(Request request) {
    if (!request.isForm()) {
      Dealings before = dealings(request);
      InterestForm form = InterestForm.read(request.json(), parts.places());
      return Reply.json(201, answer(form, keep(before, form, request)));
    }
    BiFunction<Language, FormView, String> page =
        (language, form) -> parts.pages().interestForm(language, request.id(), form);
    return forms.answer(request, this::askForm, page);
  }

  private Reply askForm(Input input, Request request) {
    InterestForm form = InterestForm.read(input, parts.places());
    Receipt receipt = keep(dealings(request), form, request);
    String language = FormPages.language(request).tag();
    return Reply.seeOther("/api/my/interest/receipt?language=" + language)
        .withCookie(InterestCookie.of(receipt.token(), parts.settings().get().siteUrl()));
  }

  private record Receipt(InterestToken token, Interest interest) {}

  private Dealings dealings(Request request) {
    return parts.uptakes().find(request.id()).orElseThrow(Problem::notFound);
  }

  private Receipt keep(Dealings before, InterestForm form, Request request) {
    boolean flagged = isOneOfMany(form.contact(), request) || form.flagged();
    Once once = once(form, request);
    Dealings dealings = before;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Receipt> kept = keep(dealings, form, once, flagged, request.now());
      if (kept.isPresent()) {
        return kept.get();
      }
      dealings = dealings(request);
    }
    throw new Busy();
  }

  /**
   * What was sent before is answered before it is asked whether it could be sent now.
   *
   * @return empty when somebody else was faster
   */
  private Optional<Receipt> keep(
      Dealings dealings, InterestForm form, Once once, boolean flagged, Instant now) {
    String idea = dealings.dossier().idea().id();
    InterestToken token = InterestToken.onReceipt(idea, parts.chance().id(), parts.fingerprints());
    UptakeOutcome outcome = decide(dealings, token.interest(), form, flagged, now);
    if (!(outcome instanceof UptakeOutcome.Accepted accepted)) {
      return Optional.of(
          parts
              .uptakes()
              .asked(once, now)
              .map(id -> repeated(dealings, id))
              .orElseThrow(() -> refused(outcome)));
    }
    Edit edit =
        Edit.of(dealings, accepted, parts.settings().get().uptake(), "", now)
            .withParty(form.party(Set.of(token.credential())));
    return switch (parts.uptakes().ask(edit, once)) {
      case Asking.Kept _ -> Optional.of(new Receipt(token, accepted.interest()));
      case Asking.Repeated(String id) -> Optional.of(repeated(dealings, id));
      case Asking.KeyReused _ -> throw Problem.of(422, "IDEMPOTENCY_MISMATCH");
      case Asking.Stale _ -> Optional.empty();
    };
  }

  private Receipt repeated(Dealings dealings, String interest) {
    String idea = dealings.dossier().idea().id();
    Uptake uptake = parts.uptakes().find(idea).orElseThrow(Problem::notFound).uptake();
    return new Receipt(
        InterestToken.onReceipt(idea, interest, parts.fingerprints()),
        uptake.interest(interest).orElseThrow(Problem::notFound));
  }

  private UptakeOutcome decide(
      Dealings dealings, String id, InterestForm form, boolean flagged, Instant now) {
    UptakeCommand command =
        new UptakeCommand.Ask(
            id, form.kind(), form.province(), form.contact().kind(), form.members(), flagged);
    return UptakeLife.decide(
        dealings.uptake(), command, dealings.offer(), parts.settings().get().uptake(), now);
  }

  /** What is not in the bank is not there for whoever asks for it. */
  private static Problem refused(UptakeOutcome outcome) {
    return Problem.of(((UptakeOutcome.Refused) outcome).refusal());
  }

  /**
   * A crowd is flagged, and only what no crowd could be is refused. More from one place for one
   * idea than its author could ever answer are no crowd.
   */
  private boolean isOneOfMany(Contact contact, Request request) {
    Settings.Limits limits = parts.settings().get().limits();
    String who = parts.fingerprints().of("contact", contact.value());
    String source = parts.fingerprints().of("source", request.source());
    int ofContact = parts.limits().count("interest", who, request.now());
    int ofSource = parts.limits().count("interest", source, request.now());
    int ofSourceHere = parts.limits().count("interest " + request.id(), source, request.now());
    if (ofContact > limits.contactPerHour() * limits.refuseFactor()
        || ofSourceHere > Uptake.MOST_WAITING
        || ofSource > limits.sourcePerHour() * limits.refuseFactor()) {
      throw Problem.tooMany(Limits.untilNextHour(request.now()));
    }
    return ofContact > limits.contactPerHour()
        || ofSourceHere > limits.contactPerHour()
        || ofSource > limits.sourcePerHour();
  }

  private Once once(InterestForm form, Request request) {
    String content = parts.fingerprints().of("content", form.content(request.id()));
    Optional<String> key = request.header("idempotency-key").filter(k -> !k.isBlank());
    if (key.isEmpty()) {
      return new Once(content, content, SAME_CONTENT_KEPT);
    }
    if (key.get().length() > LONGEST_KEY) {
      throw Problem.invalid(
          List.of(new FieldError("Idempotency-Key", "TOO_LONG", Map.of("max", LONGEST_KEY))));
    }
    return new Once(
        parts.fingerprints().of("idempotency key", "interest " + key.get()), content, KEY_KEPT);
  }

  private Map<String, Object> answer(InterestForm form, Receipt receipt) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", receipt.token().interest());
    answer.put("aim", receipt.interest().aim());
    answer.put("stage", receipt.interest().stage());
    answer.put("contact", form.contact().kind());
    answer.put("followLink", parts.followLink(form.language(), receipt.token()));
    return answer;
  }
}
