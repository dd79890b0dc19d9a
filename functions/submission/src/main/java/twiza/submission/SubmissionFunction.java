package twiza.submission;

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
import twiza.access.LinkRequests;
import twiza.access.SignedLinks;
import twiza.http.Endpoint;
import twiza.http.Rehearsal;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Ideas;
import twiza.idea.TrackingCode;
import twiza.place.Places;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.OriginKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Chance;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableIdeas;
import twiza.table.TableLimits;
import twiza.table.TableLinkRequests;
import twiza.watch.Gauges;
import twiza.web.Pages;

/** The author's side: submit, confirm, follow, correct, withdraw, erase. */
public final class SubmissionFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  /** Wrong enough to be kept nowhere. */
  private static final String UNFINISHED_FORM =
      "title=a&author.kind=INDIVIDUAL&author.phone=%2B212661000000&consent=true";

  private final Parts parts;
  private final Router router;

  /** What the author's side works with. */
  record Parts(
      Ideas ideas,
      Limits limits,
      LinkRequests linkRequests,
      Fingerprints fingerprints,
      SignedLinks links,
      Supplier<Settings> settings,
      Places places,
      Pages pages,
      Chance chance,
      Predicate<String> isOrigin,
      Gauges gauges) {}

  public SubmissionFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the keys
   */
  public SubmissionFunction(Map<String, String> environment, InstantSource clock) {
    this(wire(environment, clock));
  }

  SubmissionFunction(Parts parts) {
    this.parts = parts;
    Submit submit = new Submit(parts);
    Confirm confirm = new Confirm(parts);
    MyIdea mine = new MyIdea(parts);
    MyContact contact = new MyContact(parts);
    MyLink link = new MyLink(parts);
    MyReceipt receipt = new MyReceipt(parts);
    this.router =
        new Router(
            Map.<String, Endpoint>ofEntries(
                Map.entry("POST /api/ideas", submit::submit),
                Map.entry("POST /api/ideas/confirmation", confirm::confirm),
                Map.entry("GET /api/tracking/{code}", new Track(parts.ideas())::track),
                Map.entry("GET /api/my/idea", mine::follow),
                Map.entry("PUT /api/my/idea", mine::correct),
                Map.entry("DELETE /api/my/idea", mine::leave),
                Map.entry("PUT /api/my/contact", contact::change),
                Map.entry("POST /api/my/link", link::ask),
                Map.entry("GET /api/my/receipt", receipt::page),
                Map.entry("GET /api/my/qr", receipt::qr)),
            parts.isOrigin());
  }

  private static Parts wire(Map<String, String> environment, InstantSource clock) {
    Secrets secrets = new Secrets(environment);
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    Places places = Places.load();
    Chance chance = new Chance(SecureRandom::new);
    return new Parts(
        new TableIdeas(client, table, fingerprints),
        new TableLimits(client, table),
        new TableLinkRequests(client, table, fingerprints, chance::id),
        fingerprints,
        JwsLinks.of(secrets, environment, clock),
        new ParameterSettings(environment, clock),
        places,
        new Pages(places),
        chance,
        OriginKey.of(secrets, environment, clock),
        Gauges.of(environment));
  }

  @Override
  public void prime() {
    Map<String, String> code = Map.of("code", TrackingCode.random(new SecureRandom()));
    router.answer(Rehearsal.get("/api/tracking/{code}", code, Map.of()));
    router.answer(Rehearsal.form("/api/ideas", UNFINISHED_FORM));
    parts.ideas().find("none");
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
