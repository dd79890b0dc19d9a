package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Davies and Goldsmith, Statistical Methods in Research and Production, 1972: six samples on each
 * of 24 plates. Many a mixed-model program shows it; where every cell is filled, restricted maximum
 * likelihood and moments agree.
 */
class PlatesAndSamplesOfPenicillinTest {

  @Test
  void variances_and_mean_are_those_that_other_programs_find() {
    SeverityModel model = SeverityModel.fit(PublishedTable.read("penicillin.csv"));
    assertThat(model.mean()).isCloseTo(22.9722, within(0.00005));
    assertThat(model.variances().residual()).isCloseTo(0.302415, within(0.0000005));
    assertThat(model.variances().ideas()).isCloseTo(0.716908, within(0.0000005));
    assertThat(model.variances().jurors()).isCloseTo(3.73092, within(0.000005));
  }
}
