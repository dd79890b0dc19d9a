package twiza.jury;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import twiza.idea.Award;

/**
 * What the author of one idea is told about it.
 *
 * @param round opaque id
 * @param reviews that count
 * @param leftOut reviews that don't, because their juror gave everybody the same
 * @param byCriterion mean marks, by the code of the criterion; empty without a review that counts
 * @param rawMean of the weighted marks; empty without a review that counts
 * @param score adjusted, as it is shown; empty without a review that counts
 * @param comments what jurors wrote to the author, in an order that tells nothing of them; those
 *     held back are not there
 */
public record OwnResult(
    String round,
    Optional<Award.Place> place,
    int reviews,
    int leftOut,
    SortedMap<String, Double> byCriterion,
    OptionalDouble rawMean,
    OptionalDouble score,
    List<String> comments) {

  public OwnResult {
    byCriterion = Collections.unmodifiableSortedMap(new TreeMap<>(byCriterion));
    comments = List.copyOf(comments);
  }

  /**
   * @param marks what was kept of the idea when the marks were ranked
   * @param papers about the idea
   */
  public static OwnResult of(
      String round, Optional<Award.Place> place, Rankings.Marks marks, List<BallotPaper> papers) {
    Optional<Standing> standing = marks.standing();
    List<String> comments =
        papers.stream()
            .filter(it -> it.submitted() && it.withheld().isEmpty() && !it.comment().isBlank())
            .filter(it -> marks.jurors().contains(it.juror()))
            .map(BallotPaper::comment)
            .sorted()
            .toList();
    return new OwnResult(
        round,
        place,
        standing.map(Standing::reviews).orElse(0),
        standing.map(Standing::leftOut).orElse(marks.jurors().size()),
        standing.map(Standing::byCriterion).orElseGet(TreeMap::new),
        standing.map(it -> OptionalDouble.of(it.rawMean())).orElse(OptionalDouble.empty()),
        standing
            .map(it -> OptionalDouble.of(it.shown().doubleValue()))
            .orElse(OptionalDouble.empty()),
        comments);
  }
}
