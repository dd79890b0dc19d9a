package twiza.interests;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.access.InterestToken;
import twiza.access.Limits;
import twiza.http.Desk;
import twiza.http.Desk.Visit;
import twiza.http.Endpoint;
import twiza.http.Rehearsal;
import twiza.http.Reply;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.place.Language;
import twiza.place.Places;
import twiza.settings.IndexKey;
import twiza.settings.OriginKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Chance;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Role;
import twiza.table.DynamoDb;
import twiza.table.TableLimits;
import twiza.table.TableSignIns;
import twiza.table.TableUptakes;
import twiza.uptake.Uptakes;
import twiza.uptake.Uptakes.Dealings;
import twiza.web.Pages;

/**
 * Those who want to build an idea: they ask, the author answers, and everybody says how it is going
 * until there is a cooperative.
 */
public final class InterestsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  /** Wrong enough to be kept nowhere. */
  private static final String UNFINISHED_FORM =
      "party.kind=GROUP&party.phone=%2B212661000000&province=05.091";

  private final Parts parts;
  private final Router router;

  /** What this works with. */
  record Parts(
      Uptakes uptakes,
      Limits limits,
      Fingerprints fingerprints,
      Supplier<Settings> settings,
      Places places,
      Pages pages,
      Chance chance,
      Predicate<String> isOrigin,
      Desk desk) {

    /** The private link. The token stands in the fragment, which no server sees. */
    String followLink(Language language, InterestToken token) {
      return settings.get().siteUrl() + "/" + language.tag() + "/interest/#token=" + token;
    }
  }

  public InterestsFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the keys
   */
  public InterestsFunction(Map<String, String> environment, InstantSource clock) {
    this(
        wire(
            new Secrets(environment),
            new ParameterSettings(environment, clock),
            environment,
            clock));
  }

  InterestsFunction(Parts parts) {
    this.parts = parts;
    Steps steps = new Steps(parts.uptakes(), () -> parts.settings().get().uptake());
    Confirming confirming = new Confirming(parts, steps);
    MyInterest mine = new MyInterest(parts, steps);
    ByAuthor author = new ByAuthor(parts, steps);
    AtTheDesk desk = new AtTheDesk(parts, steps);
    String one = "/api/desk/ideas/{id}/interests/{interest}";
    this.router =
        new Router(
            Map.<String, Endpoint>ofEntries(
                Map.entry("POST /api/ideas/{id}/interests", new Ask(parts)::ask),
                Map.entry("POST /api/my/interest/confirmation", confirming::confirm),
                Map.entry("GET /api/my/interest", mine::follow),
                Map.entry("PUT /api/my/interest", mine::report),
                Map.entry("DELETE /api/my/interest", mine::leave),
                Map.entry("GET /api/my/interest/receipt", new Receipts(parts)::page),
                Map.entry("GET /api/my/idea/interests", author::list),
                Map.entry("POST /api/my/idea/interests/{interest}/answer", author::answer),
                Map.entry("POST /api/my/idea/path", author::start),
                Map.entry("PUT /api/my/idea/path", author::report),
                Map.entry("GET /api/desk/interests", parts.desk().to(Role.MODERATOR, desk::list)),
                Map.entry("POST /api/desk/ideas/{id}/path", about(desk, desk::start)),
                Map.entry("POST " + one + "/calls", about(desk, desk::recordCall)),
                Map.entry("POST " + one + "/confirmation", about(desk, desk::confirm)),
                Map.entry("POST " + one + "/answer", about(desk, desk::answer)),
                Map.entry("POST " + one + "/progress", about(desk, desk::report)),
                Map.entry("DELETE " + one, about(desk, desk::leave)),
                Map.entry("DELETE " + one + "/registration", about(desk, desk::unregister))),
            parts.isOrigin());
  }

  private Endpoint about(AtTheDesk desk, BiFunction<Visit, Dealings, Reply> answer) {
    Function<Dealings, String> region = dealings -> dealings.dossier().idea().region();
    return parts.desk().about(Role.MODERATOR, desk::find, region, answer);
  }

  private static Parts wire(
      Secrets secrets,
      Supplier<Settings> settings,
      Map<String, String> environment,
      InstantSource clock) {
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    Places places = Places.load();
    Chance chance = new Chance(SecureRandom::new);
    return new Parts(
        new TableUptakes(client, table, fingerprints),
        new TableLimits(client, table),
        fingerprints,
        settings,
        places,
        new Pages(places),
        chance,
        OriginKey.of(secrets, environment, clock),
        new Desk(new TableSignIns(client, table, chance::id), () -> settings.get().siteUrl()));
  }

  /** Goes along the form's whole path but for the writing, and reads an idea that nobody sent. */
  @Override
  public void prime() {
    router.answer(Rehearsal.form("/api/ideas/{id}/interests", UNFINISHED_FORM));
    parts.uptakes().find("none");
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
