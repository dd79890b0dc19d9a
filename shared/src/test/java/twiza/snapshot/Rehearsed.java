package twiza.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import twiza.settings.ParameterServices;
import twiza.table.LocalTable;

/** Primes a function on all that a deployment gives it. */
public final class Rehearsed {

  private static final String SETTINGS =
      "{\"siteUrl\":\"http://localhost\",\"adminEmail\":\"a@example.org\"}";

  private Rehearsed() {}

  /**
   * Holds it to reading no setting and no key, and to writing nothing.
   *
   * @param more of its environment than table, settings and keys
   * @param build its constructor
   */
  public static void changesAndRevealsNothing(
      Map<String, String> more, Function<Map<String, String>, Primed> build) {
    try (LocalTable table = LocalTable.create();
        ParameterServices services = new ParameterServices(SETTINGS)) {
      Map<String, String> environment = new HashMap<>(table.environment());
      environment.putAll(services.environment());
      environment.putAll(more);
      Snapshot.prime(build.apply(environment));
      assertThat(services.calls()).isEmpty();
      assertThat(table.everything()).isEmpty();
    }
  }
}
