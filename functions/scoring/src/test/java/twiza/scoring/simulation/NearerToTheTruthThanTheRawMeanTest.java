package twiza.scoring.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.scoring.ranking.Score;
import twiza.scoring.ranking.SeverityModel;
import twiza.scoring.simulation.SimulatedRound.Setting;

/** What adjusting must gain where jurors differ, and what it may lose where they don't. */
class NearerToTheTruthThanTheRawMeanTest {

  private static final int ROUNDS = 300;
  private static final long SEED = 1979;

  @ParameterizedTest
  @CsvSource({"0, -.005, -.015", "0.5, .008, 0", "1, .06, .05", "1.5, .12, .10"})
  void in_rounds_of_60_ideas_by_15_jurors_by_3_reviews(double severity, double tau, double found) {
    Agreement gained = gained(severity, scores -> scores);
    assertThat(gained.tau()).isGreaterThanOrEqualTo(tau);
    assertThat(gained.found()).isGreaterThanOrEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"0, -.010, -.015", "0.5, 0, 0", "1, .04, .03", "1.5, .07, .05"})
  void with_whole_marks_from_1_to_5(double severity, double tau, double found) {
    Agreement gained = gained(severity, NearerToTheTruthThanTheRawMeanTest::marked);
    assertThat(gained.tau()).isGreaterThanOrEqualTo(tau);
    assertThat(gained.found()).isGreaterThanOrEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"0, -.005, -.015", "0.5, 0, 0", "1, .05, .04", "1.5, .10, .08"})
  void with_jurors_who_stop_half_way(double severity, double tau, double found) {
    Agreement gained = gained(severity, NearerToTheTruthThanTheRawMeanTest::someStop);
    assertThat(gained.tau()).isGreaterThanOrEqualTo(tau);
    assertThat(gained.found()).isGreaterThanOrEqualTo(found);
  }

  /** What adjusting gains on the raw mean, in rounds whose scores something happens to. */
  private static Agreement gained(double severity, UnaryOperator<List<Score>> happens) {
    List<Agreement> raw = new ArrayList<>();
    List<Agreement> adjusted = new ArrayList<>();
    for (long seed : new Random(SEED).longs(ROUNDS).toArray()) {
      SimulatedRound ideal = SimulatedRound.play(new Setting(60, 15, 3, severity), seed);
      SimulatedRound played = new SimulatedRound(ideal.truth(), happens.apply(ideal.scores()));
      played.truth().keySet().retainAll(played.rawMeans().keySet());
      raw.add(Agreement.between(played.truth(), played.rawMeans()));
      adjusted.add(Agreement.between(played.truth(), worth(played)));
    }
    Agreement before = Agreement.mean(raw);
    Agreement after = Agreement.mean(adjusted);
    return new Agreement(after.tau() - before.tau(), after.found() - before.found());
  }

  /** Five criteria, each with a mark of its own. */
  private static List<Score> marked(List<Score> scores) {
    Random random = new Random(scores.hashCode());
    return scores.stream()
        .map(
            it -> {
              double felt = 3 + 0.8 * it.value();
              double mean =
                  IntStream.range(0, 5)
                      .map(_ -> Math.clamp(Math.round(felt + 0.6 * random.nextGaussian()), 1, 5))
                      .average()
                      .orElseThrow();
              return new Score(it.juror(), it.idea(), mean);
            })
        .toList();
  }

  /** The first three jurors leave out the second half of their ideas. */
  private static List<Score> someStop(List<Score> scores) {
    return scores.stream()
        .filter(it -> it.juror().compareTo("juror 03") >= 0 || it.idea().compareTo("idea 0030") < 0)
        .toList();
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
