package twiza.rounds;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Invocation;
import twiza.table.LocalTable;

/** The sweep as it is built from the environment that the template gives it. */
class AsTheTemplateWiresItTest {

  @Test
  void nothingIsDueOnAnEmptyTable() {
    Map<String, String> environment = new HashMap<>(LocalTable.create().environment());
    environment.put("TWIZA_INDEX_KEY", "index-key");
    SweepFunction function = new SweepFunction(environment, InstantSource.system());
    assertThatCode(() -> function.handleRequest(Map.of(), Invocation.of("sweep")))
        .doesNotThrowAnyException();
  }
}
