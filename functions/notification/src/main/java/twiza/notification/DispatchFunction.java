package twiza.notification;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.idea.Audience;
import twiza.settings.ConfiguredModerators;
import twiza.settings.IndexKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Moderator;
import twiza.staff.Moderators;

/**
 * Turns each event of the table's stream into one queue message for each of its recipients. A
 * record that fails is reported, so that the stream comes back to it; the others have gone out
 * meanwhile, and whatever is queued twice is sent once.
 */
public final class DispatchFunction
    implements RequestHandler<DynamodbEvent, StreamsEventResponse>, Primed {

  private static final Logger LOG = LoggerFactory.getLogger(DispatchFunction.class);

  private final Moderators moderators;
  private final Supplier<Settings> settings;
  private final MailQueue queue;

  public DispatchFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names {@code TWIZA_SETTINGS}, {@code TWIZA_INDEX_KEY} and {@code
   *     TWIZA_MAIL_QUEUE}
   */
  public DispatchFunction(Map<String, String> environment, InstantSource clock) {
    this(
        new ParameterSettings(environment, clock),
        IndexKey.of(new Secrets(environment), environment),
        new SqsMailQueue(environment));
  }

  private DispatchFunction(Supplier<Settings> settings, IndexKey indexKey, MailQueue queue) {
    this(new ConfiguredModerators(settings, indexKey), settings, queue);
  }

  DispatchFunction(Moderators moderators, Supplier<Settings> settings, MailQueue queue) {
    this.moderators = moderators;
    this.settings = settings;
    this.queue = queue;
  }

  @Override
  public void prime() {
    dispatch(List.of());
    new Errand("", "", "", "").body();
    queue.rehearse();
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
        errands(record.getDynamodb().getNewImage()).forEach(errand -> ready.put(errand, sequence));
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

  private List<MailQueue.Delayed> errands(Map<String, AttributeValue> event) {
    if (event == null || !event.containsKey("tell")) {
      return List.of();
    }
    Duration delay =
        event.containsKey("slow") && event.get("slow").getBOOL()
            ? settings.get().limits().slow()
            : Duration.ZERO;
    return event.get("tell").getSS().stream()
        .sorted()
        .map(Audience::valueOf)
        .flatMap(audience -> recipients(audience, event))
        .map(recipient -> new MailQueue.Delayed(errand(event, recipient), delay))
        .toList();
  }

  private Stream<String> recipients(Audience audience, Map<String, AttributeValue> event) {
    return switch (audience) {
      case AUTHOR -> Stream.of(Errand.AUTHOR);
      case NEW_ADDRESS -> Stream.of(Errand.NEW_ADDRESS);
      case MODERATORS ->
          moderators.of(text(event, "region")).stream().map(Moderator::id).map(Errand::toModerator);
    };
  }

  private static Errand errand(Map<String, AttributeValue> event, String recipient) {
    return new Errand(text(event, "PK"), text(event, "SK"), text(event, "kind"), recipient);
  }

  private static String text(Map<String, AttributeValue> event, String name) {
    return Optional.ofNullable(event.get(name)).map(AttributeValue::getS).orElseThrow();
  }
}
