package twiza.desk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.access.Limits;
import twiza.access.SignedLinks;
import twiza.board.Board;
import twiza.board.Matters;
import twiza.board.UnansweredNeeds;
import twiza.delegation.Delegations;
import twiza.delegation.Guides;
import twiza.delegation.HouseGuide;
import twiza.event.Audit;
import twiza.http.Desk;
import twiza.http.Endpoint;
import twiza.http.Rehearsal;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.need.Need;
import twiza.need.Needs;
import twiza.settings.FirstAdmin;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.OriginKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Chance;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Role;
import twiza.staff.SignIns;
import twiza.staff.Staff;
import twiza.table.DynamoDb;
import twiza.table.TableAudit;
import twiza.table.TableDelegations;
import twiza.table.TableGuides;
import twiza.table.TableLedger;
import twiza.table.TableLimits;
import twiza.table.TableMatters;
import twiza.table.TableNeeds;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;

/**
 * Staff get in, say who else is staff and what the region says, and read what happened and what it
 * comes to.
 */
public final class StaffFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private static final String NOBODYS_ADDRESS = "{\"email\":\"nobody@localhost.invalid\"}";

  private final Parts parts;
  private final Router router;
  private final Runnable rehearsal;

  /** What the staff's side works with. */
  record Parts(
      Staff staff,
      SignIns signIns,
      Limits limits,
      Fingerprints fingerprints,
      SignedLinks links,
      Supplier<Settings> settings,
      Chance chance,
      Predicate<String> isOrigin,
      Audit audit,
      Delegations delegations,
      Needs needs,
      Guides guides,
      Board board,
      List<Matters> matters,
      Desk desk) {

    /** The same for a rehearsal: nobody asked before. */
    Parts uncounted() {
      return new Parts(
          staff,
          signIns,
          (_, _, _) -> 1,
          fingerprints,
          links,
          settings,
          chance,
          isOrigin,
          audit,
          delegations,
          needs,
          guides,
          board,
          matters,
          desk);
    }
  }

  public StaffFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the keys
   */
  public StaffFunction(Map<String, String> environment, InstantSource clock) {
    this(new ParameterSettings(environment, clock), environment, clock);
  }

  private StaffFunction(
      ParameterSettings settings, Map<String, String> environment, InstantSource clock) {
    this(
        wire(new Secrets(environment), settings, environment, clock),
        () -> {
          Settings nobodys = settings.rehearse();
          Parts understudy = wire(Secrets.nobodys(), () -> nobodys, environment, clock);
          new StaffFunction(understudy.uncounted()).askForNobody(nobodys.siteUrl());
        });
  }

  StaffFunction(Parts parts) {
    this(parts, () -> {});
  }

  private StaffFunction(Parts parts, Runnable rehearsal) {
    this.parts = parts;
    this.rehearsal = rehearsal;
    Desk desk = parts.desk();
    Door door = new Door(parts);
    StaffDesk staff = new StaffDesk(parts);
    AuditDesk audit = new AuditDesk(parts);
    RegionDesk region = new RegionDesk(parts);
    NeedsDesk needs = new NeedsDesk(parts);
    GuideDesk guide = new GuideDesk(parts);
    BoardDesk board = new BoardDesk(parts);
    this.router =
        new Router(
            Map.<String, Endpoint>ofEntries(
                Map.entry("POST /api/staff/sign-in", door::ask),
                Map.entry("POST /api/staff/session", door::enter),
                Map.entry("DELETE /api/staff/session", desk.own(door::leave)),
                Map.entry("GET /api/staff/me", desk.own(staff::me)),
                Map.entry("PUT /api/staff/me", desk.own(staff::changeMe)),
                Map.entry("GET /api/desk/staff", desk.to(Role.ORGANISER, staff::list)),
                Map.entry("POST /api/desk/staff", desk.to(Role.ORGANISER, staff::add)),
                Map.entry("PUT /api/desk/staff/{id}", desk.to(Role.ORGANISER, staff::change)),
                Map.entry("DELETE /api/desk/staff/{id}", desk.to(Role.ORGANISER, staff::remove)),
                Map.entry("GET /api/desk/audit", desk.to(Role.ORGANISER, audit::list)),
                Map.entry("GET /api/desk/region", desk.to(Role.ORGANISER, region::read)),
                Map.entry("PUT /api/desk/region", desk.to(Role.ORGANISER, region::change)),
                Map.entry("GET /api/desk/needs", desk.to(Role.ORGANISER, needs::list)),
                Map.entry("POST /api/desk/needs", desk.to(Role.ORGANISER, needs::publish)),
                Map.entry(
                    "PUT /api/desk/needs/{id}",
                    desk.about(Role.ORGANISER, needs::find, Need::region, needs::change)),
                Map.entry("GET /api/desk/guide", desk.to(Role.ORGANISER, guide::read)),
                Map.entry("PUT /api/desk/guide", desk.to(Role.ORGANISER, guide::change)),
                Map.entry("GET /api/desk/board", desk.to(Role.MODERATOR, board::figures)),
                Map.entry("GET /api/desk/today", desk.to(Role.MODERATOR, board::today)),
                Map.entry("GET /api/desk/audit.csv", desk.to(Role.ORGANISER, audit::file))),
            parts.isOrigin());
  }

  private static Parts wire(
      Secrets secrets,
      Supplier<Settings> settings,
      Map<String, String> environment,
      InstantSource clock) {
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    Chance chance = new Chance(SecureRandom::new);
    SignIns signIns = new TableSignIns(client, table, chance::id);
    Needs needs = new TableNeeds(client, table, fingerprints);
    return new Parts(
        new TableStaff(client, table, fingerprints, FirstAdmin.of(settings, fingerprints)),
        signIns,
        new TableLimits(client, table),
        fingerprints,
        JwsLinks.of(secrets, environment, clock),
        settings,
        chance,
        OriginKey.of(secrets, environment, clock),
        new TableAudit(client, table, fingerprints),
        new TableDelegations(client, table),
        needs,
        new TableGuides(client, table, HouseGuide.load()),
        new Board(new TableLedger(client, table)),
        List.of(
            new TableMatters(
                client, table, () -> settings.get().patience(), () -> settings.get().uptake()),
            new UnansweredNeeds(needs)),
        new Desk(signIns, () -> settings.get().siteUrl()));
  }

  @Override
  public void prime() {
    JwsLinks.rehearse();
    rehearsal.run();
  }

  private void askForNobody(String site) {
    parts.signIns().find("none");
    APIGatewayV2HTTPEvent asked = Rehearsal.json("/api/staff/sign-in", NOBODYS_ADDRESS);
    Map<String, String> headers = new HashMap<>(asked.getHeaders());
    headers.put("origin", site);
    asked.setHeaders(headers);
    int status = router.answer(asked).getStatusCode();
    if (status != 202) {
      throw new IllegalStateException("the rehearsal ended with " + status);
    }
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
