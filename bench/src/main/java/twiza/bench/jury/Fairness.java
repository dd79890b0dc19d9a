package twiza.bench.jury;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import twiza.scoring.simulation.Agreement;
import twiza.scoring.simulation.SimulatedRound;
import twiza.scoring.simulation.SimulatedRound.Setting;

/** How near to the truth each method comes, and how much nearer than the raw mean. */
final class Fairness {

  private static final long SEED = 1979;
  private static final double[] SEVERITIES = {0, 0.5, 1, 1.5};

  private final int rounds;

  Fairness(int rounds) {
    this.rounds = rounds;
  }

  void print() {
    System.out.printf(
        Locale.ROOT,
        "60 ideas, 15 jurors, 3 reviews an idea; standard deviation of ideas 1, of noise 1;"
            + " mean of %,d rounds.%n"
            + "Kendall's tau-b with the truth / share of the true top %d found; but for the raw"
            + " mean, what is gained on it.%n%n",
        rounds,
        Agreement.BEST);
    System.out.print("| severity |");
    for (Method method : Method.values()) {
      System.out.print(" " + method.title() + " |");
    }
    System.out.println("\n|---:|" + "---|".repeat(Method.values().length));
    for (double severity : SEVERITIES) {
      System.out.println(row(severity));
    }
  }

  private String row(double severity) {
    Map<Method, Agreement> reached = play(severity);
    Agreement raw = reached.get(Method.RAW_MEAN);
    StringBuilder row = new StringBuilder("| " + severity + " |");
    reached.forEach(
        (method, agreement) ->
            row.append(
                method == Method.RAW_MEAN
                    ? cell("%.3f / %.3f", agreement.tau(), agreement.found())
                    : cell(
                        "%+.3f / %+.3f",
                        agreement.tau() - raw.tau(), agreement.found() - raw.found())));
    return row.toString();
  }

  private static String cell(String pattern, double tau, double found) {
    return " " + String.format(Locale.ROOT, pattern, tau, found) + " |";
  }

  private Map<Method, Agreement> play(double severity) {
    Map<Method, List<Agreement>> all = new EnumMap<>(Method.class);
    for (long seed : new Random(SEED).longs(rounds).toArray()) {
      SimulatedRound played = SimulatedRound.play(new Setting(60, 15, 3, severity), seed);
      for (Method method : Method.values()) {
        all.computeIfAbsent(method, _ -> new ArrayList<>())
            .add(Agreement.between(played.truth(), method.figures(played)));
      }
    }
    Map<Method, Agreement> means = new EnumMap<>(Method.class);
    all.forEach((method, agreements) -> means.put(method, Agreement.mean(agreements)));
    return means;
  }
}
