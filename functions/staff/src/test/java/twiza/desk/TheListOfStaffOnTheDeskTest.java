package twiza.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.desk.FrontDoor.Answer;
import twiza.desk.FrontDoor.Browser;
import twiza.http.Requests;
import twiza.place.Language;
import twiza.staff.Member;
import twiza.staff.Role;

/** An organiser lets people in, changes what they may do, and sends them away. */
class TheListOfStaffOnTheDeskTest {

  private static final String STAFF = "/api/desk/staff";
  private static final String ONE = "/api/desk/staff/{id}";

  private final FrontDoor door = new FrontDoor();
  private final Member organiser =
      door.employees.employ("05", "organiser@example.org", Language.FR, Set.of(Role.ORGANISER));
  private final Browser browser = door.browser().signsIn("organiser@example.org");

  private static Map<String, Object> person(String email, String... roles) {
    Map<String, Object> person = new HashMap<>();
    person.put("name", "Fatima Amrani");
    person.put("email", email);
    person.put("language", "ar");
    person.put("mails", "DIGEST");
    person.put("digestHour", 17);
    person.put("roles", List.of(roles));
    return person;
  }

  private Answer adds(Map<String, Object> person) {
    return browser.say(Requests.post(STAFF).json(person));
  }

  private List<String> listed() {
    return browser
        .say(Requests.get(STAFF))
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("email").asText())
        .toList();
  }

  @Test
  void somebodyComesInAndStandsOnTheList() {
    Answer added = adds(person("fatima@example.org", "MODERATOR"));
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.text("mails")).isEqualTo("DIGEST");
    assertThat(added.json().path("digestHour").asInt()).isEqualTo(17);
    assertThat(listed()).containsExactlyInAnyOrder("organiser@example.org", "fatima@example.org");
    assertThat(door.browser().signsIn("fatima@example.org").me().status()).isEqualTo(200);
  }

  @Test
  void nobodyComesIntoARegionThatIsNone() {
    Browser admin = door.browser().signsIn(FrontDoor.ADMIN);
    Answer added =
        admin.say(
            Requests.post(STAFF)
                .query("region", "13")
                .json(person("fatima@example.org", "MODERATOR")));
    assertThat(added.status()).isEqualTo(422);
    assertThat(added.json().at("/errors/0/field").asText()).isEqualTo("region");
    assertThat(added.json().at("/errors/0/code").asText()).isEqualTo("UNKNOWN_CODE");
    assertThat(door.staff.at("fatima@example.org")).isEmpty();
  }

  @Test
  void nobodyComesInTwice() {
    adds(person("fatima@example.org", "MODERATOR"));
    assertThat(adds(person("Fatima@example.org", "ORGANISER")).code()).isEqualTo("ALREADY_STAFF");
  }

  @Test
  void otherRolesEndASessionAtOnce() {
    String id = adds(person("fatima@example.org", "MODERATOR")).text("id");
    Browser fatima = door.browser().signsIn("fatima@example.org");
    Answer changed =
        browser.say(
            Requests.put(ONE).path("id", id).json(person("fatima@example.org", "ORGANISER")));
    assertThat(changed.json().at("/roles/0").asText()).isEqualTo("ORGANISER");
    assertThat(fatima.me().code()).isEqualTo("SIGNED_OUT");
    assertThat(fatima.signsIn("fatima@example.org").say(Requests.get(STAFF)).status())
        .isEqualTo(200);
  }

  @Test
  void somebodyIsSentAway() {
    String id = adds(person("fatima@example.org", "MODERATOR")).text("id");
    assertThat(browser.say(Requests.delete(ONE).path("id", id)).status()).isEqualTo(200);
    assertThat(listed()).containsExactly("organiser@example.org");
    assertThat(
            browser
                .say(Requests.put(ONE).path("id", id).json(person("a@b.org", "MODERATOR")))
                .status())
        .isEqualTo(404);
  }

  @Test
  void anOrganiserMakesNoAdminAndTouchesNone() {
    assertThat(adds(person("fatima@example.org", "ADMIN")).code()).isEqualTo("FORBIDDEN");
    Member admin =
        door.employees.employ("05", "chief@example.org", Language.FR, Set.of(Role.ADMIN));
    assertThat(browser.say(Requests.delete(ONE).path("id", admin.id())).code())
        .isEqualTo("FORBIDDEN");
    Browser chief = door.browser().signsIn("chief@example.org");
    Map<String, Object> asTheyAre = person("chief@example.org", "ADMIN", "MODERATOR");
    asTheyAre.putAll(
        Map.of("name", admin.name(), "language", "fr", "mails", admin.mailing().wish().name()));
    asTheyAre.put("digestHour", admin.mailing().digestHour());
    assertThat(browser.say(Requests.put(ONE).path("id", admin.id()).json(asTheyAre)).code())
        .isEqualTo("FORBIDDEN");
    assertThat(chief.me().status()).isEqualTo(200);
  }

  @Test
  void theLastAdminStays() {
    Browser admin = door.browser().signsIn(FrontDoor.ADMIN);
    String id = admin.me().text("id");
    assertThat(admin.say(Requests.delete(ONE).path("id", id)).code()).isEqualTo("LAST_ADMIN");
  }

  @Test
  void whoeverIsNotOfTheRegionCannotBeFound() {
    Member other =
        door.employees.employ("07", "other@example.org", Language.FR, Set.of(Role.MODERATOR));
    Answer changed =
        browser.say(
            Requests.put(ONE).path("id", other.id()).json(person("x@example.org", "MODERATOR")));
    assertThat(changed.status()).isEqualTo(404);
    for (String id : List.of(other.id(), "nobody")) {
      assertThat(browser.say(Requests.delete(ONE).path("id", id)).status()).as(id).isEqualTo(404);
    }
  }

  @Test
  void oneChangesOnesOwnEntryWithoutChangingOnesRoles() {
    Answer changed =
        browser.say(
            Requests.put("/api/staff/me")
                .json(Map.of("name", "Khadija", "language", "ar", "mails", "NONE")));
    assertThat(changed.text("name")).isEqualTo("Khadija");
    assertThat(browser.me().text("mails")).isEqualTo("NONE");
    Requests greedy =
        Requests.put("/api/staff/me")
            .json(Map.of("name", "Khadija", "language", "ar", "roles", List.of("ADMIN")));
    assertThat(browser.say(greedy).json().at("/errors/0/code").asText()).isEqualTo("UNKNOWN_FIELD");
    assertThat(door.staff.find(organiser.id()).orElseThrow().admin()).isFalse();
  }

  @Test
  void whatIsMissingOrWrongIsToldByTheField() {
    Map<String, Object> bad = person("nobody");
    bad.put("digestHour", 24);
    bad.put("mails", "OFTEN");
    assertThat(adds(bad).json().path("errors").valueStream().map(e -> e.path("field").asText()))
        .contains("email", "roles", "mails", "digestHour");
    assertThat(adds(person("a@example.org", "KING")).json().at("/errors/0/code").asText())
        .isEqualTo("UNKNOWN_CODE");
  }
}
