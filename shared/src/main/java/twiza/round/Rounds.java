package twiza.round;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import twiza.access.Busy;
import twiza.idea.Listing;

/** The rounds that are kept. Every write keeps its events with it. */
public interface Rounds {

  Optional<Round> find(String id);

  /** Some rounds by their ids, in one request; what there is not is missing. At most 100. */
  Map<String, Round> among(Collection<String> ids);

  /**
   * Those of a region that the public may see, the one that opens last first.
   *
   * @param cursor from the page before it; empty for the first
   */
  Listing<Round> announced(String region, String cursor, int limit);

  /**
   * Those of a region that nobody has announced, those given up too, the one that opens last first;
   * at most 50.
   */
  List<Round> drafts(String region);

  /** The words that came with its cancellation; empty when it is not cancelled. */
  String reason(String id);

  /**
   * @param before empty for a new round
   * @param by the opaque id of the member of staff who did it; empty when the clock did
   * @param reason the words that come with a cancellation
   */
  record Edit(
      Optional<Round> before,
      RoundOutcome.Accepted accepted,
      String by,
      Instant at,
      String reason) {}

  /**
   * Keeps what a command changed, in one step.
   *
   * @return false when somebody else changed the round since it was read, or sent an idea for it;
   *     nothing is kept
   */
  boolean save(Edit edit);

  /** Where a command led: the round as it stands now, and what became of the command. */
  record Settled(Round round, RoundOutcome outcome) {}

  /**
   * Decides and keeps what was decided. When somebody else was faster, reads again and decides
   * again on what stands then.
   *
   * @throws Busy when others were faster every time
   */
  default Settled settle(
      Round round, String by, Instant at, String reason, Function<Round, RoundOutcome> decide) {
    Round current = round;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      RoundOutcome outcome = decide.apply(current);
      if (!(outcome instanceof RoundOutcome.Accepted accepted)) {
        return new Settled(current, outcome);
      }
      if (save(new Edit(Optional.of(current), accepted, by, at, reason))) {
        return new Settled(accepted.round(), outcome);
      }
      current = find(round.id()).orElseThrow();
    }
    throw new Busy();
  }

  /** How often a command is decided again before the caller is asked to come back. */
  int MOST_ATTEMPTS = 8;
}
