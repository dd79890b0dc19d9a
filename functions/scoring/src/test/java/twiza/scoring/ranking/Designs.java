package twiza.scoring.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up juries: who scores what, and how. */
final class Designs {

  private Designs() {}

  /** Every juror meets every idea as the density has it; each idea meets one at least. */
  static List<Score> sparse(int ideas, int jurors, double density, long seed) {
    Random random = new Random(seed);
    double[] leniency = random.doubles(jurors, -1, 1).toArray();
    List<Score> scores = new ArrayList<>();
    for (int idea = 0; idea < ideas; idea++) {
      double worth = 3 + random.nextGaussian();
      int first = random.nextInt(jurors);
      for (int juror = 0; juror < jurors; juror++) {
        if (juror == first || random.nextDouble() < density) {
          scores.add(score(juror, idea, worth + leniency[juror] + random.nextGaussian()));
        }
      }
    }
    return scores;
  }

  static List<Score> complete(int ideas, int jurors, long seed) {
    return sparse(ideas, jurors, 1, seed);
  }

  static Score score(int juror, int idea, double value) {
    return new Score("juror %02d".formatted(juror), "idea %03d".formatted(idea), value);
  }
}
