package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/**
 * Two jurors have marked, the ranking is frozen, the results are drafted: nothing of it comes out
 * of any route of the template, whoever asks but the organisers, until it is published.
 */
class TheJurysDataBeforeItsTimeTest {

  private static final String REGION = "05";
  private static final String COMMENT = "Chiffrez mieux le transport du miel.";
  private static final String NOTE = "Entre nous, un dossier solide.";
  private static final String STATEMENT = "Le jury salue un projet mûr.";
  private static final String NAME = "Salma Bennani";
  private static final String OTHER_NAME = "Driss Ouazzani";

  /** What nobody outside may read; the pseudonym and the figures of a ranking are only in it. */
  private static final List<String> SECRETS =
      List.of(
          COMMENT,
          NOTE,
          STATEMENT,
          NAME,
          OTHER_NAME,
          "@jury.example",
          "\"rank\"",
          "\"leniency\"",
          "\"rawMean\"",
          "\"marks\":{\"",
          "twiza-ranking/");

  @TempDir static Path data;
  private static RunningSystem system;
  private static Station station;
  private static Author author;
  private static Colleague admin;
  private static String round;
  private static String first;
  private static String second;

  @BeforeAll
  static void theResultsAreAboutToBePublished() throws Exception {
    system = LocalRunner.start(Options.of(Options.project()).port(0).data(data));
    station = Station.of(system);
    admin = Colleague.admin(station);
    author = Author.sends(station, Station.unique("Miellerie de Tounfite")).confirms();
    Map<String, Object> approves = Map.of("choice", "APPROVE", "revision", 1);
    isDone(200, station.moderator(author.title()).post("/api/moderation/decision", approves));
    Instant opens = system.clock().instant().plus(Duration.ofMinutes(1));
    Map<String, Object> plan =
        new HashMap<>(Editions.plan("Édition du miel", opens, opens.plus(Duration.ofHours(1))));
    plan.put("judgingOpensAt", opens.plus(Duration.ofHours(2)).toString());
    plan.put("judgingClosesAt", opens.plus(Duration.ofHours(4)).toString());
    round = Editions.announced(admin, plan);
    station.passes("PT2M");
    isDone(200, author.caller().post("/api/my/entries", Map.of("roundId", round)));
    first = accepts(NAME);
    second = accepts(OTHER_NAME);
    station.passes("PT2H5M");
    station.passes("PT1M");
    marks(first, 4);
    marks(second, 2);
    station.passes("PT2H");
    station.passes("PT1M");
    await().atMost(Patience.LONG).until(() -> desk("/ranking").text("state").equals("FROZEN"));
    Map<String, Object> results = new HashMap<>();
    results.put("version", 0);
    results.put("statement", Map.of("fr", STATEMENT, "ar", STATEMENT));
    results.put("winners", List.of(author.id()));
    results.put("finalists", List.of());
    isDone(200, admin.caller().put("/api/desk/rounds/" + round + "/results", results));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static void isDone(int status, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
  }

  private static Answer desk(String path) {
    return admin.caller().get("/api/desk/rounds/" + round + path);
  }

  /**
   * @return their id
   */
  private static String accepts(String name) {
    String email = name.substring(0, name.indexOf(' ')) + "@jury.example";
    Answer listed =
        admin
            .caller()
            .post(
                "/api/desk/rounds/" + round + "/jurors",
                Map.of("name", name, "email", email, "language", "fr"));
    isDone(201, listed);
    Map<String, Object> accepts = Map.of("accept", true, "reads", List.of("fr", "ar"));
    isDone(200, juror(listed.text("id")).post("/api/jury/answer", accepts));
    return listed.text("id");
  }

  private static Caller juror(String id) {
    return station.anybody().bearing(JurorsLink.signed(system, round, id));
  }

  private static void marks(String juror, int mark) {
    Caller caller = juror(juror);
    await()
        .atMost(Patience.LONG)
        .until(() -> caller.get("/api/jury/ballot").json().path("total").asInt() == 1);
    Map<String, Integer> marks = new HashMap<>();
    caller
        .get("/api/jury/ballot")
        .json()
        .at("/round/rubric")
        .forEach(criterion -> marks.put(criterion.path("code").asText(), mark));
    Map<String, Object> paper = new HashMap<>();
    paper.put("version", 0);
    paper.put("marks", marks);
    paper.put("comment", COMMENT);
    paper.put("note", NOTE);
    paper.put("submitted", true);
    isDone(200, caller.put("/api/jury/reviews/" + author.id(), paper));
  }

  private static List<String> reads() {
    return Contracted.CONTRACT.routeKeys().stream()
        .filter(route -> route.startsWith("GET "))
        .sorted()
        .toList();
  }

  /** About the round, its idea, or one of its jurors. */
  private static String path(String route) {
    return route
        .substring("GET ".length())
        .replace("/rounds/{id}", "/rounds/" + round)
        .replace("{id}", author.id())
        .replace("{idea}", author.id())
        .replace("{juror}", first)
        .replace("{round}", round)
        .replace("{code}", author.trackingCode())
        .replace("{region}", REGION)
        .replace("{language}", "fr")
        .replace("{version}", "2026-1")
        .replace("{page+}", "fr/no-such-page");
  }

  private static void nothingComesOut(String who, Caller caller) {
    for (String route : reads()) {
      for (String query : List.of("", "?region=" + REGION + "&idea=" + author.id())) {
        Answer answer = caller.get(path(route) + query);
        assertThat(answer.body()).as("%s: %s%s", who, route, query).doesNotContain(SECRETS);
      }
    }
  }

  @Test
  void organisersReadAllOfIt() {
    assertThat(desk("/jury").body()).contains(NAME, OTHER_NAME);
    assertThat(desk("/ranking").body()).contains(STATEMENT, "\"leniency\"", "\"rank\"");
    assertThat(desk("/reviews/" + author.id()).body()).contains(COMMENT, NOTE);
    assertThat(desk("/letters?idea=" + author.id()).body()).contains(COMMENT);
    assertThat(desk("/ranking.csv").body()).contains("rawMean");
    assertThat(desk("/reviews.json").body()).contains("J1");
  }

  @Test
  void nothingComesOutForThePublicOrItsAuthor() {
    nothingComesOut("anybody", station.anybody());
    nothingComesOut("a page", Colleague.page(station));
    nothingComesOut("the author", author.caller());
    assertThat(author.idea().at("/rounds/0/results").isNull()).isTrue();
    assertThat(station.anybody().get("/api/rounds/" + round + "/results").status()).isEqualTo(404);
    assertThat(station.anybody().get("/fr/rounds/" + round + "/results/").status()).isEqualTo(404);
  }

  @Test
  void nothingComesOutForModeratorsOrTheNextRegion() {
    String moderator = Station.newEmail("moderator");
    String stranger = Station.newEmail("stranger");
    admin.letsIn(moderator, REGION, "MODERATOR");
    admin.letsIn(stranger, "06", "ORGANISER");
    nothingComesOut("a moderator", Colleague.signsIn(station, moderator).caller());
    nothingComesOut("another region", Colleague.signsIn(station, stranger).caller());
  }

  /** Whoever has marked reads what the others marked and noted, and no more. */
  @Test
  void aJurorReadsTheOthersMarksWithoutTheirNamesOrWhatComesOfThem() {
    Caller juror = juror(second);
    for (String route : reads()) {
      Answer answer = juror.get(path(route));
      assertThat(answer.body())
          .as(route)
          .doesNotContain(STATEMENT, NAME, "@jury.example", "\"rank\"", "\"rawMean\"", first);
    }
    Answer idea = juror.get("/api/jury/ideas/" + author.id());
    assertThat(idea.json().path("others").toString()).contains(NOTE).doesNotContain(COMMENT);
    nothingComesOut("nobody's link", station.anybody().bearing("none"));
  }
}
