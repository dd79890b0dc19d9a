package twiza.desk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.access.Limits;
import twiza.access.SignedLinks;
import twiza.http.Desk;
import twiza.http.Endpoint;
import twiza.http.Rehearsal;
import twiza.http.Routed;
import twiza.http.Router;
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
import twiza.table.TableLimits;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;

/** Staff get in, and say who else is staff. */
public final class StaffFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private final Parts parts;
  private final Router router;

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
      Desk desk) {}

  public StaffFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the keys
   */
  public StaffFunction(Map<String, String> environment, InstantSource clock) {
    this(wire(environment, clock));
  }

  StaffFunction(Parts parts) {
    this.parts = parts;
    Desk desk = parts.desk();
    Door door = new Door(parts);
    StaffDesk staff = new StaffDesk(parts);
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
                Map.entry("DELETE /api/desk/staff/{id}", desk.to(Role.ORGANISER, staff::remove))),
            parts.isOrigin());
  }

  private static Parts wire(Map<String, String> environment, InstantSource clock) {
    Secrets secrets = new Secrets(environment);
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    Supplier<Settings> settings = new ParameterSettings(environment, clock);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    Chance chance = new Chance(SecureRandom::new);
    SignIns signIns = new TableSignIns(client, table, chance::id);
    return new Parts(
        new TableStaff(client, table, fingerprints, FirstAdmin.of(settings, fingerprints)),
        signIns,
        new TableLimits(client, table),
        fingerprints,
        JwsLinks.of(secrets, environment, clock),
        settings,
        chance,
        OriginKey.of(secrets, environment, clock),
        new Desk(signIns, () -> settings.get().siteUrl()));
  }

  @Override
  public void prime() {
    parts.signIns().find("none");
    router.answer(Rehearsal.get("/api/staff/none", Map.of(), Map.of()));
    parts.chance().id();
    JwsLinks.rehearse();
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
