package twiza.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.http.Contract;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.table.LocalTable;

/** Both functions as they are built from the environment that the template gives them. */
class AsTheTemplateWiresItTest {

  @TempDir Path folder;

  @Test
  void whatOneWritesTheOtherReads() {
    Map<String, String> environment = new HashMap<>(LocalTable.create().environment());
    environment.put("TWIZA_INDEX_KEY", "index-key");
    environment.put("TWIZA_SEARCH_INDEX", folder.toUri().toString());
    new IndexFunction(environment, InstantSource.system())
        .handleRequest(Map.of(), Invocation.of("index"));
    SearchFunction function = new SearchFunction(environment, InstantSource.system());
    var answer =
        function.handleRequest(Requests.get("/api/search").event(), Invocation.of("search"));
    assertThat(answer.getBody()).startsWith("{\"items\":[],\"next\":null,\"total\":0");
    assertThat(Contract.load().routeKeys()).containsAll(function.routeKeys());
  }
}
