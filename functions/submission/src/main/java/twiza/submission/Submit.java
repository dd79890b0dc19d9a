package twiza.submission;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import twiza.access.AuthorToken;
import twiza.access.Limits;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Flag;
import twiza.idea.Ideas.Once;
import twiza.idea.Ideas.Ticket;
import twiza.round.Via;
import twiza.settings.Settings;
import twiza.submission.Intake.Arrival;
import twiza.submission.Intake.Receipt;
import twiza.submission.SubmissionFunction.Parts;
import twiza.web.FormPages;

/** Somebody sends an idea. */
final class Submit {

  private final Parts parts;
  private final FormPages forms;
  private final Intake intake;
  private final AnsweredNeeds needs;
  private final RoundDoor door;

  Submit(Parts parts) {
    this.parts = parts;
    this.forms = new FormPages(parts.pages());
    this.intake = new Intake(parts);
    this.needs = new AnsweredNeeds(parts.needs(), parts.places());
    this.door = new RoundDoor(parts.rounds(), parts.arrivals());
  }

  Reply submit(Request request) {
    if (!request.isForm()) {
      SubmissionForm form = SubmissionForm.online(request.json(), parts.places());
      return Reply.json(201, intake.answer(form, keep(form, request)));
    }
    return forms.answer(request, this::submitForm, parts.pages()::submit);
  }

  private Reply submitForm(Input input, Request request) {
    SubmissionForm form = SubmissionForm.online(input, parts.places());
    Receipt receipt = keep(form, request);
    AuthorToken token = AuthorToken.onReceipt(receipt.id(), parts.fingerprints());
    String language = FormPages.language(request).tag();
    String round = receipt.round().map(in -> "&round=" + in.code()).orElse("");
    return Reply.seeOther("/api/my/receipt?language=" + language + round)
        .withCookie(ReceiptCookie.of(token, parts.settings().get().siteUrl()));
  }

  private Receipt keep(SubmissionForm form, Request request) {
    needs.require(form.sheet());
    Once once = intake.once(form, request, "");
    String attempt = once.key() + once.content();
    Optional<RoundDoor.Answer> round =
        form.round().map(wish -> knock(wish, form, attempt, request));
    boolean inRoom = isInRoom(round);
    Arrival arrival =
        new Arrival(
            inRoom ? form.inRoom() : form,
            inRoom ? form.origin().flags() : flags(form, request),
            once,
            "",
            request.now(),
            Optional.empty(),
            round);
    Receipt receipt = door.through(round, attempt, () -> intake.keep(arrival));
    if (receipt.fresh()) {
      parts.gauges().submitted();
    }
    return receipt;
  }

  private RoundDoor.Answer knock(
      RoundWish wish, SubmissionForm form, String attempt, Request request) {
    String region = parts.places().province(form.sheet().province()).orElseThrow().region();
    return door.knock(wish, region, attempt, request.now());
  }

  /** The code on the wall lifts the limits: a room has one address. */
  private static boolean isInRoom(Optional<RoundDoor.Answer> round) {
    return round.isPresent()
        && round.get() instanceof RoundDoor.Answer.In(Ticket ticket)
        && ticket.via() == Via.ROOM;
  }

  /** A crowd is flagged, and only what no crowd could be is refused. */
  private Set<Flag> flags(SubmissionForm form, Request request) {
    Settings.Limits limits = parts.settings().get().limits();
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(form.origin().flags());
    String contact = parts.fingerprints().of("contact", form.contact().value());
    String source = parts.fingerprints().of("source", request.source());
    int ofContact = parts.limits().count("contact", contact, request.now());
    int ofSource = parts.limits().count("source", source, request.now());
    if (ofContact > limits.contactPerHour() * limits.refuseFactor()
        || ofSource > limits.sourcePerHour() * limits.refuseFactor()) {
      throw Problem.tooMany(Limits.untilNextHour(request.now()));
    }
    if (ofContact > limits.contactPerHour()) {
      flags.add(Flag.MANY_FROM_CONTACT);
    }
    if (ofSource > limits.sourcePerHour()) {
      flags.add(Flag.MANY_FROM_SOURCE);
    }
    return flags;
  }
}
