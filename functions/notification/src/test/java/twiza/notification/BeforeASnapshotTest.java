package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.snapshot.Rehearsed;

class BeforeASnapshotTest {

  @Test
  void dispatch_changes_and_reveals_nothing() {
    try (Elastic queue = new Elastic()) {
      Rehearsed.changesAndRevealsNothing(
          queue.environment(),
          environment -> new DispatchFunction(environment, InstantSource.system()));
      assertThat(queue.receive()).isEmpty();
    }
  }

  @Test
  void the_sender_changes_and_reveals_nothing() {
    try (Elastic queue = new Elastic()) {
      Rehearsed.changesAndRevealsNothing(
          queue.environment(),
          environment -> new MailFunction(environment, InstantSource.system()));
      assertThat(queue.receive()).isEmpty();
    }
  }

  @Test
  void the_desk_of_letters_changes_and_reveals_nothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new LettersFunction(environment, InstantSource.system()));
  }
}
