package twiza.board;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * How many of the ideas received in some whole months came from authors who say a trait of
 * themselves.
 *
 * <p>Months are put together, in their order, until at least {@value #LEAST} ideas came from such
 * authors and at least as many from others; only then their sum is told, once and for all. Whatever
 * two periods somebody compares, they differ by such sums, so that no difference tells of fewer
 * people than that.
 *
 * @param from the first of the months
 * @param to the last of them
 * @param count of ideas from such authors
 * @param of all ideas received
 */
public record Share(YearMonth from, YearMonth to, int count, int of) {

  /** Fewer are never told, neither of these nor of the others. */
  public static final int LEAST = 5;

  /** Whether it may be told. */
  public boolean isLargeEnough() {
    return count >= LEAST && of - count >= LEAST;
  }

  /**
   * These months and the next.
   *
   * @param untold what the months before could not tell; empty when they told all
   */
  static Share after(Optional<Share> untold, Share month) {
    return untold.map(before -> before.and(month)).orElse(month);
  }

  private Share and(Share next) {
    return new Share(from, next.to, count + next.count, of + next.of);
  }

  /** Several of them as one; empty when there is none. */
  static Optional<Share> sum(List<Share> shares) {
    return shares.stream().reduce(Share::and);
  }
}
