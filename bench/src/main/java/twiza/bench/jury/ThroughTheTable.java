package twiza.bench.jury;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.access.Fingerprints;
import twiza.bench.SignedIn;
import twiza.jury.Work;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;

/**
 * Shares out and ranks rounds of growing size through a table, by the function that does it, in a
 * process of its own whose heap is what the template's memory leaves for it; and measures what is
 * kept and answered of the largest.
 */
final class ThroughTheTable implements AutoCloseable {

  private static final int[] IDEAS =
      Pattern.compile(",")
          .splitAsStream(System.getProperty("bench.ideas", "250,500,1000,2000"))
          .mapToInt(Integer::parseInt)
          .toArray();
  private static final int PREVIEWS = 3;
  private static final String FUNCTION = "JuryWorkFunction";
  private static final String OPTIONS = System.getProperty("bench.options", "").strip();

  /** What is not heap: code, threads, buffers. */
  private static final double HEAP_SHARE = 0.75;

  private static final int[] SMALL_HEAPS = {32, 48, 64, 96, 128, 192, 256, 512, 1024};
  private static final Pattern CURSOR = Pattern.compile("cursor=([^>&]*)>|\"next\":\"([^\"]*)\"");

  /**
   * What a job took.
   *
   * @param time in milliseconds
   * @param cpu of the whole process, in milliseconds
   * @param heap the most that was on the heap at once, in MB, garbage included
   */
  private record Taken(double time, double cpu, double heap) {}

  private final RunningSystem system;
  private final RunningSystem.Limits limits;
  private final Map<String, String> environment;
  private final DynamoDbClient client;
  private final Fingerprints fingerprints;
  private final int heap;

  private ThroughTheTable(RunningSystem system) {
    this.system = system;
    this.limits = system.limits(FUNCTION);
    this.environment = new HashMap<>(system.environment(FUNCTION));
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    // More patient than a function's: filling a table may take its time.
    this.client =
        DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(system.tableEndpoint())
            .region(Region.of(environment.get("AWS_REGION")))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
    this.fingerprints = IndexKey.of(new Secrets(environment), environment);
    this.heap = (int) (limits.memory() * HEAP_SHARE);
  }

  static void print() throws Exception {
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    Path data = Files.createTempDirectory("twiza-bench");
    try (RunningSystem system =
            LocalRunner.start(Options.of(Options.project()).port(0).data(data));
        ThroughTheTable measured = new ThroughTheTable(system)) {
      system.rest();
      measured.measure();
    } finally {
      try (Stream<Path> left = Files.walk(data)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private void measure() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "60 jurors, 5 reviews an idea. The template gives %s %,d MB and %d s; each job ran in a"
            + " process of its own with a heap of %,d MB at most; %s%n%n",
        FUNCTION,
        limits.memory(),
        limits.timeout().toSeconds(),
        heap,
        OPTIONS);
    System.out.println(
        "| job | ideas | s | percent of the time | s of CPU | x | x reading | MB of heap at most"
            + " |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
    Map<String, Taken> first = new HashMap<>();
    LargeRound largest = null;
    for (int ideas : IDEAS) {
      largest = round(ideas, first);
    }
    System.out.println();
    sizes(largest);
  }

  private LargeRound round(int ideas, Map<String, Taken> first) throws Exception {
    LargeRound round =
        new LargeRound(
            client, environment.get("TWIZA_TABLE"), fingerprints, system.clock().instant());
    round.fill(ideas);
    Taken assign = labour(heap, Work.Kind.ASSIGN.name(), round.id(), round.beforeJudging());
    round.mark();
    Taken read = median(Labour.READ, round);
    Taken preview = median(Work.Kind.PREVIEW.name(), round);
    int least = ideas == IDEAS[IDEAS.length - 1] ? leastHeap(round) : 0;
    round.close();
    Taken rank =
        labour(heap, Work.Kind.RANK.name(), round.id(), round.whileJudging().plusSeconds(86_400));
    row("read", ideas, read, read, first);
    row("assign", ideas, assign, read, first);
    row("rank, as a preview", ideas, preview, read, first);
    row("rank, for good", ideas, rank, read, first);
    if (least > 0) {
      System.out.printf("%nThe largest was ranked with a heap of %d MB too.%n", least);
    }
    return round;
  }

  private void row(String job, int ideas, Taken taken, Taken read, Map<String, Taken> first) {
    Taken smallest = first.computeIfAbsent(job, _ -> taken);
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f |%n",
        job,
        ideas,
        taken.time() / 1000,
        100 * taken.time() / limits.timeout().toMillis(),
        taken.cpu() / 1000,
        taken.cpu() / smallest.cpu(),
        taken.cpu() / read.cpu(),
        taken.heap());
  }

  private Taken median(String kind, LargeRound round) throws Exception {
    List<Taken> taken = new ArrayList<>();
    for (int run = 0; run < PREVIEWS; run++) {
      taken.add(labour(heap, kind, round.id(), round.whileJudging()));
    }
    return new Taken(
        median(taken, Taken::time), median(taken, Taken::cpu), median(taken, Taken::heap));
  }

  private static double median(List<Taken> taken, ToDoubleFunction<Taken> of) {
    return taken.stream().mapToDouble(of).sorted().toArray()[taken.size() / 2];
  }

  private int leastHeap(LargeRound round) throws Exception {
    for (int megabytes : SMALL_HEAPS) {
      Process process =
          begun(megabytes, Work.Kind.PREVIEW.name(), round.id(), round.whileJudging());
      process.getInputStream().readAllBytes();
      if (process.waitFor() == 0) {
        return megabytes;
      }
    }
    return heap;
  }

  private Taken labour(int megabytes, String kind, String round, Instant now) throws Exception {
    Process process = begun(megabytes, kind, round, now);
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(kind + " failed:\n" + said);
    }
    String[] figures = said.strip().lines().toList().getLast().split(" ", -1);
    return new Taken(
        Double.parseDouble(figures[0]),
        Double.parseDouble(figures[1]),
        Double.parseDouble(figures[2]));
  }

  private Process begun(int megabytes, String kind, String round, Instant now) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (!OPTIONS.isEmpty()) {
      command.addAll(List.of(OPTIONS.split("\\s+", -1)));
    }
    command.add("-Xmx" + megabytes + "m");
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Labour.class.getName(),
            kind,
            round,
            now.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  // What is kept, and what is answered

  private void sizes(LargeRound round) throws Exception {
    Map<String, AttributeValue> values =
        Map.of(":round", AttributeValue.fromS("ROUND#" + round.id()));
    Map<String, Integer> largest = new HashMap<>();
    client
        .queryPaginator(
            query ->
                query
                    .tableName(environment.get("TWIZA_TABLE"))
                    .keyConditionExpression("PK = :round")
                    .expressionAttributeValues(values))
        .items()
        .forEach(
            item ->
                largest.merge(
                    item.get("SK").s().replaceFirst("#.*", "").toLowerCase(Locale.ROOT),
                    size(item),
                    Math::max));
    System.out.println("| largest item | KB |");
    System.out.println("|---|---:|");
    largest.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(4)
        .forEach(it -> System.out.printf("| %s | %d |%n", it.getKey(), it.getValue() / 1000));
    System.out.println("\n| largest answer of the desk | parts | KB |");
    System.out.println("|---|---:|---:|");
    String cookie = new SignedIn(system).cookie();
    for (String path :
        List.of("jury", "ranking", "ranking.csv", "ranking.json", "reviews.csv", "reviews.json")) {
      List<Integer> parts = parts("/api/desk/rounds/" + round.id() + "/" + path, cookie);
      System.out.printf(
          "| `%s` | %d | %d |%n",
          path,
          parts.size(),
          parts.stream().mapToInt(Integer::intValue).max().orElseThrow() / 1000);
    }
  }

  private static int size(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(
            it ->
                it.getKey().getBytes(UTF_8).length
                    + it.getValue().toString().getBytes(UTF_8).length)
        .sum();
  }

  /** How many bytes each part of an answer has. */
  private List<Integer> parts(String path, String cookie) throws Exception {
    List<Integer> parts = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String cursor = ""; cursor != null; ) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(system.baseUrl() + path + cursor))
                .header("Cookie", cookie)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(path + " answered " + answer.body());
        }
        parts.add(answer.body().getBytes(UTF_8).length);
        Matcher next =
            CURSOR.matcher(
                answer.headers().firstValue("Link").orElse("")
                    + (path.endsWith("/ranking") ? answer.body() : ""));
        cursor =
            next.find()
                ? "?cursor=" + (next.group(1) == null ? next.group(2) : next.group(1))
                : null;
      }
    }
    return parts;
  }
}
