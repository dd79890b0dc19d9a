package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import twiza.place.Places;
import twiza.web.Pages;

/** A script speaks a catalogue in which some sentences stand in from Arabic. */
class StandInsInTheBrowserTest {

  private static final String SAY =
      """
      async ([address]) => {
        const { make, text, write } = await import(address);
        const main = document.querySelector("main");
        main.append(
          make("p", { id: "told" }, text("js.retry")),
          write(make("p", { id: "written" }), "count.min", { min: 5 }),
          make("p", { id: "own" }, text("js.loading")),
          make("p", { id: "button" }, make("button", { "aria-label": text("js.retry") }, text("js.retry"))));
        const later = make("p", { id: "later" }, text("js.loading"));
        main.append(later);
        later.textContent = `${text("js.loading")} · ${text("js.retry")}`;
      }
      """;

  @Test
  void each_of_them_stands_in_an_element_that_tells_its_language_and_direction() {
    String shared = new Pages(Places.load()).assets().address("shared.js");
    try (PersonInTheBrowser somebody = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      Page page = somebody.page();
      page.route("**/submit-fr.*", StandInsInTheBrowserTest::withStandIns);
      somebody.opensLink("/fr/submit/");
      page.evaluate(SAY, List.of(shared));
      String retry = somebody.text("js.retry");
      assertThat(arabicIn(page, "#told")).hasText(retry);
      assertThat(arabicIn(page, "#written")).hasText(somebody.text("count.min", "min", 5));
      assertThat(arabicIn(page, "#button button")).hasText(retry);
      assertThat(arabicIn(page, "#later")).hasText(retry);
      assertThat(page.locator("#later")).hasText(somebody.text("js.loading") + " · " + retry);
      assertThat(arabicIn(page, "#own")).hasCount(0);
    }
  }

  private static Locator arabicIn(Page page, String element) {
    return page.locator(element + " span[lang=ar][dir=rtl]");
  }

  private static void withStandIns(Route route) {
    APIResponse came = route.fetch();
    route.fulfill(
        new Route.FulfillOptions()
            .setResponse(came)
            .setBody(
                came.text()
                    + "globalThis.sentences.standIns = [\"js.retry\", \"count.min.other\"];"));
  }
}
