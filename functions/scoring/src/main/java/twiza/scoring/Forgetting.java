package twiza.scoring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.jury.Juries;
import twiza.jury.Papers;
import twiza.round.Round;
import twiza.round.Rounds;

/**
 * Forgets who judged a round that has been over for long, and what they wrote in words. Their marks
 * stay, under ids that lead to nobody.
 */
final class Forgetting {

  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private final Rounds rounds;
  private final Juries juries;
  private final Papers papers;

  Forgetting(Rounds rounds, Juries juries, Papers papers) {
    this.rounds = rounds;
    this.juries = juries;
    this.papers = papers;
  }

  /**
   * @param id of the round; one that there is not, or that keeps its jury still, forgets nobody
   */
  void run(String id) {
    rounds.find(id).filter(Forgetting::isTime).ifPresent(this::forget);
  }

  private static boolean isTime(Round round) {
    return round.phase().isOver() && round.juryKeptUntil().isEmpty();
  }

  private void forget(Round round) {
    juries.forget(round.id(), round.region());
    papers.forgetWords(round.id());
    LOG.info("round {}: its jury is forgotten", round.id());
  }
}
