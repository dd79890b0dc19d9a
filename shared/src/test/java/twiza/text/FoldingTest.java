package twiza.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FoldingTest {

  @ParameterizedTest
  @CsvFileSource(resources = "folding.tsv", delimiter = '\t', quoteCharacter = '\0')
  void folds_as_the_vectors_say(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @Property
  void what_is_folded_stays_as_it_is(@ForAll String text) {
    String folded = Folding.fold(text);
    assertThat(Folding.fold(folded)).isEqualTo(folded);
  }
}
