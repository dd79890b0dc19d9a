package twiza.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Reads secrets. Nothing is read before it is needed, so that no snapshot holds one. */
public final class Secrets {

  /** Which of a secret's versions. */
  enum Stage {
    AWSCURRENT,
    AWSPREVIOUS
  }

  /**
   * @param id of the version
   */
  record Version(String id, String value) {}

  private final AwsJson service;

  public Secrets(Map<String, String> environment) {
    this.service = new AwsJson("secretsmanager", "SECRETS_MANAGER", environment);
  }

  /** The value of a secret's current version. */
  public String current(String name) {
    return version(name, Stage.AWSCURRENT).orElseThrow().value();
  }

  Optional<Version> version(String name, Stage stage) {
    AwsJson.Answer answer =
        service.call(
            "secretsmanager.GetSecretValue",
            Map.of("SecretId", name, "VersionStage", stage.name()));
    if (answer.isRefused("ResourceNotFoundException")) {
      return Optional.empty();
    }
    if (!answer.done()) {
      throw new IllegalStateException("a secret can't be read: " + answer.body());
    }
    JsonNode secret = answer.body();
    return Optional.of(
        new Version(secret.path("VersionId").asText(), secret.path("SecretString").asText()));
  }
}
