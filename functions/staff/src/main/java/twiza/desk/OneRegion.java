package twiza.desk;

import java.time.Instant;
import twiza.delegation.Delegation.Change;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.place.Places;
import twiza.staff.Member;
import twiza.staff.Staff;

/** What a region has one of: whoever did not read what stands there changes nothing. */
record OneRegion(Staff staff) {

  private static final Places PLACES = Places.load();

  /**
   * @param name empty when nothing is known of them any more
   */
  record LastChange(Instant at, String name) {}

  static String known(Visit visit) {
    if (PLACES.region(visit.region()).isEmpty()) {
      throw Problem.invalid("region", "UNKNOWN_CODE");
    }
    return visit.region();
  }

  /** Refuses what is wrong in the input, and a version other than the one that stands there. */
  static void finish(Input input, long version) {
    long read = input.version();
    input.finish();
    if (read != version) {
      throw Problem.conflict();
    }
  }

  LastChange lastChange(Change change) {
    return new LastChange(change.at(), staff.find(change.by()).map(Member::name).orElse(""));
  }
}
