package twiza.submission;

import java.time.Instant;
import java.util.Map;
import twiza.access.ConfirmationCode;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Author;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Ideas.Tracked;
import twiza.idea.Outcome;
import twiza.idea.TrackingCode;
import twiza.submission.SubmissionFunction.Parts;
import twiza.web.FormPages;

/** An address proves to be its author's: by the link in a mail, or by the code beside it. */
final class Confirm {

  private final Parts parts;
  private final FormPages forms;

  Confirm(Parts parts) {
    this.parts = parts;
    this.forms = new FormPages(parts.pages());
  }

  Reply confirm(Request request) {
    if (!request.isForm()) {
      Dossier dossier = confirm(request.json(), request);
      return Reply.json(
          200,
          Map.of("state", dossier.idea().state(), "trackingCode", dossier.idea().trackingCode()));
    }
    return forms.answer(request, this::confirmForm, parts.pages()::confirm);
  }

  private Reply confirmForm(Input input, Request request) {
    confirm(input, request);
    return Reply.seeOther("/" + FormPages.language(request).tag() + "/confirm/done/");
  }

  private Dossier confirm(Input input, Request request) {
    if (input.has("token")) {
      String token = input.line("token", 1, 2_000);
      input.finish();
      return byLink(token, request.now());
    }
    String trackingCode = input.line("trackingCode", 1, 40);
    String code = input.line("code", 1, 40);
    input.finish();
    return byCode(trackingCode, code, request.now());
  }

  private Dossier byLink(String token, Instant now) {
    return switch (parts.links().read(token, now)) {
      case Reading.Expired _ -> throw Problem.of(401, "EXPIRED");
      case Reading.Valid(Link.Confirm link) -> {
        Dossier dossier =
            parts.ideas().find(link.idea()).orElseThrow(() -> Problem.of(401, "EXPIRED"));
        Author author = dossier.author().orElseThrow(() -> Problem.of(401, "EXPIRED"));
        if (author.confirmation().serial() != link.serial()) {
          throw Problem.of(401, "EXPIRED");
        }
        yield proved(dossier, link.serial(), now);
      }
      case Reading.Valid _, Reading.Invalid _ -> throw Problem.badCredential();
    };
  }

  private Dossier byCode(String trackingCode, String code, Instant now) {
    Dossier dossier =
        TrackingCode.parse(trackingCode)
            .flatMap(parts.ideas()::track)
            .map(Tracked::id)
            .flatMap(parts.ideas()::find)
            .filter(found -> found.author().isPresent())
            .orElseThrow(Confirm::wrongCode);
    String id = dossier.idea().id();
    int serial = dossier.author().orElseThrow().confirmation().serial();
    if (isToProve(dossier) && !parts.ideas().countCode(id, serial)) {
      throw Problem.of(409, "CODE_VOID");
    }
    String right = ConfirmationCode.of(id, serial, parts.fingerprints());
    if (!ConfirmationCode.matches(code, right)) {
      throw wrongCode();
    }
    return proved(dossier, serial, now);
  }

  /** Once nothing is left to prove, a code that is typed again changes nothing, right or wrong. */
  private static boolean isToProve(Dossier dossier) {
    return !dossier.idea().contactConfirmed()
        || dossier.author().orElseThrow().pendingContact().isPresent();
  }

  private static Problem wrongCode() {
    return Problem.invalid("code", "WRONG_CODE");
  }

  /** The newest address asked to confirm is read by the author. */
  private Dossier proved(Dossier dossier, int serial, Instant now) {
    Ideas.Settled settled =
        parts.ideas().settle(dossier, current -> decide(current, serial, now), Confirm::edit);
    return switch (settled.outcome()) {
      case Outcome.Refused refused -> throw Problem.of(refused.why());
      case Outcome.Accepted _, Outcome.Unchanged _ -> settled.dossier();
    };
  }

  private static Outcome decide(Dossier dossier, int serial, Instant now) {
    Author author = dossier.author().orElseThrow(() -> Problem.of(401, "EXPIRED"));
    if (author.confirmation().serial() != serial) {
      throw Problem.of(401, "EXPIRED");
    }
    Command command =
        author.pendingContact().isPresent()
            ? new Command.ChangeContact(Contact.Kind.EMAIL)
            : new Command.Confirm();
    return IdeaLife.decide(dossier.idea(), command, now);
  }

  private static Edit edit(Dossier dossier, Outcome.Accepted accepted) {
    Edit edit = Edit.of(dossier, accepted, "", "");
    Author author = dossier.author().orElseThrow();
    return author.pendingContact().isPresent() ? edit.withAuthor(author.reachedAtPending()) : edit;
  }
}
