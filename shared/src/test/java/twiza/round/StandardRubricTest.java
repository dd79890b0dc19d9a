package twiza.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.place.Language;

class StandardRubricTest {

  private final List<Criterion> rubric = StandardRubric.load();

  @Test
  void says_everything_in_french_arabic_and_english_and_weighs_a_hundred() {
    assertThat(rubric).hasSize(5);
    assertThat(rubric.stream().mapToInt(Criterion::weight).sum()).isEqualTo(100);
    for (Criterion criterion : rubric) {
      assertThat(criterion.title().keySet())
          .isEqualTo(Set.of(Language.FR, Language.AR, Language.EN));
      assertThat(criterion.levels().keySet()).isEqualTo(criterion.title().keySet());
      assertThat(criterion.levels().values())
          .allSatisfy(levels -> assertThat(levels).hasSize(Criterion.LEVELS).doesNotContain(""));
    }
  }

  @Test
  void fits_into_the_form() {
    for (Criterion criterion : rubric) {
      assertThat(criterion.code()).hasSizeLessThanOrEqualTo(Criterion.LONGEST_CODE);
      assertThat(criterion.title().values())
          .allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(Criterion.LONGEST_TITLE));
      assertThat(criterion.levels().values())
          .allSatisfy(
              levels ->
                  assertThat(levels)
                      .allSatisfy(
                          it -> assertThat(it).hasSizeLessThanOrEqualTo(Criterion.LONGEST_LEVEL)));
    }
  }
}
