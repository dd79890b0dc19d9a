package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import twiza.place.Places;
import twiza.web.Assets;
import twiza.web.Pages;

/** The site's scripts read figures as the functions do. */
class FiguresInTheBrowserTest {

  private static final String READ =
      "async ([address, typed]) => { const { figure } = await import(address);"
          + " return typed.map(figure).map(it => typeof it === 'number' ? String(it) : ''); }";

  @Test
  void the_vectors_hold_in_javascript_too() throws IOException {
    List<String[]> vectors = vectors();
    List<String> typed = vectors.stream().map(vector -> vector[0]).toList();
    String script = new Pages(Places.load()).assets().address("shared.js");
    try (PersonInTheBrowser somebody = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      somebody.opens("/submit/");
      assertThat(somebody.page().evaluate(READ, List.of(script, typed)))
          .isEqualTo(vectors.stream().map(vector -> vector[1]).toList());
    }
  }

  @Test
  void details_are_asked_for_after_the_receipt_and_money_comes_out_as_typed_or_is_refused() {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      author.opens("/receipt/#token=" + idea.token());
      author.follows("receipt.more");
      assertThat(author.page().locator("[name=intention]").first()).isFocused();
      author.field("investment").fill("١٥٠٠٫٥٠");
      author.presses("follow.correct.button");
      assertThat(author.page().locator("#e-investment"))
          .hasText(author.text("error.field.WRONG_TYPE"));
      author.field("investment").fill("٥٠٬٠٠٠ درهم");
      author.presses("follow.correct.button");
      author.sees(author.text("follow.correct.done"));
      assertThat(author.page().locator("[name=investment]")).hasValue("50000");
    }
  }

  private static List<String[]> vectors() throws IOException {
    try (InputStream file = Assets.class.getResourceAsStream("/twiza/text/figures.tsv");
        Stream<String> lines = new String(file.readAllBytes(), UTF_8).lines()) {
      return lines.map(line -> line.split("\t", -1)).toList();
    }
  }
}
