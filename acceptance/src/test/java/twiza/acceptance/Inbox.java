package twiza.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mails that the running system has sent to one address. */
final class Inbox {

  private final Caller caller;
  private final String address;

  Inbox(Caller caller, String address) {
    this.caller = caller;
    this.address = address;
  }

  /** One mail. */
  record Mail(String subject, String text, String html, List<String> links) {

    /** The address of the page that a link leads to, out of those with this word in their path. */
    String link(String page) {
      return links.stream()
          .filter(link -> link.contains("/" + page + "/"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no link to " + page + " in " + text));
    }

    /** The token in the fragment of that link. */
    String token(String page) {
      String link = link(page);
      return link.substring(link.indexOf("#token=") + "#token=".length());
    }
  }

  List<Mail> all() {
    String query = URLEncoder.encode(address, StandardCharsets.UTF_8);
    List<Mail> mails = new ArrayList<>();
    for (JsonNode mail : caller.get("/local/mailbox?to=" + query).json()) {
      List<String> links = new ArrayList<>();
      mail.path("links").forEach(link -> links.add(link.asText()));
      mails.add(
          new Mail(
              mail.path("subject").asText(),
              mail.path("text").asText(),
              mail.path("html").asText(),
              links));
    }
    return mails;
  }

  /** The newest mail with these words in its text or subject, as soon as it is there. */
  Mail awaitMail(String... words) {
    await().atMost(Patience.LONG).until(() -> find(words).isPresent());
    return find(words).orElseThrow();
  }

  Optional<Mail> find(String... words) {
    return all().stream()
        .filter(
            mail ->
                List.of(words).stream()
                    .allMatch(word -> mail.text().contains(word) || mail.subject().contains(word)))
        .findFirst();
  }
}
