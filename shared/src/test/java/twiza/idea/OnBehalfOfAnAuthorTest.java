package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnBehalfOfAnAuthorTest {

  @ParameterizedTest
  @EnumSource(names = {"PAPER", "PHONE", "IMPORT"})
  void an_idea_waits_at_once_with_a_contact_that_is_not_proved(Source source) {
    Idea idea = Life.of(anIdea().enteredFrom(source)).idea();
    assertThat(idea.state()).isEqualTo(State.PENDING);
    assertThat(idea.waitingSince()).contains(MONDAY);
    assertThat(idea.flags()).contains(Flag.CONTACT_UNCONFIRMED);
    assertThat(idea.dueAt()).isEmpty();
  }

  @Test
  void an_address_proves_true_without_moving_the_idea() {
    Life life = Life.of(anIdea().enteredFrom(Source.PAPER)).decided("M05A", Choice.APPROVE);
    assertThat(life.does(new Command.Confirm())).isEqualTo("CONFIRMED");
    assertThat(life.idea().state()).isEqualTo(State.PUBLISHED);
    assertThat(life.idea().flags()).isEmpty();
    assertThat(life.does(new Command.Confirm())).isEqualTo("=");
  }

  @Test
  void nothing_is_published_without_a_recorded_consent() {
    Life life = Life.of(anIdea().withoutConsent().enteredFrom(Source.IMPORT));
    assertThat(life.idea().flags()).contains(Flag.NO_CONSENT);
    assertThat(life.does(life.decision("M05A", Choice.APPROVE))).isEqualTo("!CONSENT_REQUIRED");
    assertThat(life.does(life.decision("M05A", Choice.REQUEST_CHANGES)))
        .isEqualTo("CHANGES_REQUESTED");
  }

  @Test
  void a_consent_given_on_the_phone_lets_it_be_published() {
    Life life = Life.of(anIdea().withoutConsent().enteredFrom(Source.IMPORT));
    assertThat(life.does(consents(Call.Result.NO_ANSWER))).isEqualTo("CALL_RECORDED");
    assertThat(life.idea().flags()).contains(Flag.NO_CONSENT);
    assertThat(life.does(consents(Call.Result.REACHED)))
        .isEqualTo("CONSENT_RECORDED+CALL_RECORDED");
    assertThat(life.idea().flags()).containsExactly(Flag.IMPORTED);
    assertThat(life.does(life.decision("M05A", Choice.APPROVE))).isEqualTo("APPROVED");
  }

  @Test
  void a_consent_that_stands_is_not_recorded_again() {
    Life life = Life.of(anIdea().enteredFrom(Source.PAPER));
    assertThat(life.does(consents(Call.Result.REACHED))).isEqualTo("CALL_RECORDED");
  }

  private static Command consents(Call.Result result) {
    return new Command.RecordCall(result, true, Optional.of("2026-05"), "M05A");
  }

  @Test
  void nobody_is_reminded_of_a_whole_file_until_somebody_has_decided() {
    Command reminds = new Command.RemindOfWaiting(new Patience(Duration.ZERO, Duration.ofDays(7)));
    Life life = Life.of(anIdea().enteredFrom(Source.IMPORT));
    assertThat(life.does(reminds)).isEqualTo("=");
    life.does(life.decision("M05A", Choice.REQUEST_CHANGES));
    life.does(new Command.Correct(1));
    assertThat(life.does(reminds)).isEqualTo("MODERATORS_REMINDED");
  }

  @Test
  void a_file_taken_back_takes_its_ideas_with_it() {
    Life life = Life.of(anIdea().enteredFrom(Source.IMPORT));
    assertThat(life.does(new Command.UndoImport())).isEqualTo("ERASED");
    assertThat(life.idea().state()).isEqualTo(State.WITHDRAWN);
    assertThat(life.idea().erased()).isTrue();
    assertThat(life.does(new Command.UndoImport())).isEqualTo("=");
  }

  @ParameterizedTest
  @EnumSource(names = {"APPROVE", "REQUEST_CHANGES", "REJECT"})
  void an_idea_that_was_decided_about_stays_when_its_file_is_taken_back(Choice choice) {
    Life life = Life.of(anIdea().enteredFrom(Source.IMPORT)).decided("M05A", choice);
    assertThat(life.does(new Command.UndoImport())).isEqualTo("=");
    assertThat(life.idea().erased()).isFalse();
  }

  @Test
  void an_idea_that_was_corrected_stays_when_its_file_is_taken_back() {
    Life life = Life.of(anIdea().enteredFrom(Source.IMPORT));
    life.does(new Command.Correct(1));
    assertThat(life.does(new Command.UndoImport())).isEqualTo("=");
  }
}
