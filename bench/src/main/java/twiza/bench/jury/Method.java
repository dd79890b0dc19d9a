package twiza.bench.jury;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import twiza.scoring.ranking.LeastSquares;
import twiza.scoring.ranking.Score;
import twiza.scoring.ranking.SeverityModel;
import twiza.scoring.simulation.SimulatedRound;

/** A way to make one figure of an idea's scores. */
enum Method {
  RAW_MEAN("raw mean"),
  Z_SCORES("z-scores"),
  BORDA("Borda"),
  LEAST_SQUARES("least squares"),
  TWIZA("Twiza");

  private final String title;

  Method(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** By the id of the idea; more is better. */
  Map<String, Double> figures(SimulatedRound played) {
    return switch (this) {
      case RAW_MEAN -> played.rawMeans();
      case Z_SCORES -> means(played.scores(), Method::standardised);
      case BORDA -> means(played.scores(), Method::points);
      case LEAST_SQUARES -> leastSquares(played);
      case TWIZA -> worth(played);
    };
  }

  /** The mean of what each juror's scores become when they are read beside one another. */
  private static Map<String, Double> means(
      List<Score> scores, Function<List<Score>, List<Score>> within) {
    return scores.stream().collect(Collectors.groupingBy(Score::juror)).values().stream()
        .flatMap(theirs -> within.apply(theirs).stream())
        .collect(Collectors.groupingBy(Score::idea, Collectors.averagingDouble(Score::value)));
  }

  /** The distance from the juror's mean, in standard deviations of theirs. */
  private static List<Score> standardised(List<Score> theirs) {
    double mean = theirs.stream().mapToDouble(Score::value).average().orElseThrow();
    double squares =
        theirs.stream().mapToDouble(it -> (it.value() - mean) * (it.value() - mean)).sum();
    double deviation = Math.sqrt(squares / (theirs.size() - 1));
    return theirs.stream().map(it -> gave(it, (it.value() - mean) / deviation)).toList();
  }

  /** The share of the juror's other ideas that an idea leaves behind. */
  private static List<Score> points(List<Score> theirs) {
    List<Score> sorted = theirs.stream().sorted(Comparator.comparingDouble(Score::value)).toList();
    return sorted.stream()
        .map(it -> gave(it, (double) sorted.indexOf(it) / (sorted.size() - 1)))
        .toList();
  }

  private static Score gave(Score score, double value) {
    return new Score(score.juror(), score.idea(), value);
  }

  private static Map<String, Double> leastSquares(SimulatedRound played) {
    LeastSquares fit = LeastSquares.of(played.scores());
    Map<String, Double> adjusted = new HashMap<>();
    fit.ideas().forEach(idea -> adjusted.put(idea, fit.adjusted(idea)));
    return adjusted;
  }

  private static Map<String, Double> worth(SimulatedRound played) {
    SeverityModel model = SeverityModel.fit(played.scores());
    Map<String, Double> worth = new HashMap<>();
    model.ideas().forEach(idea -> worth.put(idea, model.worth(idea)));
    return worth;
  }
}
