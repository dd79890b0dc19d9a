package twiza.scoring.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import twiza.jury.Assignment;
import twiza.jury.Coverage;
import twiza.jury.Coverage.Wanting;
import twiza.jury.Ranking.Panel;
import twiza.scoring.graph.Components;

/**
 * Says which juror reads which ideas: at first, when an entry comes late, and when a juror leaves
 * or recuses. The same task gives the same assignment.
 */
public final class Assigner {

  private Assigner() {}

  /** Gives every idea as many readers as it is to have, or as many as have no conflict. */
  public static Assignment assign(Task task) {
    Draft draft = new Draft(task);
    new Filling(draft, task.seed()).fill();
    new Balancing(draft).balance();
    new Connecting(draft).connect();
    return draft.finished();
  }

  /** What an assignment comes to; what the task says of its seed and its past does not matter. */
  public static Coverage coverage(Task task, Assignment assignment) {
    Draft draft =
        new Draft(
            new Task(
                task.ideas(),
                task.jurors(),
                task.mayRead(),
                task.readers(),
                assignment,
                assignment,
                task.seed()));
    SortedMap<String, Integer> loads = new TreeMap<>();
    for (int juror = 0; juror < draft.jurors(); juror++) {
      if (draft.isAsked(juror)) {
        loads.put(draft.jurorIds().get(juror), draft.load(juror));
      }
    }
    SortedMap<String, Integer> readers = new TreeMap<>();
    List<Wanting> wanting = new ArrayList<>();
    for (int idea = 0; idea < draft.ideas(); idea++) {
      String id = draft.ideaIds().get(idea);
      readers.put(id, draft.countOfReaders(idea));
      if (draft.countOfReaders(idea) < task.readers()) {
        wanting.add(new Wanting(id, draft.countOfReaders(idea), draft.countOfAllowed(idea)));
      }
    }
    return new Coverage(loads, readers, wanting, panels(draft));
  }

  private static List<Panel> panels(Draft draft) {
    Components components = draft.components();
    return IntStream.range(0, components.count())
        .mapToObj(
            panel ->
                new Panel(
                    members(draft.ideaIds(), it -> components.ofIdea(it) == panel),
                    members(draft.jurorIds(), it -> components.ofJuror(it) == panel)))
        .filter(panel -> !panel.ideas().isEmpty() && !panel.jurors().isEmpty())
        .toList();
  }

  private static List<String> members(List<String> all, IntPredicate belongs) {
    return IntStream.range(0, all.size()).filter(belongs).mapToObj(all::get).toList();
  }
}
