package twiza.submission;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.snapshot.Rehearsed;

class BeforeASnapshotTest {

  @Test
  void submission_changes_and_reveals_nothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new SubmissionFunction(environment, InstantSource.system()));
  }
}
