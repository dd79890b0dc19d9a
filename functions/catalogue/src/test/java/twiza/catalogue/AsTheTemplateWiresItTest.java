package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.table.LocalTable;

/** The catalogue as it is built from the environment that the template gives it. */
class AsTheTemplateWiresItTest {

  @Test
  void anEmptyBankIsAnEmptyList() {
    Map<String, String> environment = new HashMap<>(LocalTable.create().environment());
    environment.put("TWIZA_INDEX_KEY", "index-key");
    CatalogueFunction function = new CatalogueFunction(environment, InstantSource.system());
    var answer =
        function.handleRequest(Requests.get("/api/ideas").event(), Invocation.of("catalogue"));
    assertThat(answer.getBody()).isEqualTo("{\"items\":[],\"next\":null}");
  }
}
