package twiza.search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Cursors;
import twiza.access.Fingerprints;
import twiza.http.CardFiles;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Bank;
import twiza.place.Places;
import twiza.round.Rounds;
import twiza.search.store.Editions;
import twiza.search.store.Stores;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableBank;
import twiza.table.TableRounds;
import twiza.web.Pages;

/** Finds published ideas by what is said in them, for whoever asks. */
public final class SearchFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private static final String NOBODYS = "0".repeat(26);

  private final Bank bank;
  private final Newest newest;
  private final SearchPages pages;
  private final Router router;

  public SearchFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the key of its cursors and where the index lies as {@code
   *     TWIZA_TABLE}, {@code TWIZA_INDEX_KEY} and {@code TWIZA_SEARCH_INDEX}
   * @param clock says when to look for a newer index
   */
  public SearchFunction(Map<String, String> environment, InstantSource clock) {
    this(
        DynamoDb.client(environment),
        environment.get("TWIZA_TABLE"),
        IndexKey.of(new Secrets(environment), environment),
        new Editions(Stores.of(environment)),
        clock);
  }

  private SearchFunction(
      DynamoDbClient client,
      String table,
      Fingerprints fingerprints,
      Editions editions,
      InstantSource clock) {
    this(
        new TableBank(client, table, fingerprints),
        new TableRounds(client, table, fingerprints),
        editions,
        new Cursors(fingerprints),
        clock);
  }

  SearchFunction(
      Bank bank, Rounds rounds, Editions editions, Cursors cursors, InstantSource clock) {
    Places places = Places.load();
    this.bank = bank;
    this.newest = new Newest(editions, clock);
    Searching searching = new Searching(newest, bank, cursors);
    SearchApi api = new SearchApi(searching, places);
    CardFiles files = SearchFiles.of(searching, places);
    this.pages = new SearchPages(searching, rounds, places, new Pages(places));
    this.router =
        new Router(
            Map.of(
                "GET /api/search",
                api::search,
                "GET /api/search.csv",
                files::csv,
                "GET /api/search.json",
                files::json,
                "GET /{language}/search.atom",
                files::atom,
                "POST /api/ideas/similar",
                api::similar,
                "GET /{language}/search",
                pages.search(),
                "HEAD /{language}/search",
                pages.search()));
  }

  /** Writes an index of one idea that nobody sent, in memory, and finds it. */
  @Override
  public void prime() {
    Rehearsed.find();
    bank.find(List.of(NOBODYS));
    pages.rehearse();
  }

  @Override
  public void renew() {
    newest.forget();
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
