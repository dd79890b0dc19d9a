package twiza.scoring.results;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.idea.Award;
import twiza.idea.Command;
import twiza.idea.Entries;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.jury.Announcement;
import twiza.jury.Announcement.Placed;
import twiza.jury.Juries;
import twiza.jury.Papers;
import twiza.jury.Rankings;
import twiza.jury.Rankings.Computed;
import twiza.jury.Results;
import twiza.jury.Work;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.Round;
import twiza.round.Rounds;
import twiza.round.Wording;

/**
 * What is done about a round's marks and results while nobody waits for an answer. Each may be done
 * again: what stands is left as it is.
 */
public final class RankingJobs {

  private static final Logger LOG = LoggerFactory.getLogger(RankingJobs.class);

  private final Rounds rounds;
  private final Ideas ideas;
  private final Rankings rankings;
  private final Results results;
  private final InstantSource clock;
  private final JuryMarks marks;

  public RankingJobs(
      Rounds rounds,
      Entries entries,
      Ideas ideas,
      Juries juries,
      Papers papers,
      Rankings rankings,
      Results results,
      InstantSource clock) {
    this.rounds = rounds;
    this.ideas = ideas;
    this.rankings = rankings;
    this.results = results;
    this.clock = clock;
    this.marks = new JuryMarks(entries, juries, papers);
  }

  /** Each job by its kind; it is given the round's id. */
  public Map<Work.Kind, Consumer<String>> jobs() {
    return Map.of(
        Work.Kind.RANK, this::rank,
        Work.Kind.PREVIEW, this::preview,
        Work.Kind.AWARD, this::award);
  }

  /** For good, once the jury is done and everything that came in time is kept. */
  private void rank(String id) {
    rounds
        .find(id)
        .filter(round -> round.phase() == Phase.CLOSED && round.settled())
        .filter(_ -> rankings.state(id).frozen().isEmpty())
        .ifPresent(
            round -> {
              Computed computed = marks.rank(round);
              boolean first = rankings.freeze(round, computed, clock.instant());
              LOG.info("round {} ranked{}", id, first ? "" : " by another run");
            });
  }

  private void preview(String id) {
    Instant now = clock.instant();
    rounds
        .find(id)
        .filter(round -> round.phaseAt(now) == Phase.JUDGING)
        .ifPresent(round -> rankings.preview(id, marks.rank(round), now));
  }

  /** Ideas that their authors took back for good get nothing; the others carry their badge. */
  private void award(String id) {
    rounds.find(id).filter(round -> round.phase() == Phase.PUBLISHED).ifPresent(this::award);
  }

  private void award(Round round) {
    Announcement announcement = results.announced(round.id()).orElseThrow();
    give(round, announcement.winners(), Award.Place.WINNER);
    give(round, announcement.finalists(), Award.Place.FINALIST);
  }

  private void give(Round round, List<Placed> placed, Award.Place place) {
    Command take = new Command.TakeAward(round.id(), place, titles(round.plan()));
    for (Placed it : placed) {
      ideas
          .find(it.idea())
          .ifPresent(
              dossier ->
                  ideas.settle(
                      dossier,
                      found -> IdeaLife.decide(found.idea(), take, clock.instant()),
                      (found, accepted) -> Edit.of(found, accepted, "", "")));
    }
  }

  private static Map<Language, String> titles(Plan plan) {
    Map<Language, String> titles = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String title = plan.text(language, Wording.TITLE);
      if (!title.isBlank()) {
        titles.put(language, title);
      }
    }
    return titles;
  }
}
