package twiza.rounds;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Entries;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.round.Rounds;

/**
 * Moves rounds on when it is time, and tells each of their ideas what that means for it. Whatever
 * stops this half-way, doing it again goes on from there: a step that was done is not done twice.
 */
final class DueRounds {

  private static final Logger LOG = LoggerFactory.getLogger(DueRounds.class);

  private final Rounds rounds;
  private final Entries entries;
  private final Ideas ideas;

  DueRounds(Rounds rounds, Entries entries, Ideas ideas) {
    this.rounds = rounds;
    this.entries = entries;
    this.ideas = ideas;
  }

  /**
   * Takes every step that is due, up to one that the round's ideas have to know of.
   *
   * @return the round as it stands then; empty when there is none
   */
  Optional<Round> move(String id, Instant now) {
    return rounds.find(id).map(round -> move(round, now));
  }

  private Round move(Round round, Instant now) {
    Rounds.Settled moved = decide(round, new RoundCommand.DoWhatIsDue(), now);
    while (moved.outcome() instanceof RoundOutcome.Accepted) {
      moved = decide(moved.round(), new RoundCommand.DoWhatIsDue(), now);
    }
    return moved.round();
  }

  private Rounds.Settled decide(Round round, RoundCommand command, Instant now) {
    return rounds.settle(round, "", now, "", current -> RoundLife.decide(current, command, now));
  }

  /**
   * Tells the ideas of a round what its phase means for them, and moves it on from there.
   *
   * @param hasTime whether another idea may be begun
   * @throws IllegalStateException when some could not be told: the round is still due
   */
  void settle(Round round, Instant now, BooleanSupplier hasTime) {
    Round current = round;
    while (!current.settled() && tell(current, now, hasTime)) {
      Phase told = current.phase();
      current = decide(current, new RoundCommand.Settle(told), now).round();
      if (!current.settled() && current.phase() == told) {
        return;
      }
      current = move(current, now);
    }
  }

  /**
   * @return false when there was no time for all
   */
  private boolean tell(Round round, Instant now, BooleanSupplier hasTime) {
    int failed = 0;
    try (Stream<Entrant> stream = entries.of(round.id())) {
      Iterator<Entrant> told = stream.filter(entrant -> concerns(round, entrant)).iterator();
      while (told.hasNext()) {
        if (!hasTime.getAsBoolean()) {
          return false;
        }
        failed += tell(round, told.next(), now) ? 0 : 1;
      }
    }
    if (failed > 0) {
      throw new IllegalStateException(failed + " ideas could not be told");
    }
    return true;
  }

  private static boolean concerns(Round round, Entrant entrant) {
    return switch (round.phase()) {
      case ANNOUNCED, OPEN, SCREENING -> entrant.standing() == Entry.Standing.UNCONFIRMED;
      case JUDGING -> entrant.place() == Entry.Place.ENTERED;
      case CLOSED -> entrant.place() == Entry.Place.ENTERED || entrant.place() == Entry.Place.HELD;
      case DRAFT, PUBLISHED, CANCELLED -> false;
    };
  }

  private boolean tell(Round round, Entrant entrant, Instant now) {
    try {
      Dossier found = ideas.find(entrant.idea()).orElseThrow();
      ideas.settle(
          found,
          dossier -> IdeaLife.decide(dossier.idea(), command(round, dossier), now),
          (dossier, accepted) -> Ideas.Edit.of(dossier, accepted, "", ""));
      return true;
    } catch (RuntimeException e) {
      LOG.error("skipped idea {} of round {}", entrant.idea(), round.id(), e);
      return false;
    }
  }

  private static Command command(Round round, Dossier dossier) {
    return switch (round.phase()) {
      case DRAFT, ANNOUNCED, OPEN, SCREENING ->
          new Command.ProlongEntry(round.id(), round.schedule().judgingOpensAt());
      case JUDGING -> dossier.beforeTheJury(round);
      case CLOSED, PUBLISHED, CANCELLED -> new Command.CloseJudging(round.id());
    };
  }
}
