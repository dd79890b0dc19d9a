package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is handed from one person to another is one sheet of paper. */
class OnOneSheetInTheBrowserTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void an_idea_with_all_its_details(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.publishedWhole(window);
    try (PersonInTheBrowser reader = Browser.person(window)) {
      reader.opens("/ideas/" + idea.id() + "/");
      reader.sees(reader.text("field.youthPercent.label"));
      PageInTheBrowser.isFitForOneSheet(reader);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_receipt(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser author = Browser.person(window)) {
      author.opens("/receipt/#token=" + idea.token());
      author.sees(idea.title());
      assertThat(author.page().locator("#r-qr svg")).isVisible();
      PageInTheBrowser.isFitForOneSheet(author);
    }
  }
}
