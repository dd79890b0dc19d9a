package twiza.acceptance.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import twiza.local.Options;

/**
 * The template, deployed once for all tests of this JVM to an AWS that is emulated on this machine;
 * it ends with the JVM.
 */
public final class EmulatedCloud {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Path PROJECT = Options.project();
  private static final Path FILES = PROJECT.resolve("acceptance/target/cloud");

  private final URI endpoint;
  private final Map<String, String> outputs = new HashMap<>();
  private final Front front;

  private EmulatedCloud() throws IOException {
    endpoint = URI.create(Files.readString(FILES.resolve("endpoint")).strip());
    for (JsonNode output : JSON.readTree(FILES.resolve("outputs.json").toFile())) {
      outputs.put(output.path("OutputKey").asText(), output.path("OutputValue").asText());
    }
    front = Front.start(apiAddress(), new SesMails(endpoint));
  }

  private static final class Deployed {
    static final EmulatedCloud CLOUD = deploy();
  }

  public static EmulatedCloud deployed() {
    return Deployed.CLOUD;
  }

  private static EmulatedCloud deploy() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run("acceptance/cloud/down")));
    run("acceptance/cloud/up");
    try {
      return new EmulatedCloud();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the site would be: the API and the mailbox are behind it, as on the local runner. */
  public URI siteUrl() {
    return front.address();
  }

  /** The address of every AWS service. */
  public URI endpoint() {
    return endpoint;
  }

  public String tableName() {
    return outputs.get("TableName");
  }

  // The emulator has no names for its APIs that resolve everywhere: it takes their ids in the path.
  private URI apiAddress() {
    String id = URI.create(outputs.get("ApiUrl")).getHost().replaceFirst("\\..*", "");
    return URI.create(endpoint + "/_aws/execute-api/" + id + "/$default");
  }

  /** What a command of the SAM CLI prints about the deployed stack. */
  public static String sam(String... command) {
    return run(
        Stream.concat(Stream.of("acceptance/cloud/sam"), Stream.of(command))
            .toArray(String[]::new));
  }

  private static String run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(PROJECT.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Path output = Files.createTempFile("command", ".txt");
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      int exit = process.waitFor();
      String text = Files.readString(output, StandardCharsets.UTF_8);
      if (exit != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + exit + "\n" + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
