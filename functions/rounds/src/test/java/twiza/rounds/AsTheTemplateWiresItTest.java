package twiza.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Contract;
import twiza.http.Invocation;
import twiza.table.LocalTable;

/** The functions as they are built from the environment that the template gives them. */
class AsTheTemplateWiresItTest {

  @Test
  void everyRouteIsInTheContract() {
    assertThat(Contract.load().routeKeys())
        .containsAll(new RoundsFunction(environment(), InstantSource.system()).routeKeys());
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(LocalTable.create().environment());
    environment.put("TWIZA_INDEX_KEY", "index-key");
    return environment;
  }

  @Test
  void nothingIsDueOnAnEmptyTable() {
    SweepFunction function = new SweepFunction(environment(), InstantSource.system());
    assertThatCode(() -> function.handleRequest(Map.of(), Invocation.of("sweep")))
        .doesNotThrowAnyException();
  }
}
