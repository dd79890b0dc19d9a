package twiza.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.desk.FrontDoor.Answer;
import twiza.desk.FrontDoor.Browser;
import twiza.http.Requests;
import twiza.staff.Role;

/** An organiser says in the region's own words what its public reads. */
class WhatARegionSaysTest {

  private static final String REGION = "/api/desk/region";

  private final FrontDoor door = new FrontDoor();
  private final Browser organiser = door.signedIn("organiser@example.org", Role.ORGANISER);

  private Answer read() {
    return organiser.say(Requests.get(REGION));
  }

  private Answer says(int version, Map<String, ?> statement) {
    Map<String, Object> body = new HashMap<>(statement);
    body.put("version", version);
    return organiser.say(Requests.put(REGION).json(body));
  }

  @Test
  void saysNothingAtFirst() {
    Answer answer = read();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("version").asInt()).isZero();
    assertThat(answer.json().path("email").isNull()).isTrue();
    assertThat(answer.json().path("last").isNull()).isTrue();
  }

  @Test
  void keepsWhatIsSaidAndWhoSaidIt() {
    Map<String, Object> statement =
        Map.of(
            "email", "contact@example.org",
            "phone", "+212 5 23 48 00 00",
            "texts", Map.of("fr", Map.of("home", "Bienvenue.\r\n\r\n\r\nÀ tous."), "ar", Map.of()),
            "reasons", Map.of("ar", Map.of("REJECT", List.of(" لا ", ""))),
            "retention", Map.of("refusedMonths", 12));
    assertThat(says(0, statement).status()).isEqualTo(200);
    JsonNode json = read().json();
    assertThat(json.path("version").asInt()).isEqualTo(1);
    assertThat(json.path("email").asText()).isEqualTo("contact@example.org");
    assertThat(json.at("/texts/fr/home").asText()).isEqualTo("Bienvenue.\n\nÀ tous.");
    assertThat(json.at("/reasons/ar/REJECT")).singleElement().hasToString("\"لا\"");
    assertThat(json.at("/retention/refusedMonths").asInt()).isEqualTo(12);
    assertThat(json.at("/retention/expiredMonths").isNull()).isTrue();
    assertThat(json.at("/last/name").asText()).isEqualTo("organiser");
  }

  @Test
  void whatIsLeftOutIsSaidNoLonger() {
    says(0, Map.of("email", "contact@example.org"));
    assertThat(says(1, Map.of()).json().path("email").isNull()).isTrue();
  }

  @Test
  void standsInTheHistoryOfTheRegionWithoutItsWords() {
    says(0, Map.of("email", "contact@example.org"));
    JsonNode audit =
        organiser.say(Requests.get("/api/desk/audit").query("kind", "REGION_EDITED")).json();
    assertThat(audit.at("/items/0/by/name").asText()).isEqualTo("organiser");
    assertThat(
            door.table.everything().stream()
                .filter(item -> item.get("SK").s().startsWith("EVENT#"))
                .toList()
                .toString())
        .contains("EMAIL")
        .doesNotContain("contact@example.org");
  }

  @Test
  void theSameSaidAgainChangesNothing() {
    says(0, Map.of("email", "contact@example.org"));
    assertThat(says(1, Map.of("email", "contact@example.org")).json().path("version").asInt())
        .isEqualTo(1);
  }

  @Test
  void whoeverReadAnOlderStatementIsToldSo() {
    says(0, Map.of("email", "contact@example.org"));
    Answer late = says(0, Map.of("email", "other@example.org"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("CONFLICT");
    assertThat(read().json().path("email").asText()).isEqualTo("contact@example.org");
  }

  @Test
  void refusesEverythingThatIsWrongAtOnce() {
    Map<String, Object> statement =
        Map.of(
            "email", "nobody@",
            "phone", "call us",
            "texts", Map.of("fr", Map.of("home", "x".repeat(1001)), "de", Map.of("home", "Hallo")),
            "reasons",
                Map.of(
                    "fr", Map.of("REJECT", List.of("1", "2", "3", "4", "5", "6")),
                    "ar", Map.of("REJECT", "لا", "UNPUBLISH", List.of(1))),
            "retention", Map.of("refusedMonths", 121, "expiredMonths", 0));
    assertThat(says(0, statement).faults())
        .containsExactlyInAnyOrder(
            "email NOT_AN_EMAIL",
            "phone NOT_A_PHONE",
            "texts.fr.home TOO_LONG",
            "texts.de.home UNKNOWN_FIELD",
            "reasons.fr.REJECT TOO_MANY",
            "reasons.ar.REJECT WRONG_TYPE",
            "reasons.ar.UNPUBLISH WRONG_TYPE",
            "retention.refusedMonths OUT_OF_RANGE",
            "retention.expiredMonths OUT_OF_RANGE");
    assertThat(organiser.say(Requests.put(REGION).json(Map.of())).faults())
        .containsExactly("version REQUIRED");
  }

  @Test
  void isClosedToModerators() {
    Browser moderator = door.signedIn("moderator@example.org", Role.MODERATOR);
    assertThat(moderator.say(Requests.get(REGION)).status()).isEqualTo(403);
    assertThat(moderator.say(Requests.put(REGION).json(Map.of("version", 0))).status())
        .isEqualTo(403);
  }

  @Test
  void anAdminNamesARegionThatThereIs() {
    Browser admin = door.browser().signsIn(FrontDoor.ADMIN);
    Answer answer = admin.say(Requests.get(REGION).query("region", "99"));
    assertThat(answer.faults()).containsExactly("region UNKNOWN_CODE");
  }
}
