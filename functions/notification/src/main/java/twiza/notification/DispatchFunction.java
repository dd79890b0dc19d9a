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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.idea.Audience;
import twiza.idea.Entries;
import twiza.idea.Entry;
import twiza.idea.Erasures;
import twiza.settings.FirstAdmin;
import twiza.settings.IndexKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.Staff;
import twiza.table.DynamoDb;
import twiza.table.TableEntries;
import twiza.table.TableErasures;
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
  private static final Duration NEWS = Duration.ofDays(1);

  private static final Set<Entry.Standing> ANYWHERE =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Entry.Standing.OUT)));
  private static final Set<Entry.Standing> UNREADY =
      Set.of(Entry.Standing.UNCONFIRMED, Entry.Standing.ASKED);

  private final Staff staff;
  private final Supplier<Settings> settings;
  private final MailQueue queue;
  private final Erasures erasures;
  private final Entries entries;
  private final Runnable rehearsal;

  public DispatchFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names {@code TWIZA_TABLE}, {@code TWIZA_SETTINGS}, {@code TWIZA_INDEX_KEY},
   *     {@code TWIZA_MAIL_QUEUE} and {@code TWIZA_ERASURES}
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
        new TableErasures(client, environment.get("TWIZA_ERASURES")),
        new TableEntries(client, environment.get("TWIZA_TABLE"), indexKey));
  }

  private DispatchFunction(
      ParameterSettings settings,
      TableStaff staff,
      SqsMailQueue queue,
      Erasures erasures,
      Entries entries) {
    this(
        staff,
        settings,
        queue,
        erasures,
        entries,
        () -> {
          settings.rehearse();
          staff.rehearse();
          queue.rehearse();
        });
  }

  DispatchFunction(
      Staff staff,
      Supplier<Settings> settings,
      MailQueue queue,
      Erasures erasures,
      Entries entries) {
    this(staff, settings, queue, erasures, entries, () -> {});
  }

  private DispatchFunction(
      Staff staff,
      Supplier<Settings> settings,
      MailQueue queue,
      Erasures erasures,
      Entries entries,
      Runnable rehearsal) {
    this.rehearsal = rehearsal;
    this.staff = staff;
    this.settings = settings;
    this.queue = queue;
    this.erasures = erasures;
    this.entries = entries;
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
    for (DynamodbStreamRecord record : records) {
      String sequence = record.getDynamodb().getSequenceNumber();
      try {
        errands(record.getDynamodb()).forEach(errand -> ready.put(errand, sequence));
      } catch (RuntimeException e) {
        LOG.error("stream record {} can't be told to anybody", sequence, e);
        failed.add(sequence);
      }
    }
    queue.send(new ArrayList<>(ready.keySet())).forEach(errand -> failed.add(ready.get(errand)));
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

  private List<MailQueue.Delayed> errands(StreamRecord record) {
    Map<String, AttributeValue> event = record.getNewImage();
    if (event == null) {
      return List.of();
    }
    Trace.follow(trace(event));
    if (event.containsKey("kind") && text(event, "kind").equals(ERASED)) {
      erasures.remember(erasure(event));
    }
    if (!event.containsKey("tell") || isCopy(record, event)) {
      return List.of();
    }
    List<MailQueue.Delayed> errands = errands(event);
    LOG.info("{} of {} is for {}", text(event, "SK"), text(event, "PK"), errands.size());
    return errands;
  }

  private static Erasures.Erasure erasure(Map<String, AttributeValue> event) {
    String id = text(event, "PK").substring("IDEA#".length());
    boolean textLeft = event.get("data").getM().get("textLeft").getBOOL();
    return new Erasures.Erasure(id, textLeft, Instant.parse(text(event, "at")));
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
    Duration delay =
        event.containsKey("slow") && event.get("slow").getBOOL()
            ? settings.get().limits().slow()
            : Duration.ZERO;
    return event.get("tell").getSS().stream()
        .sorted()
        .map(Audience::valueOf)
        .flatMap(audience -> recipients(audience, event))
        .map(recipient -> new MailQueue.Delayed(errand(event, recipient), delay, trace(event)))
        .toList();
  }

  private Stream<String> recipients(Audience audience, Map<String, AttributeValue> event) {
    return switch (audience) {
      case AUTHOR -> Stream.of(Errand.AUTHOR);
      case NEW_ADDRESS -> Stream.of(Errand.NEW_ADDRESS);
      case MODERATORS, ORGANISERS ->
          staff.of(text(event, "region")).stream()
              .filter(member -> wants(member, audience, event))
              .map(Member::id)
              .map(Errand::toMember);
      case MEMBER -> Stream.of(Errand.toMember(text(event, "member")));
      case ENTRANTS -> entrants(event, ANYWHERE);
      case UNREADY_ENTRANTS -> entrants(event, UNREADY);
    };
  }

  /** Those who can be written to; the others stand among the calls. */
  private Stream<String> entrants(
      Map<String, AttributeValue> event, Set<Entry.Standing> standings) {
    String round = text(event, "PK").substring("ROUND#".length());
    return entries
        .of(round)
        .filter(entrant -> standings.contains(entrant.standing()))
        .map(entrant -> Errand.toAuthor(entrant.idea()));
  }

  /**
   * Some want a mail for each idea, some one a day at an hour of their choice, some none. What
   * happens to a round happens but a few times, and does not wait for the day's mail.
   */
  private static boolean wants(
      Member member, Audience audience, Map<String, AttributeValue> event) {
    Role role = audience == Audience.ORGANISERS ? Role.ORGANISER : Role.MODERATOR;
    boolean digest = text(event, "kind").equals(Errand.DIGEST_DUE);
    return member.rolesIn(text(event, "region")).contains(role)
        && switch (member.mailing().wish()) {
          case EACH -> !digest || isHourOf(member, event);
          case DIGEST -> digest ? isHourOf(member, event) : Errand.isOfRound(text(event, "kind"));
          case NONE -> false;
        };
  }

  private static boolean isHourOf(Member member, Map<String, AttributeValue> event) {
    return Integer.toString(member.mailing().digestHour()).equals(event.get("hour").getN());
  }

  private static Errand errand(Map<String, AttributeValue> event, String recipient) {
    return new Errand(text(event, "PK"), text(event, "SK"), text(event, "kind"), recipient);
  }

  private static String text(Map<String, AttributeValue> event, String name) {
    return Optional.ofNullable(event.get(name)).map(AttributeValue::getS).orElseThrow();
  }
}
