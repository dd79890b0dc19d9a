package twiza.scoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twiza.idea.Authors;
import twiza.idea.Entries;
import twiza.idea.Entries.Entrant;
import twiza.jury.Assignment;
import twiza.jury.Ballot;
import twiza.jury.Coverage;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.Papers;
import twiza.jury.Papers.Progress;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.scoring.assignment.Assigner;
import twiza.scoring.assignment.Task;

/**
 * How far a jury is.
 *
 * @param ideas what the jury gets, by id
 * @param readers how many an idea is to have
 * @param asked who was asked for what, and who submitted it without being asked any more
 * @param submitted what counts
 * @param drafts what does not count yet
 */
record JuryOverview(
    Jury jury,
    Map<String, Entrant> ideas,
    int readers,
    Coverage coverage,
    Assignment asked,
    Assignment submitted,
    Assignment drafts) {

  /** So many ideas without enough readers are shown; of them, it is told how many could read. */
  static final int MOST_WANTING = 100;

  static JuryOverview of(
      Round round, Phase phase, Jury jury, Entries entries, Authors authors, Papers papers) {
    Map<String, Entrant> ideas = new TreeMap<>();
    try (Stream<Entrant> all = entries.of(round.id())) {
      all.filter(Ballot::isForTheJury).forEach(it -> ideas.put(it.idea(), it));
    }
    List<Progress> progress;
    try (Stream<Progress> all = papers.progress(round.id())) {
      progress = all.filter(it -> ideas.containsKey(it.idea())).toList();
    }
    SharingOut work = new SharingOut(round, phase, ideas.keySet(), progress);
    Task task = work.task(jury, (_, _) -> true);
    Set<String> wanting = wanting(task);
    Circle circle = new Circle(wanting.stream().map(ideas::get).toList(), authors.of(wanting));
    Map<String, Juror> panel = new HashMap<>();
    jury.panel().forEach(juror -> panel.put(juror.id(), juror));
    Task precise =
        work.task(
            jury,
            (juror, idea) ->
                !wanting.contains(idea) || circle.between(panel.get(juror), idea).isEmpty());
    return new JuryOverview(
        jury,
        ideas,
        precise.readers(),
        Assigner.coverage(precise, precise.current()),
        precise.current(),
        written(jury, progress, true),
        written(jury, progress, false));
  }

  private static Set<String> wanting(Task task) {
    Map<String, Integer> readers = new HashMap<>();
    task.current()
        .ideas()
        .values()
        .forEach(theirs -> theirs.forEach(idea -> readers.merge(idea, 1, Integer::sum)));
    return task.ideas().stream()
        .filter(idea -> readers.getOrDefault(idea, 0) < task.readers())
        .sorted()
        .limit(MOST_WANTING)
        .collect(Collectors.toSet());
  }

  private static Assignment written(Jury jury, List<Progress> progress, boolean submitted) {
    Map<String, Set<String>> written = new HashMap<>();
    progress.stream()
        .filter(paper -> paper.submitted() == submitted)
        .filter(paper -> jury.counts(paper.juror(), paper.idea()))
        .forEach(
            paper ->
                written.computeIfAbsent(paper.juror(), _ -> new HashSet<>()).add(paper.idea()));
    return Assignment.of(written);
  }

  /** How many ideas a juror reads that are in the round. */
  int load(Juror juror) {
    return (int) juror.ideas().stream().filter(ideas::containsKey).count();
  }

  /** How many of those have no marks of the juror's that count. */
  int left(Juror juror) {
    return (int)
        juror.ideas().stream()
            .filter(ideas::containsKey)
            .filter(idea -> !submitted.has(juror.id(), idea))
            .count();
  }
}
