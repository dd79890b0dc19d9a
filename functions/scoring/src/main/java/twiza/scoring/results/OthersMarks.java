package twiza.scoring.results;

import twiza.http.Desk.Visit;
import twiza.http.Problem;
import twiza.idea.Entries;
import twiza.jury.Ballots;
import twiza.jury.Juries;
import twiza.jury.Juror;
import twiza.jury.Papers;
import twiza.round.Phase;
import twiza.round.Round;

/**
 * An organiser may sit on the jury too, and then reads what others gave only once their own marks
 * are in, as every juror does. They are known by their address.
 */
final class OthersMarks {

  private final Juries juries;
  private final Ballots ballots;

  OthersMarks(Entries entries, Juries juries, Papers papers) {
    this.juries = juries;
    this.ballots = new Ballots(entries, papers);
  }

  /**
   * @throws Problem 409 while whoever asks has ideas of their own to mark
   */
  void open(Visit visit, Round round) {
    if (round.phaseAt(visit.request().now()) == Phase.JUDGING
        && juries.of(round.id(), round.region()).panel(Phase.JUDGING).stream()
            .filter(juror -> isTheSame(juror, visit.member().email()))
            .anyMatch(juror -> ballots.of(round.id(), juror).left() > 0)) {
      throw Problem.of(409, "OWN_MARKS_FIRST");
    }
  }

  private static boolean isTheSame(Juror juror, String address) {
    return juror.email().filter(email -> email.value().equalsIgnoreCase(address)).isPresent();
  }
}
