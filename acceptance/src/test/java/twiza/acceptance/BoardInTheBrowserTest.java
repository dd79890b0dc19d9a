package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;
import twiza.place.Places;
import twiza.place.Province;
import twiza.place.Sector;

/** Whoever works at the delegation reads what its work comes to, and prints it. */
class BoardInTheBrowserTest {

  private static final String BOARD = "/api/desk/board";
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page\\b");
  private static final List<String> MILESTONES =
      List.of("RECEIVED", "APPROVED", "TAKEN_UP", "REGISTERED", "RUNNING");

  private static Locator cell(PersonInTheBrowser person, String table, String row, int column) {
    return person
        .page()
        .locator("#" + table + " tbody tr")
        .filter(new Locator.FilterOptions().setHas(person.page().getByText(row, exactly())))
        .locator("td")
        .nth(column);
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  /** Far enough, wherever other tests have moved the clock. */
  private static void choosesAllThatMayCount(PersonInTheBrowser person) {
    person.page().locator("#f-from").fill("2025-01-01");
    person.page().locator("#f-to").fill("2029-12-31");
    person.presses("desk.board.show");
    assertThat(person.page().locator("#report-title")).isFocused();
  }

  private static int number(Locator place) {
    return Integer.parseInt(place.textContent().replaceAll("\\D", ""));
  }

  @ParameterizedTest
  @EnumSource
  void a_moderator_reads_what_waits_and_what_a_period_comes_to(BrowserWindow window) {
    IdeaBehindTheBrowser.pending();
    IdeaBehindTheBrowser.published();
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(window).whoIsRefused(BOARD)) {
      moderator.goesTo(person, "/desk/board/", "desk.board.title");
      assertThat(person.link("desk.board.today.WAITING")).isVisible();
      choosesAllThatMayCount(person);
      assertThat(number(person.page().locator("#total-RECEIVED"))).isGreaterThanOrEqualTo(2);
      assertThat(number(person.page().locator("#total-APPROVED"))).isGreaterThanOrEqualTo(1);
      String kind = person.text("kind.INDIVIDUAL");
      assertThat(number(cell(person, "kinds", kind, 0)))
          .isLessThanOrEqualTo(number(person.page().locator("#total-RECEIVED")));
      assertThat(person.page().locator("#steps tbody tr")).hasCount(5);
      assertThat(person.page().locator("#charts figure")).hasCount(2);
      assertThat(person.page().locator("#decisions"))
          .containsText(person.text("desk.board.decisions.median"));
      PageInTheBrowser.isFitForEverybody(person);

      person.page().locator("#f-to").fill("2020-01-01");
      person.presses("desk.board.show");
      assertThat(person.page().locator("#errors")).isFocused();
      assertThat(person.page().locator("#e-to")).hasText(person.text("error.field.ENDS_BEFORE"));
      person.presses("desk.board.preset.MONTH");
      assertThat(person.page().locator("#errors")).isHidden();

      person.follows("desk.board.today.WAITING");
      person.isAt("/desk/", "desk.queue.title");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void the_fullest_report_takes_two_pages(Language language) {
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(language, "MODERATOR");
    try (PersonInTheBrowser person = new PersonInTheBrowser(window(language), language)) {
      person.page().route("**" + BOARD + "?*", BoardInTheBrowserTest::answersInFull);
      moderator.goesTo(person, "/desk/board/", "desk.board.title");
      assertThat(person.page().locator("#sectors tbody tr")).hasCount(19);
      assertThat(person.page().locator("#steps tbody tr")).hasCount(13);
      assertThat(person.page().locator("#shares"))
          .containsText(person.text("desk.board.share", "count", 123, "of", 456));
      assertThat(pages(person)).isEqualTo(2);
      PageInTheBrowser.isFitForEverybody(person);
    }
  }

  @Test
  void the_report_of_a_period_in_which_nothing_happened_takes_two_pages_too() {
    Language french = BrowserWindow.FRENCH_AT_A_DESK.language();
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(french, "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      moderator.goesTo(person, "/desk/board/", "desk.board.title");
      person.page().locator("#f-from").fill("2019-01-01");
      person.page().locator("#f-to").fill("2019-03-31");
      person.presses("desk.board.show");
      assertThat(person.page().locator("#total-RECEIVED")).hasText("0");
      person.sees(person.text("desk.board.nothing"));
      person.sees(person.text("desk.board.decisions.none"));
      assertThat(person.page().locator("#shares")).containsText(person.text("desk.board.few"));
      assertThat(pages(person)).isEqualTo(2);
    }
  }

  private static BrowserContext window(Language language) {
    return Browser.context(
        language == Language.AR ? BrowserWindow.ARABIC_ON_A_PHONE : BrowserWindow.FRENCH_AT_A_DESK,
        true);
  }

  private static long pages(PersonInTheBrowser person) {
    byte[] pdf = person.page().pdf(new Page.PdfOptions().setFormat("A4").setPrintBackground(false));
    return PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
  }

  /** As many rows as a region can have, and as many steps. */
  private static void answersInFull(Route route) {
    Places places = Places.load();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("region", "05");
    figures.put("from", "2025-11-02");
    figures.put("to", "2026-11-29");
    figures.put("totals", counts(1000));
    figures.put("step", "MONTH");
    figures.put("steps", steps());
    figures.put(
        "provinces",
        rows(places.joinedRegions().getFirst().provinces().stream().map(Province::code)));
    figures.put("sectors", rows(places.sectors().stream().map(Sector::code)));
    figures.put(
        "kinds", rows(Stream.of("INDIVIDUAL", "COOPERATIVE", "ASSOCIATION", "ADMINISTRATION")));
    figures.put("decisions", Map.of("count", 1234, "medianHours", 30, "nineOfTenHours", 170));
    Map<String, Object> share = Map.of("count", 123, "of", 456, "from", "2025-12", "to", "2026-10");
    figures.put("women", share);
    figures.put("youth", share);
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(Caller.JSON.valueToTree(figures).toString()));
  }

  private static Map<String, Object> counts(int most) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (int i = 0; i < MILESTONES.size(); i++) {
      counts.put(MILESTONES.get(i), most >> i);
    }
    return counts;
  }

  private static List<Map<String, Object>> rows(Stream<String> codes) {
    return codes
        .map(code -> Map.<String, Object>of("code", code, "counts", counts(10 + code.length() * 7)))
        .toList();
  }

  private static List<Map<String, Object>> steps() {
    List<Map<String, Object>> steps = new ArrayList<>();
    YearMonth month = YearMonth.of(2025, 11);
    for (int i = 0; i < 13; i++) {
      steps.add(
          Map.of(
              "from", i == 0 ? "2025-11-02" : month.plusMonths(i).atDay(1).toString(),
              "to", i == 12 ? "2026-11-29" : month.plusMonths(i).atEndOfMonth().toString(),
              "counts", counts(20 + (i * 37) % 90)));
    }
    return steps;
  }
}
