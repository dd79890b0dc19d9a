package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** What is absorbed and counted must come out as what is spelt out in full. */
class AgainstTheWholeEquationsTest {

  private static final Offset<Double> EXACTLY = within(1e-9);

  @Property(tries = 150)
  void moments_and_predictions_agree(
      @ForAll @IntRange(min = 4, max = 12) int ideas,
      @ForAll @IntRange(min = 3, max = 7) int jurors,
      @ForAll @DoubleRange(min = 0.5, max = 1) double density,
      @ForAll long seed) {
    List<Score> scores = Designs.sparse(ideas, jurors, density, seed);
    Assume.that(LeastSquares.of(scores).degreesOfFreedom() >= 10);
    SeverityModel model = SeverityModel.fit(scores);
    double[] moments = whole(scores, model).moments();

    assertThat(model.variances().basis()).isEqualTo(Variances.Basis.MOMENTS);
    assertThat(model.variances().residual()).isCloseTo(moments[0], EXACTLY);
    assertThat(model.variances().ideas())
        .isCloseTo(Math.max(0.05 * moments[0], moments[1]), EXACTLY);
    assertThat(model.variances().jurors()).isCloseTo(Math.max(0, moments[2]), EXACTLY);
    predictionsAgree(scores, model);
  }

  @Property(tries = 150)
  void predictions_agree_however_few_scores_there_are(
      @ForAll @IntRange(min = 1, max = 8) int ideas,
      @ForAll @IntRange(min = 1, max = 5) int jurors,
      @ForAll @DoubleRange(min = 0, max = 0.5) double density,
      @ForAll long seed) {
    List<Score> scores = Designs.sparse(ideas, jurors, density, seed);
    Assume.that(scores.size() > 1);
    predictionsAgree(scores, SeverityModel.fit(scores));
  }

  @Property(tries = 150)
  void degrees_of_freedom_are_what_the_fit_leaves(
      @ForAll @IntRange(min = 1, max = 8) int ideas,
      @ForAll @IntRange(min = 1, max = 5) int jurors,
      @ForAll @DoubleRange(min = 0, max = 1) double density,
      @ForAll long seed) {
    List<Score> scores = Designs.sparse(ideas, jurors, density, seed);
    int rank = whole(scores, SeverityModel.fit(scores)).rank();
    assertThat(LeastSquares.of(scores).degreesOfFreedom()).isEqualTo(scores.size() - rank);
  }

  private static void predictionsAgree(List<Score> scores, SeverityModel model) {
    Variances variances = model.variances();
    WholeEquations.Predicted whole =
        whole(scores, model).predict(variances.residual(), variances.ideas(), variances.jurors());
    assertThat(model.mean()).isCloseTo(whole.mean(), EXACTLY);
    for (int idea = 0; idea < model.ideas().size(); idea++) {
      String id = model.ideas().get(idea);
      assertThat(model.worth(id)).isCloseTo(whole.worth().get(idea), EXACTLY);
      assertThat(model.standardError(id))
          .isCloseTo(Math.sqrt(whole.errors().get(idea, idea)), EXACTLY);
      for (int other = 0; other < model.ideas().size(); other++) {
        assertThat(model.covariance(id, model.ideas().get(other)))
            .isCloseTo(whole.errors().get(idea, other), EXACTLY);
      }
    }
    for (int juror = 0; juror < model.jurors().size(); juror++) {
      assertThat(model.leniency(model.jurors().get(juror)))
          .isCloseTo(whole.leniency().get(juror), EXACTLY);
    }
  }

  private static WholeEquations whole(List<Score> scores, SeverityModel model) {
    return new WholeEquations(scores, model.ideas(), model.jurors());
  }
}
