package twiza.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Generated secrets, kept in a file so that links outlive a restart. */
final class Secrets {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Path file;
  private final SecureRandom random = new SecureRandom();
  private final ObjectNode secrets;

  Secrets(Path file) {
    this.file = file;
    try {
      secrets =
          Files.exists(file) ? (ObjectNode) Json.read(Files.readAllBytes(file)) : Json.object();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A secret's value under one version. */
  record Version(String id, String value, List<String> stages) {}

  /** Generates the secret's first value unless there is one. */
  synchronized void generate(String id, int length) {
    if (!secrets.has(id)) {
      ObjectNode secret = secrets.putObject(id);
      secret.put("length", length);
      add(secret);
    }
  }

  /** Gives the secret a new current value; the one before stays as the previous one. */
  synchronized void rotate(String id) {
    add((ObjectNode) secrets.get(id));
  }

  private void add(ObjectNode secret) {
    var version = Json.object();
    version.put("id", UUID.randomUUID().toString());
    version.put("value", random(secret.get("length").asInt()));
    secret.withArray("versions").insert(0, version);
    write();
  }

  private String random(int length) {
    StringBuilder text = new StringBuilder();
    random.ints(length, 0, LETTERS.length()).forEach(it -> text.append(LETTERS.charAt(it)));
    return text.toString();
  }

  /**
   * A version of a secret, the current one when neither version nor stage is given.
   *
   * @param version an id, or null
   * @param stage {@code AWSCURRENT} or {@code AWSPREVIOUS}, or null
   */
  synchronized Optional<Version> find(String id, String version, String stage) {
    String wanted = version == null && stage == null ? "AWSCURRENT" : stage;
    return versions(id).stream()
        .filter(it -> version == null || it.id().equals(version))
        .filter(it -> wanted == null || it.stages().contains(wanted))
        .findFirst();
  }

  private List<Version> versions(String id) {
    List<Version> versions = new ArrayList<>();
    for (JsonNode version : secrets.path(id).path("versions")) {
      List<String> stages =
          switch (versions.size()) {
            case 0 -> List.of("AWSCURRENT");
            case 1 -> List.of("AWSPREVIOUS");
            default -> List.of();
          };
      String value = version.get("value").asText();
      versions.add(new Version(version.get("id").asText(), value, stages));
    }
    return versions;
  }

  private void write() {
    WholeFile.write(file, Json.prettyBytes(secrets));
  }
}
