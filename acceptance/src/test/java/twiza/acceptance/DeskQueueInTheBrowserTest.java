package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A moderator works through what waits, one idea after another. */
class DeskQueueInTheBrowserTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void decides_one_idea_and_goes_on_to_the_next(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    IdeaBehindTheBrowser other = IdeaBehindTheBrowser.pending();
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(window)) {
      moderator.goesTo(person, "/desk/", "desk.queue.title");
      assertThat(waiting(person, other.title())).isVisible();
      PageInTheBrowser.isFitForEverybody(person);
      waiting(person, idea.title()).click();
      person.isAt("/desk/idea/#id=" + idea.id(), "desk.idea.title");
      assertThat(person.page().locator("#subject")).hasText(idea.title());

      person.answer("choice.REQUEST_CHANGES").check();
      person.presses("decide.button");
      assertThat(person.page().locator("#f-reason")).isFocused();
      person.page().locator("#f-reason").fill(person.text("choice.REQUEST_CHANGES.hint"));
      person.presses("decide.button");
      person.sees(person.text("decide.applied.title"));
      assertThat(person.page().locator("#status")).isFocused();
      assertThat(idea.state()).isEqualTo("CHANGES_REQUESTED");

      person.follows("desk.idea.next");
      assertThat(person.page().locator("#subject")).not().hasText(idea.title());
      assertThat(person.page().locator("#form")).isVisible();
      person.follows("desk.idea.back");
      assertThat(waiting(person, other.title())).isVisible();
      assertThat(named(person, idea.title())).hasCount(0);
    }
  }

  @Test
  void compares_what_is_proposed_with_any_text_before() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    idea.corrected("ن".repeat(30), 1);
    idea.corrected("م".repeat(30), 2);
    StaffBehindTheBrowser moderator =
        StaffBehindTheBrowser.with(BrowserWindow.FRENCH_AT_A_DESK.language(), "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      moderator.goesTo(person, "/desk/idea/#id=" + idea.id(), "desk.idea.title");
      Locator before = person.page().locator(".compare .before");
      assertThat(before).hasCount(1);
      assertThat(before).containsText("ن".repeat(30));
      person.page().getByLabel(person.text("decide.against")).selectOption("1");
      assertThat(before.filter(new Locator.FilterOptions().setHasText("une marque commune")))
          .hasCount(1);
      PageInTheBrowser.isFitForEverybody(person);
    }
  }

  @Test
  void comes_back_to_the_idea_after_signing_in() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    StaffBehindTheBrowser moderator =
        StaffBehindTheBrowser.with(BrowserWindow.FRENCH_AT_A_DESK.language(), "MODERATOR");
    try (PersonInTheBrowser person =
        Browser.person(BrowserWindow.FRENCH_AT_A_DESK)
            .whoIsRefused("/api/staff/me")
            .whoIsRefused("/api/desk/ideas/")) {
      person.opens("/desk/idea/#id=" + idea.id());
      StaffBehindTheBrowser.signIn(person, moderator.address());
      assertThat(person.page().locator("#subject")).hasText(idea.title());
      assertThat(person.page()).hasURL(Pattern.compile("#id=" + idea.id() + "$"));

      person.context().clearCookies();
      person.answer("choice.REJECT").check();
      person.page().locator("#f-reason").fill(idea.title());
      person.presses("decide.button");
      person.sees(person.text("error.SIGNED_OUT.title"));
      assertThat(person.page().locator("#f-reason")).hasValue(idea.title());
      assertThat(person.link("desk.signIn.link")).isVisible();
    }
    assertThat(idea.state()).isEqualTo("PENDING");
  }

  /** The idea in the list, which is turned over page by page until it shows. */
  static Locator waiting(PersonInTheBrowser person, String title) {
    assertThat(person.page().locator("#waiting")).isVisible();
    Locator all = person.page().locator("#queue > li");
    Locator more = person.page().locator("#more");
    while (named(person, title).count() == 0 && more.isVisible()) {
      int before = all.count();
      more.click();
      assertThat(all).not().hasCount(before);
    }
    return named(person, title);
  }

  private static Locator named(PersonInTheBrowser person, String title) {
    return person
        .page()
        .locator("main")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title).setExact(true));
  }
}
