package twiza.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import twiza.place.Language;

/** The vectors of {@code plurals.tsv} hold in the site's scripts too. */
class PluralTest {

  @ParameterizedTest
  @CsvFileSource(resources = "plurals.tsv", delimiter = '\t')
  void what_is_counted_takes_the_form_that_cldr_gives_it(String tag, long number, String form) {
    assertThat(Plural.of(Language.ofTag(tag).orElseThrow(), number))
        .isEqualTo(Plural.valueOf(form.toUpperCase(Locale.ROOT)));
  }
}
