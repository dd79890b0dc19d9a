package twiza.moderation;

import java.time.Instant;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Flag;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Notice;
import twiza.idea.Outcome;
import twiza.idea.Patience;
import twiza.idea.Queue;

/** Speaks for what has waited too long: to the moderators first, then to the organisers. */
final class Reminders {

  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

  private final Queue queue;
  private final Ideas ideas;
  private final Supplier<Patience> patience;

  Reminders(Queue queue, Ideas ideas, Supplier<Patience> patience) {
    this.queue = queue;
    this.ideas = ideas;
    this.patience = patience;
  }

  /**
   * One that fails is reported and skipped: it still waits an hour later.
   *
   * @return how many failed
   */
  int send(String region, Instant now) {
    Patience limits = patience.get();
    int failed = 0;
    try (Stream<Queue.Waiting> waiting = queue.waitingSince(region, now.minus(limits.remind()))) {
      Iterator<Queue.Waiting> all =
          waiting.filter(idea -> isUnspokenFor(idea, limits, now)).iterator();
      while (all.hasNext()) {
        failed += speakFor(all.next(), limits, now) ? 0 : 1;
      }
    }
    return failed;
  }

  private static boolean isUnspokenFor(Queue.Waiting idea, Patience limits, Instant now) {
    boolean late = !idea.since().plus(limits.escalate()).isAfter(now);
    return !idea.flags().contains(Flag.IMPORTED)
        && !idea.notices().contains(late ? Notice.ESCALATED : Notice.REMINDED);
  }

  /** Whoever changes the idea meanwhile wins: what still waits then is for the next hour. */
  private boolean speakFor(Queue.Waiting idea, Patience limits, Instant now) {
    try {
      Dossier dossier = ideas.find(idea.id()).orElseThrow();
      Command command = new Command.RemindOfWaiting(limits);
      if (IdeaLife.decide(dossier.idea(), command, now) instanceof Outcome.Accepted accepted) {
        ideas.save(Edit.of(dossier, accepted, "", ""));
      }
      return true;
    } catch (RuntimeException e) {
      LOG.error("nobody was told that {} waits", idea.id(), e);
      return false;
    }
  }
}
