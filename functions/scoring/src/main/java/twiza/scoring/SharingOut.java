package twiza.scoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import twiza.jury.Assignment;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.Papers.Progress;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.scoring.assignment.Task;

/**
 * What there is to share out in a round: its ideas, and what jurors have written already.
 *
 * @param phase that holds by the clock
 * @param ideas the ids of those that the jury gets
 * @param progress of every paper of the round
 */
record SharingOut(Round round, Phase phase, Set<String> ideas, List<Progress> progress) {

  SharingOut {
    ideas = Set.copyOf(ideas);
    progress = List.copyOf(progress);
  }

  /**
   * The task for a jury as it stands. Whoever has begun with an idea keeps it, and what was
   * submitted stays, whoever left since.
   *
   * @param mayRead whether a juror (the first) may read an idea (the second), by id
   */
  Task task(Jury jury, BiPredicate<String, String> mayRead) {
    Assignment settled = settled(jury);
    return new Task(
        ideas,
        new HashSet<>(jury.panel(phase).stream().map(Juror::id).toList()),
        mayRead,
        readers(jury, settled),
        both(jury.assignment(), settled),
        settled,
        round.plan().seed());
  }

  /** In a room, everybody reads every idea. */
  private int readers(Jury jury, Assignment settled) {
    Set<String> all = new HashSet<>(settled.ideas().keySet());
    jury.panel(phase).forEach(juror -> all.add(juror.id()));
    return round.plan().reviews().orElse(Math.max(1, all.size()));
  }

  private Assignment settled(Jury jury) {
    Map<String, Set<String>> settled = new HashMap<>();
    for (Progress paper : progress) {
      boolean stays = paper.submitted() || jury.assignment().has(paper.juror(), paper.idea());
      if (stays && ideas.contains(paper.idea()) && jury.counts(paper.juror(), paper.idea())) {
        settled.computeIfAbsent(paper.juror(), _ -> new TreeSet<>()).add(paper.idea());
      }
    }
    return Assignment.of(settled);
  }

  /** What was asked for, or came in from whoever is not asked any more. */
  static Assignment both(Assignment one, Assignment other) {
    Map<String, Set<String>> all = new TreeMap<>();
    Stream.of(one, other)
        .forEach(
            each ->
                each.ideas()
                    .forEach(
                        (juror, ideas) ->
                            all.computeIfAbsent(juror, _ -> new TreeSet<>()).addAll(ideas)));
    return Assignment.of(all);
  }
}
