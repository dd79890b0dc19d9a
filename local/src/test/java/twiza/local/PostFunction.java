package twiza.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Mails each message to the reader of the settings; refuses "refuse". */
public final class PostFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final JsonNode settings;

  public PostFunction(Map<String, String> environment, InstantSource clock) {
    this.settings = Json.read(new Services(environment).settings());
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      if (message.getBody().equals("refuse")) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      } else {
        send(message.getBody());
      }
    }
    return new SQSBatchResponse(failures);
  }

  private void send(String text) {
    try {
      Properties properties = new Properties();
      properties.put("mail.smtp.host", settings.get("host").asText());
      properties.put("mail.smtp.port", settings.get("port").asText());
      MimeMessage message = new MimeMessage(Session.getInstance(properties));
      message.setFrom("notes@example.org");
      message.setRecipients(Message.RecipientType.TO, settings.get("reader").asText());
      message.setSubject(text, "UTF-8");
      MimeMultipart parts = new MimeMultipart("alternative");
      parts.addBodyPart(part(text + "\nhttps://example.org/text.\n", "plain"));
      parts.addBodyPart(part("<a href=\"https://example.org/html?a=1&amp;b=2\">x</a>", "html"));
      message.setContent(parts);
      Transport.send(message);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", subtype);
    return part;
  }
}
