package twiza.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import twiza.access.SignedLinks.Link;
import twiza.bench.jury.Labour;
import twiza.bench.jury.LargeRound;
import twiza.jury.Work;
import twiza.local.Options;
import twiza.local.RunningSystem;
import twiza.settings.FirstAdmin;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.table.DynamoDb;

/** The two floors and every function, each with an event that takes it along its whole path. */
final class Subjects {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REGION = "05";
  private static final String JURY_WORK = "JuryWorkFunction";
  private static final int IDEAS = 20;
  private static final int JURORS = 8;

  /** From before a jury begins to its results. */
  private static final Duration UNTIL_RESULTS = Duration.ofDays(3);

  private static final String NO_FAILURE = "\"batchItemFailures\":[]";

  private final Path project = Options.project();
  private final Path unpacked;
  private final Map<Path, Path> folders = new HashMap<>();
  private final RunningSystem system;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger authors = new AtomicInteger();
  private final SignedIn signedIn;
  private final Map<String, LargeRound> rounds = new HashMap<>();

  /**
   * @param unpacked where to unpack zips
   */
  Subjects(Path unpacked, RunningSystem system) {
    this.unpacked = unpacked;
    this.system = system;
    signedIn = new SignedIn(system);
  }

  private Path unpack(Path zip) {
    return folders.computeIfAbsent(
        zip, _ -> Start.unpack(zip, unpacked.resolve(zip.getFileName().toString())));
  }

  List<Subject> floors() {
    return List.of(floor("bare", "BareFunction"), floor("put", "PutFunction"));
  }

  List<Subject> functions() {
    return List.of(
        function("submission", "submission.SubmissionFunction", this::submission, "followLink"),
        function("moderation", "moderation.ModerationFunction", this::decision, "choices"),
        function("moderation", "moderation.DigestFunction", () -> event("digest"), "null"),
        function("staff", "desk.StaffFunction", this::signIn, "expiresAt"),
        function("rounds", "rounds.RoundsFunction", this::rounds, "items"),
        function("scoring", "scoring.ScoringFunction", this::jury, "coverage"),
        function("scoring", "scoring.JuryWorkFunction", this::juryWork, NO_FAILURE),
        function("interests", "interests.InterestsFunction", this::interests, "items"),
        function("rounds", "rounds.SweepFunction", () -> event("sweep"), "null"),
        function("catalogue", "catalogue.CatalogueFunction", () -> event("bank"), "items"),
        function("catalogue", "catalogue.CatalogueFunction", () -> event("bank-page"), "text/html")
            .named("catalogue, page"),
        function("search", "search.IndexFunction", () -> event("index"), "null"),
        function("search", "search.SearchFunction", this::search, "counts"),
        function("notification", "notification.DispatchFunction", this::change, NO_FAILURE),
        function("notification", "notification.MailFunction", this::errand, NO_FAILURE),
        function("notification", "notification.LettersFunction", this::letter, "mailed"),
        function("notification", "notification.BounceFunction", () -> event("bounce"), "null"));
  }

  private Subject floor(String type, String handler) {
    Path zip = project.resolve("bench/target/" + type + ".zip");
    return new Subject(
        type,
        "twiza.bench.floor." + handler,
        zip,
        unpack(zip),
        inNobodysName("SweepFunction"),
        () -> "{}",
        "200");
  }

  /**
   * @param module its folder
   * @param type its class, within {@code twiza}
   * @param event makes a fresh one for each start
   * @param expected a part of the right answer, and of no wrong one
   */
  private Subject function(String module, String type, Supplier<String> event, String expected) {
    String id = type.substring(type.indexOf('.') + 1);
    Path zip = project.resolve("functions/%1$s/target/twiza-%1$s.zip".formatted(module));
    return new Subject(
        id.replaceFirst("Function$", "").toLowerCase(Locale.ROOT),
        "twiza." + type,
        zip,
        unpack(zip),
        system.environment(id),
        event,
        expected);
  }

  private String event(String name) {
    try {
      return Files.readString(project.resolve("events/" + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode tree(String name) {
    try {
      return (ObjectNode) JSON.readTree(event(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An idea of somebody who has sent none before. */
  private String idea() {
    try {
      ObjectNode idea = (ObjectNode) JSON.readTree(tree("submit").path("body").asText());
      int number = authors.incrementAndGet();
      ((ObjectNode) idea.path("author")).put("email", "author-" + number + "@example.org");
      return idea.put("title", "Valoriser la laine " + number).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String submission() {
    ObjectNode event = tree("submit").put("body", idea());
    ((ObjectNode) event.path("headers")).put("idempotency-key", "bench-" + authors.get());
    return event.toString();
  }

  /** The id of an idea that was just sent. */
  private String sent() {
    try {
      return JSON.readTree(post("/api/ideas", idea())).path("id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the system answers, while it does nothing by itself. */
  private String post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(system.baseUrl() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A search, once there is an index. */
  private String search() {
    post("/local/functions/IndexFunction", event("index"));
    return event("search");
  }

  private String decision() {
    Map<String, String> environment = system.environment("ModerationFunction");
    Instant now = Instant.now();
    String link =
        JwsLinks.of(new Secrets(environment), environment, InstantSource.system())
            .sign(new Link.Decide(moderator(), sent(), 1), now.plus(Duration.ofDays(1)));
    ObjectNode event = tree("decision-read");
    ((ObjectNode) event.path("headers")).put("authorization", "Bearer " + link);
    ((ObjectNode) event.path("requestContext")).put("timeEpoch", now.toEpochMilli());
    return event.toString();
  }

  private String moderator() {
    Map<String, String> environment = system.environment("ModerationFunction");
    return FirstAdmin.of(
            new ParameterSettings(environment, InstantSource.system()),
            IndexKey.of(new Secrets(environment), environment))
        .get()
        .id();
  }

  /** Somebody asks to be let in whose address is nobody's. */
  private String signIn() {
    ObjectNode event = tree("staff").put("routeKey", "POST /api/staff/sign-in");
    ((ObjectNode) event.path("headers"))
        .put("origin", system.baseUrl())
        .put("content-type", "application/json");
    ObjectNode context = (ObjectNode) event.path("requestContext");
    context.put("timeEpoch", Instant.now().toEpochMilli());
    ((ObjectNode) context.path("http")).put("method", "POST");
    int number = authors.incrementAndGet();
    return event.put("body", "{\"email\":\"somebody-" + number + "@example.org\"}").toString();
  }

  /** The desk's list of rounds, asked for by somebody who is signed in. */
  private String rounds() {
    return bySomebodySignedIn("rounds").toString();
  }

  /** Those who want to build something and wait for a call. */
  private String interests() {
    return bySomebodySignedIn("interests").toString();
  }

  /** How far a jury is. */
  private String jury() {
    return about(ahead().id(), bySomebodySignedIn("jury")).toString();
  }

  /** Who reads what, asked for once more. */
  private String juryWork() {
    ahead().asksForAssignment();
    ObjectNode event = tree("jury-work");
    ((ObjectNode) event.at("/Records/0"))
        .put("body", new Work(Work.Kind.ASSIGN, ahead().id()).body());
    return event.toString();
  }

  /** What an author of a round that was judged would be told. */
  private String letter() {
    ObjectNode event = about(judged().id(), bySomebodySignedIn("letter"));
    ((ObjectNode) event.path("queryStringParameters")).put("idea", judged().idea());
    return event.put("rawQueryString", "idea=" + judged().idea()).toString();
  }

  private static ObjectNode about(String round, ObjectNode event) {
    ((ObjectNode) event.path("pathParameters")).put("id", round);
    return event;
  }

  /** A round that the jury is about to read. */
  private LargeRound ahead() {
    return rounds.computeIfAbsent("ahead", _ -> round(Instant.now().plus(UNTIL_RESULTS)));
  }

  /** A round that the jury has read; its marks are ranked. */
  private LargeRound judged() {
    return rounds.computeIfAbsent("judged", _ -> judged(round(Instant.now())));
  }

  private LargeRound judged(LargeRound round) {
    Map<String, String> environment = system.environment(JURY_WORK);
    Labour.job(environment, new Work(Work.Kind.ASSIGN, round.id()), round.beforeJudging()).run();
    round.mark();
    round.close();
    Labour.job(environment, new Work(Work.Kind.RANK, round.id()), Instant.now()).run();
    return round;
  }

  /** For what the policies of no one function cover. */
  private Map<String, String> inNobodysName(String function) {
    Map<String, String> environment = new HashMap<>(system.environment(function));
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", system.tableEndpoint().toString());
    return environment;
  }

  private LargeRound round(Instant results) {
    Map<String, String> environment = inNobodysName(JURY_WORK);
    LargeRound round =
        new LargeRound(
            DynamoDb.client(environment),
            environment.get("TWIZA_TABLE"),
            IndexKey.of(new Secrets(environment), environment),
            results);
    round.fill(IDEAS, JURORS);
    return round;
  }

  private ObjectNode bySomebodySignedIn(String name) {
    ObjectNode event = tree(name);
    event.putArray("cookies").add(signedIn.cookie());
    ((ObjectNode) event.path("requestContext")).put("timeEpoch", Instant.now().toEpochMilli());
    return event;
  }

  /** One event, which is told to the moderators of a region. */
  private String change() {
    ObjectNode event = tree("stream");
    ArrayNode records = (ArrayNode) event.path("Records");
    records.removeAll().add(tree("stream").at("/Records/0"));
    ObjectNode image = (ObjectNode) records.at("/0/dynamodb/NewImage");
    image.putObject("PK").put("S", "IDEA#" + sent());
    image.putObject("SK").put("S", "EVENT#0000000001");
    image.putObject("kind").put("S", "CONFIRMED");
    image.putObject("region").put("S", REGION);
    image.putObject("tell").putArray("SS").add("MODERATORS");
    return event.toString();
  }

  /** The mail that asks an author to confirm an address. */
  private String errand() {
    ObjectNode errand = JSON.createObjectNode();
    errand.put("aggregate", "IDEA#" + sent()).put("event", "EVENT#0000000001");
    errand.put("kind", "SUBMITTED").put("recipient", "AUTHOR");
    ObjectNode event = tree("mail");
    ((ObjectNode) event.at("/Records/0")).put("body", errand.toString());
    return event.toString();
  }
}
