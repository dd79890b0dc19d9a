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
import twiza.delegation.Guides;
import twiza.delegation.HouseGuide;
import twiza.http.CardFiles;
import twiza.http.Rehearsal;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Bank;
import twiza.idea.Entries;
import twiza.jury.Results;
import twiza.need.Needs;
import twiza.place.Language;
import twiza.place.Places;
import twiza.round.Rounds;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableBank;
import twiza.table.TableDelegations;
import twiza.table.TableEntries;
import twiza.table.TableGuides;
import twiza.table.TableNeeds;
import twiza.table.TableResults;
import twiza.table.TableRounds;
import twiza.web.Pages;

/** What the public reads: the same for whoever asks. */
public final class CatalogueFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private static final String NOBODYS = "0".repeat(26);

  private final Bank bank;
  private final IdeaPages pages;
  private final RoundPages roundPages;
  private final WantedThere wanted;
  private final Router router;

  public CatalogueFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table and the key of its cursors as {@code TWIZA_TABLE} and {@code
   *     TWIZA_INDEX_KEY}
   * @param clock not looked at: the phase of a round is that of the request's own time
   */
  public CatalogueFunction(Map<String, String> environment, InstantSource clock) {
    this(
        DynamoDb.client(environment),
        environment.get("TWIZA_TABLE"),
        IndexKey.of(new Secrets(environment), environment));
  }

  private CatalogueFunction(DynamoDbClient client, String table, Fingerprints fingerprints) {
    this(
        new TableBank(client, table, fingerprints),
        new TableDelegations(client, table),
        new TableGuides(client, table, HouseGuide.load()),
        new TableRounds(client, table, fingerprints),
        new TableEntries(client, table, fingerprints),
        new TableResults(client, table),
        new TableNeeds(client, table, fingerprints));
  }

  CatalogueFunction(
      Bank bank,
      Delegations delegations,
      Guides guides,
      Rounds rounds,
      Entries entries,
      Results results,
      Needs needs) {
    Places places = Places.load();
    Pages drawn = new Pages(places);
    Shelves shelves = new Shelves(bank);
    KnownGuides known = new KnownGuides(guides);
    IdeasApi api = new IdeasApi(shelves, known, places);
    CardFiles files = IdeaFiles.of(shelves, places);
    Sitemap sitemap = new Sitemap(shelves, places);
    RegionsApi regions = new RegionsApi(delegations, places);
    TermsPages terms = new TermsPages(delegations, places, drawn);
    this.bank = bank;
    this.pages = new IdeaPages(shelves, needs, known, places, drawn);
    this.wanted = new WantedThere(needs, places, drawn);
    Agenda agenda = new Agenda(rounds, entries, places);
    RoundsApi roundsApi = new RoundsApi(agenda);
    RoundFeeds feeds = new RoundFeeds(agenda);
    this.roundPages = new RoundPages(agenda, drawn);
    Outcomes outcomes = new Outcomes(agenda, bank, results);
    ResultsApi resultsApi = new ResultsApi(outcomes);
    ResultsPages resultsPages = new ResultsPages(outcomes, drawn);
    this.router =
        new Router(
            Map.ofEntries(
                Map.entry("GET /api/ideas", api::list),
                Map.entry("GET /api/ideas.csv", files::csv),
                Map.entry("GET /api/ideas.json", files::json),
                Map.entry("GET /{language}/ideas.atom", files::atom),
                Map.entry("GET /sitemap.xml", sitemap::answer),
                Map.entry("GET /robots.txt", sitemap::robots),
                Map.entry("GET /api/ideas/{id}", api::idea),
                Map.entry("GET /api/regions/{region}", regions::region),
                Map.entry("GET /api/needs", wanted::list),
                Map.entry("GET /api/needs/{id}", wanted::need),
                Map.entry("GET /{language}/needs", wanted.all()),
                Map.entry("HEAD /{language}/needs", wanted.all()),
                Map.entry("GET /{language}/needs/{id}", wanted.one()),
                Map.entry("HEAD /{language}/needs/{id}", wanted.one()),
                Map.entry("GET /{language}/needs/{id}/submit", wanted.submit()),
                Map.entry("HEAD /{language}/needs/{id}/submit", wanted.submit()),
                Map.entry("GET /api/rounds", roundsApi::list),
                Map.entry("GET /api/rounds/{id}", roundsApi::round),
                Map.entry("GET /api/rounds/{id}/entries", roundsApi::entries),
                Map.entry("GET /api/rounds/{id}/results", resultsApi::read),
                Map.entry("GET /{language}/terms", terms.now()),
                Map.entry("HEAD /{language}/terms", terms.now()),
                Map.entry("GET /{language}/terms/{version}", terms.version()),
                Map.entry("HEAD /{language}/terms/{version}", terms.version()),
                Map.entry("GET /{language}/ideas", pages.list()),
                Map.entry("HEAD /{language}/ideas", pages.list()),
                Map.entry("GET /{language}/ideas/{id}", pages.idea()),
                Map.entry("HEAD /{language}/ideas/{id}", pages.idea()),
                Map.entry("GET /{language}/rounds", roundPages.list()),
                Map.entry("HEAD /{language}/rounds", roundPages.list()),
                Map.entry("GET /{language}/rounds/{id}", roundPages.round()),
                Map.entry("HEAD /{language}/rounds/{id}", roundPages.round()),
                Map.entry("GET /{language}/rounds/{id}/results", resultsPages.results()),
                Map.entry("HEAD /{language}/rounds/{id}/results", resultsPages.results()),
                Map.entry("GET /{language}/rounds/{id}/submit", roundPages.submit()),
                Map.entry("HEAD /{language}/rounds/{id}/submit", roundPages.submit()),
                Map.entry("GET /{language}/rounds.ics", feeds::calendar),
                Map.entry("GET /{language}/rounds.atom", feeds::atom),
                Map.entry("GET /{page+}", pages.none()),
                Map.entry("HEAD /{page+}", pages.none())));
  }

  @Override
  public void prime() {
    router.answer(Rehearsal.get("/api/ideas/{id}", Map.of("id", NOBODYS), Map.of()));
    Map<String, String> page = Map.of("language", Language.FR.tag(), "id", NOBODYS);
    router.answer(Rehearsal.get("/{language}/ideas/{id}", page, Map.of()));
    bank.list(new Bank.Shelf("nowhere", ""), "", 1);
    router.answer(Rehearsal.get("/api/rounds/{id}", Map.of("id", NOBODYS), Map.of()));
    router.answer(Rehearsal.get("/{language}/rounds/{id}", page, Map.of()));
    pages.rehearse();
    roundPages.rehearse();
    wanted.rehearse();
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
