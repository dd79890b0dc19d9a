package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody who uses no pointer: Tab, Space, Enter and the letters are enough. */
class KeyboardAloneInTheBrowserTest {

  private static final int FARTHEST = 80;

  @Test
  void sends_an_idea() {
    BrowserWindow window = BrowserWindow.FRENCH_AT_A_DESK;
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    try (PersonInTheBrowser author = Browser.person(window)) {
      author.opens("/submit/");
      Keyboard keys = author.page().keyboard();
      keys.press("Tab");
      assertThat(author.page().locator(".skip")).isFocused();
      keys.press("Enter");
      writes(author, "title", idea.title());
      writes(author, "summary", idea.summary());
      goesOn(author, "submit.section.why");
      writes(author, "need", idea.need());
      writes(author, "solution", idea.solution());
      goesOn(author, "submit.section.place");
      writes(author, "province", "Azilal");
      writes(author, "sector", "Agri");
      goesOn(author, "submit.section.author");
      goesTo(author, author.answer("kind.INDIVIDUAL"));
      keys.press("Space");
      writes(author, "author.name", idea.name());
      writes(author, "author.email", Running.newAddress("itto"));
      goesOn(author, "submit.section.consent");
      goesTo(author, author.field("adult"));
      keys.press("Space");
      goesTo(author, author.field("consent"));
      keys.press("Space");
      author.takesTheTimeItTakes();
      goesTo(author, author.button("submit.button"));
      keys.press("Enter");
      author.isAt("/receipt/", "receipt.title");
      author.sees(idea.title());
    }
  }

  @Test
  void finds_from_the_summary_what_is_to_be_corrected() {
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      author.opens("/submit/");
      author.field("title").focus();
      author.page().keyboard().press("Enter");
      assertThat(author.page().locator("#errors")).isFocused();
      author.page().keyboard().press("Tab");
      author.page().keyboard().press("Enter");
      assertThat(author.field("title")).isFocused();
      goesTo(author, author.field("summary"));
    }
  }

  @Test
  void decides() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser moderator = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      moderator.opensLink(DecisionMailInTheBrowser.linkTo(idea.title(), 1));
      moderator.sees(moderator.text("decide.choice"));
      Keyboard keys = moderator.page().keyboard();
      keys.press("Tab");
      keys.press("Enter");
      assertThat(moderator.page().locator("main")).isFocused();
      assertThat(moderator.page()).hasURL(Pattern.compile("#token="));
      goesTo(moderator, moderator.answer("choice.APPROVE"));
      keys.press("Space");
      goesTo(moderator, moderator.button("decide.button"));
      keys.press("Enter");
      moderator.sees(moderator.text("decide.applied.title"));
      assertThat(moderator.page().locator("#status")).isFocused();
    }
    assertThat(idea.isPublic()).isTrue();
  }

  @Test
  void erases_everything_and_changes_their_mind_first() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      author.opens(idea.follow());
      author.sees(author.text("state.PENDING.text"));
      Locator erase = author.page().locator("#erase");
      Keyboard keys = author.page().keyboard();
      goesTo(author, erase);
      keys.press("Enter");
      assertThat(author.page().locator("#erase-dialog")).isVisible();
      keys.press("Escape");
      assertThat(erase).isFocused();
      keys.press("Enter");
      goesTo(author, author.page().locator("#erase-dialog .danger"));
      keys.press("Enter");
      assertThat(author.heading("follow.erase.done.title")).isFocused();
    }
  }

  @Test
  void goes_back_to_an_answer_and_forward_again() {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(BrowserWindow.ARABIC_ON_A_PHONE.language());
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      author.opens("/submit/");
      FormInTheBrowser.of(author).describes(idea);
      assertThat(author.heading("submit.section.author")).isFocused();
      author.page().goBack();
      assertThat(author.heading("submit.section.place")).isFocused();
      assertThat(author.field("sector")).hasValue(idea.sector());
      author.presses("submit.previous");
      assertThat(author.heading("submit.section.why")).isFocused();
      assertThat(author.field("need")).hasValue(idea.need());
      goesOn(author, "submit.section.place");
      assertThat(author.page()).hasTitle(Pattern.compile("^" + step(author, 3)));
    }
  }

  @Test
  void skips_the_header_on_a_later_screen_and_stays_there() {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(BrowserWindow.FRENCH_AT_A_DESK.language());
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      author.opens("/submit/");
      FormInTheBrowser.of(author).describes(idea);
      author.presses("submit.previous");
      assertThat(author.heading("submit.section.place")).isFocused();
      author.page().locator(".skip").focus();
      author.page().keyboard().press("Enter");
      assertThat(author.page().locator("main")).isFocused();
      assertThat(author.page()).hasURL(Pattern.compile("/submit/$"));
      assertThat(author.heading("submit.section.place")).isVisible();
      author.page().evaluate("location.hash = 'content'");
      assertThat(author.heading("submit.section.place")).isVisible();
      assertThat(author.field("sector")).hasValue(idea.sector());
    }
  }

  @Test
  void returns_to_the_check_after_a_change() {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(BrowserWindow.FRENCH_AT_A_DESK.language());
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      author.opens("/submit/");
      FormInTheBrowser.of(author).describes(idea).by(idea, "email", Running.newAddress("itto"));
      String why = author.text("submit.section.why");
      Locator change =
          author.page().getByLabel(author.text("submit.given.change.label", "section", why));
      change.focus();
      author.page().keyboard().press("Enter");
      assertThat(author.heading("submit.section.why")).isFocused();
      author.field("solution").fill(idea.otherSolution());
      goesOn(author, "submit.section.consent");
      assertThat(author.page().locator("#given")).containsText(idea.otherSolution());
      author.presses("submit.previous");
      assertThat(author.heading("submit.section.author")).isFocused();
    }
  }

  @Test
  void hears_how_long_a_text_has_become_after_a_pause() {
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      author.opens("/submit/");
      Locator told = author.page().locator("#f-title ~ [role=status]");
      author.field("title").focus();
      author.page().keyboard().type("معصرة زيتون");
      assertThat(told).isEmpty();
      author.takesTheTimeItTakes();
      assertThat(told).hasText(author.text("count.characters", "count", 11, "max", 120));
    }
  }

  private static String step(PersonInTheBrowser author, int number) {
    return author.text("submit.step", "number", number, "total", 5);
  }

  private static void goesOn(PersonInTheBrowser author, String heading) {
    goesTo(author, author.button("submit.next"));
    author.page().keyboard().press("Enter");
    assertThat(author.heading(heading)).isFocused();
  }

  private static void writes(PersonInTheBrowser author, String field, String words) {
    goesTo(author, author.field(field));
    author.page().keyboard().type(words);
  }

  /** Presses Tab until it is reached, and sees where the focus is. */
  private static void goesTo(PersonInTheBrowser person, Locator target) {
    for (int presses = 0; presses < FARTHEST; presses++) {
      person.page().keyboard().press("Tab");
      if ((boolean) target.evaluate("it => it === document.activeElement")) {
        assertThat(target).hasCSS("outline-style", "solid");
        return;
      }
    }
    throw new AssertionError("Tab does not lead to " + target);
  }
}
