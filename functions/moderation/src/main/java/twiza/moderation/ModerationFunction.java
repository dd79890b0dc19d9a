package twiza.moderation;

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
import twiza.access.SignedLinks;
import twiza.http.Rehearsal;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Ideas;
import twiza.settings.FirstAdmin;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Staff;
import twiza.table.DynamoDb;
import twiza.table.TableIdeas;
import twiza.table.TableStaff;
import twiza.watch.Gauges;

/** Moderators read and decide by the link in their mail. */
public final class ModerationFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private final Ideas ideas;
  private final Router router;

  public ModerationFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table, the settings and the keys as {@code TWIZA_TABLE}, {@code
   *     TWIZA_SETTINGS}, {@code TWIZA_LINK_KEY} and {@code TWIZA_INDEX_KEY}
   */
  public ModerationFunction(Map<String, String> environment, InstantSource clock) {
    this(new Secrets(environment), environment, clock);
  }

  private ModerationFunction(
      Secrets secrets, Map<String, String> environment, InstantSource clock) {
    this(
        IndexKey.of(secrets, environment),
        JwsLinks.of(secrets, environment, clock),
        new ParameterSettings(environment, clock),
        environment);
  }

  private ModerationFunction(
      Fingerprints fingerprints,
      SignedLinks links,
      ParameterSettings settings,
      Map<String, String> environment) {
    this(
        DynamoDb.client(environment),
        environment.get("TWIZA_TABLE"),
        fingerprints,
        links,
        FirstAdmin.of(settings, fingerprints),
        Gauges.of(environment));
  }

  private ModerationFunction(
      DynamoDbClient client,
      String table,
      Fingerprints fingerprints,
      SignedLinks links,
      FirstAdmin firstAdmin,
      Gauges gauges) {
    this(
        new TableIdeas(client, table, fingerprints),
        links,
        new TableStaff(client, table, fingerprints, firstAdmin),
        gauges);
  }

  ModerationFunction(Ideas ideas, SignedLinks links, Staff staff, Gauges gauges) {
    this.ideas = ideas;
    Decisions decisions = new Decisions(ideas, new Entrance(ideas, links, staff), gauges);
    this.router =
        new Router(
            Map.of(
                "GET /api/moderation/decision", decisions::read,
                "POST /api/moderation/decision", decisions::decide));
  }

  @Override
  public void prime() {
    Map<String, String> link = Map.of("authorization", "Bearer nobody");
    router.answer(Rehearsal.get("/api/moderation/decision", Map.of(), link));
    JwsLinks.rehearse();
    ideas.find("none");
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
