package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.settings.ParameterServices;
import twiza.table.LocalTable;

/** The functions as they are built from the environment that the template gives them. */
class AsTheTemplateWiresItTest {

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(LocalTable.create().environment());
    environment.put("TWIZA_SETTINGS", "/twiza/settings");
    environment.put("TWIZA_LINK_KEY", "link-key");
    environment.put("TWIZA_INDEX_KEY", "index-key");
    return environment;
  }

  @Test
  void whoeverHasNoLinkIsTurnedAwayBeforeAnythingIsRead() {
    ModerationFunction function = new ModerationFunction(environment(), InstantSource.system());
    var answer =
        function.handleRequest(Requests.get(Desk.ROUTE).event(), Invocation.of("moderation"));
    assertThat(answer.getStatusCode()).isEqualTo(401);
  }

  @Test
  void anEmptyQueueIsReadAndNothingIsAnnounced() {
    try (ParameterServices services =
        new ParameterServices("{\"adminEmail\":\"admin@example.org\"}")) {
      Map<String, String> environment = environment();
      environment.putAll(services.environment());
      DigestFunction function = new DigestFunction(environment, InstantSource.system());
      assertThatCode(() -> function.handleRequest(Map.of(), Invocation.of("digest")))
          .doesNotThrowAnyException();
    }
  }
}
