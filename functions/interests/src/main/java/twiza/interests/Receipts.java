package twiza.interests;

import java.util.Optional;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Contact;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.interests.InterestsFunction.Parts;
import twiza.place.Language;
import twiza.uptake.Party;
import twiza.web.FormPages;
import twiza.web.FormView;
import twiza.web.InterestReceiptView;

/** The receipt of an interest, for those without JavaScript. */
final class Receipts {

  private final Parts parts;
  private final Access access;
  private final FormPages forms;

  Receipts(Parts parts) {
    this.parts = parts;
    this.access = new Access(parts.uptakes());
    this.forms = new FormPages(parts.pages());
  }

  Reply page(Request request) {
    return forms.orPage(
        request,
        () -> {
          Access.Opened opened = access.party(request);
          Language language =
              Language.ofTag(request.query("language")).orElseGet(request::language);
          return Reply.html(
              200, parts.pages().interestReceipt(language, view(opened, parts), FormView.EMPTY));
        });
  }

  static InterestReceiptView view(Access.Opened opened, Parts parts) {
    Optional<Party.Person> person = opened.party().person();
    Language language = person.map(Party.Person::language).orElse(Language.FR);
    return new InterestReceiptView(
        opened.interest().stage().name(),
        opened.dealings().dossier().latest().map(Revision::sheet).map(Sheet::title).orElse(""),
        opened.interest().province(),
        person.map(Party.Person::contact).map(Contact::value).orElse(""),
        opened.interest().contact() == Contact.Kind.PHONE,
        parts.followLink(language, opened.token()));
  }
}
