package twiza.acceptance.cloud;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

  /** An address of each function that answers requests. */
  private static final List<String> DOORS =
      List.of(
          "/api/my/idea",
          "/api/my/interest",
          "/api/moderation/decision",
          "/api/staff/me",
          "/api/desk/rounds",
          "/api/desk/rounds/none/letters",
          "/api/jury/ballot",
          "/api/ideas",
          "/api/search?q=laine");

  private final URI endpoint;
  private final Map<String, String> outputs = new HashMap<>();
  private final Front front;

  private EmulatedCloud() throws IOException {
    endpoint = URI.create(Files.readString(FILES.resolve("endpoint")).strip());
    for (JsonNode output : JSON.readTree(FILES.resolve("outputs.json").toFile())) {
      outputs.put(output.path("OutputKey").asText(), output.path("OutputValue").asText());
    }
    front = Front.start(endpoint, outputs.get("SiteDomain"), new SesMails(endpoint));
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
      EmulatedCloud cloud = new EmulatedCloud();
      DOORS.forEach(cloud::awaitAnswer);
      return cloud;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On a busy machine a function's first start takes longer than CloudFront waits. */
  private void awaitAnswer(String door) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(front.address() + door)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode(),
              status -> status != 502 && status != 504);
    }
  }

  /** Where the site is: CloudFront, and the mailbox where the local runner has it. */
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

  /** One of the values that the stack puts out. */
  public String output(String name) {
    return outputs.get(name);
  }

  /** The physical id of one of the stack's resources. */
  public String resource(String logicalId) {
    String found =
        aws(
            "cloudformation",
            "describe-stack-resource",
            "--stack-name=twiza-dev",
            "--logical-resource-id=" + logicalId,
            "--query=StackResourceDetail.PhysicalResourceId",
            "--output=text");
    return found.strip();
  }

  /** Deploys the same template once more, with another value for one of its parameters. */
  public void deployAgain(String parameter, String value) {
    // In quotes, or the CLI takes an empty value for none and keeps the one before.
    String overrides = "Stage=dev %s=\"%s\"".formatted(parameter, value);
    deploy("dev", "twiza-dev", "--parameter-overrides", overrides);
  }

  /** Deploys the same template as a stack of its own. */
  public void deployAnother(String stage, String stack) {
    deploy(stage, stack);
  }

  private static void deploy(String stage, String stack, String... more) {
    List<String> words =
        List.of(
            "deploy",
            "--no-progressbar",
            "--no-confirm-changeset",
            "--config-file=" + PROJECT.resolve("samconfig.toml"),
            "--template-file=" + FILES.resolve("template.json"),
            "--config-env=" + stage,
            "--stack-name=" + stack,
            "--s3-prefix=" + stack);
    sam(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** What a command of the SAM CLI prints. */
  public static String sam(String... words) {
    return emulated("sam", words);
  }

  /** What a command of the AWS CLI prints. */
  public static String aws(String... words) {
    return emulated("aws", words);
  }

  private static String emulated(String command, String... words) {
    return run(
        Stream.concat(Stream.of("acceptance/cloud/emulated", command), Stream.of(words))
            .toArray(String[]::new));
  }

  private static String run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(PROJECT.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process process = builder.redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
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
