package twiza.catalogue;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.snapshot.Rehearsed;

class BeforeASnapshotTest {

  @Test
  void the_catalogue_changes_and_reveals_nothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new CatalogueFunction(environment, InstantSource.system()));
  }
}
