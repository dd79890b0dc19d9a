package twiza.scoring.ranking;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import twiza.jury.RankingRules;
import twiza.jury.Review;

/**
 * What the marks of one idea come to before any model: means of whole hundredths, so that what is
 * equal on paper is equal here.
 */
record IdeaMarks(
    String idea,
    int reviews,
    double rawMean,
    double median,
    SortedMap<String, Double> byCriterion) {

  /**
   * @param reviews of this idea, at least one
   */
  static IdeaMarks of(String idea, List<Review> reviews, RankingRules rules) {
    int[] hundredths =
        reviews.stream().mapToInt(it -> it.hundredths(rules.weights())).sorted().toArray();
    int count = hundredths.length;
    long sum = 0;
    for (int one : hundredths) {
      sum += one;
    }
    int middle = hundredths[count / 2] + hundredths[(count - 1) / 2];
    SortedMap<String, Double> byCriterion = new TreeMap<>();
    for (String criterion : rules.weights().keySet()) {
      int marks = reviews.stream().mapToInt(it -> it.marks().get(criterion)).sum();
      byCriterion.put(criterion, (double) marks / count);
    }
    return new IdeaMarks(idea, count, sum / (100.0 * count), middle / 200.0, byCriterion);
  }
}
