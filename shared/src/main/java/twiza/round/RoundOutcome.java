package twiza.round;

import java.util.List;

/** What becomes of a command. */
public sealed interface RoundOutcome {

  /**
   * @param events that lead from the round before to this one
   */
  record Accepted(Round round, List<RoundEvent> events) implements RoundOutcome {}

  /** Nothing changes: it is already so. */
  record Unchanged(Round round) implements RoundOutcome {}

  record Refused(RoundRefusal refusal) implements RoundOutcome {}
}
