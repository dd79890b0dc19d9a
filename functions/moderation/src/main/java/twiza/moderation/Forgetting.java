package twiza.moderation;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.delegation.Delegations;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Outcome;
import twiza.idea.Queue;
import twiza.idea.Retention;
import twiza.idea.State;

/**
 * Erases the data of ideas that are over, once they were kept for as long as their region says.
 * What the region says counts from the next hour on, for older ideas too.
 */
final class Forgetting {

  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private final Delegations delegations;
  private final Queue queue;
  private final Ideas ideas;

  Forgetting(Delegations delegations, Queue queue, Ideas ideas) {
    this.delegations = delegations;
    this.queue = queue;
    this.ideas = ideas;
  }

  /**
   * One that fails is reported and skipped: it is still there an hour later.
   *
   * @return how many failed
   */
  int endRetention(String region, Instant now) {
    Retention retention = delegations.of(region).says().retention();
    int failed = 0;
    for (State state : State.values()) {
      Optional<Instant> over = retention.over(state, now);
      if (over.isPresent()) {
        failed += endRetention(region, state, over.get(), retention, now);
      }
    }
    return failed;
  }

  private int endRetention(
      String region, State state, Instant since, Retention retention, Instant now) {
    int failed = 0;
    try (Stream<String> over = queue.unchangedSince(region, state, since)) {
      Iterator<String> ids = over.iterator();
      while (ids.hasNext()) {
        failed += forget(ids.next(), retention, now) ? 0 : 1;
      }
    }
    return failed;
  }

  /** Whoever changes the idea meanwhile wins. */
  private boolean forget(String id, Retention retention, Instant now) {
    try {
      Dossier dossier = ideas.find(id).orElseThrow();
      Command command = new Command.EndRetention(retention);
      if (IdeaLife.decide(dossier.idea(), command, now) instanceof Outcome.Accepted accepted) {
        ideas.save(Edit.of(dossier, accepted, "", ""));
      }
      return true;
    } catch (RuntimeException e) {
      LOG.error("{} was not erased", id, e);
      return false;
    }
  }
}
