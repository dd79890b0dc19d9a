package twiza.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.desk.FrontDoor.Answer;
import twiza.desk.FrontDoor.Browser;
import twiza.http.Requests;
import twiza.staff.Role;

/** An organiser says what a cooperative of the region needs to start. */
class WhatItTakesToStartTest {

  private static final String GUIDE = "/api/desk/guide";

  private final FrontDoor door = new FrontDoor();
  private final Browser organiser = door.signedIn("organiser@example.org", Role.ORGANISER);

  private JsonNode read() {
    return organiser.say(Requests.get(GUIDE)).json();
  }

  private Answer says(int version, Map<String, ?> content) {
    Map<String, Object> body = new HashMap<>(content);
    body.put("version", version);
    return organiser.say(Requests.put(GUIDE).json(body));
  }

  @Test
  void theWordsOfTheHouseStandThereAtFirst() {
    JsonNode json = read();
    assertThat(json.path("version").asInt()).isZero();
    assertThat(json.at("/members/least").asInt()).isEqualTo(5);
    assertThat(json.at("/members/confirmed").asBoolean()).isFalse();
    assertThat(json.at("/capital/confirmed").asBoolean()).isTrue();
    assertThat(json.at("/steps/ar")).hasSize(2);
    assertThat(json.path("financing")).isEmpty();
    assertThat(json.path("last").isNull()).isTrue();
  }

  @Test
  void whatIsSaidInsteadIsKeptWithWhoSaidItAndStandsInTheHistory() {
    Map<String, Object> content =
        Map.of(
            "members", Map.of("least", 7, "confirmed", true),
            "steps", Map.of("fr", List.of(" Choisir un nom. ", "", "S’inscrire.")),
            "financing",
                List.of(
                    Map.of(
                        "address",
                        "https://www.example.org/fonds?a=b",
                        "title",
                        Map.of("fr", "Un fonds", "ar", "صندوق"))));
    assertThat(says(0, content).status()).isEqualTo(200);
    JsonNode json = read();
    assertThat(json.path("version").asInt()).isEqualTo(1);
    assertThat(json.at("/members/least").asInt()).isEqualTo(7);
    assertThat(json.path("capital").isNull()).isTrue();
    assertThat(json.at("/steps/fr")).hasSize(2);
    assertThat(json.at("/steps/fr/0").asText()).isEqualTo("Choisir un nom.");
    assertThat(json.at("/financing/0/title/ar").asText()).isEqualTo("صندوق");
    assertThat(json.at("/last/name").asText()).isEqualTo("organiser");
    JsonNode audit =
        organiser.say(Requests.get("/api/desk/audit").query("kind", "GUIDE_EDITED")).json();
    assertThat(audit.path("items")).hasSize(1);
  }

  @Test
  void theSameSaidAgainChangesNothingAndAnOlderReadingIsRefused() {
    Map<String, Object> content = Map.of("share", Map.of("least", 100, "confirmed", true));
    says(0, content);
    assertThat(says(1, content).json().path("version").asInt()).isEqualTo(1);
    Answer late = says(0, Map.of());
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("CONFLICT");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Map<String, Object> content =
        Map.of(
            "members", Map.of("least", 0, "confirmed", true),
            "capital", Map.of("least", "much"),
            "steps",
                Map.of(
                    "fr", Collections.nCopies(13, "Encore une."),
                    "ar", List.of("x".repeat(301)),
                    "de", List.of("Name")),
            "financing",
                List.of(
                    Map.of("address", "javascript:alert(1)", "title", Map.of("fr", "Cliquez")),
                    Map.of("address", "www.example.org", "title", Map.of()),
                    Map.of("title", Map.of("fr", "x".repeat(121)))),
            "training",
                Collections.nCopies(
                    11, Map.of("address", "https://example.org/", "title", Map.of("fr", "Ici"))));
    assertThat(says(0, content).faults())
        .containsExactlyInAnyOrder(
            "members.least OUT_OF_RANGE",
            "capital.least WRONG_TYPE",
            "steps.fr TOO_MANY",
            "steps.ar TOO_LONG",
            "steps.de UNKNOWN_FIELD",
            "financing[0].address NOT_A_LINK",
            "financing[1].address NOT_A_LINK",
            "financing[1].title.fr REQUIRED",
            "financing[2].address REQUIRED",
            "financing[2].title.fr TOO_LONG",
            "training TOO_MANY");
    assertThat(organiser.say(Requests.put(GUIDE).json(Map.of())).faults())
        .containsExactly("version REQUIRED");
  }

  @Test
  void itIsClosedToModeratorsAndOtherRegions() {
    Browser moderator = door.signedIn("moderator@example.org", Role.MODERATOR);
    assertThat(moderator.say(Requests.get(GUIDE)).status()).isEqualTo(403);
    assertThat(moderator.say(Requests.put(GUIDE).json(Map.of("version", 0))).status())
        .isEqualTo(403);
    assertThat(organiser.say(Requests.get(GUIDE).query("region", "06")).status()).isEqualTo(403);
  }
}
