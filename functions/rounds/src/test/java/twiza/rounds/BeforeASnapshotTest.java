package twiza.rounds;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.snapshot.Rehearsed;

class BeforeASnapshotTest {

  @Test
  void theDeskOfRoundsChangesAndRevealsNothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new RoundsFunction(environment, InstantSource.system()));
  }

  @Test
  void the_sweep_changes_and_reveals_nothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new SweepFunction(environment, InstantSource.system()));
  }
}
