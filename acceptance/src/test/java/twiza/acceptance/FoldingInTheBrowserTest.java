package twiza.acceptance;

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

/** The site's scripts fold as the functions do. */
class FoldingInTheBrowserTest {

  private static final String FOLD =
      "async ([address, texts]) => (await import(address)).fold(texts.join('\\n')).split('\\n')";

  @Test
  void the_vectors_hold_in_javascript_too() throws IOException {
    List<String[]> vectors = vectors();
    List<String> texts = vectors.stream().map(vector -> vector[0]).toList();
    String script = new Pages(Places.load()).assets().address("folding.js");
    try (PersonInTheBrowser somebody = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      somebody.opens("/");
      assertThat(somebody.page().evaluate(FOLD, List.of(script, texts)))
          .isEqualTo(vectors.stream().map(vector -> vector[1]).toList());
    }
  }

  private static List<String[]> vectors() throws IOException {
    try (InputStream file = Assets.class.getResourceAsStream("/twiza/text/folding.tsv");
        Stream<String> lines = new String(file.readAllBytes(), UTF_8).lines()) {
      return lines.map(line -> line.split("\t", -1)).toList();
    }
  }
}
