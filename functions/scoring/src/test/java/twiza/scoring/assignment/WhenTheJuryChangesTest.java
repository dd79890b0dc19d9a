package twiza.scoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import twiza.jury.Assignment;
import twiza.jury.Coverage;

class WhenTheJuryChangesTest {

  @Property(tries = 100)
  void an_entry_that_comes_late_takes_nothing_from_anybody(
      @ForAll @IntRange(min = 10, max = 60) int ideas,
      @ForAll @IntRange(min = 4, max = 15) int jurors,
      @ForAll long seed) {
    Task task =
        Task.first(Juries.ideas(ideas), Juries.jurors(jurors), Juries.noConflict(), 3, seed);
    Assignment before = Assigner.assign(task);
    Task late =
        new Task(Juries.ideas(ideas + 2), task.jurors(), task.mayRead(), 3, before, before, seed);
    Assignment after = Assigner.assign(late);

    before.ideas().forEach((juror, theirs) -> assertThat(after.of(juror)).containsAll(theirs));
    Coverage coverage = Assigner.coverage(late, after);
    assertThat(coverage.wanting()).isEmpty();
    assertThat(coverage.unevenness()).isLessThanOrEqualTo(2);
  }

  @Property(tries = 100)
  void whoever_leaves_is_replaced_and_what_they_submitted_stays(
      @ForAll @IntRange(min = 10, max = 60) int ideas,
      @ForAll @IntRange(min = 5, max = 15) int jurors,
      @ForAll long seed) {
    Task task =
        Task.first(Juries.ideas(ideas), Juries.jurors(jurors), Juries.noConflict(), 3, seed);
    Assignment before = Assigner.assign(task);
    String leaver = "juror 00";
    Assignment submitted = firstHalf(before);
    Set<String> staying = new HashSet<>(task.jurors());
    staying.remove(leaver);
    Task without = new Task(task.ideas(), staying, task.mayRead(), 3, before, submitted, seed);
    Assignment after = Assigner.assign(without);

    assertThat(after.of(leaver)).isEqualTo(submitted.of(leaver));
    submitted.ideas().forEach((juror, theirs) -> assertThat(after.of(juror)).containsAll(theirs));
    Coverage coverage = Assigner.coverage(without, after);
    assertThat(coverage.readers().values()).allMatch(count -> count == 3);
    assertThat(coverage.loads()).doesNotContainKey(leaver);
    assertThat(coverage.unevenness()).isLessThanOrEqualTo(2);
    assertThat(coverage.connected()).isTrue();
  }

  @Test
  void who_recuses_is_replaced_and_the_others_keep_what_they_have() {
    Task task = Task.first(Juries.ideas(30), Juries.jurors(8), Juries.noConflict(), 3, 1);
    Assignment before = Assigner.assign(task);
    String idea = before.of("juror 03").first();
    BiPredicate<String, String> mayRead =
        (juror, entry) -> !(juror.equals("juror 03") && entry.equals(idea));
    Task recused = new Task(task.ideas(), task.jurors(), mayRead, 3, before, Assignment.NONE, 1);
    Assignment after = Assigner.assign(recused);

    assertThat(after.has("juror 03", idea)).isFalse();
    before
        .ideas()
        .forEach(
            (juror, theirs) ->
                assertThat(after.of(juror))
                    .containsAll(
                        theirs.stream()
                            .filter(it -> mayRead.test(juror, it))
                            .collect(Collectors.toSet())));
    assertThat(after.size()).isEqualTo(before.size());
    assertThat(Assigner.coverage(recused, after).unevenness()).isLessThanOrEqualTo(2);
  }

  @Test
  void a_juror_who_joins_late_takes_a_share_of_what_nobody_has_begun() {
    Task task = Task.first(Juries.ideas(40), Juries.jurors(6), Juries.noConflict(), 3, 1);
    Assignment before = Assigner.assign(task);
    Assignment submitted = firstHalf(before);
    Task joined = new Task(task.ideas(), Juries.jurors(7), task.mayRead(), 3, before, submitted, 1);
    Assignment after = Assigner.assign(joined);

    submitted.ideas().forEach((juror, theirs) -> assertThat(after.of(juror)).containsAll(theirs));
    assertThat(after.size()).isEqualTo(before.size());
    assertThat(Assigner.coverage(joined, after).unevenness()).isLessThanOrEqualTo(2);
  }

  @Test
  void an_entry_that_is_withdrawn_is_nobodys_any_more() {
    Task task = Task.first(Juries.ideas(30), Juries.jurors(8), Juries.noConflict(), 3, 1);
    Assignment before = Assigner.assign(task);
    Task fewer =
        new Task(Juries.ideas(29), task.jurors(), task.mayRead(), 3, before, Assignment.NONE, 1);
    Assignment after = Assigner.assign(fewer);
    assertThat(after.size()).isEqualTo(87);
    assertThat(after.ideas().values()).noneMatch(theirs -> theirs.contains("idea 0029"));
  }

  @Test
  void two_panels_that_stand_apart_are_joined_without_a_review_more() {
    Assignment apart =
        Assignment.of(
            Map.of(
                "juror 00", Set.of("idea 0000", "idea 0001", "idea 0002"),
                "juror 01", Set.of("idea 0000", "idea 0001", "idea 0002"),
                "juror 02", Set.of("idea 0003", "idea 0004", "idea 0005"),
                "juror 03", Set.of("idea 0003", "idea 0004", "idea 0005")));
    Task task =
        new Task(
            Juries.ideas(6), Juries.jurors(4), Juries.noConflict(), 2, apart, Assignment.NONE, 1);
    assertThat(Assigner.coverage(task, apart).panels()).hasSize(2);
    Assignment joined = Assigner.assign(task);
    Coverage coverage = Assigner.coverage(task, joined);
    assertThat(coverage.connected()).isTrue();
    assertThat(joined.size()).isEqualTo(apart.size());
    assertThat(coverage.loads().values()).containsOnly(3);

    Task allSubmitted = new Task(task.ideas(), task.jurors(), task.mayRead(), 2, apart, apart, 1);
    assertThat(Assigner.assign(allSubmitted)).isEqualTo(apart);
  }

  @Test
  void jurors_who_read_no_common_language_make_two_panels_and_it_shows() {
    BiPredicate<String, String> byLanguage = (juror, idea) -> even(juror) == even(idea);
    Task task = Task.first(Juries.ideas(20), Juries.jurors(8), byLanguage, 3, 1);
    Coverage coverage = Assigner.coverage(task, Assigner.assign(task));
    assertThat(coverage.connected()).isFalse();
    assertThat(coverage.panels()).hasSize(2);
    assertThat(coverage.wanting()).isEmpty();
  }

  @Test
  void an_idea_that_nobody_may_read_is_told() {
    Task task =
        Task.first(
            Juries.ideas(10), Juries.jurors(4), (_, idea) -> !idea.equals("idea 0007"), 3, 1);
    assertThat(Assigner.coverage(task, Assigner.assign(task)).wanting())
        .containsExactly(new Coverage.Wanting("idea 0007", 0, 0));
  }

  @Test
  void without_a_jury_nobody_reads_anything() {
    Task task = Task.first(Juries.ideas(3), Set.of(), Juries.noConflict(), 3, 1);
    Coverage coverage = Assigner.coverage(task, Assigner.assign(task));
    assertThat(coverage.wanting()).hasSize(3);
    assertThat(coverage.unevenness()).isZero();
    assertThat(coverage.connected()).isTrue();
  }

  @Test
  void what_is_settled_was_asked_for() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Task(
                    Juries.ideas(3),
                    Juries.jurors(3),
                    Juries.noConflict(),
                    3,
                    Assignment.NONE,
                    Assignment.of(Map.of("juror 00", Set.of("idea 0000"))),
                    1));
  }

  private static boolean even(String id) {
    return (id.charAt(id.length() - 1) - '0') % 2 == 0;
  }

  private static Assignment firstHalf(Assignment assignment) {
    Map<String, Set<String>> half = new TreeMap<>();
    assignment
        .ideas()
        .forEach(
            (juror, theirs) ->
                half.put(
                    juror, theirs.stream().limit(theirs.size() / 2).collect(Collectors.toSet())));
    return Assignment.of(half);
  }
}
