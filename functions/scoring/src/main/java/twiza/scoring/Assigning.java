package twiza.scoring;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.idea.Authors;
import twiza.idea.Entries;
import twiza.idea.Entries.Entrant;
import twiza.jury.Assignment;
import twiza.jury.Ballot;
import twiza.jury.Coverage;
import twiza.jury.Juries;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryLife;
import twiza.jury.JuryOutcome;
import twiza.jury.Papers;
import twiza.jury.Papers.Progress;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.Rounds;
import twiza.scoring.assignment.Assigner;
import twiza.scoring.assignment.Task;

/**
 * Says who reads what: at first, and again whenever a juror comes or goes, or an idea comes late.
 * Doing it twice is doing it once.
 */
final class Assigning {

  private static final Logger LOG = LoggerFactory.getLogger(Assigning.class);

  private final Rounds rounds;
  private final Entries entries;
  private final Authors authors;
  private final Juries juries;
  private final Papers papers;
  private final InstantSource clock;

  Assigning(
      Rounds rounds,
      Entries entries,
      Authors authors,
      Juries juries,
      Papers papers,
      InstantSource clock) {
    this.rounds = rounds;
    this.entries = entries;
    this.authors = authors;
    this.juries = juries;
    this.papers = papers;
    this.clock = clock;
  }

  /**
   * @param id of the round; one that there is not, or whose jury is done, needs nothing
   */
  void run(String id) {
    Instant now = clock.instant();
    rounds.find(id).ifPresent(round -> assign(round, now));
  }

  private void assign(Round round, Instant now) {
    Phase phase = round.phaseAt(now);
    List<Entrant> entrants = entrants(round.id());
    SharingOut work = new SharingOut(round, phase, ids(entrants), progress(round.id()));
    Circle circle = new Circle(entrants, authors.of(ids(entrants)));
    Juries.Settled settled =
        juries.settle(
            round, "", now, jury -> JuryLife.decide(jury, command(work, jury, circle), phase, now));
    switch (settled.outcome()) {
      case JuryOutcome.Accepted _ ->
          LOG.info("round {}: {} reviews asked for", round.id(), size(settled.jury()));
      case JuryOutcome.Unchanged _ -> LOG.info("round {}: nothing to share out", round.id());
      case JuryOutcome.Refused(var why) -> LOG.info("round {}: {}", round.id(), why);
    }
  }

  private static int size(Jury jury) {
    return jury.assignment().size();
  }

  private List<Entrant> entrants(String round) {
    try (Stream<Entrant> all = entries.of(round)) {
      return all.filter(Ballot::isForTheJury).toList();
    }
  }

  private List<Progress> progress(String round) {
    try (Stream<Progress> all = papers.progress(round)) {
      return all.toList();
    }
  }

  private static Set<String> ids(List<Entrant> entrants) {
    return entrants.stream().map(Entrant::idea).collect(Collectors.toSet());
  }

  private static JuryCommand command(SharingOut work, Jury jury, Circle circle) {
    Task task = work.task(jury, mayRead(jury, circle));
    Assignment assignment = Assigner.assign(task);
    Coverage coverage = Assigner.coverage(task, assignment);
    return new JuryCommand.Assign(
        assignment, coverage.wanting().stream().map(Coverage.Wanting::idea).toList());
  }

  private static BiPredicate<String, String> mayRead(Jury jury, Circle circle) {
    Map<String, Juror> jurors = new HashMap<>();
    jury.panel().forEach(juror -> jurors.put(juror.id(), juror));
    return (juror, idea) -> circle.between(jurors.get(juror), idea).isEmpty();
  }
}
