package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AReportedIdeaTest {

  private static final Command REPORT = new Command.Report(ReportKind.OFFENSIVE);

  private final Life life =
      Life.of(anIdea()).after(new Command.Confirm()).decided("M05A", Choice.APPROVE).after(REPORT);
  private final Instant reportedAt = life.now();

  @Test
  void stays_public_and_stands_in_the_queue() {
    assertThat(life.idea().state()).isEqualTo(State.PUBLISHED);
    assertThat(life.idea().flags()).containsExactly(Flag.REPORTED);
    assertThat(life.idea().queuedSince()).contains(reportedAt);
    life.after(REPORT);
    assertThat(life.idea().queuedSince()).contains(reportedAt);
  }

  @Test
  void stands_where_what_waits_longer_stands() {
    life.corrected();
    assertThat(life.idea().queuedSince()).contains(reportedAt);
    life.after(new Command.Dismiss());
    assertThat(life.idea().queuedSince()).contains(reportedAt.plusSeconds(3_600));
  }

  @Test
  void is_out_of_the_queue_once_the_reports_are_dismissed() {
    assertThat(life.does(new Command.Dismiss())).isEqualTo("REPORTS_DISMISSED");
    assertThat(life.idea().flags()).isEmpty();
    assertThat(life.idea().queuedSince()).isEmpty();
    assertThat(life.does(new Command.Dismiss())).isEqualTo("=");
  }

  @ParameterizedTest
  @EnumSource(names = {"APPROVE", "REJECT", "UNPUBLISH"})
  void is_out_of_the_queue_once_it_is_decided(Choice choice) {
    life.corrected().decided("M05A", choice);
    assertThat(life.idea().flags()).isEmpty();
    assertThat(life.idea().queuedSince()).isEmpty();
  }

  @Test
  void is_out_of_the_queue_once_its_author_takes_it_back() {
    life.after(new Command.Withdraw());
    assertThat(life.idea().queuedSince()).isEmpty();
  }

  @Test
  void keeps_twenty_reports_until_a_moderator_looks() {
    for (int i = 2; i <= Idea.MOST_REPORTS; i++) {
      life.after(REPORT);
    }
    assertThat(life.does(REPORT)).isEqualTo("=");
    life.after(new Command.Dismiss()).after(REPORT);
  }
}
