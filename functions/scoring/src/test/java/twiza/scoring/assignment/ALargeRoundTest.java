package twiza.scoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import twiza.jury.Assignment;
import twiza.jury.Coverage;

/** 2,000 ideas, 60 jurors, 5 reviews; conflicts here and there, and a third reads one language. */
class ALargeRoundTest {

  @Test
  void is_assigned_evenly_in_one_piece_and_without_a_conflict() {
    BiPredicate<String, String> known = Juries.conflicts(2000, 60, 0.02, 7);
    BiPredicate<String, String> mayRead =
        (juror, idea) ->
            known.test(juror, idea)
                && (juror.compareTo("juror 20") >= 0 || idea.compareTo("idea 0700") >= 0);
    Task task = Task.first(Juries.ideas(2000), Juries.jurors(60), mayRead, 5, 2026);
    Assignment assignment = Assigner.assign(task);
    Coverage coverage = Assigner.coverage(task, assignment);

    assertThat(assignment.size()).isEqualTo(10_000);
    assertThat(coverage.wanting()).isEmpty();
    assertThat(coverage.connected()).isTrue();
    assertThat(coverage.unevenness()).isLessThanOrEqualTo(2);
    assignment
        .ideas()
        .forEach((juror, theirs) -> assertThat(theirs).allMatch(it -> mayRead.test(juror, it)));
  }
}
