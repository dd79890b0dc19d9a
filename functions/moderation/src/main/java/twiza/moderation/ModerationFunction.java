package twiza.moderation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.access.SignedLinks;
import twiza.http.Rehearsal;
import twiza.http.Reply;
import twiza.http.Routed;
import twiza.http.Router;
import twiza.idea.Ideas;
import twiza.settings.ConfiguredModerators;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.staff.Moderators;
import twiza.table.DynamoDb;
import twiza.table.TableIdeas;
import twiza.watch.Gauges;

/** Moderators read and decide by the link in their mail. */
public final class ModerationFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Routed, Primed {

  private final Router router;
  private final Runnable rehearsal;

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
        new TableIdeas(DynamoDb.client(environment), environment.get("TWIZA_TABLE"), fingerprints),
        links,
        settings,
        fingerprints,
        Gauges.of(environment));
  }

  private ModerationFunction(
      TableIdeas ideas,
      SignedLinks links,
      ParameterSettings settings,
      Fingerprints fingerprints,
      Gauges gauges) {
    this(
        ideas,
        links,
        new ConfiguredModerators(settings, fingerprints),
        gauges,
        () -> {
          settings.rehearse();
          JwsLinks.rehearse();
          Reply.json(200, DecisionJson.page(ideas.rehearse(), 1));
        });
  }

  ModerationFunction(Ideas ideas, SignedLinks links, Moderators moderators, Gauges gauges) {
    this(ideas, links, moderators, gauges, () -> {});
  }

  private ModerationFunction(
      Ideas ideas, SignedLinks links, Moderators moderators, Gauges gauges, Runnable rehearsal) {
    this.rehearsal = rehearsal;
    Decisions decisions = new Decisions(ideas, new Entrance(ideas, links, moderators), gauges);
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
