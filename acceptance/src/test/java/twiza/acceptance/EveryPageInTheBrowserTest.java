package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;
import twiza.text.Messages;

/**
 * What holds on each page: its language and direction, the narrowest screen, the other languages.
 */
class EveryPageInTheBrowserTest {

  private static final List<String> PUBLIC =
      List.of(
          "/",
          "/ideas/",
          "/needs/",
          "/rounds/",
          "/submit/",
          "/receipt/",
          "/confirm/",
          "/confirm/done/",
          "/link/",
          "/follow/",
          "/interest/",
          "/jury/",
          "/offline/",
          "/decide/",
          "/desk/sign-in/",
          "/privacy/",
          "/terms/",
          "/no-such-page/");

  @ParameterizedTest
  @EnumSource(Language.class)
  void says_its_language_and_is_fit_for_everybody(Language language) {
    try (PersonInTheBrowser reader =
        Browser.person(BrowserWindow.FRENCH_ON_A_SMALL_PHONE).whoIsRefused("/no-such-page/")) {
      for (String path : PUBLIC) {
        reader.opensLink("/" + language.tag() + path);
        isIn(reader, language);
        PageInTheBrowser.isFitForEverybody(reader);
      }
    }
  }

  @Test
  void can_be_read_in_the_dark() {
    try (PersonInTheBrowser reader =
        Browser.person(BrowserWindow.ARABIC_ON_A_PHONE).whoIsRefused("/no-such-page/")) {
      reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      for (String path : PUBLIC) {
        reader.opens(path);
        PageInTheBrowser.isFitForEverybody(reader);
      }
    }
  }

  /** What shows only once somebody did something, in Arabic at the width of a desk. */
  @ParameterizedTest
  @CsvSource({"FRENCH_ON_A_SMALL_PHONE, LIGHT, 320", "ARABIC_ON_A_PHONE, DARK, 1280"})
  void is_fit_for_everybody_with_something_on_it(
      BrowserWindow window, ColorScheme scheme, int width) {
    IdeaInTheBrowser words = IdeaInTheBrowser.in(window.language());
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.publishedWhole(window);
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/ideas")) {
      author.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      author.page().setViewportSize(width, window.height());
      author.page().route("**/api/ideas", Route::abort, new Page.RouteOptions().setTimes(1));
      author.opens("/submit/");
      author.presses("submit.next");
      PageInTheBrowser.isFitForEverybody(author);
      FormInTheBrowser form =
          FormInTheBrowser.of(author)
              .atEachScreen(() -> PageInTheBrowser.isFitForEverybody(author))
              .describes(words)
              .by(words, "email", Running.newAddress("itto"))
              .agrees();
      form.sends();
      author.sees(author.text("submit.waiting"));
      PageInTheBrowser.isFitForEverybody(author);
      author.takesTheTimeItTakes();
      author.isAt("/receipt/", "receipt.title");
      author.sees(words.title());
      assertThat(author.page().locator("#r-qr svg")).isVisible();
      PageInTheBrowser.isFitForEverybody(author);
      author.opens("/ideas/" + idea.id() + "/");
      PageInTheBrowser.isFitForEverybody(author);
      author.opens(idea.follow());
      author.sees(author.text("state.PUBLISHED.text"));
      PageInTheBrowser.isFitForEverybody(author);
    }
  }

  @Test
  void moves_only_before_those_whom_that_does_not_disturb() {
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      reader.opens("/");
      assertThat(reader.page().locator("html")).hasCSS("scroll-behavior", "auto");
      reader
          .page()
          .emulateMedia(
              new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
      assertThat(reader.page().locator("html")).hasCSS("scroll-behavior", "smooth");
    }
  }

  @Test
  void can_be_read_in_letters_of_twice_the_size() {
    try (PersonInTheBrowser reader =
        Browser.person(BrowserWindow.FRENCH_AT_A_DESK).whoIsRefused("/no-such-page/")) {
      for (String path : PUBLIC) {
        reader.opens(path);
        reader.page().evaluate("document.documentElement.style.fontSize = '200%'");
        doesNotScrollSideways(reader, path);
      }
    }
  }

  @Test
  void fits_the_narrowest_screen_with_an_idea_on_it() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    String decide = DecisionMailInTheBrowser.linkTo(idea.title(), 1);
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.FRENCH_ON_A_SMALL_PHONE)) {
      reader.opens("/ideas/");
      reader.page().getByText(idea.title()).click();
      reader.sees(reader.text("idea.details"));
      doesNotScrollSideways(reader, "idea");
      reader.opens(idea.follow());
      reader.sees(reader.text("state.PUBLISHED.text"));
      reader.page().evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
      doesNotScrollSideways(reader, "follow");
      reader.opens("/receipt/#token=" + idea.token());
      assertThat(reader.page().locator("#r-qr svg")).isVisible();
      doesNotScrollSideways(reader, "receipt");
      reader.opensLink(decide);
      reader.sees(reader.text("decide.choice"));
      doesNotScrollSideways(reader, "decide");
    }
  }

  @Test
  void stays_open_in_another_language() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    String decide = DecisionMailInTheBrowser.linkTo(idea.title(), 1);
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      reader.opens(idea.follow());
      reader.switchesTo(Language.AR);
      reader.sees(reader.text("state.PUBLISHED.text"));
      assertThat(reader.tokenInAddress()).isEqualTo(idea.token());
      reader.page().locator("#receipt").click();
      reader.isAt("/receipt/", "receipt.title");
      assertThat(reader.page().locator("#r-title")).hasText(idea.title());
      assertThat(reader.page().locator("#next")).isHidden();
      reader.switchesTo(Language.EN);
      reader.isAt("/receipt/", "receipt.title");
      reader.opensLink(decide);
      reader.switchesTo(Language.AR);
      reader.sees(reader.text("decide.choice"));
      reader.opens("/ideas/" + idea.id() + "/");
      reader.opensLink("/zgh/ideas/" + idea.id() + "/");
      assertThat(reader.page().locator("h1")).hasText(idea.title());
      assertThat(reader.page().locator("h1")).hasAttribute("lang", "fr");
      assertThat(reader.page().locator("h1")).hasCSS("direction", "ltr");
    }
  }

  @Test
  void says_in_tamazight_whom_to_turn_to_as_long_as_that_is_reviewed() {
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      reader.opens("/ideas/");
      reader.switchesTo(Language.ZGH);
      assertThat(reader.page()).hasURL(Pattern.compile("/zgh/$"));
      reader.sees(reader.text("tamazight.lead"));
      assertThat(reader.page().locator("main [data-said=email]")).isVisible();
      reader.page().locator("main a[href='/fr/']").click();
      assertThat(reader.page()).hasURL(Pattern.compile("/fr/$"));
    }
  }

  @Test
  void opens_with_another_link_pasted_over_it() {
    IdeaBehindTheBrowser one = IdeaBehindTheBrowser.pending();
    IdeaBehindTheBrowser other = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      author.opens("/follow/");
      author.sees(author.text("js.noToken.title"));
      author.opens(one.follow());
      author.sees(one.title());
      author.opens(other.follow());
      author.sees(other.title());
      author.doesNotSee(one.title());
    }
  }

  @Test
  void leads_from_the_first_address_to_the_language_of_the_browser_and_back() {
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      reader.opensLink("/");
      assertThat(reader.page()).hasURL(Pattern.compile("/ar/$"));
      reader.opensLink("/");
      assertThat(reader.page().getByText(Language.FR.ownName())).isVisible();
      doesNotScrollSideways(reader, "the choice of a language");
    }
  }

  private static void isIn(PersonInTheBrowser reader, Language language) {
    Messages messages = Messages.in(language);
    assertThat(reader.page().locator("html")).hasAttribute("lang", messages.textLanguage().tag());
    assertThat(reader.page().locator("html")).hasAttribute("dir", messages.dir());
    assertThat(reader.page().locator("body")).hasCSS("direction", messages.dir());
    assertThat(reader.page().locator(".languages [aria-current]"))
        .hasAttribute("lang", language.tag());
    assertThat(reader.page().locator("h1:visible")).hasCount(1);
  }

  private static void doesNotScrollSideways(PersonInTheBrowser reader, String page) {
    int width = (int) reader.page().evaluate("document.documentElement.scrollWidth");
    int screen = (int) reader.page().evaluate("innerWidth");
    assertThat(width).as(page).isLessThanOrEqualTo(screen);
  }
}
