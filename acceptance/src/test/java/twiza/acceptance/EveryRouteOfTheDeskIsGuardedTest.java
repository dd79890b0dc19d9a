package twiza.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/**
 * Whatever route the template has under the desk, and for staff about themselves: nobody passes who
 * may not. The routes are the template's own, so that a new one without a guard fails here.
 */
class EveryRouteOfTheDeskIsGuardedTest {

  private static final String REGION = "05";
  private static final String OTHER_REGION = "06";

  /** By which staff get in: they take no session, but the site's own pages. */
  private static final Set<String> DOOR =
      Set.of("POST /api/staff/sign-in", "POST /api/staff/session");

  /** What a moderator may do in the region; everything else at the desk takes an organiser. */
  private static final Set<String> OPEN_TO_MODERATORS =
      Set.of(
          "GET /api/desk/queue",
          "GET /api/desk/calls",
          "GET /api/desk/interests",
          "GET /api/desk/board",
          "GET /api/desk/today",
          "POST /api/desk/ideas/{id}/path",
          "POST /api/desk/ideas/{id}/interests/{interest}/calls",
          "POST /api/desk/ideas/{id}/interests/{interest}/confirmation",
          "POST /api/desk/ideas/{id}/interests/{interest}/answer",
          "POST /api/desk/ideas/{id}/interests/{interest}/progress",
          "DELETE /api/desk/ideas/{id}/interests/{interest}",
          "DELETE /api/desk/ideas/{id}/interests/{interest}/registration",
          "POST /api/desk/ideas",
          "GET /api/desk/ideas/{id}",
          "PUT /api/desk/ideas/{id}",
          "POST /api/desk/ideas/{id}/decision",
          "POST /api/desk/ideas/{id}/calls",
          "POST /api/desk/ideas/{id}/reports/dismissal",
          "PUT /api/desk/ideas/{id}/note",
          "PUT /api/desk/ideas/{id}/naming/{round}",
          "PUT /api/desk/ideas/{id}/translations/{language}",
          "DELETE /api/desk/ideas/{id}/translations/{language}",
          "GET /api/desk/rounds/{id}/entries",
          "GET /api/desk/rounds/{id}/waiting");

  /** Where only the link of a mail or a receipt opens anything. */
  private static final List<String> BY_LINK = List.of("/api/my/", "/api/moderation/", "/api/jury/");

  /** By which whoever has lost a link has another sent to their address. */
  private static final Set<String> LOST_LINKS = Set.of("POST /api/my/link", "POST /api/jury/link");

  /** What everybody may read, and send. */
  private static final List<String> OPEN =
      List.of(
          "/api/ideas",
          "/api/search",
          "/api/needs",
          "/api/rounds",
          "/api/regions/",
          "/api/tracking/");

  @TempDir static Path data;
  private static RunningSystem system;
  private static Station station;
  private static Author author;
  private static String moderator;
  private static String organiser;
  private static String stranger;
  private static String moderatorsId;
  private static String round;
  private static String need;

  @BeforeAll
  static void anIdeaAndItsRegionsStaffAreThere() throws Exception {
    system = LocalRunner.start(Options.of(Options.project()).port(0).data(data));
    station = Station.of(system);
    author = Author.sends(station, Station.unique("Une coopérative de safran")).confirms();
    moderator = Station.newEmail("moderator");
    organiser = Station.newEmail("organiser");
    stranger = Station.newEmail("stranger");
    Colleague admin = Colleague.admin(station);
    moderatorsId = admin.letsIn(moderator, REGION, "MODERATOR");
    admin.letsIn(organiser, REGION, "ORGANISER");
    admin.letsIn(stranger, OTHER_REGION, "ORGANISER");
    round = admin.draftsARound(REGION);
    Answer published = admin.caller().post("/api/desk/needs?region=" + REGION, Bodies.need());
    assertThat(published.status()).as(published.body()).isEqualTo(201);
    need = published.text("id");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static Set<String> routes(String under) {
    Set<String> routes = new TreeSet<>();
    Contracted.templateRoutes().values().stream()
        .flatMap(Collection::stream)
        .filter(route -> path(route).startsWith(under))
        .forEach(routes::add);
    assertThat(routes).isNotEmpty();
    return routes;
  }

  private static Set<String> deskRoutes() {
    return routes("/api/desk/");
  }

  private static Set<String> guardedRoutes() {
    Set<String> routes = new TreeSet<>(deskRoutes());
    routes.addAll(routes("/api/staff/"));
    routes.removeAll(DOOR);
    return routes;
  }

  private static String method(String route) {
    return route.substring(0, route.indexOf(' '));
  }

  private static String path(String route) {
    return route.substring(route.indexOf(' ') + 1);
  }

  private static boolean changes(String route) {
    return !method(route).equals("GET") && !method(route).equals("HEAD");
  }

  /** About the idea, the round, the need or the moderator of the region, which are all there. */
  private static Answer ask(String route, Caller caller) {
    String path =
        path(route)
            .replace("/staff/{id}", "/staff/" + moderatorsId)
            .replace("/rounds/{id}", "/rounds/" + round)
            .replace("/needs/{id}", "/needs/" + need)
            .replace("{id}", author.id())
            .replace("{idea}", author.id())
            .replace("{interest}", author.id())
            .replace("{juror}", author.id())
            .replace("{round}", round)
            .replace("{language}", "ar");
    byte[] body = method(route).startsWith("P") ? "{}".getBytes(UTF_8) : new byte[0];
    Answer answer =
        caller.send(method(route), path + "?region=" + REGION, "application/json", body);
    Contracted.holds(route, answer);
    return answer;
  }

  private static void isRefused(String route, Caller caller, int status, String code) {
    Answer answer = ask(route, caller);
    assertThat(answer.status()).as("%s: %s", route, answer.body()).isEqualTo(status);
    assertThat(answer.text("code")).as(route).isEqualTo(code);
    revealsNothing(route, answer);
  }

  private static void revealsNothing(String route, Answer answer) {
    assertThat(answer.body())
        .as(route)
        .doesNotContain(author.title(), author.email(), moderator, organiser);
  }

  private static void everythingIsSignedOut(Caller caller) {
    for (String route : guardedRoutes()) {
      isRefused(route, caller, 401, "SIGNED_OUT");
    }
  }

  @Test
  void whoHasNoSessionGetsNowhere() {
    everythingIsSignedOut(Colleague.page(station));
    everythingIsSignedOut(Colleague.page(station).with("Cookie", "session="));
    String madeUp = "session=" + moderatorsId + "." + "A".repeat(22);
    everythingIsSignedOut(Colleague.page(station).with("Cookie", madeUp));
  }

  @Test
  void anAuthorsOrAModeratorsLinkIsNoSession() {
    everythingIsSignedOut(author.caller().with("Origin", station.address().toString()));
    String bearer = station.moderator(author.title()).header("Authorization");
    everythingIsSignedOut(Colleague.page(station).with("Authorization", bearer));
  }

  @Test
  void aSessionIsNoLink() {
    Caller admin = Colleague.admin(station).caller();
    for (String place : BY_LINK) {
      Set<String> routes = routes(place);
      routes.removeAll(LOST_LINKS);
      for (String route : routes) {
        Answer answer = ask(route, admin);
        assertThat(answer.status()).as("%s: %s", route, answer.body()).isEqualTo(401);
        revealsNothing(route, answer);
      }
    }
  }

  @Test
  void everyOtherRouteIsWhereEverybodyMayGo() {
    Set<String> others = routes("/api/");
    others.removeAll(guardedRoutes());
    others.removeAll(DOOR);
    others.removeIf(route -> BY_LINK.stream().anyMatch(path(route)::startsWith));
    assertThat(others).allMatch(route -> OPEN.stream().anyMatch(path(route)::startsWith));
  }

  @Test
  void whoSignedOutIsOut() {
    Colleague leaver = Colleague.signsIn(station, organiser);
    assertThat(leaver.caller().delete("/api/staff/session").status()).isEqualTo(200);
    everythingIsSignedOut(leaver.caller());
  }

  @Test
  void whoIsNoLongerStaffIsOutAtOnce() {
    Colleague admin = Colleague.admin(station);
    String email = Station.newEmail("leaver");
    String id = admin.letsIn(email, REGION, "ORGANISER");
    Colleague leaver = Colleague.signsIn(station, email);
    assertThat(leaver.caller().get("/api/desk/queue").status()).isEqualTo(200);
    assertThat(admin.caller().delete("/api/desk/staff/" + id + "?region=" + REGION).status())
        .isEqualTo(200);
    everythingIsSignedOut(leaver.caller());
  }

  @Test
  void aSessionIsOverAfterTwelveHours() {
    Colleague early = Colleague.signsIn(station, organiser);
    station.passes("PT11H59M");
    assertThat(early.caller().get("/api/staff/me").status()).isEqualTo(200);
    station.passes("PT1M");
    everythingIsSignedOut(early.caller());
  }

  @Test
  void theStaffOfAnotherRegionSeeNothing() {
    Colleague elsewhere = Colleague.signsIn(station, stranger);
    for (String route : deskRoutes()) {
      Answer answer = ask(route, elsewhere.caller());
      assertThat(answer.text("code")).as(route).isIn("FORBIDDEN", "NOT_FOUND");
      assertThat(answer.status()).as(route).isIn(403, 404);
      revealsNothing(route, answer);
    }
  }

  @Test
  void aModeratorDoesWhatModeratorsDoAndNothingMore() {
    Colleague modest = Colleague.signsIn(station, moderator);
    Set<String> open = new TreeSet<>();
    for (String route : deskRoutes()) {
      Answer answer = ask(route, modest.caller());
      if (answer.status() == 403) {
        assertThat(answer.text("code")).as(route).isEqualTo("FORBIDDEN");
        revealsNothing(route, answer);
      } else {
        assertThat(answer.status()).as(route).isNotEqualTo(401);
        open.add(route);
      }
    }
    assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN_TO_MODERATORS);
  }

  @Test
  void whatChangesSomethingComesFromAPageOfTheSite() {
    Colleague victim = Colleague.signsIn(station, organiser);
    String cookie = victim.caller().header("Cookie");
    String site = station.address().toString();
    Caller elsewhere = station.anybody().with("Cookie", cookie);
    List<Caller> others =
        List.of(
            elsewhere,
            elsewhere.with("Origin", "null"),
            elsewhere.with("Origin", "https://example.com"),
            elsewhere.with("Origin", site + ".example.com"),
            elsewhere.with("Origin", site + "/"));
    Set<String> routes = new TreeSet<>(guardedRoutes());
    routes.addAll(DOOR);
    routes.removeIf(route -> !changes(route));
    for (String route : routes) {
      others.forEach(other -> isRefused(route, other, 403, "OTHER_ORIGIN"));
    }
    assertThat(victim.caller().get("/api/staff/me").status()).isEqualTo(200);
    assertThat(victim.caller().get("/api/desk/staff").body()).contains(moderator);
  }
}
