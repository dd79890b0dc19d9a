package twiza.moderation;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.snapshot.Rehearsed;

class BeforeASnapshotTest {

  @Test
  void moderation_changes_and_reveals_nothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new ModerationFunction(environment, InstantSource.system()));
  }

  @Test
  void the_digest_changes_and_reveals_nothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new DigestFunction(environment, InstantSource.system()));
  }
}
