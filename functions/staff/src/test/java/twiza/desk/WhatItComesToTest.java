package twiza.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.desk.FrontDoor.Browser;
import twiza.http.Requests;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.staff.Role;
import twiza.table.TableIdeas;
import twiza.table.TableUptakes;
import twiza.uptake.Candidate;

/** Whoever works at a delegation reads what its work comes to, and what waits today. */
class WhatItComesToTest {

  private final FrontDoor door = new FrontDoor();
  private int employed;
  private final Browser moderator = browser(Role.MODERATOR, "05");
  private final TableIdeas ideas =
      new TableIdeas(door.table.client(), door.table.name(), door.fingerprints);

  private Browser browser(Role role, String region) {
    employed++;
    String email = "staff" + employed + "@example.org";
    door.employees.employ(region, email, Language.FR, Set.of(role));
    return door.browser().signsIn(email);
  }

  private static Requests board(String from, String to) {
    return Requests.get("/api/desk/board").query("from", from).query("to", to);
  }

  private static JsonNode row(JsonNode rows, String code) {
    return rows.valueStream()
        .filter(row -> row.path("code").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPeriodIsToldInTotalsByStepAndByEachSide() {
    Journey idea = Journey.published(ideas, Samples.anIdea());
    Journey.begins(ideas, Samples.anIdea().in(Samples.AZILAL).by(Samples.moha()));
    Candidate.starts(
        new TableUptakes(door.table.client(), door.table.name(), door.fingerprints), idea.id());
    door.pass(Duration.ofDays(2));
    JsonNode json = browser(Role.MODERATOR, "05").say(board("2026-05-01", "2026-06-30")).json();
    assertThat(json.at("/totals/RECEIVED").asInt()).isEqualTo(2);
    assertThat(json.at("/totals/APPROVED").asInt()).isEqualTo(1);
    assertThat(json.at("/totals/TAKEN_UP").asInt()).isEqualTo(1);
    assertThat(json.path("step").asText()).isEqualTo("MONTH");
    assertThat(json.path("steps")).hasSize(2);
    assertThat(json.at("/steps/0/counts/RECEIVED").asInt()).isEqualTo(2);
    assertThat(json.at("/steps/1/counts/RECEIVED").asInt()).isZero();
    assertThat(row(json.path("provinces"), Samples.AZILAL).at("/counts/RECEIVED").asInt())
        .isEqualTo(1);
    assertThat(json.path("kinds")).hasSize(1);
    assertThat(json.at("/decisions/count").asInt()).isEqualTo(1);
    assertThat(json.at("/decisions/medianHours").asInt()).isEqualTo(1);
    assertThat(json.path("women").isNull()).isTrue();
  }

  @Test
  void whereNothingWasCountedEverythingIsZero() {
    JsonNode json = moderator.say(board("2026-05-01", "2026-05-31")).json();
    assertThat(json.at("/totals/RUNNING").asInt()).isZero();
    assertThat(json.path("sectors")).isEmpty();
    assertThat(json.at("/decisions/medianHours").isNull()).isTrue();
  }

  @Test
  void whatIsWrongWithAPeriodIsTold() {
    assertThat(moderator.say(Requests.get("/api/desk/board")).faults())
        .containsExactlyInAnyOrder("from REQUIRED", "to REQUIRED");
    assertThat(moderator.say(board("2026-13-01", "yesterday")).faults())
        .containsExactlyInAnyOrder("from WRONG_TYPE", "to WRONG_TYPE");
    assertThat(moderator.say(board("2026-05-02", "2026-05-01")).faults())
        .containsExactly("to ENDS_BEFORE");
    assertThat(moderator.say(board("2021-01-01", "2026-01-01")).faults())
        .containsExactly("to PERIOD_TOO_LONG");
    assertThat(moderator.say(board("2021-02-01", "2026-01-31")).status()).isEqualTo(200);
  }

  @Test
  void aYearCostsTheSameHoweverManyIdeasThereAreFromBefore() {
    int requests = door.meter.of(() -> moderator.say(board("2026-01-01", "2026-12-31"))).requests();
    for (int i = 0; i < 20; i++) {
      Journey.published(ideas, Samples.anIdea());
    }
    assertThat(door.meter.of(() -> moderator.say(board("2026-01-01", "2026-12-31"))).requests())
        .isEqualTo(requests);
  }

  @Test
  void whatWaitsTodayIsToldByItsKind() {
    Journey.begins(ideas, Samples.anIdea().by(Samples.moha()));
    door.pass(Duration.ofDays(8));
    JsonNode items =
        browser(Role.MODERATOR, "05").say(Requests.get("/api/desk/today")).json().path("items");
    assertThat(items).hasSize(6);
    assertThat(items.at("/0/kind").asText()).isEqualTo("WAITING");
    assertThat(items.at("/0/count").asInt()).isEqualTo(1);
    assertThat(items.at("/0/oldest").asText()).isEqualTo("2026-05-04T09:00:00Z");
    assertThat(items.at("/1/kind").asText()).isEqualTo("OVERDUE");
    assertThat(items.at("/1/count").asInt()).isEqualTo(1);
    assertThat(items.at("/5/kind").asText()).isEqualTo("NEEDS_WITHOUT_IDEAS");
    assertThat(items.at("/5/count").asInt()).isZero();
  }

  @Test
  void anAdminNamesARegionThatThereIs() {
    Browser admin = door.browser().signsIn(FrontDoor.ADMIN);
    Requests nowhere = board("2026-05-01", "2026-05-31").query("region", "99");
    assertThat(admin.say(nowhere).faults()).containsExactly("region UNKNOWN_CODE");
    assertThat(admin.say(Requests.get("/api/desk/today").query("region", "99")).faults())
        .containsExactly("region UNKNOWN_CODE");
  }

  @Test
  void itIsClosedToOtherRegions() {
    Browser stranger = browser(Role.ORGANISER, "06");
    Requests elsewhere = board("2026-05-01", "2026-05-31").query("region", "05");
    assertThat(stranger.say(elsewhere).status()).isEqualTo(403);
    assertThat(stranger.say(Requests.get("/api/desk/today").query("region", "05")).status())
        .isEqualTo(403);
  }
}
