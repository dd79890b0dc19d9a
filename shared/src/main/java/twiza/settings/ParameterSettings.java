package twiza.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads the settings from their SSM parameter, at most once in 30 seconds: what is changed there is
 * in force everywhere within a minute, however slow the reading.
 */
public final class ParameterSettings implements Supplier<Settings> {

  private static final Duration KEPT = Duration.ofSeconds(30);

  private static final String NOBODYS =
      """
      {"siteUrl": "http://localhost",
       "mail": {"transport": "SMTP", "from": "nobody@localhost", "host": "localhost", "port": 25},
       "limits": {"contactPerHour": 1, "sourcePerHour": 1, "refuseFactor": 1, "slowSeconds": 0}}
      """;

  private final ObjectMapper json = new ObjectMapper();
  private final AwsJson parameters;
  private final String name;
  private final InstantSource clock;
  private Settings settings;
  private Instant readAt = Instant.MIN;

  /**
   * @param environment names the parameter as {@code TWIZA_SETTINGS}
   */
  public ParameterSettings(Map<String, String> environment, InstantSource clock) {
    this.parameters = new AwsJson("ssm", "SSM", environment);
    this.name = environment.get("TWIZA_SETTINGS");
    this.clock = clock;
  }

  @Override
  public synchronized Settings get() {
    Instant now = clock.instant();
    if (!readAt.plus(KEPT).isAfter(now)) {
      settings = read();
      readAt = now;
    }
    return settings;
  }

  /** Reads settings that are nobody's, without asking for the parameter. */
  public Settings rehearse() {
    parameters.rehearse();
    return settings(NOBODYS);
  }

  private Settings read() {
    AwsJson.Answer answer = parameters.call("AmazonSSM.GetParameter", Map.of("Name", name));
    if (!answer.done()) {
      throw new IllegalStateException("the settings parameter can't be read: " + answer.body());
    }
    return settings(answer.body().path("Parameter").path("Value").asText());
  }

  private Settings settings(String value) {
    try {
      return Settings.of(json.readTree(value));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException("the settings parameter is not the JSON it should be", e);
    }
  }
}
