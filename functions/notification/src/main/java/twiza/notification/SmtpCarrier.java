package twiza.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.settings.Settings;

/** Hands messages to an SMTP server, each over a connection of its own. */
final class SmtpCarrier implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);
  private static final String CONNECT_MILLIS = "5000";
  private static final String ANSWER_MILLIS = "8000";

  /** A mail account; both parts are empty where the server asks for none. */
  private record Account(String username, String password) {}

  private final Settings.Mail settings;
  private final UnaryOperator<String> secrets;

  /**
   * @param secrets from the name of a secret to its value
   */
  SmtpCarrier(Settings.Mail settings, UnaryOperator<String> secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  @Override
  public void carry(MimeMessage message, Errand errand) throws MessagingException {
    boolean withAccount = !settings.credentials().isEmpty();
    Account account = withAccount ? account() : new Account(null, null);
    Transport transport = transport(withAccount);
    try {
      transport.connect(settings.host(), settings.port(), account.username(), account.password());
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException e) {
      throw isForGood(e) ? new NoSuchRecipient(e) : e;
    } finally {
      hangUp(transport);
    }
  }

  /** RFC 5321, 4.2.1: what begins with 5 will be refused again. */
  private static boolean isForGood(SendFailedException refusal) {
    for (Exception e = refusal; e instanceof MessagingException m; e = m.getNextException()) {
      if (e instanceof SMTPAddressFailedException address) {
        return address.getReturnCode() / 100 == 5;
      }
    }
    return false;
  }

  /** Calls nobody. */
  void rehearse() throws MessagingException {
    transport(false).close();
  }

  private Transport transport(boolean withAccount) throws MessagingException {
    return Session.getInstance(properties(withAccount)).getTransport("smtp");
  }

  /** A message that was accepted stays accepted, whatever the goodbye was like. */
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the mail server left first", e);
    }
  }

  private Properties properties(boolean withAccount) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.auth", Boolean.toString(withAccount));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  private Account account() {
    try {
      JsonNode secret = new ObjectMapper().readTree(secrets.apply(settings.credentials()));
      return new Account(secret.path("username").asText(), secret.path("password").asText());
    } catch (JsonProcessingException _) {
      throw new IllegalStateException(
          "the secret of the mail account is not the JSON it should be");
    }
  }
}
