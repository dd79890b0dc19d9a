package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.acceptance.Caller.Answer;

/** The local moderator, who decides by the links in the mails. */
final class Moderator {

  private static final String DECISION = "/api/moderation/decision";

  private final Caller caller;

  private Moderator(Caller caller) {
    this.caller = caller;
  }

  /** As soon as a mail asks for a decision about this idea: the holder of its link. */
  static Moderator askedAbout(String title) {
    await().atMost(Patience.LONG).until(() -> asked(title).isPresent());
    return asked(title).orElseThrow();
  }

  /** Asked in several mails, the moderator follows the link that shows a text that waits. */
  private static Optional<Moderator> asked(String title) {
    return tokens(title).stream()
        .map(token -> new Moderator(Running.anybody().bearing(token)))
        .filter(moderator -> moderator.shown().path("choices").toString().contains("APPROVE"))
        .findFirst();
  }

  private static List<String> tokens(String title) {
    return Running.moderator().all().stream()
        .filter(mail -> mail.text().contains(title))
        .flatMap(mail -> mail.links().stream())
        .filter(link -> link.contains("/decide/#token="))
        .map(link -> link.substring(link.indexOf("#token=") + "#token=".length()))
        .filter(token -> title.equals(title(token)))
        .toList();
  }

  private static String title(String token) {
    Answer answer = Running.anybody().bearing(token).get(DECISION);
    return answer.json().path("sheet").path("title").asText();
  }

  Caller caller() {
    return caller;
  }

  JsonNode shown() {
    return caller.get(DECISION).json();
  }

  Answer decides(String choice, int revision, String reason) {
    return caller.post(DECISION, Map.of("choice", choice, "revision", revision, "reason", reason));
  }

  void approves() {
    Answer decided = decides("APPROVE", shown().path("revision").asInt(), "");
    assertThat(decided.status()).isEqualTo(200);
    assertThat(decided.json().path("applied").asBoolean()).isTrue();
    assertThat(decided.text("state")).isEqualTo("PUBLISHED");
  }
}
