package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import twiza.acceptance.Caller.Answer;
import twiza.catalogue.CatalogueFunction;
import twiza.desk.StaffFunction;
import twiza.http.Routed;
import twiza.interests.InterestsFunction;
import twiza.moderation.ModerationFunction;
import twiza.notification.LettersFunction;
import twiza.rounds.RoundsFunction;
import twiza.scoring.ScoringFunction;
import twiza.search.SearchFunction;
import twiza.submission.SubmissionFunction;
import twiza.text.Facts;

/** Template, contract and code say the same, and what is really answered is what they say. */
class ContractTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-west-3",
          "AWS_ENDPOINT_URL", "http://localhost:1",
          "TWIZA_TABLE", "table",
          "TWIZA_SETTINGS", "/settings",
          "TWIZA_LINK_KEY", "link",
          "TWIZA_INDEX_KEY", "index",
          "TWIZA_SEARCH_INDEX", "bucket");

  private final Station station = Station.shared();
  private final Set<String> held = new TreeSet<>();

  @Test
  void everyRouteOfTheTemplateIsInTheContractAndTheReverse() {
    Set<String> routed = new TreeSet<>();
    Contracted.templateRoutes().values().forEach(routed::addAll);
    assertThat(routed).containsExactlyInAnyOrderElementsOf(Contracted.CONTRACT.routeKeys());
  }

  @Test
  void everyFunctionAnswersTheRoutesThatTheTemplateSendsIt() {
    Map<String, Routed> functions =
        Map.of(
            "LettersFunction", new LettersFunction(ENVIRONMENT, InstantSource.system()),
            "ScoringFunction", new ScoringFunction(ENVIRONMENT, InstantSource.system()),
            "SubmissionFunction", new SubmissionFunction(ENVIRONMENT, InstantSource.system()),
            "ModerationFunction", new ModerationFunction(ENVIRONMENT, InstantSource.system()),
            "StaffFunction", new StaffFunction(ENVIRONMENT, InstantSource.system()),
            "RoundsFunction", new RoundsFunction(ENVIRONMENT, InstantSource.system()),
            "InterestsFunction", new InterestsFunction(ENVIRONMENT, InstantSource.system()),
            "CatalogueFunction", new CatalogueFunction(ENVIRONMENT, InstantSource.system()),
            "SearchFunction", new SearchFunction(ENVIRONMENT, InstantSource.system()));
    Map<String, Set<String>> answered = new HashMap<>();
    functions.forEach((name, function) -> answered.put(name, new TreeSet<>(function.routeKeys())));
    assertThat(Contracted.templateRoutes()).isEqualTo(answered);
  }

  @Test
  void everyAnswerOfAJourneyHolds() {
    String title = Station.unique("Valoriser la laine du Moyen Atlas");
    String email = Station.newEmail("itto");
    Caller anybody = station.anybody();
    Map<String, Object> idea = Bodies.frenchIdea(title, email);
    Answer sent = holds("POST /api/ideas", anybody.post("/api/ideas", idea));
    Author author = Author.of(station, sent, title, email);
    Caller mine = author.caller();

    holds("GET /api/tracking/{code}", anybody.get("/api/tracking/" + author.trackingCode()));
    String token = station.inboxOf(email).awaitMail("/confirm/").token("confirm");
    String confirmation = "/api/ideas/confirmation";
    holds("POST " + confirmation, anybody.post(confirmation, Map.of("token", token)));
    holds("GET /api/my/idea", mine.get("/api/my/idea"));
    holds("GET /api/my/receipt", mine.get("/api/my/receipt?language=ar"));
    holds("GET /api/my/qr", mine.get("/api/my/qr"));

    decided(title, 1);
    holds("GET /api/ideas", anybody.get("/api/ideas?region=05&limit=1"));
    holds("GET /api/ideas.csv", anybody.get("/api/ideas.csv?region=05&language=ar"));
    holds("GET /api/ideas.json", anybody.get("/api/ideas.json?region=05"));
    holds("GET /sitemap.xml", anybody.get("/sitemap.xml?part=pages"));
    holds("GET /robots.txt", anybody.get("/robots.txt"));
    holds("GET /api/regions/{region}", anybody.get("/api/regions/05"));
    Answer read = holds("GET /api/ideas/{id}", anybody.get("/api/ideas/" + author.id()));
    Caller again = anybody.with("If-None-Match", read.headers().get("etag"));
    holds("GET /api/ideas/{id}", again.get("/api/ideas/" + author.id()));
    pages(author);
    needs();
    search(author);
    rounds(author);
    uptake(author, title);
    Map<String, Object> report = Map.of("kind", "WRONG", "text", "La laine ne vient pas de là.");
    holds(
        "POST /api/ideas/{id}/reports",
        anybody.post("/api/ideas/" + author.id() + "/reports", report));

    Map<String, Object> correction = Bodies.arabicCorrection(title, "ن".repeat(40), 1);
    holds("PUT /api/my/idea", mine.put("/api/my/idea", correction));
    decided(title, 2);
    Map<String, Object> elsewhere = Map.of("email", Station.newEmail("itto"));
    holds("PUT /api/my/contact", mine.put("/api/my/contact", elsewhere));
    holds("POST /api/my/link", anybody.post("/api/my/link", Map.of("email", email)));
    holds("DELETE /api/my/idea", mine.delete("/api/my/idea?erase=true"));
    assertThat(held)
        .containsExactlyInAnyOrderElementsOf(
            Contracted.CONTRACT.routeKeys().stream().filter(key -> !isForStaff(key)).toList());
  }

  private void search(Author author) {
    station.indexes();
    Caller anybody = station.anybody();
    Answer found = holds("GET /api/search", anybody.get("/api/search?q=laine&sector=CRAFTS"));
    assertThat(found.status()).isEqualTo(200);
    Map<String, Object> draft = Map.of("title", author.title());
    holds("POST /api/ideas/similar", anybody.post("/api/ideas/similar", draft));
    holds("GET /{language}/search", anybody.get("/ar/search/?q=laine"));
    holds("HEAD /{language}/search", anybody.head("/ar/search/?q=laine"));
    holds("GET /api/search.csv", anybody.get("/api/search.csv?q=laine&uptake=OFFERED"));
    holds("GET /api/search.json", anybody.get("/api/search.json?q=laine"));
    holds("GET /{language}/search.atom", anybody.get("/fr/search.atom?q=laine"));
  }

  /** Whose answers are held where each is tried, by whoever may. */
  private static boolean isForStaff(String routeKey) {
    return routeKey.contains(" /api/desk/")
        || routeKey.contains(" /api/staff/")
        || routeKey.contains(" /api/jury/");
  }

  private void decided(String title, int revision) {
    String path = "/api/moderation/decision";
    Inbox moderator = station.inboxOf("moderator@example.org");
    String lines = revision == 1 ? title : "ن".repeat(40);
    String token = moderator.awaitMail(title, lines, "/decide/").token("decide");
    Caller caller = station.anybody().bearing(token);
    Answer shown = holds("GET " + path, caller.get(path));
    assertThat(shown.json().path("revision").asInt()).isEqualTo(revision);
    Map<String, Object> choice = Map.of("choice", "APPROVE", "revision", revision);
    Answer applied = holds("POST " + path, caller.post(path, choice));
    assertThat(applied.json().path("applied").asBoolean()).isTrue();
    Answer repeated = holds("POST " + path, caller.post(path, choice));
    assertThat(repeated.json().path("applied").asBoolean()).isFalse();
    Map<String, Object> stale = Map.of("choice", "APPROVE", "revision", revision + 5);
    assertThat(holds("POST " + path, caller.post(path, stale)).status()).isEqualTo(409);
  }

  private void pages(Author author) {
    Caller anybody = station.anybody();
    for (String language : new String[] {"fr", "ar", "en", "zgh"}) {
      String bank = "/" + language + "/ideas/";
      holds("GET /{language}/ideas", anybody.get(bank));
      holds("HEAD /{language}/ideas", anybody.head(bank));
      holds("GET /{language}/ideas.atom", anybody.get("/" + language + "/ideas.atom"));
      holds("GET /{language}/ideas/{id}", anybody.get(bank + author.id() + "/"));
      holds("HEAD /{language}/ideas/{id}", anybody.head(bank + author.id() + "/"));
      holds("GET /{page+}", anybody.get("/" + language + "/no-such-page/"));
      holds("HEAD /{page+}", anybody.head("/" + language + "/no-such-page/"));
    }
  }

  private void needs() {
    Caller anybody = station.anybody();
    Map<String, Object> water =
        Map.of("province", "05.081", "texts", Map.of("fr", Map.of("title", "De l’eau en août")));
    String need =
        Colleague.admin(station).caller().post("/api/desk/needs?region=05", water).text("id");
    holds("GET /api/needs", anybody.get("/api/needs?region=05&limit=1"));
    assertThat(holds("GET /api/needs/{id}", anybody.get("/api/needs/" + need)).text("province"))
        .isEqualTo("05.081");
    for (String language : new String[] {"fr", "ar", "en", "zgh"}) {
      String terms = "/" + language + "/terms/";
      holds("GET /{language}/terms", anybody.get(terms));
      holds("HEAD /{language}/terms", anybody.head(terms));
      holds("GET /{language}/terms/{version}", anybody.get(terms + Facts.load().termsVersion()));
      holds("HEAD /{language}/terms/{version}", anybody.head(terms + "1999-1"));
      String list = "/" + language + "/needs/";
      holds("GET /{language}/needs", anybody.get(list));
      holds("HEAD /{language}/needs", anybody.head(list));
      holds("GET /{language}/needs/{id}", anybody.get(list + need + "/"));
      holds("HEAD /{language}/needs/{id}", anybody.head(list + need + "/"));
      holds("GET /{language}/needs/{id}/submit", anybody.get(list + need + "/submit/"));
      holds("HEAD /{language}/needs/{id}/submit", anybody.head(list + need + "/submit/"));
    }
  }

  private void rounds(Author author) {
    Caller anybody = station.anybody();
    String round = announced();
    holds("GET /api/rounds", anybody.get("/api/rounds?region=05&limit=1"));
    String read = "/api/rounds/" + round;
    assertThat(holds("GET /api/rounds/{id}", anybody.get(read)).text("phase"))
        .isEqualTo("ANNOUNCED");
    holds("GET /api/rounds/{id}/entries", anybody.get(read + "/entries"));
    holds("GET /api/rounds/{id}/results", anybody.get(read + "/results"));
    holds(
        "PUT /api/my/results/{id}",
        author.caller().put("/api/my/results/" + round, Map.of("named", true)));
    Map<String, Object> wish = Map.of("roundId", round);
    Answer early = holds("POST /api/my/entries", author.caller().post("/api/my/entries", wish));
    assertThat(early.text("why")).isEqualTo("NOT_YET");
    holds("DELETE /api/my/entries/{id}", author.caller().delete("/api/my/entries/" + round));
    for (String language : new String[] {"fr", "ar", "en", "zgh"}) {
      String list = "/" + language + "/rounds";
      String page = list + "/" + round;
      holds("GET /{language}/rounds", anybody.get(list + "/"));
      holds("HEAD /{language}/rounds", anybody.head(list + "/"));
      holds("GET /{language}/rounds/{id}/results", anybody.get(page + "/results/"));
      holds("HEAD /{language}/rounds/{id}/results", anybody.head(page + "/results/"));
      holds("GET /{language}/rounds/{id}", anybody.get(page + "/"));
      holds("HEAD /{language}/rounds/{id}", anybody.head(page + "/"));
      holds("GET /{language}/rounds/{id}/submit", anybody.get(page + "/submit/"));
      holds("HEAD /{language}/rounds/{id}/submit", anybody.head(page + "/submit/"));
      holds("GET /{language}/rounds.ics", anybody.get(list + ".ics?region=05"));
      holds("GET /{language}/rounds.atom", anybody.get(list + ".atom?region=05"));
    }
  }

  private void uptake(Author author, String title) {
    Caller mine = author.caller();
    String email = Station.newEmail("zahra");
    String asking = "/api/ideas/" + author.id() + "/interests";
    Answer asked =
        holds(
            "POST /api/ideas/{id}/interests",
            station.anybody().post(asking, Bodies.interest("05.081", email)));
    String link = asked.text("followLink");
    Caller party =
        station.anybody().bearing(link.substring(link.indexOf("#token=") + "#token=".length()));
    String confirmation = "/api/my/interest/confirmation";
    String confirming =
        station
            .inboxOf(email)
            .awaitMail("&confirm=")
            .link("interest")
            .replaceFirst(".*&confirm=", "");
    holds(
        "POST " + confirmation, station.anybody().post(confirmation, Map.of("token", confirming)));
    holds("GET /api/my/interest", party.get("/api/my/interest"));
    holds("GET /api/my/interest/receipt", party.get("/api/my/interest/receipt?language=ar"));
    station.inboxOf(author.email()).awaitMail(title, "Femmes de Tazaghart");
    holds("GET /api/my/idea/interests", mine.get("/api/my/idea/interests"));
    Answer answered =
        holds(
            "POST /api/my/idea/interests/{interest}/answer",
            mine.post(
                "/api/my/idea/interests/" + asked.text("id") + "/answer",
                Map.of("answer", "AGREE")));
    assertThat(answered.body()).contains(email);
    Map<String, Object> progress = Map.of("stage", "IN_PREPARATION");
    holds("PUT /api/my/interest", party.put("/api/my/interest", progress));
    Map<String, Object> start = Map.of("province", "05.301");
    holds("POST /api/my/idea/path", mine.post("/api/my/idea/path", start));
    holds("PUT /api/my/idea/path", mine.put("/api/my/idea/path", progress));
    holds("DELETE /api/my/interest", party.delete("/api/my/interest?erase=true"));
  }

  private String announced() {
    Caller organiser = Colleague.admin(station).caller();
    Instant opens = station.now().plus(Duration.ofDays(7));
    Answer drafted =
        organiser.post(
            "/api/desk/rounds?region=05",
            Bodies.round(Station.unique("Idéathon"), opens, Duration.ofDays(14)));
    assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
    String path = "/api/desk/rounds/" + drafted.text("id") + "/announcement";
    Map<String, Object> version = Map.of("version", drafted.json().path("version").asInt());
    Answer announced = organiser.post(path, version);
    assertThat(announced.status()).as(announced.body()).isEqualTo(200);
    return drafted.text("id");
  }

  private Answer holds(String routeKey, Answer answer) {
    assertThat(answer.status()).as("%s %s", routeKey, answer.body()).isLessThan(500);
    Contracted.holds(routeKey, answer);
    held.add(routeKey);
    return answer;
  }
}
