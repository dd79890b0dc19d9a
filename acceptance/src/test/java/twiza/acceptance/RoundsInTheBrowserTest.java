package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Clock;
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
  private static final String ENGLISH = "A morning for thyme";
  private static final String TAMAZIGHT = "ⵜⵉⴼⴰⵡⵜ ⵏ ⵜⵣⵓⴽⵏⵏⵉⵜ";
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
      saysItInOtherLanguagesToo(organiser);
      organiser.presses("desk.round.keep");
      isDone(organiser, "desk.round.saved");
      organiser.sees(organiser.text("desk.round.missing.nothing"));
      isSaidInOtherLanguages(organiser, id);

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

  /** The proposed rubric says itself in English: nobody overlooks that when they change it. */
  private static void saysItInOtherLanguagesToo(PersonInTheBrowser organiser) {
    organiser.page().locator("[data-part='TITLE'] summary").click();
    field(organiser, "texts.en.title").fill(ENGLISH);
    field(organiser, "texts.zgh.title").fill(TAMAZIGHT);
    field(organiser, "rubric.0.title.en").fill("How new it is");
    field(organiser, "rubric.1.title.en").clear();
    field(organiser, "rubric.0.levels.zgh").fill("ⴰ\nⴱ\nⴳ\nⴷ\nⴹ");
    PageInTheBrowser.isFitForEverybody(organiser);
  }

  /** What nobody wrote is not there at all. */
  private static void isSaidInOtherLanguages(PersonInTheBrowser organiser, String id) {
    JsonNode kept = StaffBehindTheBrowser.admin().get("/api/desk/rounds/" + id).json();
    assertThat(kept.at("/texts/en/title").asText()).isEqualTo(ENGLISH);
    assertThat(kept.at("/texts/zgh/title").asText()).isEqualTo(TAMAZIGHT);
    assertThat(kept.at("/rubric/0/title/en").asText()).isEqualTo("How new it is");
    assertThat(kept.at("/rubric/0/levels/zgh")).hasSize(5);
    assertThat(kept.at("/rubric/1/title").has("en")).isFalse();
    assertThat(kept.at("/rubric/1/levels").has("zgh")).isFalse();
    assertThat(field(organiser, "texts.en.title")).hasValue(ENGLISH);
    assertThat(field(organiser, "rubric.0.levels.zgh")).isVisible();
  }

  @Test
  void the_countdown_goes_by_the_servers_clock_though_that_of_the_phone_is_wrong() {
    String round = opened(StaffBehindTheBrowser.admin());
    try (PersonInTheBrowser visitor = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      Instant wrong = Station.shared().now().plus(Duration.ofDays(3));
      visitor.page().clock().install(new Clock.InstallOptions().setTime(wrong.toEpochMilli()));
      visitor.opens("/rounds/" + round + "/");
      assertThat(visitor.page().locator(".countdown"))
          .hasText(Pattern.compile("^Encore 1.heure et 5\\d.minutes$"));
    }
  }

  @Test
  void an_organiser_ends_the_jury_of_a_room_with_one_press() {
    String round = opened(StaffBehindTheBrowser.admin());
    String closes =
        StaffBehindTheBrowser.admin().get("/api/desk/rounds/" + round).text("submissionsCloseAt");
    BrowserWindow window = BrowserWindow.ARABIC_ON_A_PHONE;
    StaffBehindTheBrowser staff = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    Station.shared().isNow(Instant.parse(closes).plusSeconds(60));
    try (PersonInTheBrowser organiser = Browser.person(window)) {
      staff.goesTo(organiser, "/desk/rounds/", "desk.rounds.title");
      organiser.opens("/desk/round/#id=" + round);
      assertThat(organiser.page().locator("#phase")).hasText(organiser.text("phase.JUDGING"));
      organiser.presses("desk.round.close");
      PageInTheBrowser.isFitForEverybody(organiser);
      organiser.page().locator("#closing button[value=close]").click();
      isDone(organiser, "desk.round.closed");
      assertThat(organiser.page().locator("#phase")).hasText(organiser.text("phase.CLOSED"));
      assertThat(organiser.page().locator("#close")).isHidden();
    }
  }

  @Test
  void an_author_who_was_late_enters_an_idea_of_the_bank_with_a_code() {
    BrowserWindow window = BrowserWindow.ARABIC_ON_A_PHONE;
    Caller organiser = StaffBehindTheBrowser.admin();
    Instant opens = Station.shared().now().plus(Duration.ofMinutes(2));
    Colleague colleague = new Colleague(Station.shared(), Colleague.ADMIN, organiser);
    String title = Running.unique("Édition des retardataires");
    String round =
        Editions.announced(
            colleague, Editions.plan(title, opens, opens.plus(Duration.ofMinutes(30))));
    Station.shared().isNow(opens.plus(Duration.ofMinutes(31)));
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    Answer issued =
        organiser.post(
            "/api/desk/rounds/" + round + "/late-codes", Map.of("email", idea.address()));
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/my/entries")) {
      author.opens(idea.follow());
      Locator late =
          author
              .page()
              .locator("#rounds > li")
              .filter(new Locator.FilterOptions().setHasText(title));
      Locator code = author.page().locator("#late-" + round);
      late.locator("button").click();
      assertThat(late.locator(".error")).hasText(author.text("error.field.REQUIRED"));
      assertThat(code).isFocused();
      PageInTheBrowser.isFitForEverybody(author);
      code.fill("NOBODYS");
      late.locator("button").click();
      assertThat(late.locator(".error")).hasText(author.text("error.field.WRONG_LATE_CODE"));
      code.fill(issued.text("code"));
      late.locator("button").click();
      assertThat(author.page().locator("#status")).hasText(author.text("follow.rounds.entered"));
      assertThat(late).containsText(author.text("follow.rounds.standing.WAITING"));
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
