package twiza.scoring;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import twiza.http.Input;
import twiza.jury.BallotPaper;
import twiza.jury.Review;
import twiza.round.Criterion;

/** What a juror sends about an idea: read against the rubric of its round. */
final class PaperForm {

  private PaperForm() {}

  /**
   * What was sent.
   *
   * @param version of the paper that the juror had before them; empty for the one that stands
   */
  record Written(
      OptionalLong version,
      SortedMap<String, Integer> marks,
      String comment,
      String note,
      boolean submitted) {

    /** Whether it is what stands on a paper already, as when an answer was lost on the way. */
    boolean isOn(BallotPaper paper) {
      return paper.version() > 0
          && paper.marks().equals(marks)
          && paper.comment().equals(comment)
          && paper.note().equals(note)
          && paper.submitted() == submitted;
    }

    boolean isAbout(BallotPaper paper) {
      return version.isEmpty() || version.getAsLong() == paper.version();
    }

    BallotPaper over(BallotPaper paper, Instant now) {
      return paper.rewritten(marks, comment, note, submitted, now);
    }
  }

  /** A draft may lack marks; what is submitted may not. */
  static Written read(Input input, List<Criterion> rubric) {
    OptionalLong version = input.amount("version", 0, Long.MAX_VALUE);
    boolean submitted = input.flag("submitted", false);
    SortedMap<String, Integer> marks = new TreeMap<>();
    for (Criterion criterion : rubric) {
      String field = "marks." + criterion.code();
      boolean given = input.has(field);
      input
          .number(field, Review.LOWEST, Review.HIGHEST)
          .ifPresent(mark -> marks.put(criterion.code(), mark));
      if (submitted && !given) {
        input.refuse(field, "REQUIRED");
      }
    }
    String comment = input.optionalText("comment", BallotPaper.LONGEST_COMMENT);
    String note = input.optionalText("note", BallotPaper.LONGEST_COMMENT);
    input.finish();
    return new Written(version, marks, comment, note, submitted);
  }
}
