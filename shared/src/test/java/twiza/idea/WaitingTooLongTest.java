package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTooLongTest {

  private static final Command REMIND =
      new Command.RemindOfWaiting(new Patience(Duration.ofDays(3), Duration.ofDays(7)));

  private final Life life = Life.of(anIdea()).after(new Command.Confirm());

  @Test
  void reminds_the_moderators_once_then_tells_the_organisers_once() {
    assertThat(life.waits(Duration.ofDays(3).minusHours(2)).does(REMIND)).isEqualTo("=");
    assertThat(life.does(REMIND)).isEqualTo("MODERATORS_REMINDED");
    assertThat(life.does(REMIND)).isEqualTo("=");
    assertThat(life.waits(Duration.ofDays(4)).does(REMIND)).isEqualTo("ESCALATED");
    assertThat(life.waits(Duration.ofDays(30)).does(REMIND)).isEqualTo("=");
    assertThat(life.idea().notices()).containsExactlyInAnyOrder(Notice.REMINDED, Notice.ESCALATED);
  }

  @Test
  void tells_the_organisers_alone_when_the_clock_stood_still() {
    assertThat(life.waits(Duration.ofDays(8)).does(REMIND)).isEqualTo("ESCALATED");
    assertThat(life.does(REMIND)).isEqualTo("=");
  }

  @Test
  void begins_anew_with_the_next_wait() {
    life.waits(Duration.ofDays(8)).after(REMIND).decided("M05A", Choice.REQUEST_CHANGES);
    assertThat(life.idea().notices()).isEmpty();
    assertThat(life.corrected().does(REMIND)).isEqualTo("=");
    assertThat(life.waits(Duration.ofDays(3)).does(REMIND)).isEqualTo("MODERATORS_REMINDED");
  }

  @Test
  void goes_on_when_the_author_corrects_meanwhile() {
    life.waits(Duration.ofDays(3)).after(REMIND).corrected();
    assertThat(life.does(REMIND)).isEqualTo("=");
    assertThat(life.waits(Duration.ofDays(4)).does(REMIND)).isEqualTo("ESCALATED");
  }

  @Test
  void is_said_of_what_was_reported_too() {
    life.decided("M05A", Choice.APPROVE).after(new Command.Report(ReportKind.SPAM));
    assertThat(life.waits(Duration.ofDays(3)).does(REMIND)).isEqualTo("MODERATORS_REMINDED");
    life.after(new Command.Dismiss());
    assertThat(life.idea().notices()).isEmpty();
  }
}
