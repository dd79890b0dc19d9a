package twiza.notification;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.http.Desk;
import twiza.http.Problem;
import twiza.http.Rehearsal;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Dossier;
import twiza.idea.Entry;
import twiza.idea.Ideas;
import twiza.place.Places;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.Rounds;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Role;
import twiza.table.DynamoDb;
import twiza.table.TableDelegations;
import twiza.table.TableIdeas;
import twiza.table.TableResults;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;

/** Shows organisers the letters that authors get, before they press. */
public final class LettersFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private final Parts parts;
  private final Router router;
  private final Runnable rehearsal;

  /** What a letter is made of, and the door to it. */
  record Parts(Rounds rounds, Ideas ideas, ResultLetters letters, Page page, Desk desk) {}

  public LettersFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names {@code TWIZA_TABLE}, {@code TWIZA_SETTINGS}, {@code TWIZA_LINK_KEY}
   *     and {@code TWIZA_INDEX_KEY}
   */
  public LettersFunction(Map<String, String> environment, InstantSource clock) {
    this(new ParameterSettings(environment, clock), environment, clock);
  }

  private LettersFunction(
      ParameterSettings settings, Map<String, String> environment, InstantSource clock) {
    this(
        parts(new Secrets(environment), settings, environment, clock),
        () -> {
          Settings nobodys = settings.rehearse();
          new LettersFunction(parts(Secrets.nobodys(), () -> nobodys, environment, clock))
              .askForNobody();
        });
  }

  LettersFunction(Parts parts) {
    this(parts, () -> {});
  }

  private LettersFunction(Parts parts, Runnable rehearsal) {
    this.parts = parts;
    this.rehearsal = rehearsal;
    this.router =
        new Router(
            Map.of(
                "GET /api/desk/rounds/{id}/letters",
                parts.desk().about(Role.ORGANISER, this::round, Round::region, this::letter)));
  }

  private static Parts parts(
      Secrets secrets,
      Supplier<Settings> settings,
      Map<String, String> environment,
      InstantSource clock) {
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    Ideas ideas = new TableIdeas(client, table, fingerprints);
    JwsLinks signed = JwsLinks.of(secrets, environment, clock);
    return new Parts(
        new TableRounds(client, table, fingerprints),
        ideas,
        new ResultLetters(
            new TableResults(client, table),
            new Links(settings, fingerprints, signed, ideas),
            new Letterhead(Places.load(), new TableDelegations(client, table))),
        new Page(),
        new Desk(new TableSignIns(client, table, () -> ""), () -> settings.get().siteUrl()));
  }

  private Round round(Request request) {
    return parts.rounds().find(request.id()).orElseThrow(Problem::notFound);
  }

  /** Nothing is told of an idea before the jury is done. */
  private Reply letter(Desk.Visit visit, Round round) {
    Phase phase = round.phaseAt(visit.request().now());
    if (phase != Phase.CLOSED && phase != Phase.PUBLISHED) {
      throw Problem.of(409, "ROUND_NOT_CLOSED");
    }
    String idea = visit.request().query("idea");
    if (idea.isBlank()) {
      throw Problem.invalid("idea", "REQUIRED");
    }
    return parts
        .ideas()
        .find(idea)
        .filter(dossier -> isBeforeTheJury(dossier, round))
        .flatMap(dossier -> parts.letters().preview(dossier, round))
        .map(letter -> Reply.json(200, json(letter)))
        .orElseThrow(Problem::notFound);
  }

  private static boolean isBeforeTheJury(Dossier dossier, Round round) {
    return dossier
        .idea()
        .entry(round.id())
        .filter(entry -> entry.standing(dossier.idea().state()) == Entry.Standing.ADMITTED)
        .isPresent();
  }

  private Map<String, Object> json(Letter letter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mailed", !letter.to().isEmpty());
    json.put("language", letter.messages().textLanguage().tag());
    json.put("dir", letter.messages().dir());
    json.put("subject", letter.subject());
    json.put("text", PlainText.of(letter));
    json.put("html", parts.page().of(letter));
    return json;
  }

  private void askForNobody() {
    parts.ideas().find("none");
    int status =
        router
            .answer(Rehearsal.get("/api/desk/rounds/{id}/letters", Map.of("id", "none"), Map.of()))
            .getStatusCode();
    if (status != 401) {
      throw new IllegalStateException("the rehearsal ended with " + status);
    }
  }

  @Override
  public void prime() {
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
