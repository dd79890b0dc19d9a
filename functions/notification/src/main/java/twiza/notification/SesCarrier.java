package twiza.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Hands messages to SES, which puts a Message-ID of its own on them. */
final class SesCarrier implements Carrier {

  private final SesV2Client client;

  SesCarrier(SesV2Client client) {
    this.client = client;
  }

  @Override
  public void carry(MimeMessage message) throws MessagingException {
    SdkBytes raw = raw(message);
    String to = message.getAllRecipients()[0].toString();
    try {
      client.sendEmail(
          request ->
              request
                  .destination(destination -> destination.toAddresses(to))
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
