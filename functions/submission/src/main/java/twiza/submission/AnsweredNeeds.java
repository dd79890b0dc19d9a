package twiza.submission;

import java.util.Optional;
import twiza.http.Problem;
import twiza.idea.Sheet;
import twiza.need.Need;
import twiza.need.Needs;
import twiza.place.Places;
import twiza.place.Province;

/** Whether there is the need that an idea says it answers: one read, when it names one. */
final class AnsweredNeeds {

  static final String UNKNOWN = "UNKNOWN_NEED";

  private final Needs needs;
  private final Places places;

  AnsweredNeeds(Needs needs, Places places) {
    this.needs = needs;
    this.places = places;
  }

  /**
   * @throws Problem 422 unless it is open, and of the idea's region
   */
  void require(Sheet sheet) {
    String id = sheet.details().answersNeed();
    if (!id.isEmpty() && needs.find(id).filter(need -> isFor(sheet, need)).isEmpty()) {
      throw Problem.invalid("answersNeed", UNKNOWN);
    }
  }

  private boolean isFor(Sheet sheet, Need need) {
    Optional<String> region = places.province(sheet.province()).map(Province::region);
    return need.open() && region.equals(Optional.of(need.region()));
  }

  /** What was named before may be closed by now. */
  void require(Sheet sheet, Sheet before) {
    if (!sheet.details().answersNeed().equals(before.details().answersNeed())) {
      require(sheet);
    }
  }
}
