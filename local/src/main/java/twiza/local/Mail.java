package twiza.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * A mail that was delivered.
 *
 * @param id its place in the mailbox, also the name of its file
 * @param to the address it was delivered to
 * @param text the text part, empty for none
 * @param html the HTML part, empty for none
 * @param links the addresses in the mail, each once, in the order in which they stand
 */
public record Mail(
    String id,
    String to,
    String from,
    String subject,
    String text,
    String html,
    List<String> links,
    Instant receivedAt) {

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("id", id).put("to", to).put("from", from).put("subject", subject);
    json.put("text", text).put("html", html);
    links.forEach(json.putArray("links")::add);
    return json.put("receivedAt", receivedAt.toString());
  }
}
