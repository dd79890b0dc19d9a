package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void aSecretIsGeneratedOnceAndKept() {
    Secrets secrets = secrets();
    secrets.generate("LinkKey", 64);
    String value = secrets.find("LinkKey", null, null).orElseThrow().value();

    secrets.generate("LinkKey", 64);
    assertThat(value).hasSize(64);
    assertThat(secrets().find("LinkKey", null, "AWSCURRENT").orElseThrow().value())
        .isEqualTo(value);
  }

  @Test
  void afterARotationTheOneBeforeIsFoundByStageAndById() {
    Secrets secrets = secrets();
    secrets.generate("LinkKey", 64);
    Secrets.Version before = secrets.find("LinkKey", null, null).orElseThrow();

    secrets.rotate("LinkKey");

    assertThat(secrets.find("LinkKey", null, null).orElseThrow().id()).isNotEqualTo(before.id());
    assertThat(secrets.find("LinkKey", null, "AWSPREVIOUS").orElseThrow().value())
        .isEqualTo(before.value());
    assertThat(secrets.find("LinkKey", before.id(), null).orElseThrow().value())
        .isEqualTo(before.value());
    assertThat(secrets.find("LinkKey", "another", null)).isEmpty();
  }

  private Secrets secrets() {
    return new Secrets(folder.resolve("secrets.json"));
  }
}
