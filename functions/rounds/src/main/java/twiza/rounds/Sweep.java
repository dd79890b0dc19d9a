package twiza.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
import twiza.round.Round;
import twiza.watch.Gauges;

/**
 * Does what is due, oldest first, each item under its version; and then, with the time that is
 * left, tells the ideas of each round that has moved on. One that fails is reported and skipped: it
 * is still due when the next sweep comes.
 */
final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final String IDEA = "IDEA";
  private static final String ROUND = "ROUND";
  private static final String UPTAKE = "UPTAKE";

  /** What is begun with less time than this might not end. */
  static final Duration LEAST_TIME = Duration.ofSeconds(10);

  private final Dues dues;
  private final Ideas ideas;
  private final DueRounds rounds;
  private final DueUptakes uptakes;
  private final InstantSource clock;
  private final Gauges gauges;

  Sweep(
      Dues dues,
      Ideas ideas,
      DueRounds rounds,
      DueUptakes uptakes,
      InstantSource clock,
      Gauges gauges) {
    this.dues = dues;
    this.ideas = ideas;
    this.rounds = rounds;
    this.uptakes = uptakes;
    this.clock = clock;
    this.gauges = gauges;
  }

  /**
   * @param left the time until whoever calls is stopped
   */
  void run(Supplier<Duration> left) {
    new Run(clock.instant(), () -> left.get().compareTo(LEAST_TIME) >= 0).all();
  }

  /** One sweep: what it did, and the rounds that it still has to do something about. */
  private final class Run {

    private final Instant now;
    private final BooleanSupplier hasTime;
    private final List<Round> unsettled = new ArrayList<>();
    private int done;
    private int failed;

    Run(Instant now, BooleanSupplier hasTime) {
      this.now = now;
      this.hasTime = hasTime;
    }

    void all() {
      Duration late = Duration.ZERO;
      try (Stream<Due> stream = dues.by(now)) {
        Iterator<Due> due = stream.iterator();
        while (hasTime.getAsBoolean() && due.hasNext()) {
          Due next = due.next();
          if (late.isZero()) {
            late = Duration.between(next.at(), now);
          }
          count(next.kind() + " " + next.id(), () -> move(next));
        }
      }
      gauges.swept(late);
      Iterator<Round> left = unsettled.iterator();
      while (hasTime.getAsBoolean() && left.hasNext()) {
        Round next = left.next();
        count(ROUND + " " + next.id(), () -> rounds.settle(next, now, hasTime));
      }
      LOG.info("swept, done: {}, failed: {}", done, failed);
    }

    private void count(String what, Runnable work) {
      try {
        work.run();
        done++;
      } catch (RuntimeException e) {
        failed++;
        LOG.error("skipped {}", what, e);
      }
    }

    private void move(Due due) {
      switch (due.kind()) {
        case IDEA -> idea(due.id());
        case ROUND -> round(due.id());
        case UPTAKE -> uptakes.move(due.id(), now);
        default -> throw new IllegalStateException("nothing is known to do");
      }
    }

    /** Whoever else changes the idea meanwhile wins: what is due then is for the next sweep. */
    private void idea(String id) {
      Optional<Dossier> found = ideas.find(id);
      if (found.isPresent()
          && IdeaLife.decide(found.get().idea(), new Command.DoWhatIsDue(), now)
              instanceof Outcome.Accepted accepted) {
        ideas.save(Edit.of(found.get(), accepted, "", ""));
      }
    }

    /** Every round moves on before any tells its ideas, of which there may be very many. */
    private void round(String id) {
      rounds.move(id, now).filter(round -> !round.settled()).ifPresent(unsettled::add);
    }
  }
}
