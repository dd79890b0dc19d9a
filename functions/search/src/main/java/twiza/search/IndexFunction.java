package twiza.search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.idea.Bank;
import twiza.idea.Movements;
import twiza.place.Places;
import twiza.search.store.Editions;
import twiza.search.store.Stores;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;
import twiza.snapshot.Chance;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableBank;
import twiza.table.TableMovements;

/**
 * Every minute: brings the index up to what happened to ideas. Every night: builds it anew, so that
 * nothing that went wrong lasts, and nothing of what was erased.
 */
public final class IndexFunction implements RequestHandler<Map<String, Object>, Void>, Primed {

  private static final String NOBODYS = "0".repeat(26);
  private static final String ANEW = "IndexAnew";

  private final Bank bank;
  private final Builder builder;
  private final Chance chance;
  private final InstantSource clock;

  public IndexFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the key of its cursors and where the index lies as {@code
   *     TWIZA_TABLE}, {@code TWIZA_INDEX_KEY} and {@code TWIZA_SEARCH_INDEX}
   */
  public IndexFunction(Map<String, String> environment, InstantSource clock) {
    this(
        DynamoDb.client(environment),
        environment.get("TWIZA_TABLE"),
        IndexKey.of(new Secrets(environment), environment),
        new Editions(Stores.of(environment)),
        clock);
  }

  private IndexFunction(
      DynamoDbClient client,
      String table,
      Fingerprints fingerprints,
      Editions editions,
      InstantSource clock) {
    this(
        new TableBank(client, table, fingerprints),
        new TableMovements(client, table),
        editions,
        clock);
  }

  IndexFunction(Bank bank, Movements movements, Editions editions, InstantSource clock) {
    this.bank = bank;
    this.chance = new Chance(SecureRandom::new);
    this.builder = new Builder(bank, movements, editions, Places.load(), chance::id);
    this.clock = clock;
  }

  /** Writes an index of one idea that nobody sent, in memory. */
  @Override
  public void prime() {
    Rehearsed.write();
    bank.find(List.of(NOBODYS));
  }

  @Override
  public void renew() {
    chance.renew();
  }

  @Override
  public Void handleRequest(Map<String, Object> event, Context context) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          if (schedule(event).equals(ANEW)) {
            builder.anew(clock.instant());
          } else {
            builder.keepUp(clock.instant());
          }
          return null;
        });
  }

  private static Object schedule(Map<String, Object> event) {
    return event.get("detail") instanceof Map<?, ?> detail && detail.get("schedule") != null
        ? detail.get("schedule")
        : "";
  }
}
