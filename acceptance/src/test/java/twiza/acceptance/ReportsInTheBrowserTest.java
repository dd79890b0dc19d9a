package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Somebody of the public reports an idea, and a moderator finds nothing wrong with it. */
class ReportsInTheBrowserTest {

  private static final String WORDS = "Ce projet ressemble beaucoup à celui de mon village.";
  private static final String REASON = "Les deux villages l’ont imaginé ensemble.";

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void is_read_at_the_desk_and_dismissed(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser reader = Browser.person(window);
        PersonInTheBrowser staff = Browser.person(window)) {
      reader.opens("/ideas/" + idea.id() + "/");
      assertThat(reader.page().locator("#report")).isHidden();
      reader.fold("idea.report.open").click();
      assertThat(reader.page().locator("#report :checked")).hasCount(0);
      reader.presses("idea.report.button");
      assertThat(reader.page().locator("#errors")).isFocused();
      PageInTheBrowser.isFitForEverybody(reader);
      reader.answer("report.COPIED").check();
      reader.field("text").fill(WORDS);
      reader.presses("idea.report.button");
      assertThat(reader.page().locator("#reported")).isFocused();
      assertThat(reader.page().locator("#reported")).hasText(reader.text("idea.report.thanks"));
      assertThat(reader.page().locator("#report")).isHidden();

      moderator.goesTo(staff, "/desk/", "desk.queue.title");
      staff.opens("/desk/idea/#id=" + idea.id());
      staff.sees(staff.text("desk.idea.reports.title"));
      assertThat(staff.page().locator("#reported")).containsText(staff.text("report.COPIED"));
      assertThat(staff.page().locator("#reported")).containsText(WORDS);
      assertThat(staff.page().locator("#flags")).containsText(staff.text("flag.REPORTED"));
      PageInTheBrowser.isFitForEverybody(staff);
      staff.field("dismissal").fill(REASON);
      staff.presses("desk.idea.reports.dismiss");
      staff.sees(staff.text("desk.idea.reports.dismissed"));
      assertThat(staff.page().locator("#status")).isFocused();
      assertThat(staff.page().locator("#reports")).isHidden();
      assertThat(staff.page().locator("#flags-part")).isHidden();
      Locator last = staff.page().locator("#history li").first();
      assertThat(last).containsText(staff.text("history.REPORTS_DISMISSED"));
      assertThat(last).containsText(REASON);
      assertThat(last).containsText(moderator.name());
    }
    assertThat(idea.isPublic()).isTrue();
  }

  @Test
  void needs_no_pointer() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      reader.opens("/ideas/" + idea.id() + "/");
      Keyboard keys = reader.page().keyboard();
      reader.fold("idea.report.open").focus();
      keys.press("Enter");
      keys.press("Tab");
      assertThat(reader.answer("report.WRONG")).isFocused();
      keys.press("Space");
      keys.press("Tab");
      assertThat(reader.field("text")).isFocused();
      keys.press("Tab");
      assertThat(reader.button("idea.report.button")).isFocused();
      keys.press("Enter");
      assertThat(reader.page().locator("#reported")).isFocused();
    }
  }
}
