package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The line drops while somebody writes or sends an idea: nothing is lost, nothing comes twice. */
class LineDropsInTheBrowserTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void before_the_idea_arrives(BrowserWindow window) {
    dropsOnce(window, Route::abort);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void after_the_idea_arrived_and_before_the_answer_did(BrowserWindow window) {
    dropsOnce(
        window,
        route -> {
          route.fetch();
          route.abort();
        });
  }

  private static void dropsOnce(BrowserWindow window, Consumer<Route> drop) {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    String address = Running.newAddress("itto");
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/ideas")) {
      author.opens("/submit/");
      author.page().route("**/api/ideas", drop, new Page.RouteOptions().setTimes(1));
      FormInTheBrowser form =
          FormInTheBrowser.of(author).describes(idea).by(idea, "email", address).agrees();
      form.sends();
      author.sees(author.text("submit.waiting"));
      author.sees(idea.solution());
      assertThat(author.field("consent")).isChecked();

      author.takesTheTimeItTakes();
      author.isAt("/receipt/", "receipt.title");
      assertThat(author.page().locator("#r-contact")).hasText(address);
      assertThat(ideasOf(address)).isEqualTo(1);
      author.opens("/submit/");
      assertThat(author.page().locator("#draft")).isHidden();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void while_sending_and_the_browser_closes(BrowserWindow window) {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    String address = Running.newAddress("itto");
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/ideas")) {
      author.opens("/submit/");
      FormInTheBrowser form =
          FormInTheBrowser.of(author).describes(idea).by(idea, "email", address).agrees();
      author.context().setOffline(true);
      form.sends();
      author.sees(author.text("submit.waiting"));
      author.page().navigate("about:blank");
      author.context().setOffline(false);

      author.opens("/submit/");
      author.isAt("/receipt/", "receipt.title");
      assertThat(author.page().locator("#r-contact")).hasText(address);
      assertThat(ideasOf(address)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void while_writing_and_the_browser_closes(BrowserWindow window) {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    try (PersonInTheBrowser author = Browser.person(window)) {
      author.opens("/submit/");
      FormInTheBrowser.of(author)
          .describes(idea)
          .by(idea, "email", Running.newAddress("itto"))
          .agrees();
      author.takesTheTimeItTakes();

      author.page().reload();
      assertThat(author.field("title")).hasValue("");
      author.presses("js.draft.use");
      assertThat(author.field("title")).isFocused();
      assertThat(author.field("title")).hasValue(idea.title());
      for (int step = 0; step < 4; step++) {
        author.presses("submit.next");
      }
      author.sees(idea.need());
      assertThat(author.field("consent")).not().isChecked();
      author.field("adult").check();
      author.field("consent").check();
      author.presses("submit.button");
      author.isAt("/receipt/", "receipt.title");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void on_a_device_that_others_use_and_nothing_is_left_on_it(BrowserWindow window) {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/ideas")) {
      author.opens("/submit/");
      author.page().getByLabel(author.text("submit.shared")).check();
      FormInTheBrowser form =
          FormInTheBrowser.of(author)
              .describes(idea)
              .by(idea, "email", Running.newAddress("itto"))
              .agrees();
      author.context().setOffline(true);
      form.sends();
      author.sees(author.text("submit.waiting.shared"));
      assertThat((String) author.page().evaluate("JSON.stringify({...localStorage})"))
          .doesNotContain(idea.title());
      author.context().setOffline(false);
      author.takesTheTimeItTakes();
      author.isAt("/receipt/", "receipt.title");
      author.sees(author.text("receipt.shared"));

      author.page().goBack();
      author.isAt("/submit/", "submit.title");
      for (String field : List.of("title", "need", "author.name", "author.email")) {
        assertThat(author.page().locator("[name='" + field + "']")).hasValue("");
      }
      assertThat(author.page().locator("#given")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void never_but_the_author_reloads_the_page_and_starts_anew(BrowserWindow window) {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    try (PersonInTheBrowser author = Browser.person(window)) {
      author.opens("/submit/");
      FormInTheBrowser.of(author).describes(idea);
      author.takesTheTimeItTakes();
      author.page().reload();
      author.presses("js.draft.drop");
      assertThat(author.field("title")).isFocused();
      assertThat(author.field("title")).hasValue("");
      author.page().reload();
      assertThat(author.page().locator("#draft")).isHidden();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void while_a_private_page_opens(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/my/idea")) {
      author.page().route("**/api/my/idea", Route::abort, new Page.RouteOptions().setTimes(1));
      author.opens(idea.follow());
      author.sees(author.text("js.failed"));
      author.presses("js.retry");
      author.sees(author.text("state.PENDING.text"));
    }
  }

  /** How many ideas are kept with this address. */
  private static long ideasOf(String address) {
    return WholeTable.text().lines().filter(item -> item.contains(address)).count();
  }
}
