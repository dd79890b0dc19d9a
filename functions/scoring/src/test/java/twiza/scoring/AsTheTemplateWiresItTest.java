package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Contract;
import twiza.table.LocalTable;

/** The functions as they are built from the environment that the template gives them. */
class AsTheTemplateWiresItTest {

  @Test
  void every_route_is_in_the_contract() {
    Map<String, String> environment = new HashMap<>(LocalTable.create().environment());
    environment.put("TWIZA_INDEX_KEY", "index-key");
    environment.put("TWIZA_LINK_KEY", "link-key");
    environment.put("TWIZA_SETTINGS", "/settings");
    assertThat(Contract.load().routeKeys())
        .containsAll(new ScoringFunction(environment, InstantSource.system()).routeKeys());
  }
}
