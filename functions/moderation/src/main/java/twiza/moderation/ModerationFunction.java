package twiza.moderation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.access.SignedLinks;
import twiza.delegation.Delegations;
import twiza.http.Desk;
import twiza.http.Endpoint;
import twiza.http.Rehearsal;
import twiza.http.Reply;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Calls;
import twiza.idea.Dossier;
import twiza.idea.Ideas;
import twiza.idea.Patience;
import twiza.idea.Queue;
import twiza.place.Places;
import twiza.round.Rounds;
import twiza.settings.FirstAdmin;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Role;
import twiza.staff.SignIns;
import twiza.staff.Staff;
import twiza.table.DynamoDb;
import twiza.table.TableCalls;
import twiza.table.TableDelegations;
import twiza.table.TableIdeas;
import twiza.table.TableQueue;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;
import twiza.text.TermsInForce;
import twiza.watch.Gauges;

/** Moderators read and decide: by the link in their mail, or at the desk. */
public final class ModerationFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private final Router router;
  private final Runnable rehearsal;

  /** What moderation works with. */
  record Parts(
      Ideas ideas,
      Rounds rounds,
      Queue queue,
      Calls calls,
      SignedLinks links,
      Staff staff,
      SignIns signIns,
      Places places,
      Delegations delegations,
      Supplier<String> terms,
      Gauges gauges) {}

  public ModerationFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the keys as {@code TWIZA_TABLE}, {@code
   *     TWIZA_SETTINGS}, {@code TWIZA_LINK_KEY} and {@code TWIZA_INDEX_KEY}
   */
  public ModerationFunction(Map<String, String> environment, InstantSource clock) {
    this(new Secrets(environment), new ParameterSettings(environment, clock), environment, clock);
  }

  private ModerationFunction(
      Secrets secrets,
      ParameterSettings settings,
      Map<String, String> environment,
      InstantSource clock) {
    this(
        parts(secrets, settings, environment, clock),
        settings,
        () -> rehearse(settings, environment));
  }

  ModerationFunction(Parts parts, Supplier<Settings> settings) {
    this(parts, settings, () -> {});
  }

  private ModerationFunction(Parts parts, Supplier<Settings> settings, Runnable rehearsal) {
    this.rehearsal = rehearsal;
    Desk desk = new Desk(parts.signIns(), () -> settings.get().siteUrl());
    Decisions decisions = new Decisions(parts.ideas(), parts.rounds(), parts.gauges());
    Map<String, Endpoint> routes = new HashMap<>(byLink(parts, decisions));
    routes.putAll(atTheDesk(parts, desk, decisions, () -> settings.get().patience()));
    this.router = new Router(routes);
  }

  private static Map<String, Endpoint> byLink(Parts parts, Decisions decisions) {
    Entrance entrance = new Entrance(parts.ideas(), parts.links(), parts.staff());
    ByLink byLink = new ByLink(entrance, decisions, new Reasons(parts.delegations()));
    return Map.of(
        "GET /api/moderation/decision", byLink::read,
        "POST /api/moderation/decision", byLink::decide);
  }

  private static Map<String, Endpoint> atTheDesk(
      Parts parts, Desk desk, Decisions decisions, Supplier<Patience> patience) {
    Changes changes =
        new Changes(parts.ideas(), parts.places(), parts.staff(), new Reasons(parts.delegations()));
    AtTheDesk ideas = new AtTheDesk(parts.ideas(), parts.queue(), decisions, changes, patience);
    Calling calling = new Calling(parts.calls(), changes, parts.places(), parts.terms());
    AboutPublished published = new AboutPublished(changes);
    return Map.ofEntries(
        Map.entry("GET /api/desk/queue", desk.to(Role.MODERATOR, ideas::queue)),
        Map.entry("GET /api/desk/calls", desk.to(Role.MODERATOR, calling::list)),
        Map.entry("GET /api/desk/ideas/{id}", about(desk, ideas, ideas::read)),
        Map.entry("POST /api/desk/ideas/{id}/decision", about(desk, ideas, ideas::decide)),
        Map.entry("POST /api/desk/ideas/{id}/calls", about(desk, ideas, calling::record)),
        Map.entry(
            "POST /api/desk/ideas/{id}/reports/dismissal", about(desk, ideas, published::dismiss)),
        Map.entry("PUT /api/desk/ideas/{id}/note", about(desk, ideas, published::note)),
        Map.entry("PUT /api/desk/ideas/{id}/naming/{round}", about(desk, ideas, published::name)),
        Map.entry(
            "PUT /api/desk/ideas/{id}/translations/{language}",
            about(desk, ideas, published::translate)),
        Map.entry(
            "DELETE /api/desk/ideas/{id}/translations/{language}",
            about(desk, ideas, published::untranslate)));
  }

  private static Endpoint about(
      Desk desk, AtTheDesk atTheDesk, BiFunction<Desk.Visit, Dossier, Reply> answer) {
    return desk.about(Role.MODERATOR, atTheDesk::find, dossier -> dossier.idea().region(), answer);
  }

  private static Parts parts(
      Secrets secrets,
      Supplier<Settings> settings,
      Map<String, String> environment,
      InstantSource clock) {
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    Places places = Places.load();
    Delegations delegations = new TableDelegations(client, table);
    return new Parts(
        new TableIdeas(client, table, fingerprints),
        new TableRounds(client, table, fingerprints),
        new TableQueue(client, table, fingerprints),
        new TableCalls(client, table, fingerprints),
        JwsLinks.of(secrets, environment, clock),
        new TableStaff(client, table, fingerprints, FirstAdmin.of(settings, fingerprints)),
        new TableSignIns(client, table, () -> ""),
        places,
        delegations,
        new TermsInForce(delegations, places),
        Gauges.of(environment));
  }

  /** Under keys and settings that are nobody's. */
  private static void rehearse(ParameterSettings settings, Map<String, String> environment) {
    settings.rehearse();
    JwsLinks.rehearse();
    TableIdeas ideas =
        new TableIdeas(
            DynamoDb.client(environment),
            environment.get("TWIZA_TABLE"),
            IndexKey.of(Secrets.nobodys(), environment));
    Reply.json(200, DecisionJson.page(ideas.rehearse(), 1, "nobody", Map.of()));
  }

  @Override
  public void prime() {
    Map<String, String> link = Map.of("authorization", "Bearer nobody");
    router.answer(Rehearsal.get("/api/moderation/decision", Map.of(), link));
    rehearsal.run();
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
