package twiza.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.lambda.powertools.parameters.ssm.SSMProvider;

/** Reads the settings from their SSM parameter, at most once in 60 seconds. */
public final class ParameterSettings implements Supplier<Settings> {

  private static final int MOST_SECONDS = 60;

  private final ObjectMapper json = new ObjectMapper();
  private final SSMProvider parameters;
  private final String name;

  /**
   * @param environment names the parameter as {@code TWIZA_SETTINGS}
   */
  public ParameterSettings(Map<String, String> environment) {
    SsmClient client = Aws.configure(SsmClient.builder(), "SSM", environment).build();
    this.parameters = SSMProvider.builder().withClient(client).build();
    this.name = environment.get("TWIZA_SETTINGS");
  }

  @Override
  public Settings get() {
    String value = parameters.withMaxAge(MOST_SECONDS, ChronoUnit.SECONDS).get(name);
    try {
      return json.readValue(value, Settings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the settings parameter is not the JSON it should be", e);
    }
  }
}
