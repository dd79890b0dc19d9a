package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Four by four with one cell missing in each row: who marked what begins to matter. */
class ABalancedIncompleteBlockDesignTest {

  private static final Offset<Double> TO_THE_FIGURES_GIVEN = within(0.000005);

  private final List<Score> table = PublishedTable.read("balanced-incomplete-block.csv");
  private final LeastSquares leastSquares = LeastSquares.of(table);
  private final SeverityModel model = SeverityModel.fitWithoutMinding(table);

  @Test
  void raw_means_put_the_first_before_the_second_and_least_squares_the_other_way() {
    Map<String, Double> means =
        table.stream()
            .collect(Collectors.groupingBy(Score::idea, Collectors.averagingDouble(Score::value)));
    assertThat(model.ideas().stream().mapToDouble(means::get).toArray())
        .containsExactly(new double[] {72.667, 71.333, 72, 74}, within(0.0005));
    assertThat(model.ideas().stream().mapToDouble(leastSquares::adjusted).toArray())
        .containsExactly(new double[] {71.375, 71.625, 72, 75}, within(1e-9));
    assertThat(leastSquares.squares()).isCloseTo(3.25, within(1e-9));
  }

  @Test
  void its_variances_by_moments() {
    Variances variances = model.variances();
    assertThat(variances.residual()).isCloseTo(.65, within(1e-9));
    assertThat(variances.ideas()).isCloseTo(2.6, within(1e-9));
    assertThat(variances.jurors()).isCloseTo(8.016667, within(0.0000005));
  }

  @Test
  void what_ideas_are_predicted_to_be() {
    assertThat(model.ideas().stream().mapToDouble(model::worth).toArray())
        .containsExactly(new double[] {-.99400, -.80810, -.45727, 2.25937}, TO_THE_FIGURES_GIVEN);
    assertThat(model.ideas().stream().mapToDouble(model::standardError).toArray())
        .containsExactly(new double[] {.90368, .90368, .90368, .90368}, TO_THE_FIGURES_GIVEN);
  }

  @Test
  void five_degrees_of_freedom_are_too_few_to_go_by_moments() {
    assertThat(leastSquares.degreesOfFreedom()).isEqualTo(5);
    Variances usual = SeverityModel.fit(table).variances();
    assertThat(usual.basis()).isEqualTo(Variances.Basis.THIN_DATA);
    assertThat(usual.ideas() / usual.residual()).isCloseTo(1.278 / 1.268, within(1e-12));
    assertThat(usual.jurors() / usual.residual()).isCloseTo(.240 / 1.268, within(1e-12));
    assertThat(usual.ideas() + usual.jurors() + usual.residual())
        .isCloseTo(new Observations(table).variance(), within(1e-12));
  }
}
