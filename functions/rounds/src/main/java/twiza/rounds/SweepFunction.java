package twiza.rounds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.idea.Dues;
import twiza.idea.Entries;
import twiza.idea.Ideas;
import twiza.round.Rounds;
import twiza.settings.IndexKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableDues;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableRounds;
import twiza.table.TableUptakes;
import twiza.watch.Gauges;
import twiza.watch.Trace;

/**
 * Every minute: reminders, expiries, reservations and the phases of rounds, whatever has its date.
 */
public final class SweepFunction implements RequestHandler<Map<String, Object>, Void>, Primed {

  private final Dues dues;
  private final Ideas ideas;
  private final DueRounds rounds;
  private final DueUptakes uptakes;
  private final Sweep sweep;

  public SweepFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table as {@code TWIZA_TABLE} and the settings as {@code
   *     TWIZA_SETTINGS}
   */
  public SweepFunction(Map<String, String> environment, InstantSource clock) {
    this(new ParameterSettings(environment, clock), environment, clock);
  }

  private SweepFunction(
      ParameterSettings settings, Map<String, String> environment, InstantSource clock) {
    this(
        DynamoDb.client(environment),
        environment.get("TWIZA_TABLE"),
        IndexKey.of(new Secrets(environment), environment),
        settings,
        clock,
        Gauges.of(environment));
  }

  private SweepFunction(
      DynamoDbClient client,
      String table,
      Fingerprints fingerprints,
      Supplier<Settings> settings,
      InstantSource clock,
      Gauges gauges) {
    this(
        new TableDues(client, table),
        new TableIdeas(client, table, fingerprints),
        new TableRounds(client, table, fingerprints),
        new TableEntries(client, table, fingerprints),
        new DueUptakes(
            new TableUptakes(client, table, fingerprints), () -> settings.get().uptake()),
        clock,
        gauges);
  }

  SweepFunction(
      Dues dues,
      Ideas ideas,
      Rounds rounds,
      Entries entries,
      DueUptakes uptakes,
      InstantSource clock,
      Gauges gauges) {
    this.dues = dues;
    this.ideas = ideas;
    this.rounds = new DueRounds(rounds, entries, ideas);
    this.uptakes = uptakes;
    this.sweep = new Sweep(dues, ideas, this.rounds, uptakes, clock, gauges);
  }

  /** Sweeps long before anything was due. */
  @Override
  public void prime() {
    new Sweep(dues, ideas, rounds, uptakes, InstantSource.fixed(Instant.EPOCH), Gauges.none())
        .run(() -> Duration.ofMinutes(1));
    ideas.find("none");
    rounds.move("none", Instant.EPOCH);
  }

  /**
   * @param event of the schedule; what is due does not depend on it
   */
  @Override
  public Void handleRequest(Map<String, Object> event, Context context) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          Trace.follow(context.getAwsRequestId());
          sweep.run(() -> Duration.ofMillis(context.getRemainingTimeInMillis()));
          return null;
        });
  }
}
