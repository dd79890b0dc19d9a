package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a moderator says of a published idea is read by everybody, until it is taken back. */
class WordsOfTheDelegationInTheBrowserTest {

  private static final String NOTE = "La commune de Khénifra prête un local à ce projet.";
  private static final String TITLE = "ورشة للنسيج بخنيفرة";
  private static final String SUMMARY = "ورشة مشتركة تنسج فيها نساء الوادي زرابيهن ويبعنها معا.";

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_note_and_a_translation_come_and_go(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser staff = Browser.person(window);
        PersonInTheBrowser reader = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      moderator.goesTo(staff, "/desk/", "desk.queue.title");
      staff.opens("/desk/idea/#id=" + idea.id());
      staff.presses("desk.idea.note.keep");
      assertThat(staff.page().locator("#note-errors")).isFocused();
      staff.field("officialNote").fill(NOTE);
      staff.presses("desk.idea.note.keep");
      staff.sees(staff.text("desk.idea.note.kept"));
      assertThat(staff.page().locator("#note-form .status")).isFocused();
      assertThat(newest(staff)).containsText(staff.text("history.NOTED"));
      assertThat(newest(staff)).containsText(moderator.name());

      assertThat(staff.field("translation").locator("option[value=fr]")).hasCount(0);
      staff.field("translation").selectOption("ar");
      staff.field("title").fill(TITLE);
      staff.field("summary").fill("قصير");
      staff.presses("desk.idea.translation.keep");
      assertThat(staff.page().locator("#translation-errors")).isFocused();
      staff.field("summary").fill(SUMMARY);
      staff.presses("desk.idea.translation.keep");
      staff.sees(staff.text("desk.idea.translation.kept"));
      assertThat(newest(staff)).containsText(staff.text("language.ar"));
      PageInTheBrowser.isFitForEverybody(staff);

      reader.opens("/ideas/" + idea.id() + "/");
      assertThat(reader.page().locator("h1")).hasText(TITLE);
      reader.sees(SUMMARY);
      reader.sees(NOTE);
      PageInTheBrowser.isFitForEverybody(reader);

      staff.page().reload();
      assertThat(staff.field("officialNote")).hasValue(NOTE);
      assertThat(staff.field("title")).hasValue(TITLE);
      staff.presses("desk.idea.note.remove");
      staff.sees(staff.text("desk.idea.note.removed"));
      staff.presses("desk.idea.translation.remove");
      staff.sees(staff.text("desk.idea.translation.removed"));
      assertThat(staff.field("title")).hasValue("");
      reader.page().reload();
      assertThat(reader.page().locator("h1")).hasText(idea.title());
      reader.doesNotSee(NOTE);
    }
  }

  private static Locator newest(PersonInTheBrowser staff) {
    return staff.page().locator("#history li").first();
  }
}
