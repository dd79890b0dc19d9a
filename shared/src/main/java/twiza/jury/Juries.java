package twiza.jury;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import twiza.access.Busy;
import twiza.round.Round;

/** The juries that are kept. Every write keeps its event with it. */
public interface Juries {

  /** The jury of a round, with all its jurors; one without any before the first is listed. */
  Jury of(String round, String region);

  /** One juror, without the others. */
  Optional<Juror> juror(String round, String id);

  /** Those of some jurors that there are. */
  List<Juror> jurors(String round, Collection<String> ids);

  /** One juror, and the round that they are asked to judge. */
  record Seat(Round round, Juror juror) {}

  Optional<Seat> seat(String round, String juror);

  /** A juror whose link is of no use any more gets another one. */
  void askLink(Seat seat, Instant at);

  /**
   * Keeps what a command changed, in one step.
   *
   * @param by the opaque id of the member of staff who did it; empty when a juror or the clock did
   * @return false when somebody else changed the jury since it was read; nothing is kept
   */
  boolean save(Jury before, JuryOutcome.Accepted accepted, String by, Instant at);

  /** Forgets who the jurors of a round were, which is over; done again it changes nothing. */
  void forget(String round, String region);

  /** Where a command led: the jury as it stands now, and what became of the command. */
  record Settled(Jury jury, JuryOutcome outcome) {}

  /**
   * Decides and keeps what was decided. When somebody else was faster, reads again and decides
   * again on what stands then.
   *
   * @throws Busy when others were faster every time
   */
  default Settled settle(Round round, String by, Instant at, Function<Jury, JuryOutcome> decide) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Jury jury = of(round.id(), round.region());
      JuryOutcome outcome = decide.apply(jury);
      if (!(outcome instanceof JuryOutcome.Accepted accepted)) {
        return new Settled(jury, outcome);
      }
      if (save(jury, accepted, by, at)) {
        return new Settled(accepted.jury(), outcome);
      }
    }
    throw new Busy();
  }

  /** How often a command is decided again before the caller is asked to come back. */
  int MOST_ATTEMPTS = 8;
}
