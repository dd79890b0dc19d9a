package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.acceptance.Caller.Answer;
import twiza.place.Language;
import twiza.text.Formats;

/** An organiser prepares a round in a room, announces it, and calls it off; visitors see it. */
class RoundsInTheBrowserTest {

  private static final String TEXT = "Mieux vendre ce que la montagne produit.";
  private static final String ARABIC = "تسويق أفضل لما ينتجه الجبل.";

  /** On Morocco's clock, as a field for date and time takes it. */
  private static String local(Instant at) {
    return at.atZone(Formats.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static Locator field(PersonInTheBrowser person, String name) {
    return person.page().locator("[id='f-" + name + "']");
  }

  private static void isDone(PersonInTheBrowser person, String key) {
    assertThat(person.page().locator("#status")).hasText(person.text(key));
    assertThat(person.page().locator("#status")).isFocused();
  }

  private static void drafts(PersonInTheBrowser organiser, String french, String arabic) {
    Instant opens = Station.shared().now().plus(Duration.ofDays(1));
    organiser.presses("desk.rounds.addLive");
    organiser.presses("desk.rounds.add.button");
    assertThat(organiser.page().locator("#errors")).isFocused();
    PageInTheBrowser.isFitForEverybody(organiser);
    field(organiser, "texts.fr.title").fill(french);
    field(organiser, "texts.ar.title").fill(arabic);
    field(organiser, "opensAt").fill(local(opens));
    field(organiser, "submissionsCloseAt").fill(local(opens.plus(Duration.ofHours(2))));
    organiser.presses("desk.rounds.add.button");
    organiser.isAt("/desk/round/", "desk.round.title");
  }

  private static void completes(PersonInTheBrowser organiser) {
    assertThat(organiser.page().locator("#missing li")).hasCount(6);
    organiser.page().locator("#missing a").first().click();
    assertThat(organiser.page().locator("textarea:focus")).hasCount(1);
    for (String text : new String[] {"theme", "eligibility", "complaints", "jury"}) {
      field(organiser, "texts.fr." + text).fill(TEXT);
      field(organiser, "texts.ar." + text).fill(ARABIC);
    }
    organiser.presses("desk.round.announce");
    organiser.sees(organiser.text("desk.round.unsaved"));
    organiser.presses("desk.round.prize.add");
    field(organiser, "prizes.0.title.fr").fill("Premier prix");
    field(organiser, "prizes.0.title.ar").fill("الجائزة الأولى");
    field(organiser, "prizes.0.amount").fill("50 000");
    field(organiser, "rubric.0.weight").fill("0");
    organiser.presses("desk.round.keep");
    assertThat(organiser.page().locator("#errors")).isFocused();
    assertThat(field(organiser, "rubric.0.weight")).hasAttribute("aria-invalid", "true");
    organiser.page().reload();
  }

  @ParameterizedTest
  @EnumSource(names = {"FRENCH_AT_A_DESK", "ARABIC_ON_A_PHONE"})
  void a_round_in_a_room_is_prepared_announced_and_called_off(BrowserWindow window) {
    StaffBehindTheBrowser staff = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    String french = Running.unique("Une matinée pour le thym");
    String arabic = Running.unique("صباح من أجل الزعتر");
    String title = window.language() == Language.AR ? arabic : french;
    try (PersonInTheBrowser organiser = Browser.person(window).whoIsRefused("/api/desk/rounds")) {
      staff.goesTo(organiser, "/desk/rounds/", "desk.rounds.title");
      drafts(organiser, french, arabic);
      String id = organiser.page().url().replaceFirst(".*#id=", "");
      PageInTheBrowser.isFitForEverybody(organiser);
      organiser.page().onDialog(dialog -> dialog.accept());
      completes(organiser);
      for (String text : new String[] {"theme", "eligibility", "complaints", "jury"}) {
        field(organiser, "texts.fr." + text).fill(TEXT);
        field(organiser, "texts.ar." + text).fill(ARABIC);
      }
      organiser.presses("desk.round.keep");
      isDone(organiser, "desk.round.saved");
      organiser.sees(organiser.text("desk.round.missing.nothing"));

      organiser.presses("desk.round.announce");
      organiser
          .page()
          .locator("#announcing")
          .getByText(organiser.text("desk.round.announce"))
          .last()
          .click();
      isDone(organiser, "desk.round.announced");
      assertThat(field(organiser, "live")).isDisabled();
      assertThat(organiser.page().locator("#room-code bdi")).hasText(Pattern.compile("\\w{6}"));
      PageInTheBrowser.isFitForEverybody(organiser);
      String code = organiser.page().locator("#room-code bdi").textContent();

      organiser.opens("/desk/poster/#id=" + id);
      assertThat(organiser.page().locator("#code")).hasText(code);
      assertThat(organiser.page().locator("#qr svg")).isVisible();
      assertThat(organiser.page().locator("#address"))
          .hasText(Pattern.compile("^[^/]+/" + window.language().tag() + "/rounds/$"));
      assertThat(organiser.page().locator("#title-ar")).hasText(arabic);
      PageInTheBrowser.isFitForEverybody(organiser);
      organiser.opens("/desk/room/#id=" + id);
      organiser.sees(organiser.text("desk.room.count.none"));
      PageInTheBrowser.isFitForEverybody(organiser);

      isAnnounced(window, title, code);

      organiser.opens("/desk/round/#id=" + id);
      organiser.presses("desk.round.cancel");
      organiser.presses("desk.round.cancel.button");
      assertThat(field(organiser, "reason")).isFocused();
      field(organiser, "reason").fill("La salle n’est plus libre.");
      organiser.presses("desk.round.cancel.button");
      isDone(organiser, "desk.round.cancelled");
      assertThat(organiser.page().locator("#keep")).isDisabled();
      organiser.opens("/rounds/" + id + "/");
      organiser.sees("La salle n’est plus libre.");
      PageInTheBrowser.isFitForEverybody(organiser);
    }
  }

  private static String text(PersonInTheBrowser person, String choice) {
    return person.text("desk.room.send", "choice", person.text(choice));
  }

  /** A round in a room that has just opened. */
  private static String opened(Caller organiser) {
    Map<String, Object> plan =
        new HashMap<>(
            Bodies.round(
                Running.unique("Idéathon"),
                Station.shared().now().plus(Duration.ofMinutes(2)),
                Duration.ofHours(2)));
    plan.put("live", true);
    Answer drafted = organiser.post("/api/desk/rounds?region=05", plan);
    assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
    String id = drafted.text("id");
    Map<String, Object> version = Map.of("version", drafted.json().path("version").asInt());
    assertThat(organiser.post("/api/desk/rounds/" + id + "/announcement", version).status())
        .isEqualTo(200);
    Running.anybody().post("/local/clock", Map.of("advance", "PT5M"));
    return id;
  }

  @Test
  void a_moderator_works_through_the_queue_of_the_room_on_a_phone() {
    BrowserWindow window = BrowserWindow.ARABIC_ON_A_PHONE;
    Caller organiser = StaffBehindTheBrowser.admin();
    String round = opened(organiser);
    IdeaBehindTheBrowser approved = IdeaBehindTheBrowser.pending();
    IdeaBehindTheBrowser rejected = IdeaBehindTheBrowser.pending();
    for (IdeaBehindTheBrowser idea : List.of(approved, rejected)) {
      Answer entered =
          organiser.post("/api/desk/rounds/" + round + "/entries", Map.of("idea", idea.id()));
      assertThat(entered.status()).as(entered.body()).isEqualTo(201);
    }
    StaffBehindTheBrowser staff = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser moderator = Browser.person(window)) {
      staff.goesTo(moderator, "/desk/", "desk.queue.title");
      moderator.page().locator("#rooms a[href$='" + round + "']").click();
      moderator.isAt("/desk/room/", "desk.room.title");
      Locator items = moderator.page().locator("#waiting > li");
      assertThat(items).hasCount(2);
      moderator.page().getByText(approved.title()).click();
      moderator.presses("choice.APPROVE");
      assertThat(items).hasCount(1);
      assertThat(moderator.page().locator("#told")).containsText(approved.title());
      assertThat(approved.state()).isEqualTo("PUBLISHED");

      moderator.page().locator("#waiting summary").click();
      moderator.presses("choice.REJECT");
      PageInTheBrowser.isFitForEverybody(moderator);
      moderator.page().locator("#waiting textarea").fill("Ce n’est pas une coopérative.");
      moderator.page().getByText(text(moderator, "choice.REJECT")).click();
      assertThat(items).hasCount(0);
      assertThat(rejected.state()).isEqualTo("REJECTED");
      moderator.sees(moderator.text("desk.room.count.none"));
    }
    try (PersonInTheBrowser visitor = Browser.person(window)) {
      visitor.opens("/rounds/" + round + "/");
      visitor.sees(approved.title());
      visitor.doesNotSee(rejected.title());
      visitor.follows("round.enter");
      visitor.sees(visitor.text("field.roomCode.label"));
      PageInTheBrowser.isFitForEverybody(visitor);
    }
  }

  private static void isAnnounced(BrowserWindow window, String title, String code) {
    try (PersonInTheBrowser visitor = Browser.person(window)) {
      visitor.opens("/rounds/");
      PageInTheBrowser.isFitForEverybody(visitor);
      visitor.page().getByText(title).click();
      assertThat(visitor.page().locator("h1")).hasText(title);
      assertThat(visitor.page().locator(".countdown")).not().isEmpty();
      assertThat(visitor.page().content()).doesNotContain(code);
      PageInTheBrowser.isFitForEverybody(visitor);
    }
  }
}
