package twiza.submission;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.access.Limits;
import twiza.access.LinkRequests;
import twiza.access.SignedLinks;
import twiza.http.Desk;
import twiza.http.Endpoint;
import twiza.http.Rehearsal;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Dossier;
import twiza.idea.Ideas;
import twiza.idea.Imports;
import twiza.idea.TrackingCode;
import twiza.jury.Results;
import twiza.need.Needs;
import twiza.place.Places;
import twiza.round.Arrivals;
import twiza.round.Rounds;
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
import twiza.table.DynamoDb;
import twiza.table.TableArrivals;
import twiza.table.TableDelegations;
import twiza.table.TableIdeas;
import twiza.table.TableImports;
import twiza.table.TableLimits;
import twiza.table.TableLinkRequests;
import twiza.table.TableNeeds;
import twiza.table.TableResults;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;
import twiza.text.TermsInForce;
import twiza.watch.Gauges;
import twiza.web.Pages;

/**
 * The author's side: submit, confirm, follow, correct, withdraw, erase; and what staff enter there
 * for authors.
 */
public final class SubmissionFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  /** Wrong enough to be kept nowhere. */
  private static final String UNFINISHED_FORM =
      "title=a&author.kind=INDIVIDUAL&author.phone=%2B212661000000&consent=true";

  private static final String NOBODYS_IDEA =
      """
      {"title": "Personne n'a envoyé ceci", "summary": "%1$s", "need": "%1$s", "solution": "%1$s",
       "province": "05.091", "sector": "CRAFTS", "consent": true, "adult": true,
       "author": {"kind": "INDIVIDUAL", "name": "Personne", "email": "nobody@example.org",
        "language": "fr"}}
      """
          .formatted("Pour que tout soit prêt quand la première vraie idée arrive. ".repeat(2));

  private final Parts parts;
  private final Router router;
  private final Runnable rehearsal;

  /** What the author's side works with. */
  record Parts(
      Ideas ideas,
      Rounds rounds,
      Arrivals arrivals,
      Results results,
      Imports imports,
      Needs needs,
      Limits limits,
      LinkRequests linkRequests,
      Fingerprints fingerprints,
      SignedLinks links,
      Supplier<Settings> settings,
      Places places,
      Supplier<String> terms,
      Pages pages,
      Chance chance,
      Predicate<String> isOrigin,
      Gauges gauges,
      Desk desk) {

    /** The same for a rehearsal: nobody sent anything before, and nothing is counted. */
    Parts uncounted() {
      return new Parts(
          ideas,
          rounds,
          arrivals,
          results,
          imports,
          needs,
          (_, _, _) -> 1,
          linkRequests,
          fingerprints,
          links,
          settings,
          places,
          terms,
          pages,
          chance,
          isOrigin,
          Gauges.none(),
          desk);
    }
  }

  public SubmissionFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the keys
   */
  public SubmissionFunction(Map<String, String> environment, InstantSource clock) {
    this(new ParameterSettings(environment, clock), environment, clock);
  }

  private SubmissionFunction(
      ParameterSettings settings, Map<String, String> environment, InstantSource clock) {
    this(
        wire(new Secrets(environment), settings, environment, clock),
        () -> {
          Settings nobodys = settings.rehearse();
          Parts understudy = wire(Secrets.nobodys(), () -> nobodys, environment, clock);
          new SubmissionFunction(understudy.uncounted()).submitNobodys();
        });
  }

  SubmissionFunction(Parts parts) {
    this(parts, () -> {});
  }

  private SubmissionFunction(Parts parts, Runnable rehearsal) {
    this.parts = parts;
    this.rehearsal = rehearsal;
    Submit submit = new Submit(parts);
    Confirm confirm = new Confirm(parts);
    MyIdea mine = new MyIdea(parts);
    MyRounds rounds = new MyRounds(parts);
    MyContact contact = new MyContact(parts);
    MyLink link = new MyLink(parts);
    MyReceipt receipt = new MyReceipt(parts);
    Desk desk = parts.desk();
    OnBehalf behalf = new OnBehalf(parts);
    ImportDesk imports = new ImportDesk(parts);
    Function<Dossier, String> region = dossier -> dossier.idea().region();
    this.router =
        new Router(
            Map.<String, Endpoint>ofEntries(
                Map.entry("POST /api/ideas", submit::submit),
                Map.entry("POST /api/ideas/confirmation", confirm::confirm),
                Map.entry("POST /api/ideas/{id}/reports", new Reporting(parts)::report),
                Map.entry("GET /api/tracking/{code}", new Track(parts.ideas())::track),
                Map.entry("GET /api/my/idea", mine::follow),
                Map.entry("PUT /api/my/idea", mine::correct),
                Map.entry("DELETE /api/my/idea", mine::leave),
                Map.entry("POST /api/my/entries", rounds::enter),
                Map.entry("DELETE /api/my/entries/{id}", rounds::leave),
                Map.entry("PUT /api/my/results/{id}", rounds::answerNaming),
                Map.entry("PUT /api/my/contact", contact::change),
                Map.entry("POST /api/my/link", link::ask),
                Map.entry("GET /api/my/receipt", receipt::page),
                Map.entry("GET /api/my/qr", receipt::qr),
                Map.entry("POST /api/desk/ideas", desk.to(Role.MODERATOR, behalf::enter)),
                Map.entry(
                    "PUT /api/desk/ideas/{id}",
                    desk.about(Role.MODERATOR, behalf::find, region, behalf::correct)),
                Map.entry(
                    "GET /api/desk/imports/template", desk.to(Role.ORGANISER, imports::template)),
                Map.entry("GET /api/desk/imports", desk.to(Role.ORGANISER, imports::list)),
                Map.entry("POST /api/desk/imports", desk.to(Role.ORGANISER, imports::take)),
                Map.entry("DELETE /api/desk/imports/{id}", desk.to(Role.ORGANISER, imports::undo))),
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
    Places places = Places.load();
    Chance chance = new Chance(SecureRandom::new);
    return new Parts(
        new TableIdeas(client, table, fingerprints),
        new TableRounds(client, table, fingerprints),
        new TableArrivals(client, table, fingerprints),
        new TableResults(client, table),
        new TableImports(client, table, fingerprints),
        new TableNeeds(client, table, fingerprints),
        new TableLimits(client, table),
        new TableLinkRequests(client, table, fingerprints, chance::id),
        fingerprints,
        JwsLinks.of(secrets, environment, clock),
        settings,
        places,
        new TermsInForce(new TableDelegations(client, table), places),
        new Pages(places),
        chance,
        OriginKey.of(secrets, environment, clock),
        Gauges.of(environment),
        new Desk(new TableSignIns(client, table, chance::id), () -> settings.get().siteUrl()));
  }

  @Override
  public void prime() {
    Map<String, String> code = Map.of("code", TrackingCode.random(new SecureRandom()));
    router.answer(Rehearsal.get("/api/tracking/{code}", code, Map.of()));
    router.answer(Rehearsal.form("/api/ideas", UNFINISHED_FORM));
    parts.ideas().find("none");
    JwsLinks.rehearse();
    rehearsal.run();
  }

  private void submitNobodys() {
    int status = router.answer(Rehearsal.json("/api/ideas", NOBODYS_IDEA)).getStatusCode();
    if (status != 201) {
      throw new IllegalStateException("the rehearsal ended with " + status);
    }
    parts.ideas().addCredential("none", "none");
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
