package twiza.notification;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.idea.Ideas;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableIdeas;
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
  private final InstantSource clock;
  private final Gauges gauges;

  public BounceFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names {@code TWIZA_TABLE} and {@code TWIZA_INDEX_KEY}
   */
  public BounceFunction(Map<String, String> environment, InstantSource clock) {
    this(
        new TableIdeas(
            DynamoDb.client(environment),
            environment.get("TWIZA_TABLE"),
            IndexKey.of(new Secrets(environment), environment)),
        clock,
        Gauges.of(environment));
  }

  BounceFunction(Ideas ideas, InstantSource clock, Gauges gauges) {
    this.ideas = ideas;
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
    new Unreachable(ideas).call(errand, clock.instant());
    return null;
  }
}
