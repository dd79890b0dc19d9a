package twiza.scoring.ranking;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import twiza.scoring.graph.Components;

/**
 * Scores as numbers: ideas and jurors are places in lists sorted by id, and the scores are sorted
 * likewise, so that the order in which they came changes no bit of what follows. Values are
 * deviations from the mean of all: small numbers keep more digits.
 */
final class Observations {

  private final List<String> ideas;
  private final List<String> jurors;
  private final int[] ideaOf;
  private final int[] jurorOf;
  private final double origin;
  private final double[] values;
  private final int[] first;
  private final int[] byIdea;
  private final int[] byJuror;
  private final double[] ideaSums;
  private final double[] jurorSums;
  private final Components components;

  /**
   * @throws IllegalArgumentException if a juror scored an idea twice, or there is no score
   */
  Observations(Collection<Score> scores) {
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("no scores");
    }
    List<Score> sorted =
        scores.stream()
            .sorted(Comparator.comparing(Score::idea).thenComparing(Score::juror))
            .toList();
    ideas = sorted.stream().map(Score::idea).distinct().toList();
    jurors = sorted.stream().map(Score::juror).sorted().distinct().toList();
    ideaOf = sorted.stream().mapToInt(it -> Places.of(it.idea(), ideas)).toArray();
    jurorOf = sorted.stream().mapToInt(it -> Places.of(it.juror(), jurors)).toArray();
    origin = sorted.stream().mapToDouble(Score::value).average().orElseThrow();
    values = sorted.stream().mapToDouble(it -> it.value() - origin).toArray();
    byIdea = new int[ideas.size()];
    byJuror = new int[jurors.size()];
    ideaSums = new double[ideas.size()];
    jurorSums = new double[jurors.size()];
    components = new Components(ideas.size(), jurors.size(), ideaOf, jurorOf);
    for (int at = 0; at < values.length; at++) {
      if (at > 0 && ideaOf[at] == ideaOf[at - 1] && jurorOf[at] == jurorOf[at - 1]) {
        throw new IllegalArgumentException(sorted.get(at).juror() + " scored an idea twice");
      }
      byIdea[ideaOf[at]]++;
      byJuror[jurorOf[at]]++;
      ideaSums[ideaOf[at]] += values[at];
      jurorSums[jurorOf[at]] += values[at];
    }
    first = new int[ideas.size() + 1];
    for (int idea = 0; idea < byIdea.length; idea++) {
      first[idea + 1] = first[idea] + byIdea[idea];
    }
  }

  List<String> ideas() {
    return ideas;
  }

  List<String> jurors() {
    return jurors;
  }

  /** How many scores there are: {@code n}. */
  int count() {
    return values.length;
  }

  /** The idea of a score, by its place. */
  int idea(int at) {
    return ideaOf[at];
  }

  /** The juror of a score, by their place. */
  int juror(int at) {
    return jurorOf[at];
  }

  /** Where an idea's scores begin: they end where the next one's begin. */
  int firstOfIdea(int idea) {
    return first[idea];
  }

  /** A score, less the mean of all. */
  double value(int at) {
    return values[at];
  }

  /** How many scores an idea has: {@code n_i}. */
  int countOfIdea(int idea) {
    return byIdea[idea];
  }

  /** How many scores a juror gave: {@code m_j}. */
  int countOfJuror(int juror) {
    return byJuror[juror];
  }

  /** The sum of an idea's values: {@code y_i.}. */
  double sumOfIdea(int idea) {
    return ideaSums[idea];
  }

  /** The sum of a juror's values: {@code y_.j}. */
  double sumOfJuror(int juror) {
    return jurorSums[juror];
  }

  /** What the values are counted from: the mean of all scores. */
  double origin() {
    return origin;
  }

  Components components() {
    return components;
  }

  /** What scores vary within ideas: {@code sum y^2 - sum_i y_i.^2 / n_i}. */
  double squaresWithinIdeas() {
    double squares = 0;
    for (int at = 0; at < values.length; at++) {
      squares += square(values[at] - ideaSums[ideaOf[at]] / byIdea[ideaOf[at]]);
    }
    return squares;
  }

  /** What scores vary within jurors: {@code sum y^2 - sum_j y_.j^2 / m_j}. */
  double squaresWithinJurors() {
    double squares = 0;
    for (int at = 0; at < values.length; at++) {
      squares += square(values[at] - jurorSums[jurorOf[at]] / byJuror[jurorOf[at]]);
    }
    return squares;
  }

  /** The sample variance of all scores; 0 for a single one. */
  double variance() {
    if (values.length == 1 || Arrays.stream(values).allMatch(value -> value == values[0])) {
      return 0;
    }
    return Arrays.stream(values).map(Observations::square).sum() / (values.length - 1);
  }

  private static double square(double value) {
    return value * value;
  }
}
