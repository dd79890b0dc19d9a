package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Where there is no network: what was seen can be read again, and what was not says so. */
class WithoutALineInTheBrowserTest {

  /** The addresses of the pages that the browser keeps. */
  private static final String KEPT =
      "async () => (await (await caches.open('twiza-pages')).keys()).map(it => it.url).join()";

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void reads_what_was_seen_before(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    try (PersonInTheBrowser reader = Browser.personWhoComesBack(window).whoIsRefused("/")) {
      reader.opens("/ideas/" + idea.id() + "/");
      assertThat(reader.page().locator("html[data-kept]")).isAttached();
      reader.context().setOffline(true);

      reader.page().reload();
      assertThat(reader.page().locator("h1")).hasText(idea.title());
      assertThat(reader.page().locator("h1")).hasCSS("font-weight", "750");

      reader.opens("/rounds/");
      reader.sees(reader.text("offline.title"));
      reader.page().evaluate("dispatchEvent(new Event('online'))");
      reader.page().locator("#seen").getByText(idea.title()).click();
      assertThat(reader.page().locator("h1")).hasText(idea.title());

      reader.opens("/rounds/");
      reader.sees(reader.text("offline.title"));
      reader.context().setOffline(false);
      reader.isAt("/rounds/", "rounds.title");
    }
  }

  @Test
  void keeps_no_private_link() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser author =
        Browser.personWhoComesBack(BrowserWindow.FRENCH_AT_A_DESK).whoIsRefused("/")) {
      author.opens("/");
      assertThat(author.page().locator("html[data-kept]")).isAttached();
      author.opens(idea.follow());
      author.sees(idea.title());
      assertThat(author.page().locator("html[data-kept]")).isAttached();
      assertThat((String) author.page().evaluate(KEPT))
          .contains("/fr/follow/")
          .contains("/fr/offline/")
          .doesNotContain("/ar/")
          .doesNotContain("token");
      author.context().setOffline(true);
      author.page().reload();
      assertThat(author.page().locator("h1")).hasText(author.text("follow.title"));
    }
  }
}
