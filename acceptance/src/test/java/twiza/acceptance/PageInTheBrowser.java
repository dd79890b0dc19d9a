package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold of a page as it stands before somebody, whatever is open on it. */
final class PageInTheBrowser {

  private static final int NARROWEST = 320;
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /**
   * What a finger has to hit, but for links within a sentence and the drawing of the map; a box
   * counts with its label, and the link of a card with the card, which it covers.
   */
  private static final String TOO_SMALL =
      """
      () => { return [...document.querySelectorAll("button, select, textarea, summary, a[href]:not(svg *), input:not([type=hidden])")]
        .filter((one) => !one.matches("a:not(.button)") || standsAlone(one))
        .map((one) => one.closest("label, .card > :is(h2, h3, h4)")?.closest("label, .card") ?? one)
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[aria-hidden=true], .aside-field"))
        .filter((one) => { const box = one.getBoundingClientRect(); return box.height < 44 || box.width < 44; })
        .map((one) => one.outerHTML.slice(0, 120));
      function standsAlone(link) {
        let block = link.parentElement;
        while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
        const words = block.cloneNode(true);
        words.querySelectorAll("a[href]").forEach((other) => other.remove());
        return !/[\\p{L}\\p{N}]/u.test(words.textContent);
      } }
      """;

  /** Between its margins, in CSS pixels. */
  private static final int A4_WIDTH = 680;

  private static final long MOST_SHEETS = 2;
  private static final Page.PdfOptions A4 =
      new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true);

  /** Each sheet of a PDF, not their list. */
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page[^s]");

  private PageInTheBrowser() {}

  /**
   * Keeps the rules of WCAG 2.2 AA that a program can check, has targets of at least 44 pixels, and
   * fits the narrowest screen.
   */
  static void isFitForEverybody(PersonInTheBrowser person) {
    Page page = person.page();
    assertThat(faults(page)).as(page.url()).isEmpty();
    assertThat((List<?>) page.evaluate(TOO_SMALL)).as("small targets of " + page.url()).isEmpty();
    int width = page.viewportSize().width;
    int height = page.viewportSize().height;
    page.setViewportSize(NARROWEST, height);
    int needed = (int) page.evaluate("document.documentElement.scrollWidth");
    assertThat(needed).as("the width of " + page.url()).isLessThanOrEqualTo(NARROWEST);
    page.setViewportSize(width, height);
  }

  /**
   * Printed on A4 it shows its content alone, across the whole sheet and no further, on few pages.
   */
  static void isFitForPaper(PersonInTheBrowser person) {
    isFitForPaper(person, MOST_SHEETS);
  }

  static void isFitForOneSheet(PersonInTheBrowser person) {
    isFitForPaper(person, 1);
  }

  private static void isFitForPaper(PersonInTheBrowser person, long most) {
    Page page = person.page();
    int width = page.viewportSize().width;
    int height = page.viewportSize().height;
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.setViewportSize(A4_WIDTH, height);
    for (String onScreen : List.of(".site-header nav", ".site-footer", ".skip", ".no-print")) {
      for (Locator part : page.locator(onScreen).all()) {
        assertThat(part.isVisible()).as(onScreen + " of " + page.url()).isFalse();
      }
    }
    int needed = (int) page.evaluate("document.documentElement.scrollWidth");
    assertThat(needed).as("the width of " + page.url()).isLessThanOrEqualTo(A4_WIDTH);
    String sheets = new String(page.pdf(A4), StandardCharsets.ISO_8859_1);
    assertThat(SHEET.matcher(sheets).results().count()).as(page.url()).isBetween(1L, most);
    page.setViewportSize(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
  }

  private static List<String> faults(Page page) {
    return new AxeBuilder(page)
        .withTags(WCAG).setLegacyMode(true).analyze().getViolations().stream()
            .map(PageInTheBrowser::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getHelp() + ": " + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
  }
}
