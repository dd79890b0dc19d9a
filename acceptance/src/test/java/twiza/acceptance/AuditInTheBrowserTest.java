package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;

/** An organiser looks up what happened, and takes it away. */
class AuditInTheBrowserTest {

  @ParameterizedTest
  @EnumSource
  void finds_what_happened_to_one_idea_and_takes_it_away(BrowserWindow window) throws IOException {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    try (PersonInTheBrowser person = Browser.person(window)) {
      organiser.goesTo(person, "/desk/audit/", "desk.audit.title");
      Locator entries = person.page().locator("#entries li");
      assertThat(entries.first()).containsText(person.text("history.SIGNED_IN"));
      assertThat(entries.first())
          .containsText(person.text("desk.audit.by", "name", organiser.name()));

      person.field("idea").fill(idea.code());
      person.presses("desk.audit.filter");
      assertThat(person.page().locator("#found-title")).isFocused();
      assertThat(entries.first()).containsText(person.text("history.APPROVED"));
      assertThat(entries.last()).containsText(person.text("history.SUBMITTED"));
      assertThat(entries.last()).containsText(person.text("desk.audit.nobody"));
      PageInTheBrowser.isFitForEverybody(person);

      person.page().getByLabel(person.text("desk.audit.kind")).selectOption("APPROVED");
      person.presses("desk.audit.filter");
      assertThat(entries).hasCount(1);
      Download file = person.page().waitForDownload(() -> person.presses("desk.audit.file"));
      assertThat(file.suggestedFilename()).isEqualTo("audit-05.csv");
      assertThat(Files.readString(file.path()))
          .startsWith("\ufeff" + person.text("audit.column.at"))
          .contains("APPROVED", idea.code())
          .doesNotContain("SUBMITTED");

      entries.first().getByRole(AriaRole.LINK).click();
      person.isAt("/desk/idea/", "desk.idea.title");
      assertThat(person.page().locator("#subject")).hasText(idea.title());
    }
  }

  @Test
  void turns_the_pages_and_says_when_nothing_matches() {
    StaffBehindTheBrowser organiser =
        StaffBehindTheBrowser.with(BrowserWindow.FRENCH_AT_A_DESK.language(), "ORGANISER");
    for (int i = 0; i < 11; i++) {
      IdeaBehindTheBrowser.pending();
    }
    try (PersonInTheBrowser person = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      organiser.goesTo(person, "/desk/audit/", "desk.audit.title");
      Locator entries = person.page().locator("#entries li");
      assertThat(entries).hasCount(20);
      person.presses("desk.audit.more");
      assertThat(entries.nth(20)).isVisible();

      person.field("person").selectOption(organiser.name());
      person.presses("desk.audit.filter");
      assertThat(entries).hasCount(2);
      assertThat(entries.last())
          .containsText(person.text("desk.audit.member", "name", organiser.name()));
      person.field("to").fill("2020-01-01");
      person.presses("desk.audit.filter");
      assertThat(person.page().locator("#empty")).isVisible();
      assertThat(entries).hasCount(0);
      person.presses("desk.audit.clear");
      assertThat(entries).hasCount(20);
    }
  }

  @Test
  void finds_what_somebody_did_who_left() {
    Language language = BrowserWindow.FRENCH_AT_A_DESK.language();
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(language, "ORGANISER");
    StaffBehindTheBrowser leaver = StaffBehindTheBrowser.with(language, "MODERATOR");
    leaver.leaves();
    try (PersonInTheBrowser person = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      organiser.goesTo(person, "/desk/audit/", "desk.audit.title");
      person.field("person").selectOption(leaver.name());
      person.presses("desk.audit.filter");
      Locator entries = person.page().locator("#entries li");
      assertThat(entries).hasCount(2);
      assertThat(entries.first()).containsText(person.text("history.STAFF_REMOVED"));
    }
  }

  @Test
  void is_closed_to_moderators() {
    StaffBehindTheBrowser moderator =
        StaffBehindTheBrowser.with(BrowserWindow.FRENCH_AT_A_DESK.language(), "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      moderator.goesTo(person, "/desk/audit/", "desk.audit.title");
      person.sees(person.text("desk.audit.forbidden"));
      assertThat(person.page().locator("#audit")).isHidden();
      assertThat(person.page().locator("#to-audit")).isHidden();
    }
  }
}
