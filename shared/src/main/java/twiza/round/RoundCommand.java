package twiza.round;

import java.time.Period;

/** Something that somebody, or the clock, wants of a round. */
public sealed interface RoundCommand {

  /** For how long a jury is kept where nobody says otherwise. */
  Period JURY_USUALLY_KEPT = Period.ofMonths(12);

  /** Another plan instead of the present one. */
  record Replan(Plan plan) implements RoundCommand {}

  /**
   * From now on it is public and runs by itself.
   *
   * @param roomCode for a live round
   */
  record Announce(String roomCode) implements RoundCommand {}

  /**
   * @param reason that everybody concerned is given
   * @param juryKept for how long names, addresses and words of its jurors are kept from now on
   */
  record Cancel(String reason, Period juryKept) implements RoundCommand {

    public Cancel(String reason) {
      this(reason, JURY_USUALLY_KEPT);
    }
  }

  /** The jury of a live round has marked everything: it is done now, and not when it was to be. */
  record EndJudging() implements RoundCommand {}

  /**
   * Every entry was told what a phase means for it.
   *
   * @param phase nothing is settled when the round has gone on from it
   */
  record Settle(Phase phase) implements RoundCommand {}

  /**
   * The results become public.
   *
   * @param juryKept for how long names, addresses and words of its jurors are kept from now on
   */
  record Publish(Period juryKept) implements RoundCommand {

    public Publish() {
      this(JURY_USUALLY_KEPT);
    }
  }

  /** The first of whatever is due by now. */
  record DoWhatIsDue() implements RoundCommand {}
}
