package twiza.rounds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.http.Desk;
import twiza.http.Endpoint;
import twiza.http.Rehearsal;
import twiza.http.Reply;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Entries;
import twiza.idea.Ideas;
import twiza.round.LateCodes;
import twiza.round.Round;
import twiza.round.Rounds;
import twiza.settings.IndexKey;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Chance;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Role;
import twiza.table.DynamoDb;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableLateCodes;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;

/** Organisers run the rounds of their region, and moderators see what of them waits. */
public final class RoundsFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private final Parts parts;
  private final Router router;
  private final Runnable rehearsal;

  /**
   * What the organiser's side works with.
   *
   * @param site its address, without a slash at its end
   * @param juryKept how long a round's jurors are known once it is over
   */
  record Parts(
      Rounds rounds,
      Entries entries,
      Ideas ideas,
      LateCodes lateCodes,
      Chance chance,
      Supplier<String> site,
      Supplier<Period> juryKept,
      Desk desk) {}

  public RoundsFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the keys
   */
  public RoundsFunction(Map<String, String> environment, InstantSource clock) {
    this(new ParameterSettings(environment, clock), environment);
  }

  private RoundsFunction(ParameterSettings settings, Map<String, String> environment) {
    this(
        parts(new Secrets(environment), settings, environment),
        () -> {
          Settings nobodys = settings.rehearse();
          new RoundsFunction(parts(Secrets.nobodys(), () -> nobodys, environment)).askForNobody();
        });
  }

  RoundsFunction(Parts parts) {
    this(parts, () -> {});
  }

  private RoundsFunction(Parts parts, Runnable rehearsal) {
    this.parts = parts;
    this.rehearsal = rehearsal;
    RoundDesk rounds = new RoundDesk(parts);
    EntriesDesk entries = new EntriesDesk(parts);
    RoomDesk room = new RoomDesk(parts);
    Desk desk = parts.desk();
    BiFunction<Role, BiFunction<Desk.Visit, Round, Reply>, Endpoint> about =
        (least, answer) -> desk.about(least, rounds::find, Round::region, answer);
    this.router =
        new Router(
            Map.<String, Endpoint>ofEntries(
                Map.entry("GET /api/desk/rounds", desk.to(Role.ORGANISER, rounds::list)),
                Map.entry("POST /api/desk/rounds", desk.to(Role.ORGANISER, rounds::draft)),
                Map.entry("GET /api/desk/rounds/{id}", about.apply(Role.ORGANISER, rounds::read)),
                Map.entry("PUT /api/desk/rounds/{id}", about.apply(Role.ORGANISER, rounds::replan)),
                Map.entry(
                    "POST /api/desk/rounds/{id}/announcement",
                    about.apply(Role.ORGANISER, rounds::announce)),
                Map.entry(
                    "POST /api/desk/rounds/{id}/closing",
                    about.apply(Role.ORGANISER, rounds::endJudging)),
                Map.entry(
                    "POST /api/desk/rounds/{id}/cancellation",
                    about.apply(Role.ORGANISER, rounds::cancel)),
                Map.entry(
                    "GET /api/desk/rounds/{id}/entries",
                    about.apply(Role.MODERATOR, entries::list)),
                Map.entry(
                    "GET /api/desk/rounds/{id}/waiting",
                    about.apply(Role.MODERATOR, entries::waiting)),
                Map.entry(
                    "POST /api/desk/rounds/{id}/entries",
                    about.apply(Role.ORGANISER, entries::enter)),
                Map.entry(
                    "DELETE /api/desk/rounds/{id}/entries/{idea}",
                    about.apply(Role.ORGANISER, entries::remove)),
                Map.entry(
                    "GET /api/desk/rounds/{id}/figures",
                    about.apply(Role.ORGANISER, entries::figures)),
                Map.entry(
                    "POST /api/desk/rounds/{id}/late-codes",
                    about.apply(Role.ORGANISER, room::issue)),
                Map.entry(
                    "GET /api/desk/rounds/{id}/poster",
                    about.apply(Role.ORGANISER, room::poster))));
  }

  private static Parts parts(
      Secrets secrets, Supplier<Settings> settings, Map<String, String> environment) {
    Supplier<String> site = () -> settings.get().siteUrl();
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    return new Parts(
        new TableRounds(client, table, fingerprints),
        new TableEntries(client, table, fingerprints),
        new TableIdeas(client, table, fingerprints),
        new TableLateCodes(client, table, fingerprints),
        new Chance(SecureRandom::new),
        site,
        () -> settings.get().juryKept(),
        new Desk(new TableSignIns(client, table, () -> ""), site));
  }

  @Override
  public void prime() {
    rehearsal.run();
  }

  private void askForNobody() {
    parts.rounds().find("none");
    int status =
        router.answer(Rehearsal.get("/api/desk/rounds", Map.of(), Map.of())).getStatusCode();
    if (status != 401) {
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
