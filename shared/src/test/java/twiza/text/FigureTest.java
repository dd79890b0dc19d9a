package twiza.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FigureTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "figures.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false)
  void is_read_as_people_type_it_or_not_at_all(String typed, Long value) {
    assertThat(Figure.read(typed))
        .isEqualTo(value == null ? OptionalLong.empty() : OptionalLong.of(value));
  }
}
