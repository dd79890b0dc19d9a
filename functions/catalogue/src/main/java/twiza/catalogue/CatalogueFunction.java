package twiza.catalogue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.delegation.Delegations;
import twiza.http.Rehearsal;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Bank;
import twiza.place.Language;
import twiza.place.Places;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableBank;
import twiza.table.TableDelegations;

/** What the public reads: the same for whoever asks. */
public final class CatalogueFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private static final String NOBODYS = "0".repeat(26);

  private final Bank bank;
  private final IdeaPages pages;
  private final Router router;

  public CatalogueFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table and the key of its cursors as {@code TWIZA_TABLE} and {@code
   *     TWIZA_INDEX_KEY}
   * @param clock not looked at: what is published does not depend on the time
   */
  public CatalogueFunction(Map<String, String> environment, InstantSource clock) {
    this(
        DynamoDb.client(environment),
        environment.get("TWIZA_TABLE"),
        IndexKey.of(new Secrets(environment), environment));
  }

  private CatalogueFunction(DynamoDbClient client, String table, Fingerprints fingerprints) {
    this(new TableBank(client, table, fingerprints), new TableDelegations(client, table));
  }

  CatalogueFunction(Bank bank, Delegations delegations) {
    Places places = Places.load();
    Shelves shelves = new Shelves(bank);
    IdeasApi api = new IdeasApi(shelves, places);
    RegionsApi regions = new RegionsApi(delegations, places);
    this.bank = bank;
    this.pages = new IdeaPages(shelves, places);
    this.router =
        new Router(
            Map.of(
                "GET /api/ideas", api::list,
                "GET /api/ideas/{id}", api::idea,
                "GET /api/regions/{region}", regions::region,
                "GET /{language}/ideas", pages.list(),
                "HEAD /{language}/ideas", pages.list(),
                "GET /{language}/ideas/{id}", pages.idea(),
                "HEAD /{language}/ideas/{id}", pages.idea(),
                "GET /{page+}", pages.none(),
                "HEAD /{page+}", pages.none()));
  }

  @Override
  public void prime() {
    router.answer(Rehearsal.get("/api/ideas/{id}", Map.of("id", NOBODYS), Map.of()));
    Map<String, String> page = Map.of("language", Language.FR.tag(), "id", NOBODYS);
    router.answer(Rehearsal.get("/{language}/ideas/{id}", page, Map.of()));
    bank.list(new Bank.Shelf("nowhere", ""), "", 1);
    pages.rehearse();
  }

  @Override
  public Set<String> routeKeys() {
    return router.routeKeys();
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> router.answer(event));
  }
}
