package twiza.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Dues;
import twiza.idea.Dues.Due;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Outcome;
import twiza.watch.Gauges;

/**
 * Does what is due, oldest first, each item under its version. One that fails is reported and
 * skipped: it is still due when the next sweep comes.
 */
final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final String IDEA = "IDEA";

  /** What is begun with less time than this might not end. */
  static final Duration LEAST_TIME = Duration.ofSeconds(10);

  private final Dues dues;
  private final Ideas ideas;
  private final InstantSource clock;
  private final Gauges gauges;

  Sweep(Dues dues, Ideas ideas, InstantSource clock, Gauges gauges) {
    this.dues = dues;
    this.ideas = ideas;
    this.clock = clock;
    this.gauges = gauges;
  }

  /**
   * @param left the time until whoever calls is stopped
   */
  void run(Supplier<Duration> left) {
    Instant now = clock.instant();
    int done = 0;
    int failed = 0;
    Duration late = Duration.ZERO;
    try (Stream<Due> stream = dues.by(now)) {
      Iterator<Due> due = stream.iterator();
      while (left.get().compareTo(LEAST_TIME) >= 0 && due.hasNext()) {
        Due next = due.next();
        if (late.isZero()) {
          late = Duration.between(next.at(), now);
        }
        if (sweep(next, now)) {
          done++;
        } else {
          failed++;
        }
      }
    }
    gauges.swept(late);
    LOG.info("swept, done: {}, failed: {}", done, failed);
  }

  private boolean sweep(Due due, Instant now) {
    try {
      switch (due.kind()) {
        case IDEA -> idea(due.id(), now);
        default -> throw new IllegalStateException("nothing is known to do");
      }
      return true;
    } catch (RuntimeException e) {
      LOG.error("skipped {} {}, due at {}", due.kind(), due.id(), due.at(), e);
      return false;
    }
  }

  /** Whoever else changes the idea meanwhile wins: what is due then is for the next sweep. */
  private void idea(String id, Instant now) {
    Optional<Dossier> found = ideas.find(id);
    if (found.isPresent()
        && IdeaLife.decide(found.get().idea(), new Command.DoWhatIsDue(), now)
            instanceof Outcome.Accepted accepted) {
      ideas.save(Edit.of(found.get(), accepted, "", ""));
    }
  }
}
