package twiza.jury;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one juror writes about one idea: a draft until it is submitted, and again when that is
 * undone.
 *
 * @param version counts the changes; 0 before the first
 * @param marks from 1 to 5, by the code of the criterion; a draft may lack some
 * @param comment for the author; may be blank
 * @param note for the jury; may be blank
 * @param submitted whether it counts, and may be seen by others
 * @param at when it was changed last
 * @param withheld why the author does not get the comment, when an organiser holds it back
 */
public record BallotPaper(
    String juror,
    String idea,
    long version,
    SortedMap<String, Integer> marks,
    String comment,
    String note,
    boolean submitted,
    Instant at,
    Optional<String> withheld) {

  /** In characters. */
  public static final int LONGEST_COMMENT = 2000;

  public static final int LONGEST_REASON = 500;

  public BallotPaper {
    marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
  }

  /** Nothing is written yet. */
  public static BallotPaper blank(String juror, String idea, Instant at) {
    return new BallotPaper(juror, idea, 0, new TreeMap<>(), "", "", false, at, Optional.empty());
  }

  /** The same paper, once more changed by its juror. */
  public BallotPaper rewritten(
      SortedMap<String, Integer> given,
      String toAuthor,
      String toJury,
      boolean counts,
      Instant now) {
    return new BallotPaper(
        juror, idea, version + 1, given, toAuthor, toJury, counts, now, withheld);
  }

  /** The same paper, whose comment its author gets or, for a reason, does not. */
  public BallotPaper withheld(Optional<String> reason) {
    return new BallotPaper(juror, idea, version + 1, marks, comment, note, submitted, at, reason);
  }

  public boolean hasWords() {
    return !comment.isEmpty() || !note.isEmpty() || withheld.isPresent();
  }

  /** The same paper with its marks alone. */
  public BallotPaper withoutWords() {
    return new BallotPaper(
        juror, idea, version + 1, marks, "", "", submitted, at, Optional.empty());
  }

  /** The marks, once they count. */
  public Optional<Review> review() {
    return submitted ? Optional.of(new Review(juror, idea, marks)) : Optional.empty();
  }
}
