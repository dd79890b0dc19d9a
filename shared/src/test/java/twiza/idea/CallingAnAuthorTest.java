package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import twiza.round.Via;

class CallingAnAuthorTest {

  private static Command called(Call.Result result) {
    return new Command.RecordCall(result, true, Optional.empty(), "M05A");
  }

  @Nested
  class WhoHasNoAddress {

    private final Life life = Life.of(anIdea().by(moha()));

    @Test
    void begins_with_the_idea() {
      assertThat(life.idea().call()).contains(new Call(MONDAY, 0, Call.Why.NO_EMAIL, 1));
    }

    @Test
    void is_about_what_happened_last_and_keeps_its_place() {
      life.decided("M05A", Choice.APPROVE);
      assertThat(life.idea().call()).contains(new Call(MONDAY, 0, Call.Why.NO_EMAIL, 2));
    }

    @Test
    void is_done_once_they_are_reached_and_their_number_has_proved_true() {
      assertThat(life.does(called(Call.Result.REACHED))).isEqualTo("CALL_RECORDED");
      assertThat(life.idea().call()).isEmpty();
      assertThat(life.idea().flags()).isEmpty();
      assertThat(life.idea().contactConfirmed()).isTrue();
      life.decided("M05A", Choice.REJECT);
      assertThat(life.idea().call())
          .contains(new Call(life.now(), 0, Call.Why.NO_EMAIL, life.idea().version()));
    }

    @Test
    void proves_nothing_when_nobody_asked_for_a_proof() {
      life.after(new Command.RecordCall(Call.Result.REACHED, false, Optional.empty(), "M05A"));
      assertThat(life.idea().call()).isEmpty();
      assertThat(life.idea().flags()).containsExactly(Flag.CONTACT_UNCONFIRMED);
    }

    @Test
    void goes_to_the_end_of_the_list_when_nobody_answers() {
      life.after(called(Call.Result.NO_ANSWER)).after(called(Call.Result.NO_ANSWER));
      assertThat(life.idea().call()).contains(new Call(life.now(), 2, Call.Why.NO_EMAIL, 1));
      assertThat(life.idea().contactConfirmed()).isFalse();
    }

    @Test
    void ends_at_a_wrong_number_until_there_is_another() {
      life.after(called(Call.Result.WRONG_CONTACT));
      assertThat(life.idea().call()).isEmpty();
      assertThat(life.idea().flags()).contains(Flag.UNREACHABLE);
      life.decided("M05A", Choice.APPROVE);
      assertThat(life.idea().call()).isEmpty();
      life.after(new Command.ChangeContact(Contact.Kind.PHONE));
      assertThat(life.idea().flags()).doesNotContain(Flag.UNREACHABLE);
      assertThat(life.idea().call()).isPresent();
    }

    @Test
    void is_about_the_end_of_a_round_that_the_idea_is_in() {
      life.after(called(Call.Result.REACHED));
      assertThat(life.does(new Command.CallOff("SPRING"))).isEqualTo("=");
      life.after(new Command.Enter("SPRING", Via.AUTHOR, MONDAY.plus(Duration.ofDays(9))));
      assertThat(life.does(new Command.CallOff("SPRING"))).isEqualTo("ENTRY_CALLED_OFF");
      assertThat(life.idea().call().orElseThrow().told()).isEqualTo(life.idea().version());
    }

    @Test
    void is_about_the_new_dates_of_a_round_that_the_idea_is_in() {
      life.after(called(Call.Result.REACHED));
      assertThat(life.does(new Command.Move("SPRING"))).isEqualTo("=");
      life.after(new Command.Enter("SPRING", Via.AUTHOR, MONDAY.plus(Duration.ofDays(9))));
      assertThat(life.does(new Command.Move("SPRING"))).isEqualTo("ENTRY_MOVED");
      assertThat(life.idea().call().orElseThrow().told()).isEqualTo(life.idea().version());
    }

    @Test
    void is_about_an_idea_that_the_jury_does_not_read() {
      life.after(called(Call.Result.REACHED))
          .after(new Command.Enter("SPRING", Via.AUTHOR, MONDAY.plus(Duration.ofDays(9))))
          .decided("M05A", Choice.REQUEST_CHANGES)
          .after(called(Call.Result.REACHED));
      assertThat(life.idea().call()).isEmpty();
      life.after(new Command.OpenJudging("SPRING", life.idea().state(), OptionalInt.empty()));
      assertThat(life.idea().call().orElseThrow().told()).isEqualTo(life.idea().version());
    }

    @Test
    void is_of_no_use_any_more_once_they_give_an_address() {
      life.after(new Command.ChangeContact(Contact.Kind.EMAIL));
      assertThat(life.idea().call()).isEmpty();
    }

    @Test
    void is_of_no_use_any_more_once_they_have_withdrawn_the_idea() {
      life.after(new Command.Withdraw());
      assertThat(life.idea().call()).isEmpty();
      assertThat(life.does(called(Call.Result.REACHED))).isEqualTo("!WITHDRAWN");
    }

    @Test
    void is_of_no_use_any_more_once_they_are_erased() {
      life.decided("M05A", Choice.APPROVE).after(new Command.Erase(true));
      assertThat(life.idea().call()).isEmpty();
      assertThat(life.does(called(Call.Result.REACHED))).isEqualTo("!WITHDRAWN");
    }

    @Test
    void is_not_about_a_mail_that_came_back_from_an_address_they_had_before() {
      assertThat(life.does(new Command.Bounce(1))).isEqualTo("=");
    }
  }

  @Nested
  class WhoDoesNotConfirm {

    private final Life life =
        Life.of(anIdea()).waits(Duration.ofDays(2)).after(new Command.DoWhatIsDue());

    @Test
    void begins_with_the_reminder() {
      assertThat(life.idea().call()).contains(new Call(life.now(), 0, Call.Why.NOT_CONFIRMED, 2));
    }

    @Test
    void confirms_the_idea_when_they_say_so() {
      assertThat(life.does(called(Call.Result.REACHED))).isEqualTo("CONFIRMED+CALL_RECORDED");
      assertThat(life.idea().state()).isEqualTo(State.PENDING);
      assertThat(life.idea().call()).isEmpty();
    }

    @Test
    void is_done_when_they_confirm_by_themselves() {
      life.after(new Command.Confirm());
      assertThat(life.idea().call()).isEmpty();
    }

    @Test
    void is_of_no_use_any_more_once_the_idea_has_expired() {
      life.waits(Duration.ofDays(5)).after(new Command.DoWhatIsDue());
      assertThat(life.idea().call()).isEmpty();
    }
  }

  @Nested
  class WhoseMailsComeBack {

    private final Life life =
        Life.of(anIdea()).after(new Command.Confirm()).decided("M05A", Choice.APPROVE);

    @Test
    void is_about_what_the_mail_had_told() {
      assertThat(life.does(new Command.Bounce(3))).isEqualTo("MAIL_BOUNCED");
      assertThat(life.idea().call()).contains(new Call(life.now(), 0, Call.Why.BOUNCED, 3));
    }

    @Test
    void is_not_about_an_older_mail_that_comes_back_later() {
      life.after(new Command.Bounce(3));
      assertThat(life.does(new Command.Bounce(2))).isEqualTo("=");
      assertThat(life.does(new Command.Bounce(3))).isEqualTo("=");
    }
  }
}
