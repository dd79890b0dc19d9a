package twiza.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageTag;

/** Hands messages to SES, which puts a Message-ID of its own on them. */
final class SesCarrier implements Carrier {

  private final SesV2Client client;
  private final String events;

  /**
   * @param events the configuration set; null where nobody listens
   */
  SesCarrier(SesV2Client client, String events) {
    this.client = client;
    this.events = events;
  }

  @Override
  public void carry(MimeMessage message, Errand errand) throws MessagingException {
    SdkBytes raw = raw(message);
    MessageTag tag = MessageTag.builder().name(Errand.TAG).value(errand.tag()).build();
    String to = message.getAllRecipients()[0].toString();
    try {
      client.sendEmail(
          request ->
              request
                  .destination(destination -> destination.toAddresses(to))
                  .configurationSetName(events)
                  .emailTags(tag)
                  .content(content -> content.raw(rawMessage -> rawMessage.data(raw))));
    } catch (SdkException e) {
      throw new MessagingException("SES did not take the message", e);
    }
  }

  private static SdkBytes raw(MimeMessage message) throws MessagingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      message.writeTo(bytes);
    } catch (IOException e) {
      throw new MessagingException("the message can't be written out", e);
    }
    return SdkBytes.fromByteArray(bytes.toByteArray());
  }
}
