package twiza.settings;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

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

  private final SecretsManagerClient client;

  public Secrets(Map<String, String> environment) {
    this.client =
        Aws.configure(SecretsManagerClient.builder(), "SECRETS_MANAGER", environment).build();
  }

  /** The value of a secret's current version. */
  public String current(String name) {
    return version(name, Stage.AWSCURRENT).orElseThrow().value();
  }

  Optional<Version> version(String name, Stage stage) {
    GetSecretValueRequest request =
        GetSecretValueRequest.builder().secretId(name).versionStage(stage.name()).build();
    try {
      GetSecretValueResponse response = client.getSecretValue(request);
      return Optional.of(new Version(response.versionId(), response.secretString()));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }
}
