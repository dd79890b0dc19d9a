package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The table of Shrout and Fleiss, 1979, which many a program has been checked with. */
class SixTargetsByFourJudgesTest {

  private static final Offset<Double> TO_THE_FIGURES_GIVEN = within(0.000005);

  private final List<Score> table = PublishedTable.read("shrout-fleiss-1979.csv");
  private final SeverityModel model = SeverityModel.fit(table);

  @Test
  void the_variances_are_those_of_the_analysis_of_variance() {
    Variances variances = model.variances();
    assertThat(variances.basis()).isEqualTo(Variances.Basis.MOMENTS);
    assertThat(variances.residual()).isCloseTo(1.019444, within(0.0000005));
    assertThat(variances.ideas()).isCloseTo(2.555556, within(0.0000005));
    assertThat(variances.jurors()).isCloseTo(5.244444, within(0.0000005));
  }

  @Test
  void what_targets_and_judges_are_predicted_to_be() {
    assertThat(model.mean()).isCloseTo(5.291667, within(0.0000005));
    assertThat(model.ideas().stream().mapToDouble(model::worth).toArray())
        .containsExactly(
            new double[] {.64410, -2.08385, 1.09876, -1.17453, 2.00807, -.49255},
            TO_THE_FIGURES_GIVEN);
    assertThat(model.jurors().stream().mapToDouble(model::leniency).toArray())
        .containsExactly(new double[] {2.30047, -2.70406, -.92826, 1.33185}, TO_THE_FIGURES_GIVEN);
    assertThat(model.ideas().stream().mapToDouble(model::standardError).toArray())
        .containsExactly(new double[] {.7868, .7868, .7868, .7868, .7868, .7868}, within(0.00005));
  }

  @Test
  void the_intraclass_correlations_are_those_published() {
    double ideas = model.variances().ideas();
    double jurors = model.variances().jurors();
    double residual = model.variances().residual();
    double within = squaresWithinTargets() / (6 * 3);
    double oneWay = (ideas + residual / 4) - within / 4;

    assertThat(correlation(oneWay, within)).isCloseTo(.17, within(.005));
    assertThat(correlation(ideas, jurors + residual)).isCloseTo(.29, within(.005));
    assertThat(correlation(ideas, residual)).isCloseTo(.71, within(.005));
    assertThat(correlation(oneWay, within / 4)).isCloseTo(.44, within(.005));
    assertThat(correlation(ideas, (jurors + residual) / 4)).isCloseTo(.62, within(.005));
    assertThat(correlation(ideas, residual / 4)).isCloseTo(.91, within(.005));
  }

  /** What jurors who see every idea give is the raw order: there is nothing to correct. */
  @Test
  void the_order_is_that_of_the_raw_means() {
    Map<String, Double> means =
        table.stream()
            .collect(Collectors.groupingBy(Score::idea, Collectors.averagingDouble(Score::value)));
    assertThat(sorted(model.ideas(), model::worth))
        .isEqualTo(sorted(model.ideas(), means::get))
        .containsExactly("5", "3", "1", "6", "4", "2");
  }

  private double squaresWithinTargets() {
    return new Observations(table).squaresWithinIdeas();
  }

  private static double correlation(double between, double noise) {
    return between / (between + noise);
  }

  private static List<String> sorted(List<String> ideas, Function<String, Double> by) {
    return ideas.stream().sorted(Comparator.comparing(by).reversed()).toList();
  }
}
