package twiza.interests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Contract;
import twiza.snapshot.Rehearsed;
import twiza.table.LocalTable;

class AsTheTemplateWiresItTest {

  @Test
  void everyRouteIsInTheContract() {
    Map<String, String> environment = new HashMap<>(LocalTable.create().environment());
    environment.put("TWIZA_INDEX_KEY", "index-key");
    assertThat(Contract.load().routeKeys())
        .containsAll(new InterestsFunction(environment, InstantSource.system()).routeKeys());
  }

  @Test
  void aSnapshotChangesAndRevealsNothing() {
    Rehearsed.changesAndRevealsNothing(
        Map.of(), environment -> new InterestsFunction(environment, InstantSource.system()));
  }
}
