package twiza.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The mail that asks a moderator about an idea, and the link in it that a browser opens. */
final class DecisionMailInTheBrowser {

  private DecisionMailInTheBrowser() {}

  /** The link to this revision of the idea with this title, as soon as a mail brings it. */
  static String linkTo(String title, int revision) {
    await().atMost(Patience.LONG).until(() -> find(title, revision).isPresent());
    return find(title, revision).orElseThrow();
  }

  private static Optional<String> find(String title, int revision) {
    return Running.moderator().all().stream()
        .filter(mail -> mail.text().contains(title))
        .flatMap(mail -> mail.links().stream())
        .filter(link -> link.contains("/decide/#token="))
        .filter(link -> asksAbout(link, title, revision))
        .findFirst();
  }

  private static boolean asksAbout(String link, String title, int revision) {
    String token = link.substring(link.indexOf("#token=") + "#token=".length());
    JsonNode idea = Running.anybody().bearing(token).get("/api/moderation/decision").json();
    return idea.path("sheet").path("title").asText().equals(title)
        && idea.path("linkRevision").asInt() == revision;
  }
}
