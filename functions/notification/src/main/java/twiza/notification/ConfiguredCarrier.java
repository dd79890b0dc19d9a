package twiza.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import twiza.settings.Aws;
import twiza.settings.Settings;

/** The carrier that the settings name at that moment. */
final class ConfiguredCarrier implements Carrier {

  private final Map<String, String> environment;
  private final Supplier<Settings> settings;
  private final UnaryOperator<String> secrets;
  private SesCarrier ses;

  /**
   * @param environment may name {@code TWIZA_MAIL_EVENTS}, the configuration set by which SES tells
   *     of mails that came back
   * @param secrets from the name of a secret to its value
   */
  ConfiguredCarrier(
      Map<String, String> environment, Supplier<Settings> settings, UnaryOperator<String> secrets) {
    this.environment = environment;
    this.settings = settings;
    this.secrets = secrets;
  }

  @Override
  public void carry(MimeMessage message, Errand errand) throws MessagingException {
    Settings.Mail mail = settings.get().mail();
    Carrier carrier =
        switch (mail.transport()) {
          case SMTP -> new SmtpCarrier(mail, secrets);
          case SES -> ses();
        };
    carrier.carry(message, errand);
  }

  /** Goes both ways as far as goes without a server, since no settings are known yet. */
  void rehearse(MimeMessage message, Errand errand) throws MessagingException {
    ses().carry(message, errand);
    new SmtpCarrier(settings.get().mail(), secrets).rehearse();
  }

  /** Whoever has a mail server of their own needs no SES client, but for a rehearsal. */
  private synchronized Carrier ses() {
    if (ses == null) {
      ses =
          new SesCarrier(
              Aws.configure(SesV2Client.builder(), "SESV2", environment).build(),
              environment.get("TWIZA_MAIL_EVENTS"));
    }
    return ses;
  }
}
