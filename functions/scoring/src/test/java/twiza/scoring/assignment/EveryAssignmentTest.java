package twiza.scoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import twiza.jury.Assignment;
import twiza.jury.Coverage;

class EveryAssignmentTest {

  @Property(tries = 200)
  void without_conflicts_loads_are_near_and_all_is_connected_that_can_be(
      @ForAll @IntRange(min = 1, max = 60) int ideas,
      @ForAll @IntRange(min = 1, max = 20) int jurors,
      @ForAll @IntRange(min = 1, max = 5) int readers,
      @ForAll long seed) {
    Task task =
        Task.first(Juries.ideas(ideas), Juries.jurors(jurors), Juries.noConflict(), readers, seed);
    Assignment assignment = Assigner.assign(task);
    Coverage coverage = Assigner.coverage(task, assignment);

    assertThat(coverage.readers().values()).allMatch(count -> count == Math.min(readers, jurors));
    assertThat(coverage.unevenness()).isLessThanOrEqualTo(1);
    long busy = coverage.loads().values().stream().filter(load -> load > 0).count();
    if (assignment.size() >= ideas + busy - 1) {
      assertThat(coverage.connected()).isTrue();
    }
  }

  @Property(tries = 200)
  void nobody_reads_what_they_must_not_and_every_idea_has_whoever_may(
      @ForAll @IntRange(min = 1, max = 40) int ideas,
      @ForAll @IntRange(min = 1, max = 12) int jurors,
      @ForAll @IntRange(min = 1, max = 5) int readers,
      @ForAll @DoubleRange(min = 0, max = 1) double conflicts,
      @ForAll long seed) {
    BiPredicate<String, String> mayRead = Juries.conflicts(ideas, jurors, conflicts, seed);
    Task task = Task.first(Juries.ideas(ideas), Juries.jurors(jurors), mayRead, readers, seed);
    Assignment assignment = Assigner.assign(task);

    assignment
        .ideas()
        .forEach((juror, theirs) -> assertThat(theirs).allMatch(it -> mayRead.test(juror, it)));
    Coverage coverage = Assigner.coverage(task, assignment);
    for (String idea : task.ideas()) {
      long allowed = task.jurors().stream().filter(it -> mayRead.test(it, idea)).count();
      assertThat(coverage.readers().get(idea)).isEqualTo((int) Math.min(readers, allowed));
    }
    assertThat(coverage.wanting())
        .allMatch(it -> it.readers() == it.allowed() && it.readers() < readers)
        .hasSize((int) coverage.readers().values().stream().filter(it -> it < readers).count());
  }

  @Property(tries = 200)
  void loads_are_within_two_wherever_any_assignment_of_all_has_them_so(
      @ForAll @IntRange(min = 1, max = 4) int ideas,
      @ForAll @IntRange(min = 2, max = 4) int jurors,
      @ForAll @IntRange(min = 1, max = 2) int readers,
      @ForAll @DoubleRange(min = 0, max = 0.7) double conflicts,
      @ForAll long seed) {
    BiPredicate<String, String> mayRead = Juries.conflicts(ideas, jurors, conflicts, seed);
    Task task = Task.first(Juries.ideas(ideas), Juries.jurors(jurors), mayRead, readers, seed);
    int found = Assigner.coverage(task, Assigner.assign(task)).unevenness();
    assertThat(found).isLessThanOrEqualTo(Math.max(2, leastUnevenness(task)));
  }

  @Property(tries = 100)
  void with_few_conflicts_loads_are_near_and_all_is_connected(
      @ForAll @IntRange(min = 30, max = 80) int ideas,
      @ForAll @IntRange(min = 10, max = 18) int jurors,
      @ForAll @IntRange(min = 3, max = 5) int readers,
      @ForAll @DoubleRange(min = 0, max = 0.2) double conflicts,
      @ForAll long seed) {
    BiPredicate<String, String> mayRead = Juries.conflicts(ideas, jurors, conflicts, seed);
    Task task = Task.first(Juries.ideas(ideas), Juries.jurors(jurors), mayRead, readers, seed);
    Coverage coverage = Assigner.coverage(task, Assigner.assign(task));
    assertThat(coverage.unevenness()).isLessThanOrEqualTo(2);
    assertThat(coverage.connected()).isTrue();
  }

  @Property(tries = 100)
  void the_seed_decides_and_nothing_else(
      @ForAll @IntRange(min = 5, max = 40) int ideas,
      @ForAll @IntRange(min = 4, max = 12) int jurors,
      @ForAll long seed) {
    Task task =
        Task.first(Juries.ideas(ideas), Juries.jurors(jurors), Juries.noConflict(), 3, seed);
    Assume.that(ideas > 10);
    assertThat(Assigner.assign(task)).isEqualTo(Assigner.assign(task));
    Task other =
        Task.first(Juries.ideas(ideas), Juries.jurors(jurors), Juries.noConflict(), 3, seed + 1);
    assertThat(Assigner.assign(other)).isNotEqualTo(Assigner.assign(task));
  }

  /** Tries every assignment there is. */
  private static int leastUnevenness(Task task) {
    List<String> jurors = task.jurors().stream().sorted().toList();
    List<List<Integer>> choices = new ArrayList<>();
    for (String idea : task.ideas()) {
      choices.add(choices(task, jurors, idea));
    }
    return least(choices, 0, new int[jurors.size()]);
  }

  /** The sets of jurors, as bits, that an idea may have. */
  private static List<Integer> choices(Task task, List<String> jurors, String idea) {
    int allowed = 0;
    for (int juror = 0; juror < jurors.size(); juror++) {
      allowed |= task.mayRead().test(jurors.get(juror), idea) ? 1 << juror : 0;
    }
    int wanted = Math.min(task.readers(), Integer.bitCount(allowed));
    List<Integer> choices = new ArrayList<>();
    for (int some = 0; some < 1 << jurors.size(); some++) {
      if ((some & ~allowed) == 0 && Integer.bitCount(some) == wanted) {
        choices.add(some);
      }
    }
    return choices;
  }

  private static int least(List<List<Integer>> choices, int idea, int[] loads) {
    if (idea == choices.size()) {
      int highest = Arrays.stream(loads).max().orElseThrow();
      return highest - Arrays.stream(loads).min().orElseThrow();
    }
    int least = Integer.MAX_VALUE;
    for (int some : choices.get(idea)) {
      int[] after = loads.clone();
      for (int juror = 0; juror < loads.length; juror++) {
        after[juror] += (some >> juror) & 1;
      }
      least = Math.min(least, least(choices, idea + 1, after));
    }
    return least;
  }
}
