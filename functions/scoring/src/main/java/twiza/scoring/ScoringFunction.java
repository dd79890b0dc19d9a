package twiza.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.access.Limits;
import twiza.access.SignedLinks;
import twiza.http.Desk;
import twiza.http.Endpoint;
import twiza.http.Rehearsal;
import twiza.http.Reply;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Authors;
import twiza.idea.Entries;
import twiza.idea.Ideas;
import twiza.jury.Juries;
import twiza.jury.Papers;
import twiza.need.Needs;
import twiza.round.Round;
import twiza.round.Rounds;
import twiza.scoring.results.ResultsRoutes;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Chance;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Role;
import twiza.table.DynamoDb;
import twiza.table.TableAuthors;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableJuries;
import twiza.table.TableLimits;
import twiza.table.TableNeeds;
import twiza.table.TablePapers;
import twiza.table.TableRankings;
import twiza.table.TableResults;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;

/** Jurors read and mark, by the link in their mail; organisers make up the jury. */
public final class ScoringFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private final Parts parts;
  private final Router router;
  private final Runnable rehearsal;

  /** What the jury's side works with. */
  record Parts(
      Rounds rounds,
      Entries entries,
      Ideas ideas,
      Authors authors,
      Juries juries,
      Papers papers,
      Needs needs,
      SignedLinks links,
      Limits limits,
      Supplier<Settings> settings,
      Chance chance,
      Desk desk,
      ResultsRoutes.Parts results) {}

  public ScoringFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the keys as {@code TWIZA_TABLE}, {@code
   *     TWIZA_SETTINGS}, {@code TWIZA_LINK_KEY} and {@code TWIZA_INDEX_KEY}
   */
  public ScoringFunction(Map<String, String> environment, InstantSource clock) {
    this(new Secrets(environment), new ParameterSettings(environment, clock), environment, clock);
  }

  private ScoringFunction(
      Secrets secrets,
      ParameterSettings settings,
      Map<String, String> environment,
      InstantSource clock) {
    this(
        parts(secrets, settings, JwsLinks.of(secrets, environment, clock), environment),
        () -> rehearse(settings, environment));
  }

  ScoringFunction(Parts parts) {
    this(parts, () -> {});
  }

  private ScoringFunction(Parts parts, Runnable rehearsal) {
    this.parts = parts;
    this.rehearsal = rehearsal;
    Map<String, Endpoint> routes = new HashMap<>();
    routes.putAll(byLink(parts));
    routes.putAll(juryAtTheDesk(parts));
    ResultsRoutes.of(parts.results())
        .forEach((route, answer) -> routes.put(route, about(parts, answer)));
    this.router = new Router(routes);
  }

  private static Map<String, Endpoint> byLink(Parts parts) {
    Entrance entrance = new Entrance(parts.juries(), parts.links());
    AsJuror juror = new AsJuror(parts, entrance);
    OneIdea idea = new OneIdea(parts, entrance);
    return Map.of(
        "GET /api/jury/ballot", juror::ballot,
        "POST /api/jury/answer", juror::answer,
        "POST /api/jury/link", juror::askLink,
        "POST /api/jury/recusals/{id}", juror::recuse,
        "GET /api/jury/ideas/{id}", idea::read,
        "PUT /api/jury/reviews/{id}", idea::write);
  }

  private static Map<String, Endpoint> juryAtTheDesk(Parts parts) {
    JuryDesk jury = new JuryDesk(parts);
    return Map.of(
        "GET /api/desk/rounds/{id}/jury", about(parts, jury::read),
        "POST /api/desk/rounds/{id}/jurors", about(parts, jury::enlist),
        "DELETE /api/desk/rounds/{id}/jurors/{juror}", about(parts, jury::remove),
        "POST /api/desk/rounds/{id}/invitations", about(parts, jury::invite),
        "POST /api/desk/rounds/{id}/assignments", about(parts, jury::assign));
  }

  /** For organisers of the region of the round that the path names. */
  private static Endpoint about(Parts parts, BiFunction<Desk.Visit, Round, Reply> answer) {
    return parts
        .desk()
        .about(Role.ORGANISER, new RoundOfPath(parts.rounds())::find, Round::region, answer);
  }

  private static Parts parts(
      Secrets secrets,
      Supplier<Settings> settings,
      SignedLinks links,
      Map<String, String> environment) {
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    Rounds rounds = new TableRounds(client, table, fingerprints);
    Entries entries = new TableEntries(client, table, fingerprints);
    Juries juries = new TableJuries(client, table);
    Papers papers = new TablePapers(client, table);
    return new Parts(
        rounds,
        entries,
        new TableIdeas(client, table, fingerprints),
        new TableAuthors(client, table),
        juries,
        papers,
        new TableNeeds(client, table, fingerprints),
        links,
        new TableLimits(client, table),
        settings,
        new Chance(SecureRandom::new),
        new Desk(new TableSignIns(client, table, () -> ""), () -> settings.get().siteUrl()),
        new ResultsRoutes.Parts(
            rounds,
            entries,
            juries,
            papers,
            new TableRankings(client, table),
            new TableResults(client, table),
            fingerprints,
            () -> settings.get().juryKept()));
  }

  /** Under keys and settings that are nobody's. */
  private static void rehearse(ParameterSettings settings, Map<String, String> environment) {
    Settings nobodys = settings.rehearse();
    JwsLinks.rehearse();
    Secrets secrets = Secrets.nobodys();
    SignedLinks links = JwsLinks.of(secrets, environment, InstantSource.fixed(Instant.EPOCH));
    new ScoringFunction(parts(secrets, () -> nobodys, links, environment)).askForNobody();
  }

  private void askForNobody() {
    parts.juries().seat("none", "nobody");
    Map<String, String> link = Map.of("authorization", "Bearer nobody");
    int status = router.answer(Rehearsal.get("/api/jury/ballot", Map.of(), link)).getStatusCode();
    if (status != 401) {
      throw new IllegalStateException("the rehearsal ended with " + status);
    }
  }

  @Override
  public void prime() {
    rehearsal.run();
  }

  @Override
  public void renew() {
    parts.chance().renew();
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
