package twiza.search;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeforeASnapshotTest {

  private static final Map<String, String> INDEX = Map.of("TWIZA_SEARCH_INDEX", "bucket");

  @Test
  void the_search_changes_and_reveals_nothing() {
    twiza.snapshot.Rehearsed.changesAndRevealsNothing(
        INDEX, environment -> new SearchFunction(environment, InstantSource.system()));
  }

  @Test
  void the_index_changes_and_reveals_nothing() {
    twiza.snapshot.Rehearsed.changesAndRevealsNothing(
        INDEX, environment -> new IndexFunction(environment, InstantSource.system()));
  }
}
