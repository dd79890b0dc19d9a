package twiza.jury;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One juror's marks for one idea, as submitted.
 *
 * @param marks from 1 to 5, by the code of the criterion
 */
public record Review(String juror, String idea, SortedMap<String, Integer> marks) {

  public static final int LOWEST = 1;
  public static final int HIGHEST = 5;

  /**
   * @throws IllegalArgumentException without a mark, or with one that is not from 1 to 5
   */
  public Review {
    marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    if (marks.isEmpty()) {
      throw new IllegalArgumentException("no marks");
    }
    marks.forEach(
        (criterion, mark) -> {
          if (mark < LOWEST || mark > HIGHEST) {
            throw new IllegalArgumentException(criterion + " has the mark " + mark);
          }
        });
  }

  public Review(String juror, String idea, Map<String, Integer> marks) {
    this(juror, idea, new TreeMap<>(marks));
  }

  /**
   * The weighted mark, in hundredths of a mark, so that equal means are equal to the last bit.
   *
   * @param weights in percent, by criterion
   * @throws IllegalArgumentException if the criteria are not the same: a review counts when
   *     complete
   */
  public int hundredths(Map<String, Integer> weights) {
    if (!weights.keySet().equals(marks.keySet())) {
      throw new IllegalArgumentException(
          "marks of " + marks.keySet() + " do not answer a rubric of " + weights.keySet());
    }
    int sum = 0;
    for (Map.Entry<String, Integer> mark : marks.entrySet()) {
      sum += weights.get(mark.getKey()) * mark.getValue();
    }
    return sum;
  }
}
