package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** More than one press for one decision: a second tab, a second moderator, a text that changed. */
class ModeratorsDecideInTheBrowserTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void the_second_is_told_what_the_first_decided(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    String link = DecisionMailInTheBrowser.linkTo(idea.title(), 1);
    try (PersonInTheBrowser first = Browser.person(window);
        PersonInTheBrowser second = Browser.person(window)) {
      first.opensLinkInOwnLanguage(link);
      second.opensLinkInOwnLanguage(link);
      String reason = first.text("choice.REQUEST_CHANGES.hint");
      first.answer("choice.REQUEST_CHANGES").check();
      first.page().locator("#f-reason").fill(reason);
      first.presses("decide.button");
      first.sees(first.text("decide.applied.title"));
      assertThat(first.page().locator("#status")).isFocused();

      second.answer("choice.APPROVE").check();
      second.presses("decide.button");
      second.sees(second.text("decide.standing.title"));
      assertThat(second.page().locator("#status"))
          .containsText(second.text("choice.REQUEST_CHANGES"));
      assertThat(second.page().locator("#status")).containsText(reason);
      second.sees(second.text("state.CHANGES_REQUESTED"));
    }
    assertThat(idea.state()).isEqualTo("CHANGES_REQUESTED");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_link_already_used_shows_what_stands_and_takes_the_idea_down_later(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    String link = DecisionMailInTheBrowser.linkTo(idea.title(), 1);
    try (PersonInTheBrowser moderator = Browser.person(window)) {
      moderator.opensLinkInOwnLanguage(link);
      assertThat(moderator.page().locator("#state")).hasText(state(moderator, "PUBLISHED"));
      moderator.sees(moderator.text("history.APPROVED"));
      assertThat(moderator.page().locator("[name=choice]")).hasCount(1);
      moderator.answer("choice.UNPUBLISH").check();
      moderator.page().locator("#f-reason").fill(moderator.text("idea.contact"));
      moderator.presses("decide.button");
      moderator.sees(moderator.text("decide.applied.title"));
      assertThat(moderator.page().locator("#state")).hasText(state(moderator, "UNPUBLISHED"));
    }
    assertThat(idea.isPublic()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_text_that_changed_meanwhile_is_read_before_it_is_decided(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    String solution = "Un atelier, une boutique et une école de tissage.";
    try (PersonInTheBrowser moderator =
        Browser.person(window).whoIsRefused("/api/moderation/decision")) {
      moderator.opensLinkInOwnLanguage(DecisionMailInTheBrowser.linkTo(idea.title(), 1));
      moderator.answer("choice.APPROVE").check();
      correct(idea, solution);
      moderator.presses("decide.button");
      moderator.sees(moderator.text("decide.stale.title"));
      moderator.sees(moderator.text("decide.newer", "number", "2"));
      assertThat(moderator.page().locator("[name=choice]:checked")).hasCount(0);
      assertThat(moderator.page().locator(".compare .after")).containsText(solution);
      assertThat(idea.state()).isEqualTo("PENDING");

      moderator.answer("choice.APPROVE").check();
      moderator.presses("decide.button");
      moderator.sees(moderator.text("decide.applied.title"));
    }
    assertThat(idea.isPublic()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_link_that_was_cut_short_says_so(BrowserWindow window) {
    try (PersonInTheBrowser moderator =
        Browser.person(window).whoIsRefused("/api/moderation/decision")) {
      moderator.opens("/decide/");
      moderator.sees(moderator.text("js.noToken.title"));
      moderator.opens("/decide/#token=cut");
      moderator.sees(moderator.text("error.UNAUTHORIZED.title"));
      assertThat(moderator.page().locator("#form")).isHidden();
    }
  }

  private static void correct(IdeaBehindTheBrowser idea, String solution) {
    Map<String, Object> body = new HashMap<>(Bodies.frenchIdea(idea.title(), idea.address()));
    body.keySet().removeAll(Set.of("author", "consent", "adult"));
    body.put("solution", solution);
    body.put("basedOn", 1);
    assertThat(Running.anybody().bearing(idea.token()).put("/api/my/idea", body).status())
        .isEqualTo(200);
  }

  private static String state(PersonInTheBrowser moderator, String state) {
    return moderator.text("decide.state", "state", moderator.text("state." + state));
  }
}
