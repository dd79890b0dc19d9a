package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import twiza.idea.Idea.Ability;

class AnsweringARejectionTest {

  private final Life life =
      Life.of(anIdea()).after(new Command.Confirm()).decided("M05A", Choice.REJECT);

  @Test
  void is_open_to_the_author_once() {
    assertThat(life.idea().abilities()).contains(Ability.ANSWER, Ability.CORRECT);
    life.corrected().decided("M05B", Choice.REJECT);
    assertThat(life.idea().state()).isEqualTo(State.REJECTED);
    assertThat(life.idea().abilities())
        .isEqualTo(EnumSet.of(Ability.WITHDRAW, Ability.ERASE, Ability.CHANGE_CONTACT));
    assertThat(life.does(new Command.Correct(2))).isEqualTo("!REJECTED");
  }

  @Test
  void waits_for_a_second_moderator() {
    life.corrected();
    assertThat(life.idea().state()).isEqualTo(State.PENDING);
    for (Choice choice : EnumSet.of(Choice.APPROVE, Choice.REQUEST_CHANGES, Choice.REJECT)) {
      assertThat(life.does(life.decision("M05A", choice))).isEqualTo("!SECOND_MODERATOR");
    }
    assertThat(life.idea().choices("M05A")).isEmpty();
    assertThat(life.idea().choices("M05B"))
        .containsExactly(Choice.APPROVE, Choice.REQUEST_CHANGES, Choice.REJECT);
    assertThat(life.does(life.decision("M05B", Choice.APPROVE))).isEqualTo("APPROVED");
  }

  @Test
  void still_waits_for_a_second_moderator_when_that_one_asked_for_changes() {
    life.corrected().decided("M05B", Choice.REQUEST_CHANGES).corrected();
    assertThat(life.does(life.decision("M05A", Choice.REJECT))).isEqualTo("!SECOND_MODERATOR");
    assertThat(life.does(life.decision("M05B", Choice.APPROVE))).isEqualTo("APPROVED");
  }

  @Test
  void leaves_later_corrections_to_everybody_once_it_was_approved() {
    life.corrected().decided("M05B", Choice.APPROVE).corrected();
    assertThat(life.idea().closedTo()).isEmpty();
    assertThat(life.does(life.decision("M05A", Choice.REJECT))).isEqualTo("REJECTED");
    assertThat(life.idea().state()).isEqualTo(State.PUBLISHED);
  }

  @Test
  void is_not_needed_for_a_published_idea_whose_correction_was_rejected() {
    Life published =
        Life.of(anIdea())
            .after(new Command.Confirm())
            .decided("M05A", Choice.APPROVE)
            .corrected()
            .decided("M05A", Choice.REJECT)
            .corrected();
    assertThat(published.idea().answer()).isEmpty();
    assertThat(published.does(published.decision("M05A", Choice.APPROVE))).isEqualTo("APPROVED");
  }
}
