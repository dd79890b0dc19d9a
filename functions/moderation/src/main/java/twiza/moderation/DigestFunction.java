package twiza.moderation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.idea.Listing;
import twiza.idea.Queue;
import twiza.place.Places;
import twiza.place.Region;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Digests;
import twiza.table.DynamoDb;
import twiza.table.TableDigests;
import twiza.table.TableQueue;
import twiza.text.Formats;
import twiza.watch.Trace;

/** Every hour: where something waits, those moderators are told who want to hear of it then. */
public final class DigestFunction implements RequestHandler<Map<String, Object>, Void>, Primed {

  private static final Logger LOG = LoggerFactory.getLogger(DigestFunction.class);

  private final Queue queue;
  private final Digests digests;
  private final List<Region> regions;
  private final InstantSource clock;

  public DigestFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table as {@code TWIZA_TABLE}
   */
  public DigestFunction(Map<String, String> environment, InstantSource clock) {
    this(
        DynamoDb.client(environment),
        environment.get("TWIZA_TABLE"),
        IndexKey.of(new Secrets(environment), environment),
        clock);
  }

  private DigestFunction(
      DynamoDbClient client, String table, Fingerprints fingerprints, InstantSource clock) {
    this(
        new TableQueue(client, table, fingerprints),
        new TableDigests(client, table),
        Places.load().joinedRegions(),
        clock);
  }

  DigestFunction(Queue queue, Digests digests, List<Region> regions, InstantSource clock) {
    this.queue = queue;
    this.digests = digests;
    this.regions = regions;
    this.clock = clock;
  }

  @Override
  public void prime() {
    queue.waiting("nowhere", "", 1);
  }

  /**
   * @param event of the schedule; what is announced does not depend on it
   */
  @Override
  public Void handleRequest(Map<String, Object> event, Context context) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          Trace.follow(context.getAwsRequestId());
          announce(clock.instant());
          return null;
        });
  }

  /** A region that fails holds no other up; the invocation fails in the end, so that it is seen. */
  private void announce(Instant now) {
    ZonedDateTime hour = now.atZone(Formats.ZONE);
    RuntimeException failure = null;
    for (Region region : regions) {
      try {
        if (somethingWaits(region)
            && digests.announce(region.code(), hour.toLocalDate(), hour.getHour(), now)) {
          LOG.info("announced the digest of {} for region {}", hour, region.code());
        }
      } catch (RuntimeException e) {
        LOG.error("no digest for region {}", region.code(), e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private boolean somethingWaits(Region region) {
    return queue.waiting(region.code(), "", 1) instanceof Listing.Page<Queue.Waiting>(var items, _)
        && !items.isEmpty();
  }
}
