package twiza.scoring.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well a method's figures agree with the truth.
 *
 * @param tau Kendall's tau-b, from -1 to 1
 * @param found the share of the truly best that are among the method's best
 */
public record Agreement(double tau, double found) {

  /** How many the best are. */
  public static final int BEST = 5;

  /** Compares figures with the truth, both by the id of the idea. */
  public static Agreement between(Map<String, Double> truth, Map<String, Double> figures) {
    List<String> best = best(truth);
    long found = best(figures).stream().filter(Set.copyOf(best)::contains).count();
    return new Agreement(tau(truth, figures), (double) found / BEST);
  }

  public static Agreement mean(Collection<Agreement> all) {
    return new Agreement(
        all.stream().collect(Collectors.averagingDouble(Agreement::tau)),
        all.stream().collect(Collectors.averagingDouble(Agreement::found)));
  }

  private static List<String> best(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
        .limit(BEST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double tau(Map<String, Double> truth, Map<String, Double> figures) {
    List<String> ids = truth.keySet().stream().sorted().toList();
    long agreed = 0;
    long untiedTruth = 0;
    long untiedFigures = 0;
    for (int one = 0; one < ids.size(); one++) {
      for (int other = 0; other < one; other++) {
        int real = Double.compare(truth.get(ids.get(one)), truth.get(ids.get(other)));
        int told = Double.compare(figures.get(ids.get(one)), figures.get(ids.get(other)));
        agreed += (long) real * told;
        untiedTruth += Math.abs(real);
        untiedFigures += Math.abs(told);
      }
    }
    return agreed / Math.sqrt((double) untiedTruth * untiedFigures);
  }
}
