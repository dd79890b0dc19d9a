package twiza.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import twiza.local.FunctionDefinition.QueueSource;
import twiza.local.FunctionDefinition.StreamSource;

/** A system that was started: where it answers, its mailbox and clock, and its end. */
public final class RunningSystem implements AutoCloseable {
  private static final Logger LOG = LogManager.getLogger(RunningSystem.class);
  private static final Duration NO_PAUSE = Duration.ZERO;

  private final Options options;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final List<Worker> workers = new ArrayList<>();
  private final LocalClock clock;
  private TableServer tableServer;
  private QueueServer queueServer;
  private Mailbox mailbox;
  private Secrets secrets;
  private Front front;
  private Template template;
  private Names names;
  private Functions functions;
  private Map<String, String> services;
  private DynamoDbClient tables;
  private SqsClient queues;

  private RunningSystem(Options options) {
    this.options = options;
    this.clock = new LocalClock(InstantSource.system(), options.data().resolve("clock"));
  }

  static RunningSystem start(
      Options options, Function<Object, Optional<Set<String>>> declaredRoutes) throws Exception {
    Files.createDirectories(options.data());
    RunningSystem system = new RunningSystem(options);
    try {
      system.lock();
      system.startServices();
      system.readTemplate();
      system.loadFunctions(declaredRoutes);
      system.startWork();
      return system;
    } catch (Exception | Error e) {
      system.close();
      throw e;
    }
  }

  /** Where the system answers, without a slash at the end. */
  public String baseUrl() {
    return front.url();
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  public LocalClock clock() {
    return clock;
  }

  /** The address of the table service, for a client of a test's own. */
  public URI tableEndpoint() {
    return tableServer.endpoint();
  }

  /** The address of the queue service, for a client of a test's own. */
  public URI queueEndpoint() {
    return queueServer.endpoint();
  }

  /** The name of a table of the template. */
  public String tableName(String id) {
    return Template.STACK + "-" + id;
  }

  /**
   * What a function of the template may take in the cloud.
   *
   * @param memory in MB
   */
  public record Limits(Duration timeout, int memory) {}

  /** Nothing enforces them here. */
  public Limits limits(String functionId) {
    FunctionDefinition function = functions.find(functionId).orElseThrow().definition();
    return new Limits(function.timeout(), function.memory());
  }

  /** What a function of the template has in its environment here. */
  public Map<String, String> environment(String functionId) {
    return environment(functions.find(functionId).orElseThrow().definition());
  }

  private Map<String, String> environment(FunctionDefinition function) {
    Map<String, String> environment = new LinkedHashMap<>(services);
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", tableServer.endpoint(function).toString());
    environment.putAll(function.environment());
    return environment;
  }

  /** Gives a secret of the template a new value, the one before staying as the previous one. */
  public void rotateSecret(String id) {
    secrets.rotate(id);
  }

  /** From here on only requests are answered: no schedule, stream or queue calls a function. */
  public void rest() {
    workers.forEach(Worker::stopSoon);
    workers.forEach(Worker::close);
  }

  private void lock() throws Exception {
    Path file = options.data().resolve("lock");
    FileChannel channel =
        part(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    try {
      if (channel.tryLock() == null) {
        throw new OverlappingFileLockException();
      }
    } catch (OverlappingFileLockException e) {
      throw new IllegalStateException("another one runs on " + options.data(), e);
    }
  }

  private void startServices() throws Exception {
    System.setProperty("aws.accessKeyId", Aws.CREDENTIAL);
    System.setProperty("aws.secretAccessKey", Aws.CREDENTIAL);
    front = part(new Front(options.port(), clock));
    tableServer = part(TableServer.start(options.data().resolve("dynamodb")));
    queueServer = part(QueueServer.start());
    mailbox = part(Mailbox.start(options.data().resolve("mail"), clock));
    secrets = new Secrets(options.data().resolve("secrets.json"));
    tables = part(Aws.tables(tableServer.endpoint()));
    queues = part(Aws.queues(queueServer.endpoint()));
  }

  private void readTemplate() {
    Map<String, Object> document = TemplateFile.read(options.template());
    template = new Template(document, parameters(document));
    names =
        new LocalNames(
            template, queueServer.endpoint().toString(), options.data().resolve("buckets"));
    new Tables(tables).create(template, names);
    QueueServer.create(queues, template, names);
  }

  private Map<String, String> parameters(Map<String, Object> document) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("SiteUrl", front.url());
    parameters.put("MailTransport", "SMTP");
    parameters.put("SmtpHost", "localhost");
    parameters.put("SmtpPort", String.valueOf(mailbox.port()));
    parameters.put("SmtpStartTls", "false");
    parameters.keySet().retainAll(Tree.map(document.get("Parameters")).keySet());
    parameters.putAll(options.parameters());
    return parameters;
  }

  private void loadFunctions(Function<Object, Optional<Set<String>>> declaredRoutes)
      throws Exception {
    SettingsService settings = new SettingsService(template, names, secrets, clock);
    Front settingsFront = part(new Front(0, clock));
    settingsFront.start(settings::answer);
    List<FunctionDefinition> definitions = new FunctionDefinitions(template, names).read();
    services = services(settingsFront.url());
    functions = Functions.load(definitions, this::environment, clock);
    DeclaredRoutes.check(functions, declaredRoutes);
  }

  private Map<String, String> services(String settings) {
    return Map.of(
        "AWS_REGION",
        Template.REGION,
        "AWS_ENDPOINT_URL_SQS",
        queueServer.endpoint().toString(),
        "AWS_ENDPOINT_URL_SSM",
        settings,
        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
        settings);
  }

  private void startWork() {
    Schedules schedules =
        new Schedules(
            functions, clock, options.data().resolve("schedules.json"), this::reportFailedCall);
    Gateway gateway = new Gateway(functions, clock);
    Console console = new Console(mailbox, clock, schedules, functions);
    Site site = new Site(gateway, new StaticSite(options.site()), console);
    functions.all().forEach(this::startSources);
    work(Worker.start("schedules", schedules::fireDue, Duration.ofMillis(500)));
    front.start(site::answer);
  }

  private void startSources(LoadedFunction function) {
    function.definition().streams().forEach(it -> startStream(function, it));
    function.definition().queues().forEach(it -> startQueue(function, it));
  }

  private void startStream(LoadedFunction function, StreamSource source) {
    for (Resource table : template.resources("AWS::DynamoDB::Table")) {
      if (source.streamArn().equals(names.attribute(table, "StreamArn"))) {
        StreamDelivery delivery =
            new StreamDelivery(
                function, source, it -> source.failureQueue().ifPresent(arn -> send(arn, it)));
        var client = part(Aws.streams(tableServer.endpoint()));
        StreamPoller poller =
            new StreamPoller(client, new Tables(tables).streamArn(table), delivery);
        work(Worker.start("stream " + table.id(), poller::poll, Duration.ofMillis(100)));
      }
    }
  }

  private void startQueue(LoadedFunction function, QueueSource source) {
    QueuePoller poller = new QueuePoller(queues, queueUrl(source.queueArn()), source, function);
    for (int i = 1; i <= source.concurrency(); i++) {
      work(Worker.start(function.definition().id() + " " + i, poller::poll, NO_PAUSE));
    }
  }

  private void reportFailedCall(LoadedFunction function, byte[] event) {
    var failure = Json.object();
    failure.put("version", "1.0").put("timestamp", clock.instant().toString());
    failure.putObject("requestContext").put("functionArn", function.definition().id());
    failure.set("requestPayload", Json.read(event));
    function.definition().failureQueue().ifPresent(it -> send(it, failure));
  }

  private void send(String queueArn, JsonNode message) {
    queues.sendMessage(it -> it.queueUrl(queueUrl(queueArn)).messageBody(message.toString()));
  }

  private String queueUrl(String arn) {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return queues.getQueueUrl(it -> it.queueName(name)).queueUrl();
  }

  private void work(Worker worker) {
    workers.add(part(worker));
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  /** Stops everything: the site first, then what started last first. */
  @Override
  public void close() {
    if (front != null) {
      parts.remove(front);
      parts.push(front);
    }
    workers.forEach(Worker::stopSoon);
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("could not stop", e);
      }
    }
  }
}
