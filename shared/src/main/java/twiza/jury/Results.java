package twiza.jury;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import twiza.round.Round;
import twiza.round.RoundOutcome;

/** What juries decided, and what of it is public. */
public interface Results {

  /** What a jury is going to make known; nothing is said in it before anything is written. */
  Verdict verdict(String round);

  /**
   * Keeps a verdict with its event.
   *
   * @return false when somebody else changed it, or the round, since it was read
   */
  boolean save(Round round, Verdict before, Verdict after, String by, Instant at);

  /**
   * Makes the results public: round, event and results in one step.
   *
   * @param published where the round's decider led
   * @param verdict as it was read; it is kept as it is
   * @return false when somebody else changed verdict or round since they were read
   */
  boolean publish(
      Round before,
      RoundOutcome.Accepted published,
      Verdict verdict,
      Announcement announcement,
      String by);

  /** Empty until it is published. */
  Optional<Announcement> announced(String round);

  /** Those of several rounds that are published. */
  List<Announcement> announced(Collection<String> rounds);

  /** What the author of an idea is told, once that is published. */
  Optional<OwnResult> own(Announcement announcement, String idea);

  /** What the author of an idea would be told if the verdict were published as it stands. */
  Optional<OwnResult> foreseen(Verdict verdict, String idea);
}
