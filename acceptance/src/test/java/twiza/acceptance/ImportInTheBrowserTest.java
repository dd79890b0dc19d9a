package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An organiser brings in what lies in a spreadsheet, sees what is wrong with it, and takes it back.
 */
class ImportInTheBrowserTest {

  private static final String HEADER =
      "title;summary;need;solution;province;sector;author.kind;author.name;author.phone;"
          + "author.language;consent\r\n";

  private static String rows(String title, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                String.join(
                    ";",
                    title + " " + number,
                    "Un atelier partagé où les femmes de la vallée tissent et vendent.",
                    "Les tapis se vendent un par un, au souk, à des intermédiaires.",
                    "Un atelier commun, une marque commune et une vente en ligne.",
                    "Khénifra",
                    "Artisanat",
                    "Une association",
                    "Association Tamount",
                    Station.newPhone(),
                    "fr",
                    number % 5 == 0 ? "" : "PAPER"))
        .collect(joining("\r\n"));
  }

  /** A file of so many ideas, of which each fifth has no consent recorded. */
  static String file(String title, int ideas) {
    return "\ufeff" + HEADER + rows(title, ideas);
  }

  private static void chooses(PersonInTheBrowser person, byte[] file) {
    person.page().locator("#f-file").setInputFiles(new FilePayload("idees.csv", "text/csv", file));
    person.presses("desk.import.check");
  }

  @ParameterizedTest
  @EnumSource
  void fifty_ideas_come_in_and_are_taken_back(BrowserWindow window) {
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    String title = Running.unique("Un atelier de tissage");
    String csv = file(title, 50);
    try (PersonInTheBrowser person = Browser.person(window)) {
      organiser.goesTo(person, "/desk/import/", "desk.import.title");
      chooses(person, csv.replace("Artisanat", "Sorcellerie").getBytes(UTF_8));
      assertThat(report(person)).hasText(person.text("desk.import.wrong", "count", 50));
      assertThat(report(person)).isFocused();
      assertThat(person.page().locator("#fault-rows tr").first())
          .containsText(person.text("field.sector.label"));
      assertThat(person.page().locator("#fault-rows tr").first()).containsText("Sorcellerie");
      PageInTheBrowser.isFitForEverybody(person);

      chooses(person, csv.getBytes(UTF_8));
      assertThat(report(person)).hasText(person.text("desk.import.ready", "count", 50));
      assertThat(person.page().locator("#report-lines"))
          .containsText(person.text("desk.import.withoutConsent", "count", 10));
      person.presses("desk.import.button");
      assertThat(report(person)).hasText(person.text("desk.import.done", "count", 50));
      assertThat(batch(person)).containsText(person.text("desk.import.count", "count", 50));
      assertThat(batch(person)).containsText(organiser.name());
      PageInTheBrowser.isFitForEverybody(person);

      chooses(person, csv.getBytes(UTF_8));
      assertThat(report(person)).hasText(person.text("desk.import.nothing"));

      batch(person).locator(".danger").click();
      assertThat(person.page().locator("#undoing-title")).isFocused();
      person.presses("desk.import.undo.button");
      String undone = person.text("desk.import.undone", "removed", 50, "kept", 0);
      assertThat(person.page().locator("#status")).hasText(undone);
      assertThat(batch(person)).containsText(undone);
      assertThat(batch(person).locator(".danger")).hasCount(0);
      person.opens("/desk/");
      person.doesNotSee(title);
    }
  }

  @Test
  void the_template_is_a_file_for_spreadsheets() throws IOException {
    BrowserWindow window = BrowserWindow.ARABIC_ON_A_PHONE;
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    try (PersonInTheBrowser person = Browser.person(window)) {
      organiser.goesTo(person, "/desk/import/", "desk.import.title");
      Download template =
          person.page().waitForDownload(() -> person.presses("desk.import.template"));
      String text = Files.readString(template.path());
      assertThat(text)
          .startsWith("\ufefftitle;summary;")
          .contains("# " + person.text("field.title.label"));
    }
  }

  @Test
  void a_file_that_is_not_in_utf_8_is_told_in_a_clear_sentence() {
    BrowserWindow window = BrowserWindow.FRENCH_AT_A_DESK;
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    try (PersonInTheBrowser person = Browser.person(window).whoIsRefused("/api/desk/imports")) {
      organiser.goesTo(person, "/desk/import/", "desk.import.title");
      person.presses("desk.import.check");
      assertThat(person.page().locator("#e-file")).hasText(person.text("error.field.REQUIRED"));
      chooses(person, (HEADER + rows("Café", 1)).getBytes(Charset.forName("windows-1252")));
      assertThat(person.page().locator("#e-file")).hasText(person.text("error.field.BAD_ENCODING"));
      assertThat(person.page().locator("#f-file")).isFocused();
      chooses(person, HEADER.getBytes(UTF_8));
      assertThat(person.page().locator("#e-file")).hasText(person.text("error.field.NO_ROWS"));
    }
  }

  @Test
  void is_for_organisers() {
    BrowserWindow window = BrowserWindow.FRENCH_AT_A_DESK;
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(window)) {
      moderator.goesTo(person, "/desk/import/", "desk.import.title");
      person.sees(person.text("desk.forbidden.title"));
      assertThat(person.page().locator("#work")).isHidden();
      assertThat(person.page().locator("#to-import")).isHidden();
    }
  }

  private static Locator report(PersonInTheBrowser person) {
    return person.page().locator("#report-title");
  }

  /** The newest. */
  private static Locator batch(PersonInTheBrowser person) {
    return person.page().locator("#batches .person").first();
  }
}
