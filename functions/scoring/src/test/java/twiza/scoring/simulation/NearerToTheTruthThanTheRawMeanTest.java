package twiza.scoring.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.scoring.ranking.SeverityModel;
import twiza.scoring.simulation.SimulatedRound.Setting;

/** What adjusting must gain where jurors differ, and what it may lose where they don't. */
class NearerToTheTruthThanTheRawMeanTest {

  private static final int ROUNDS = 300;
  private static final long SEED = 1979;

  @ParameterizedTest
  @CsvSource({"0, -.005, -.015", "0.5, .008, 0", "1, .06, .05", "1.5, .12, .10"})
  void in_rounds_of_60_ideas_by_15_jurors_by_3_reviews(double severity, double tau, double found) {
    List<Agreement> raw = new ArrayList<>();
    List<Agreement> adjusted = new ArrayList<>();
    for (long seed : new Random(SEED).longs(ROUNDS).toArray()) {
      SimulatedRound played = SimulatedRound.play(new Setting(60, 15, 3, severity), seed);
      raw.add(Agreement.between(played.truth(), played.rawMeans()));
      adjusted.add(Agreement.between(played.truth(), worth(played)));
    }
    assertThat(Agreement.mean(adjusted).tau() - Agreement.mean(raw).tau())
        .isGreaterThanOrEqualTo(tau);
    assertThat(Agreement.mean(adjusted).found() - Agreement.mean(raw).found())
        .isGreaterThanOrEqualTo(found);
  }

  @Test
  void agreement_is_counted_as_kendall_did() {
    Map<String, Double> truth = Map.of("a", 1., "b", 2., "c", 3., "d", 4., "e", 5., "f", 6.);
    assertThat(Agreement.between(truth, truth)).isEqualTo(new Agreement(1, 1));
    Map<String, Double> told = new HashMap<>(truth);
    told.put("b", 1.);
    assertThat(Agreement.between(truth, told).tau())
        .isCloseTo(14 / Math.sqrt(15 * 14), within(1e-12));
    told.put("a", 7.);
    assertThat(Agreement.between(truth, told).found()).isEqualTo(.8);
  }

  private static Map<String, Double> worth(SimulatedRound played) {
    SeverityModel model = SeverityModel.fit(played.scores());
    Map<String, Double> worth = new HashMap<>();
    model.ideas().forEach(idea -> worth.put(idea, model.worth(idea)));
    return worth;
  }
}
