package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawingWhatIdeasMightBeWorthTest {

  private static final int DRAWS = 200_000;

  private final Observations seen = new Observations(Designs.sparse(5, 4, 0.6, 11));
  private final Prediction prediction =
      new Prediction(seen, new Variances(1, 1.5, 0.7, Variances.Basis.MOMENTS));

  @Test
  void draws_scatter_about_the_prediction_and_with_one_another_as_its_errors_do() {
    int ideas = seen.ideas().size();
    double[] sums = new double[ideas];
    double[][] products = new double[ideas][ideas];
    Random random = new Random(1);
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] drawn = prediction.draw(random);
      for (int one = 0; one < ideas; one++) {
        double off = drawn[one] - prediction.worth(one);
        sums[one] += off;
        for (int other = 0; other < ideas; other++) {
          products[one][other] += off * (drawn[other] - prediction.worth(other));
        }
      }
    }
    for (int one = 0; one < ideas; one++) {
      assertThat(sums[one] / DRAWS).isCloseTo(0, within(0.01));
      for (int other = 0; other < ideas; other++) {
        assertThat(products[one][other] / DRAWS)
            .isCloseTo(prediction.covariance(one, other), within(0.01));
      }
    }
  }
}
