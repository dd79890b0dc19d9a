package twiza.notification;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.idea.Ideas;
import twiza.settings.IndexKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableIdeas;
import twiza.table.TableUptakes;
import twiza.uptake.Terms;
import twiza.uptake.Uptakes;
import twiza.watch.Gauges;

/**
 * What SES learns after it has taken a mail: that it came back for good, or that its recipient
 * complained of it. Either way the author is called from then on.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html">The events
 *     of SES on EventBridge</a>
 */
public final class BounceFunction implements RequestHandler<Map<String, Object>, Void>, Primed {

  private static final Logger LOG = LoggerFactory.getLogger(BounceFunction.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ideas ideas;
  private final Unreachable unreachable;
  private final InstantSource clock;
  private final Gauges gauges;

  public BounceFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names {@code TWIZA_TABLE}, {@code TWIZA_SETTINGS} and {@code
   *     TWIZA_INDEX_KEY}
   */
  public BounceFunction(Map<String, String> environment, InstantSource clock) {
    this(
        DynamoDb.client(environment),
        environment.get("TWIZA_TABLE"),
        IndexKey.of(new Secrets(environment), environment),
        new ParameterSettings(environment, clock),
        clock,
        Gauges.of(environment));
  }

  private BounceFunction(
      DynamoDbClient client,
      String table,
      Fingerprints fingerprints,
      Supplier<Settings> settings,
      InstantSource clock,
      Gauges gauges) {
    this(
        new TableIdeas(client, table, fingerprints),
        new TableUptakes(client, table, fingerprints),
        () -> settings.get().uptake(),
        clock,
        gauges);
  }

  BounceFunction(
      Ideas ideas, Uptakes uptakes, Supplier<Terms> terms, InstantSource clock, Gauges gauges) {
    this.ideas = ideas;
    this.unreachable = new Unreachable(ideas, uptakes, terms);
    this.clock = clock;
    this.gauges = gauges;
  }

  @Override
  public void prime() {
    ideas.find("none");
  }

  /**
   * @param event of SES, with the errand among the mail's tags
   */
  @Override
  public Void handleRequest(Map<String, Object> event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> note(JSON.valueToTree(event)));
  }

  private Void note(JsonNode event) {
    Errand errand = Errand.ofTag(event.at("/detail/mail/tags/" + Errand.TAG + "/0").asText());
    LOG.warn("{} {}", event.path("detail-type").asText(), errand);
    gauges.mailBounced();
    unreachable.call(errand, clock.instant());
    return null;
  }
}
