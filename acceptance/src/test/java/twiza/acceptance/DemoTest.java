package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody starts the system to show it. */
class DemoTest {

  @TempDir Path data;

  @Test
  void theBankIsFullInThreeLanguagesAndFilledOnce() throws Exception {
    List<JsonNode> first;
    try (RunnerProcess runner = RunnerProcess.start(data, "-Dtwiza.demo=true")) {
      first = ideas(runner.station());
      assertThat(first).hasSizeGreaterThanOrEqualTo(12);
      assertThat(first.stream().map(idea -> idea.path("language").asText()).distinct())
          .hasSizeGreaterThanOrEqualTo(3);
      assertThat(first.stream().map(idea -> idea.path("sector").asText()).distinct())
          .hasSizeGreaterThan(4);
      for (JsonNode idea : first) {
        String page = "/" + idea.path("language").asText() + "/ideas/" + idea.path("id").asText();
        assertThat(runner.station().anybody().get(page + "/").status()).isEqualTo(200);
      }
    }
    try (RunnerProcess runner = RunnerProcess.start(data, "-Dtwiza.demo=true")) {
      assertThat(ideas(runner.station())).isEqualTo(first);
    }
  }

  private static List<JsonNode> ideas(Station station) {
    JsonNode items = station.anybody().get("/api/ideas?limit=100").json().path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }
}
