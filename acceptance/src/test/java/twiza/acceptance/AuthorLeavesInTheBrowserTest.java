package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An author takes an idea back, or has everything erased, after having been asked once more. */
class AuthorLeavesInTheBrowserTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void withdraws_after_having_thought_twice(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    try (PersonInTheBrowser author = Browser.person(window)) {
      author.opens(idea.follow());
      Locator question = author.page().locator("#withdraw-dialog");
      author.page().locator("#withdraw").click();
      assertThat(question).isVisible();
      author.presses("follow.cancel");
      assertThat(question).isHidden();
      author.page().locator("#withdraw").click();
      author.page().keyboard().press("Escape");
      assertThat(question).isHidden();
      assertThat(idea.state()).isEqualTo("PUBLISHED");

      author.page().locator("#withdraw").click();
      question.getByText(author.text("follow.withdraw.button")).click();
      author.sees(author.text("follow.withdraw.done"));
      assertThat(author.page().locator("#state")).hasText(author.text("state.WITHDRAWN"));
      assertThat(author.page().locator("#withdraw-part")).isHidden();
      assertThat(author.page().locator("#erase-part")).isVisible();
    }
    assertThat(idea.isPublic()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void is_erased_with_the_text(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/my/idea")) {
      author.opens(idea.follow());
      author.page().locator("#erase").click();
      Locator question = author.page().locator("#erase-dialog");
      assertThat(question.getByText(author.text("follow.erase.leave"))).isVisible();
      question.getByText(author.text("follow.cancel")).click();
      assertThat(idea.isPublic()).isTrue();

      author.page().locator("#erase").click();
      question.getByText(author.text("follow.erase.button")).click();
      author.sees(author.text("follow.erase.done.title"));
      assertThat(author.heading("follow.erase.done.title")).isFocused();
      author.page().reload();
      author.sees(author.text("error.UNAUTHORIZED.title"));
      assertThat(author.link("js.noLink.action")).isVisible();
    }
    assertThat(idea.isPublic()).isFalse();
    assertThat(WholeTable.text()).doesNotContain(idea.title(), idea.address());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void is_erased_and_leaves_the_idea_without_a_name(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    try (PersonInTheBrowser author = Browser.person(window)) {
      author.opens(idea.follow());
      author.page().locator("#erase").click();
      author.answer("follow.erase.leave").check();
      Locator question = author.page().locator("#erase-dialog");
      question.getByText(author.text("follow.erase.button")).click();
      author.sees(author.text("follow.erase.done.title"));
    }
    assertThat(idea.isPublic()).isTrue();
    assertThat(WholeTable.text()).contains(idea.title()).doesNotContain(idea.address());
  }
}
