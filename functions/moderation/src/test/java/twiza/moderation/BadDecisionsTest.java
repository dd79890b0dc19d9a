package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.moderation.Desk.ROUTE;
import static twiza.moderation.Desk.WEDNESDAY;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.http.Requests;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.moderation.Desk.Answer;

/** Whatever is sent instead of a decision is named, and decides nothing. */
class BadDecisionsTest {

  private final Desk desk = new Desk();
  private final Journey idea = Journey.begins(desk.ideas, Samples.anIdea()).confirmed();
  private final String token = desk.link(desk.first(), idea.id(), 1);

  @AfterEach
  void nothingWasDecided() {
    assertThat(idea.dossier().idea().state()).isEqualTo(State.PENDING);
    assertThat(idea.dossier().idea().standing()).isEmpty();
  }

  private Requests post() {
    return Requests.post(ROUTE).at(WEDNESDAY).bearer(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "7", "\"APPROVE\"", "{\"revision\":1,\"revision\":1}"})
  void whatIsNoObjectIsNotReadable(String body) {
    Answer answer = desk.say(post().body("application/json", body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("NOT_READABLE");
  }

  @Test
  void noBodyAtAllIsUnsupported() {
    assertThat(desk.say(post()).status()).isEqualTo(415);
  }

  @Test
  void aFormIsUnsupported() {
    Map<String, String> form = Map.of("choice", "APPROVE", "revision", "1");
    assertThat(desk.say(post().form(form)).status()).isEqualTo(415);
  }

  @Test
  void bytesThatAreNoUtf8AreNamed() {
    byte[] latin = "{\"reason\":\"Répété\"}".getBytes(StandardCharsets.ISO_8859_1);
    Answer answer = desk.say(post().bytes("application/json", latin));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("NOT_UTF8");
  }

  @Test
  void fiveMegabytesAreTooLarge() {
    String body = "{\"reason\":\"" + "x".repeat(5_000_000) + "\"}";
    assertThat(desk.say(post().body("application/json", body)).status()).isEqualTo(413);
  }

  @Test
  void nullEverywhereIsNothing() {
    Map<String, Object> body = new HashMap<>();
    body.put("choice", null);
    body.put("revision", null);
    body.put("reason", null);
    Answer answer = desk.says(token, body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault("choice")).isEqualTo("REQUIRED");
    assertThat(answer.fault("revision")).isEqualTo("REQUIRED");
  }

  @ParameterizedTest
  @CsvSource({
    "choice, 7, WRONG_TYPE",
    "choice, true, WRONG_TYPE",
    "choice, '\"approve\"', UNKNOWN_CODE",
    "choice, '[\"APPROVE\"]', WRONG_TYPE",
    "revision, '\"1\"', WRONG_TYPE",
    "revision, 1.5, WRONG_TYPE",
    "revision, 1e400, WRONG_TYPE",
    "revision, 99999999999999999999, WRONG_TYPE",
    "revision, 0, OUT_OF_RANGE",
    "revision, -1, OUT_OF_RANGE",
    "revision, 2147483648, OUT_OF_RANGE",
    "reason, 7, WRONG_TYPE",
    "reason, '[]', WRONG_TYPE",
    "reason.text, '\"x\"', UNKNOWN_FIELD",
    "force, true, UNKNOWN_FIELD"
  })
  void eachFaultHasItsFieldAndCode(String field, String json, String code) {
    Map<String, String> members = new HashMap<>();
    members.put("choice", "\"APPROVE\"");
    members.put("revision", "1");
    int point = field.indexOf('.');
    String value = point < 0 ? json : "{\"" + field.substring(point + 1) + "\":" + json + "}";
    members.put(point < 0 ? field : field.substring(0, point), value);
    StringBuilder body = new StringBuilder();
    members.forEach(
        (name, text) ->
            body.append(body.isEmpty() ? "{" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(text));
    Answer answer = desk.say(post().body("application/json", body + "}"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault(field)).isEqualTo(code);
  }

  @Test
  void aReasonOfMoreThanTwoThousandCharactersIsTooLong() {
    Map<String, Object> body =
        Map.of("choice", "REJECT", "revision", 1, "reason", "é".repeat(2_001));
    assertThat(desk.says(token, body).fault("reason")).isEqualTo("TOO_LONG");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    Answer answer = desk.says(token, Map.of("choice", "REJECT", "colour", "blue"));
    assertThat(List.of(answer.fault("reason"), answer.fault("revision"), answer.fault("colour")))
        .containsExactly("REQUIRED", "REQUIRED", "UNKNOWN_FIELD");
  }
}
