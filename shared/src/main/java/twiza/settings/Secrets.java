package twiza.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

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

  private final BiFunction<String, Stage, Optional<Version>> source;

  private Secrets(BiFunction<String, Stage, Optional<Version>> source) {
    this.source = source;
  }

  public Secrets(Map<String, String> environment) {
    this(new Service(new AwsJson("secretsmanager", "SECRETS_MANAGER", environment))::read);
  }

  /** For whoever rehearses: every secret is the same, and opens nothing. */
  public static Secrets nobodys() {
    Version nobodys = new Version("rehearsal", "-".repeat(64));
    return new Secrets((_, _) -> Optional.of(nobodys));
  }

  /** The value of a secret's current version. */
  public String current(String name) {
    return version(name, Stage.AWSCURRENT).orElseThrow().value();
  }

  Optional<Version> version(String name, Stage stage) {
    return source.apply(name, stage);
  }

  private record Service(AwsJson secrets) {

    Optional<Version> read(String name, Stage stage) {
      AwsJson.Answer answer =
          secrets.call(
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
}
