package twiza.scoring;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.snapshot.Rehearsed;

class BeforeASnapshotTest {

  @Test
  void the_jurys_side_changes_and_reveals_nothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new ScoringFunction(environment, InstantSource.system()));
  }

  @Test
  void the_jurys_work_changes_and_reveals_nothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new JuryWorkFunction(environment, InstantSource.system()));
  }
}
