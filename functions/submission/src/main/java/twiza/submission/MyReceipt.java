package twiza.submission;

import java.util.Optional;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Revision;
import twiza.place.Language;
import twiza.submission.SubmissionFunction.Parts;
import twiza.web.FormPages;
import twiza.web.QrCode;
import twiza.web.ReceiptView;

/** The receipt for those without JavaScript, and the private link as a QR code for the others. */
final class MyReceipt {

  private final Parts parts;
  private final AuthorAccess access;
  private final FormPages forms;

  MyReceipt(Parts parts) {
    this.parts = parts;
    this.forms = new FormPages(parts.pages());
    this.access = new AuthorAccess(parts.ideas());
  }

  Reply page(Request request) {
    return forms.orPage(request, () -> receipt(request));
  }

  private Reply receipt(Request request) {
    AuthorAccess.Opened opened = access.open(request.bearer().or(() -> ReceiptCookie.in(request)));
    Language language =
        Language.ofTag(request.query("language")).orElse(opened.author().language());
    return Reply.html(
        200,
        parts
            .pages()
            .receipt(language, Optional.of(view(opened, language, request.query("round")))));
  }

  private ReceiptView view(AuthorAccess.Opened opened, Language language, String round) {
    Dossier dossier = opened.dossier();
    Author author = opened.author();
    return new ReceiptView(
        dossier.idea().state().name(),
        dossier.latest().map(Revision::sheet).orElseThrow().title(),
        dossier.idea().trackingCode(),
        author.contact().value(),
        author.contact().kind() == Contact.Kind.PHONE,
        FollowLink.of(parts.settings().get(), language, opened.token()),
        round);
  }

  Reply qr(Request request) {
    AuthorAccess.Opened opened = access.open(request);
    String link = FollowLink.of(parts.settings().get(), opened.author().language(), opened.token());
    return Reply.of(200, "image/svg+xml", QrCode.svg(link));
  }
}
