package twiza.scoring.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twiza.jury.Assignment;
import twiza.scoring.assignment.Assigner;
import twiza.scoring.assignment.Task;
import twiza.scoring.ranking.Score;

/**
 * A round in which the truth is known: ideas of normal worth, jurors of normal severity, and noise.
 *
 * @param truth what each idea is worth, by id
 */
public record SimulatedRound(Map<String, Double> truth, List<Score> scores) {

  /**
   * What a round is like.
   *
   * @param severity the standard deviation between jurors, where that between ideas and that of the
   *     noise are 1
   */
  public record Setting(int ideas, int jurors, int readers, double severity) {}

  /** Plays a round; ideas are given to jurors as they are in a real one. */
  public static SimulatedRound play(Setting setting, long seed) {
    Random random = new Random(seed);
    Set<String> ideas = named("idea %04d", setting.ideas());
    Set<String> jurors = named("juror %02d", setting.jurors());
    Assignment assignment =
        Assigner.assign(Task.first(ideas, jurors, (_, _) -> true, setting.readers(), seed));
    Map<String, Double> truth = new HashMap<>();
    ideas.stream().sorted().forEach(idea -> truth.put(idea, random.nextGaussian()));
    List<Score> scores = new ArrayList<>();
    assignment
        .ideas()
        .forEach(
            (juror, theirs) -> {
              double leniency = setting.severity() * random.nextGaussian();
              for (String idea : theirs) {
                double value = truth.get(idea) + leniency + random.nextGaussian();
                scores.add(new Score(juror, idea, value));
              }
            });
    return new SimulatedRound(truth, scores);
  }

  /** The plain mean of every idea's scores, by id. */
  public Map<String, Double> rawMeans() {
    return scores.stream()
        .collect(Collectors.groupingBy(Score::idea, Collectors.averagingDouble(Score::value)));
  }

  private static Set<String> named(String pattern, int count) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.toSet());
  }
}
