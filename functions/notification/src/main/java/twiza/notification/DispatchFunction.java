package twiza.notification;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.idea.Audience;
import twiza.idea.Entries;
import twiza.idea.Erasures;
import twiza.jury.Juries;
import twiza.jury.Work;
import twiza.settings.FirstAdmin;
import twiza.settings.IndexKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableEntries;
import twiza.table.TableErasures;
import twiza.table.TableJuries;
import twiza.table.TableStaff;
import twiza.watch.Trace;

/**
 * Turns each event of the table's stream into one queue message for each of its recipients, and
 * remembers who was erased where no restored table brings them back. A record that fails is
 * reported, so that the stream comes back to it; the others have gone out meanwhile, and whatever
 * is queued twice is sent once.
 */
public final class DispatchFunction
    implements RequestHandler<DynamodbEvent, StreamsEventResponse>, Primed {

  private static final Logger LOG = LoggerFactory.getLogger(DispatchFunction.class);

  private static final String ERASED = "ERASED";
  private static final String INTEREST_ERASED = "INTEREST_ERASED";
  private static final Duration NEWS = Duration.ofDays(1);

  private final Recipients recipients;
  private final Supplier<Settings> settings;
  private final MailQueue queue;
  private final WorkQueue work;
  private final Erasures erasures;
  private final Runnable rehearsal;

  public DispatchFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names {@code TWIZA_TABLE}, {@code TWIZA_SETTINGS}, {@code TWIZA_INDEX_KEY},
   *     {@code TWIZA_MAIL_QUEUE}, {@code TWIZA_JURY_QUEUE} and {@code TWIZA_ERASURES}
   */
  public DispatchFunction(Map<String, String> environment, InstantSource clock) {
    this(
        new ParameterSettings(environment, clock),
        IndexKey.of(new Secrets(environment), environment),
        DynamoDb.client(environment),
        environment);
  }

  private DispatchFunction(
      ParameterSettings settings,
      IndexKey indexKey,
      DynamoDbClient client,
      Map<String, String> environment) {
    this(
        settings,
        new TableStaff(
            client, environment.get("TWIZA_TABLE"), indexKey, FirstAdmin.of(settings, indexKey)),
        new SqsMailQueue(environment),
        new SqsWorkQueue(environment),
        new TableErasures(client, environment.get("TWIZA_ERASURES")),
        new TableEntries(client, environment.get("TWIZA_TABLE"), indexKey),
        new TableJuries(client, environment.get("TWIZA_TABLE")));
  }

  private DispatchFunction(
      ParameterSettings settings,
      TableStaff staff,
      SqsMailQueue queue,
      SqsWorkQueue work,
      Erasures erasures,
      Entries entries,
      Juries juries) {
    this(
        new Recipients(staff, entries, juries),
        settings,
        queue,
        work,
        erasures,
        () -> {
          settings.rehearse();
          staff.rehearse();
          queue.rehearse();
          work.rehearse();
        });
  }

  DispatchFunction(
      Recipients recipients,
      Supplier<Settings> settings,
      MailQueue queue,
      WorkQueue work,
      Erasures erasures) {
    this(recipients, settings, queue, work, erasures, () -> {});
  }

  private DispatchFunction(
      Recipients recipients,
      Supplier<Settings> settings,
      MailQueue queue,
      WorkQueue work,
      Erasures erasures,
      Runnable rehearsal) {
    this.recipients = recipients;
    this.settings = settings;
    this.queue = queue;
    this.work = work;
    this.erasures = erasures;
    this.rehearsal = rehearsal;
  }

  @Override
  public void prime() {
    dispatch(List.of());
    rehearsal.run();
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> dispatch(event.getRecords()));
  }

  private StreamsEventResponse dispatch(List<DynamodbStreamRecord> records) {
    Set<String> failed = new HashSet<>();
    Map<MailQueue.Delayed, String> ready = new LinkedHashMap<>();
    Map<Work, String> asked = new LinkedHashMap<>();
    for (DynamodbStreamRecord record : records) {
      String sequence = record.getDynamodb().getSequenceNumber();
      try {
        news(record.getDynamodb())
            .ifPresent(
                event -> {
                  errands(event).forEach(errand -> ready.put(errand, sequence));
                  work(event).ifPresent(each -> asked.put(each, sequence));
                });
      } catch (RuntimeException e) {
        LOG.error("stream record {} can't be told to anybody", sequence, e);
        failed.add(sequence);
      }
    }
    queue.send(new ArrayList<>(ready.keySet())).forEach(errand -> failed.add(ready.get(errand)));
    work.send(asked.keySet()).forEach(each -> failed.add(asked.get(each)));
    return response(records, failed);
  }

  /** The stream starts again from the one named, so that only the first failure matters. */
  private static StreamsEventResponse response(
      List<DynamodbStreamRecord> records, Set<String> failed) {
    return new StreamsEventResponse(
        records.stream()
            .map(record -> record.getDynamodb().getSequenceNumber())
            .filter(failed::contains)
            .limit(1)
            .map(StreamsEventResponse.BatchItemFailure::new)
            .toList());
  }

  /** What happened, unless it is over and done with. */
  private Optional<Map<String, AttributeValue>> news(StreamRecord record) {
    Map<String, AttributeValue> event = record.getNewImage();
    if (event == null) {
      return Optional.empty();
    }
    Trace.follow(trace(event));
    if (event.containsKey("kind")) {
      erasure(event).ifPresent(erasures::remember);
    }
    boolean concerns = event.containsKey("tell") || event.containsKey("work");
    return concerns && !isCopy(record, event) ? Optional.of(event) : Optional.empty();
  }

  private static Optional<Erasures.Erasure> erasure(Map<String, AttributeValue> event) {
    String kind = text(event, "kind");
    if (!kind.equals(ERASED) && !kind.equals(INTEREST_ERASED)) {
      return Optional.empty();
    }
    String id = text(event, "PK").substring("IDEA#".length());
    Map<String, AttributeValue> data = event.get("data").getM();
    Instant at = Instant.parse(text(event, "at"));
    return Optional.of(
        kind.equals(ERASED)
            ? new Erasures.Erasure(id, data.get("textLeft").getBOOL(), at)
            : new Erasures.Erasure(id, Optional.of(text(data, "interest")), false, at));
  }

  /** An event comes into the table when it happens: what comes much later was restored. */
  private static boolean isCopy(StreamRecord record, Map<String, AttributeValue> event) {
    Date written = record.getApproximateCreationDateTime();
    return written != null
        && written.toInstant().isAfter(Instant.parse(text(event, "at")).plus(NEWS));
  }

  private static String trace(Map<String, AttributeValue> event) {
    return event.containsKey("trace") ? text(event, "trace") : "";
  }

  private List<MailQueue.Delayed> errands(Map<String, AttributeValue> event) {
    if (!event.containsKey("tell")) {
      return List.of();
    }
    Duration delay =
        event.containsKey("slow") && event.get("slow").getBOOL()
            ? settings.get().limits().slow()
            : Duration.ZERO;
    List<MailQueue.Delayed> errands =
        event.get("tell").getSS().stream()
            .sorted()
            .map(Audience::valueOf)
            .flatMap(audience -> recipients.of(audience, event))
            .map(recipient -> new MailQueue.Delayed(errand(event, recipient), delay, trace(event)))
            .toList();
    LOG.info("{} of {} is for {}", text(event, "SK"), text(event, "PK"), errands.size());
    return errands;
  }

  /** Events of a round name it in their key, those of an idea among their data. */
  private static Optional<Work> work(Map<String, AttributeValue> event) {
    if (!event.containsKey("work")) {
      return Optional.empty();
    }
    String key = text(event, "PK");
    String round =
        key.startsWith(Recipients.ROUND)
            ? key.substring(Recipients.ROUND.length())
            : text(event.get("data").getM(), "round");
    return Optional.of(new Work(Work.Kind.valueOf(text(event, "work")), round));
  }

  private static Errand errand(Map<String, AttributeValue> event, String recipient) {
    return new Errand(text(event, "PK"), text(event, "SK"), text(event, "kind"), recipient);
  }

  private static String text(Map<String, AttributeValue> event, String name) {
    return Optional.ofNullable(event.get(name)).map(AttributeValue::getS).orElseThrow();
  }
}
