package twiza.round;

/** Something that somebody, or the clock, wants of a round. */
public sealed interface RoundCommand {

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
   */
  record Cancel(String reason) implements RoundCommand {}

  /**
   * Every entry was told what a phase means for it.
   *
   * @param phase nothing is settled when the round has gone on from it
   */
  record Settle(Phase phase) implements RoundCommand {}

  /** The results become public. */
  record Publish() implements RoundCommand {}

  /** The first of whatever is due by now. */
  record DoWhatIsDue() implements RoundCommand {}
}
