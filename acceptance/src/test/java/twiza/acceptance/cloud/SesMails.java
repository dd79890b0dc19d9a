package twiza.acceptance.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the deployed functions gave to SES. */
final class SesMails {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

  private static final String ACCOUNT = "000000000000";

  private final URI address;

  SesMails(URI endpoint) {
    this.address = endpoint.resolve("/_ministack/ses/messages");
  }

  /** The mails to this address in the shape of the local runner's mailbox, newest first. */
  List<Map<String, Object>> to(String recipient) throws IOException {
    List<Map<String, Object>> mails = new ArrayList<>();
    try (InputStream sent = address.toURL().openStream()) {
      for (JsonNode mail : EmulatedCloud.JSON.readTree(sent).path("messages").path(ACCOUNT)) {
        if (mail.path("To").path(0).asText().equals(recipient)) {
          mails.addFirst(shown(mail));
        }
      }
    }
    return mails;
  }

  private static Map<String, Object> shown(JsonNode mail) {
    String text = mail.path("BodyText").asText();
    return Map.of(
        "subject", mail.path("Subject").asText(),
        "text", text,
        "html", mail.path("BodyHtml").asText(),
        "links", links(text));
  }

  private static Set<String> links(String text) {
    Set<String> links = new LinkedHashSet<>();
    Matcher matcher = LINK.matcher(text);
    while (matcher.find()) {
      links.add(matcher.group());
    }
    return links;
  }
}
