package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import twiza.place.Language;

/** Somebody looks through the bank, and what they chose stays chosen. */
class BankInTheBrowserTest {

  private static final String KHENIFRA = "05.301";

  @Test
  void back_from_an_idea_and_in_another_language() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      reader.opens("/ideas/");
      reader.page().locator("#province").selectOption(KHENIFRA);
      reader.page().locator("#sector").selectOption("CRAFTS");
      reader.presses("bank.filter.button");
      reader.page().getByText(idea.title()).click();
      assertThat(reader.page().locator("h1")).hasText(idea.title());

      reader.page().goBack();
      isFiltered(reader);
      reader.switchesTo(Language.AR);
      isFiltered(reader);
      reader.sees(idea.title());
    }
  }

  private static void isFiltered(PersonInTheBrowser reader) {
    assertThat(reader.page()).hasURL(Pattern.compile("province=05\\.301&sector=CRAFTS"));
    assertThat(reader.page().locator("#province")).hasValue(KHENIFRA);
    assertThat(reader.page().locator("#sector")).hasValue("CRAFTS");
  }

  @Test
  void by_the_map() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      reader.opens("/");
      province(reader).focus();
      reader.page().keyboard().press("Enter");
      assertThat(reader.page()).hasURL(Pattern.compile("/ar/ideas/\\?province=05\\.301$"));
      reader.sees(idea.title());
      assertThat(province(reader)).hasAttribute("aria-current", "true");
      assertThat(reader.page().locator("#province")).hasValue(KHENIFRA);
    }
  }

  private static Locator province(PersonInTheBrowser reader) {
    return reader.page().locator(".map a[href*='" + KHENIFRA + "']");
  }

  @Test
  void communes_are_offered_of_the_province_that_was_chosen() {
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      author.opens("/submit/");
      Locator communes = author.page().locator("#communes option");
      Locator own = author.page().locator("#communes option[data-province='" + KHENIFRA + "']");
      int all = communes.count();
      int expected = own.count();
      author.page().locator("#f-province").evaluate(CHOOSE, KHENIFRA);
      assertThat(communes).hasCount(expected);
      assertThat(own).hasCount(expected);
      author.page().locator("#f-province").evaluate(CHOOSE, "");
      assertThat(communes).hasCount(all);
    }
  }

  private static final String CHOOSE =
      "(it, code) => { it.value = code; it.dispatchEvent(new Event('change')); }";
}
