package twiza.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Contract;
import twiza.snapshot.Rehearsed;
import twiza.table.LocalTable;

/** The function as it is built from the environment that the template gives it. */
class StaffContractTest {

  @Test
  void everyRouteIsInTheContract() {
    Map<String, String> environment = new HashMap<>(LocalTable.create().environment());
    environment.put("TWIZA_LINK_KEY", "link-key");
    environment.put("TWIZA_INDEX_KEY", "index-key");
    environment.put("TWIZA_ORIGIN_KEY", "origin-key");
    assertThat(Contract.load().routeKeys())
        .containsAll(new StaffFunction(environment, InstantSource.system()).routeKeys());
  }

  @Test
  void beforeASnapshotNothingIsChangedOrRevealed() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new StaffFunction(environment, InstantSource.system()));
  }
}
