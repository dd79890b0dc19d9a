package twiza.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.desk.FrontDoor.Answer;
import twiza.desk.FrontDoor.Browser;
import twiza.http.Requests;
import twiza.place.Language;
import twiza.staff.Role;

/** An organiser says what the territory needs. */
class WhatTheTerritoryNeedsTest {

  private static final String NEEDS = "/api/desk/needs";
  private static final Map<String, Object> TITLED =
      Map.of("fr", Map.of("title", "De l'eau", "text", "Les sources tarissent."));

  private final FrontDoor door = new FrontDoor();
  private final Browser organiser = browser("organiser@example.org", "05", Role.ORGANISER);

  private Browser browser(String email, String region, Role role) {
    door.employees.employ(region, email, Language.FR, Set.of(role));
    return door.browser().signsIn(email);
  }

  private static Map<String, Object> water() {
    return new HashMap<>(Map.of("province", "05.081", "sector", "AGRICULTURE", "texts", TITLED));
  }

  private Answer publishes(Map<String, Object> need) {
    return organiser.say(Requests.post(NEEDS).json(need));
  }

  private Answer changes(Browser browser, String id, Map<String, Object> need) {
    return browser.say(Requests.put(NEEDS + "/{id}").path("id", id).json(need));
  }

  private JsonNode list() {
    return organiser.say(Requests.get(NEEDS)).json().path("items");
  }

  @Test
  void publishesChangesClosesAndOpensAgain() {
    Answer published = publishes(water());
    assertThat(organiser.say(Requests.get("/api/desk/today")).json().at("/items/5/count").asInt())
        .isEqualTo(1);
    assertThat(published.status()).isEqualTo(201);
    String id = published.text("id");
    assertThat(list().at("/0/ideas").asInt()).isZero();
    assertThat(list().at("/0/texts/fr/title").asText()).isEqualTo("De l'eau");

    Map<String, Object> narrower = water();
    narrower.putAll(Map.of("commune", "Demnate", "version", 1));
    assertThat(changes(organiser, id, narrower).json().path("version").asInt()).isEqualTo(2);
    narrower.putAll(Map.of("open", false, "version", 2));
    assertThat(changes(organiser, id, narrower).json().path("open").asBoolean()).isFalse();
    narrower.putAll(Map.of("open", true, "version", 3));
    assertThat(changes(organiser, id, narrower).json().path("open").asBoolean()).isTrue();

    JsonNode audit = organiser.say(Requests.get("/api/desk/audit")).json().path("items");
    assertThat(audit.valueStream().map(entry -> entry.path("kind").asText()))
        .containsSubsequence("NEED_REOPENED", "NEED_CLOSED", "NEED_EDITED", "NEED_PUBLISHED");
    assertThat(audit.valueStream().map(entry -> entry.path("text").asText()))
        .contains("Besoin du territoire publié");
  }

  @Test
  void theSameSaidAgainChangesNothingAndAnOlderReadingIsRefused() {
    String id = publishes(water()).text("id");
    Map<String, Object> same = water();
    same.put("version", 1);
    assertThat(changes(organiser, id, same).json().path("version").asInt()).isEqualTo(1);
    Map<String, Object> stale = water();
    stale.putAll(Map.of("version", 0, "open", false));
    Answer refused = changes(organiser, id, stale);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("CONFLICT");
  }

  @Test
  void refusesEverythingThatIsWrongAtOnce() {
    Map<String, Object> need =
        Map.of(
            "province", "07.001",
            "commune", "x".repeat(81),
            "sector", "GOLD",
            "texts",
                Map.of(
                    "fr", Map.of("title", "x".repeat(121)),
                    "ar", Map.of("text", "نص بلا عنوان")),
            "colour", "red");
    Answer answer = publishes(need);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "province UNKNOWN_CODE",
            "commune TOO_LONG",
            "sector UNKNOWN_CODE",
            "texts.fr.title TOO_LONG",
            "texts.ar.title REQUIRED",
            "colour UNKNOWN_FIELD");
    assertThat(publishes(Map.of()).faults())
        .containsExactlyInAnyOrder("province REQUIRED", "texts.fr.title REQUIRED");
    Map<String, Object> unversioned = water();
    String id = publishes(water()).text("id");
    assertThat(changes(organiser, id, unversioned).faults()).containsExactly("version REQUIRED");
    assertThat(list()).hasSize(1);
  }

  @Test
  void isForTheOrganisersOfItsOwnRegion() {
    String id = publishes(water()).text("id");
    Map<String, Object> change = water();
    change.put("version", 1);
    Browser moderator = browser("moderator@example.org", "05", Role.MODERATOR);
    Browser stranger = browser("elsewhere@example.org", "06", Role.ORGANISER);
    for (Browser browser : List.of(moderator, stranger)) {
      assertThat(changes(browser, id, change).status()).isEqualTo(403);
    }
    assertThat(moderator.say(Requests.get(NEEDS)).status()).isEqualTo(403);
    assertThat(stranger.say(Requests.post(NEEDS).json(water())).faults())
        .containsExactly("province UNKNOWN_CODE");
    assertThat(changes(organiser, "nobody", change).status()).isEqualTo(404);
  }

  @Test
  void aPageAndItsFiguresTakeTwoRequestsBesideTheSession() {
    publishes(water());
    publishes(water());
    int session = door.meter.of(organiser::me).requests();
    assertThat(door.meter.of(this::list).requests()).isEqualTo(session + 2);
    assertThat(organiser.say(Requests.get(NEEDS).query("cursor", "x")).code())
        .isEqualTo("BAD_CURSOR");
    assertThat(organiser.say(Requests.get(NEEDS).query("limit", "0")).faults())
        .containsExactly("limit OUT_OF_RANGE");
  }
}
