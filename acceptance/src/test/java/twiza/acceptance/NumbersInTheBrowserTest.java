package twiza.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;
import twiza.place.Places;
import twiza.web.Assets;
import twiza.web.Pages;

/** The site's scripts count, and write what they counted, as the functions do. */
class NumbersInTheBrowserTest {

  private static final Assets ASSETS = new Pages(Places.load()).assets();

  private static final String FORMS =
      "async ([address, vectors]) => { const { formOf } = await import(address);"
          + " return vectors.map(([tag, count]) => formOf(tag, Number(count))); }";

  private static final String WRITTEN =
      """
      async ([shared, said, vectors]) => {
        const { money, number, text } = await import(shared);
        const { decimal, percent } = await import(said);
        const write = { decimal, money, number, percent };
        return vectors.map(([, kind, value]) =>
          kind in write ? write[kind](Number(value)) : text(kind, { count: Number(value) }));
      }
      """;

  @Test
  void what_is_counted_takes_the_same_form() throws IOException {
    List<List<String>> vectors = vectors("plurals.tsv");
    try (PersonInTheBrowser somebody = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      somebody.opensLink("/fr/submit/");
      assertThat(somebody.page().evaluate(FORMS, List.of(ASSETS.address("shared.js"), vectors)))
          .isEqualTo(vectors.stream().map(List::getLast).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void figures_are_written_the_same(Language language) throws IOException {
    List<List<String>> vectors =
        vectors("formats.tsv").stream()
            .filter(vector -> vector.getFirst().equals(language.tag()))
            .toList();
    try (PersonInTheBrowser somebody = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      somebody.opensLink("/" + language.tag() + "/submit/");
      assertThat(
              somebody
                  .page()
                  .evaluate(
                      WRITTEN,
                      List.of(ASSETS.address("shared.js"), ASSETS.address("said.js"), vectors)))
          .isEqualTo(vectors.stream().map(List::getLast).toList());
    }
  }

  private static List<List<String>> vectors(String name) throws IOException {
    try (InputStream file = Assets.class.getResourceAsStream("/twiza/text/" + name);
        Stream<String> lines = new String(file.readAllBytes(), UTF_8).lines()) {
      return lines.map(line -> List.of(line.split("\t", -1))).toList();
    }
  }
}
