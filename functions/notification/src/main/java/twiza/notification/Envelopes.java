package twiza.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.function.Supplier;
import twiza.access.Fingerprints;
import twiza.event.Mails;
import twiza.settings.Settings;

/** Puts letters into the form in which they travel: text and HTML, in UTF-8. */
final class Envelopes {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Page html = new Page();
  private final Supplier<Settings> settings;
  private final Fingerprints fingerprints;

  Envelopes(Supplier<Settings> settings, Fingerprints fingerprints) {
    this.settings = settings;
    this.fingerprints = fingerprints;
  }

  /**
   * A message that is ready to be carried.
   *
   * @param mail the same mail has the same Message-ID, however often it is sent
   * @throws MessagingException when the recipient's address can't be one
   */
  MimeMessage seal(Letter letter, Mails.Mail mail, Instant now) throws MessagingException {
    InternetAddress from = new InternetAddress(settings.get().mail().from());
    MimeMessage message = new Identified(messageId(mail));
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.notice()) {
      message.setHeader("List-Unsubscribe", unsubscription(letter, from));
    }
    message.setContentLanguage(new String[] {letter.messages().textLanguage().tag()});
    message.setContent(parts(letter));
    message.saveChanges();
    return message;
  }

  private MimeMultipart parts(Letter letter) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(PlainText.of(letter), UTF_8);
    MimeBodyPart page = new MimeBodyPart();
    page.setText(html.of(letter), UTF_8, "html");
    return new MimeMultipart("alternative", text, page);
  }

  private String messageId(Mails.Mail mail) {
    String local = fingerprints.of("message id", mail.event() + " " + mail.recipient());
    return "<" + local + "@" + URI.create(settings.get().siteUrl()).getHost() + ">";
  }

  /** Somebody at the delegation reads it: there is no page for this. */
  private static String unsubscription(Letter letter, InternetAddress from) {
    String subject = letter.messages().text("mail.unsubscribe");
    return "<mailto:"
        + letter.answersTo().orElseGet(from::getAddress)
        + "?subject="
        + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20")
        + ">";
  }

  /** A message that keeps the id it was given. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(String id) {
      super(Session.getInstance(new Properties()));
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
