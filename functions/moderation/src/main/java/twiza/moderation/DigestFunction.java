package twiza.moderation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.board.Board;
import twiza.idea.Listing;
import twiza.idea.Queue;
import twiza.place.Places;
import twiza.place.Region;
import twiza.settings.FirstAdmin;
import twiza.settings.IndexKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Digests;
import twiza.staff.Mailing;
import twiza.staff.Role;
import twiza.staff.Staff;
import twiza.table.DynamoDb;
import twiza.table.TableDelegations;
import twiza.table.TableDigests;
import twiza.table.TableIdeas;
import twiza.table.TableLedger;
import twiza.table.TableQueue;
import twiza.table.TableStaff;
import twiza.text.Formats;
import twiza.watch.Trace;

/**
 * Every hour: where something waits, those moderators are told who want to hear of it then; what
 * has waited too long is spoken for; what is over is erased, once it was kept long enough; and what
 * a month came to is counted, once it is over.
 */
public final class DigestFunction implements RequestHandler<Map<String, Object>, Void>, Primed {

  private static final Logger LOG = LoggerFactory.getLogger(DigestFunction.class);

  private final Queue queue;
  private final Digests digests;
  private final Staff staff;
  private final Reminders reminders;
  private final Forgetting forgetting;
  private final Board board;
  private final List<Region> regions;
  private final InstantSource clock;

  public DigestFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the key as {@code TWIZA_TABLE}, {@code
   *     TWIZA_SETTINGS} and {@code TWIZA_INDEX_KEY}
   */
  public DigestFunction(Map<String, String> environment, InstantSource clock) {
    this(
        DynamoDb.client(environment),
        environment.get("TWIZA_TABLE"),
        IndexKey.of(new Secrets(environment), environment),
        new ParameterSettings(environment, clock),
        clock);
  }

  private DigestFunction(
      DynamoDbClient client,
      String table,
      Fingerprints fingerprints,
      ParameterSettings settings,
      InstantSource clock) {
    this(
        new TableQueue(client, table, fingerprints),
        new TableDigests(client, table),
        new TableStaff(client, table, fingerprints, FirstAdmin.of(settings, fingerprints)),
        new Reminders(
            new TableQueue(client, table, fingerprints),
            new TableIdeas(client, table, fingerprints),
            () -> settings.get().patience()),
        new Forgetting(
            new TableDelegations(client, table),
            new TableQueue(client, table, fingerprints),
            new TableIdeas(client, table, fingerprints)),
        new Board(new TableLedger(client, table)),
        Places.load().joinedRegions(),
        clock);
  }

  DigestFunction(
      Queue queue,
      Digests digests,
      Staff staff,
      Reminders reminders,
      Forgetting forgetting,
      Board board,
      List<Region> regions,
      InstantSource clock) {
    this.queue = queue;
    this.digests = digests;
    this.staff = staff;
    this.reminders = reminders;
    this.forgetting = forgetting;
    this.board = board;
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
    RuntimeException failure = null;
    for (Region region : regions) {
      try {
        announce(region.code(), now);
        remind(region.code(), now);
        // Before anybody is forgotten who would be counted.
        board.closeMonths(region.code(), now);
        forget(region.code(), now);
      } catch (RuntimeException e) {
        LOG.error("not all was announced for region {}", region.code(), e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void remind(String region, Instant now) {
    if (reminders.send(region, now) > 0) {
      throw new IllegalStateException("some wait and nobody was told");
    }
  }

  private void forget(String region, Instant now) {
    if (forgetting.endRetention(region, now) > 0) {
      throw new IllegalStateException("some are kept for longer than the region says");
    }
  }

  /**
   * The last hour of each moderator's choice that has come, in case nobody was there when it did.
   */
  private void announce(String region, Instant now) {
    ZonedDateTime local = now.atZone(Formats.ZONE);
    boolean waits = somethingWaits(region);
    for (int hour : hours(region)) {
      LocalDate today = local.toLocalDate();
      LocalDate day = hour <= local.getHour() ? today : today.minusDays(1);
      if (digests.settle(region, day, hour, waits, now) && waits) {
        LOG.info("announced the digest of {} at {} for region {}", day, hour, region);
      }
    }
  }

  /** Organisers who hear at once of what has waited too long have no hour. */
  private Set<Integer> hours(String region) {
    return Stream.concat(
            staff.countedOn(Role.MODERATOR, region).stream()
                .filter(member -> member.mailing().wish() != Mailing.Wish.NONE),
            staff.countedOn(Role.ORGANISER, region).stream()
                .filter(member -> member.mailing().wish() == Mailing.Wish.DIGEST))
        .map(member -> member.mailing().digestHour())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean somethingWaits(String region) {
    return queue.waiting(region, "", 1) instanceof Listing.Page<Queue.Waiting>(var items, _)
        && !items.isEmpty();
  }
}
