package twiza.submission;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import twiza.access.Limits;
import twiza.http.ContactForm;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Author;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Idea;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Outcome;
import twiza.settings.Settings;
import twiza.submission.SubmissionFunction.Parts;

/** Authors are reached elsewhere from now on: a new e-mail address once it is confirmed. */
final class MyContact {

  private final Parts parts;
  private final AuthorAccess access;
  private final Mailings mailings;

  MyContact(Parts parts) {
    this.parts = parts;
    this.access = new AuthorAccess(parts.ideas());
    this.mailings = new Mailings(parts);
  }

  Reply change(Request request) {
    AuthorAccess.Opened opened = access.open(request);
    Input input = request.json();
    Optional<Contact> contact = ContactForm.read(input, "");
    input.finish();
    return switch (contact.orElseThrow()) {
      case Contact.Email email -> ask(opened.dossier(), email, request);
      case Contact.Phone phone -> change(opened.dossier(), phone, request);
    };
  }

  private Reply ask(Dossier dossier, Contact.Email email, Request request) {
    Author author = dossier.author().orElseThrow();
    boolean known = author.contact().equals(email) && author.pendingContact().isEmpty();
    if (known) {
      return Reply.json(200, Map.of("pending", false));
    }
    if (!mayAsk(dossier.idea(), request) || !mailings.allowed(email, request.now())) {
      throw Problem.tooMany(Limits.untilNextHour(request.now()));
    }
    settle(dossier, new Command.AskContactChange(), a -> a.awaiting(email), request);
    return Reply.json(202, Map.of("pending", true));
  }

  /** Each asking is a mail to an address of the author's choosing, and one to the old address. */
  private boolean mayAsk(Idea idea, Request request) {
    Settings.Limits limits = parts.settings().get().limits();
    String source = parts.fingerprints().of("source", request.source());
    int ofIdea = parts.limits().count("contact change", idea.id(), request.now());
    int ofSource = parts.limits().count("contact change", source, request.now());
    return ofIdea <= limits.contactPerHour() && ofSource <= limits.sourcePerHour();
  }

  private Reply change(Dossier dossier, Contact.Phone phone, Request request) {
    if (!dossier.author().orElseThrow().contact().equals(phone)) {
      Command command = new Command.ChangeContact(Contact.Kind.PHONE);
      settle(dossier, command, author -> author.reachedAt(phone), request);
    }
    return Reply.json(200, Map.of("pending", false));
  }

  private void settle(
      Dossier dossier, Command command, UnaryOperator<Author> change, Request request) {
    Ideas.Settled settled =
        parts
            .ideas()
            .settle(
                dossier,
                current -> IdeaLife.decide(current.idea(), command, request.now()),
                (current, accepted) ->
                    Edit.of(current, accepted, "", "")
                        .withAuthor(change.apply(current.author().orElseThrow())));
    if (settled.outcome() instanceof Outcome.Refused refused) {
      throw Problem.of(refused.why());
    }
  }
}
