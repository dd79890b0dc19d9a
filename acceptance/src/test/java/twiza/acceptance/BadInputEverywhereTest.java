package twiza.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;
import twiza.place.Language;
import twiza.text.Messages;

/**
 * Whatever is sent to whichever route: an answer that the contract names, never one that says the
 * fault is ours, and when something is wrong a problem document in the caller's language that says
 * nothing of the inside.
 */
class BadInputEverywhereTest {

  private static final List<String> LANGUAGES = List.of("fr", "ar", "en", "zgh");
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Words that only somebody inside would use. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "exception|\\bjava|jackson|twiza\\.[a-z]|dynamo|software\\.amazon|nimbus|lambda|nullpointer|\\bSK\\b|IDEA#|EMAIL#|BANK#|\\bat"
              + " [a-z]+\\.[a-z]",
          Pattern.CASE_INSENSITIVE);

  private static final String LONG = "ش".repeat(10_000);

  /** Texts for a path, a query or a field, none of which anybody meant well. */
  private static final List<String> ODD =
      List.of(
          "x".repeat(8_000),
          "ش".repeat(700),
          "null",
          "-1",
          "0",
          "101",
          "99999999999999999999",
          "1e9",
          "٣",
          "NaN",
          " ",
          "\u0000",
          "\u202e\u2066",
          "🦊",
          "<script>alert(1)</script>",
          "' OR '1'='1",
          "${jndi:ldap://localhost/a}",
          "..",
          "MAIL#1",
          "01KG0Z3V9QW7M4T2R8N6P5D1XA",
          "01kg0z3v9qw7m4t2r8n6p5d1xa");

  /** What stands percent-encoded in a path or query and is no UTF-8. */
  private static final List<String> GARBAGE =
      List.of("%FF%FE", "%C3%28", "%ED%A0%80", "%00", "%2e%2e", "%25zz", "%0d%0aSet-Cookie:%20a=b");

  /** Values for a field of JSON, whatever type it has. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1.5",
          "1e400",
          "9".repeat(999),
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u202e\\u2066\"",
          "\"<script>alert(1)</script>\"",
          "\"" + LONG + "\"",
          "[]",
          "{}",
          "{\"a\":{\"b\":[1]}}");

  @TempDir static Path data;
  private static RunningSystem system;
  private static Station station;
  private static Author author;

  /** Whose idea is withdrawn, with whatever is said in the same breath. */
  private static Author leaver;

  private static Caller moderator;

  /** The admin, and another session of theirs that may end. */
  private static Colleague admin;

  private static Colleague goer;
  private static String memberEmail;
  private static String memberId;

  /** Who is sent away, again and again. */
  private static String goneId;

  private static String round;
  private static String need;

  /** One that is open, with a juror who has accepted, and reads the idea. */
  private static String judged;

  private static String jurorsToken;

  /** Somebody who wants to build the idea: their id, and what opens it to them. */
  private static String interest;

  private static String partysToken;

  /** Somebody who gives it up, again and again: their id, and what opens it to them. */
  private static String quittersInterest;

  private static String quittersToken;

  private static int turn;

  /** What takes a body of which every field may be left out, and what it answers then. */
  private static final Map<String, Integer> TAKE_NOTHING =
      Map.of(
          "POST /api/desk/ideas/{id}/reports/dismissal", 200,
          "PUT /api/desk/ideas/{id}/note", 200,
          "POST /api/jury/link", 202,
          "PUT /api/jury/reviews/{id}", 409,
          "POST /api/desk/ideas/{id}/interests/{interest}/confirmation", 200,
          "POST /api/desk/rounds/{id}/invitations", 409,
          "POST /api/desk/rounds/{id}/assignments", 409,
          "POST /api/desk/rounds/{id}/ranking", 409,
          "PUT /api/desk/rounds/{id}/reviews/{idea}/{juror}/withholding", 409);

  @BeforeAll
  static void anIdeaIsThere() throws Exception {
    system = LocalRunner.start(Options.of(Options.project()).port(0).data(data));
    station = Station.of(system);
    author = Author.sends(station, Station.unique("Une cidrerie à Midelt")).confirms();
    moderator = station.moderator(author.title());
    Map<String, Object> approves = Map.of("choice", "APPROVE", "revision", 1);
    assertThat(moderator.post("/api/moderation/decision", approves).status()).isEqualTo(200);
    leaver = Author.sends(station, Station.unique("Une tannerie"));
    admin = Colleague.admin(station);
    goer = Colleague.admin(station);
    memberEmail = Station.newEmail("member");
    memberId = admin.letsIn(memberEmail, "05", "MODERATOR");
    goneId = admin.letsIn(Station.newEmail("gone"), "05", "MODERATOR");
    round = admin.draftsARound("05");
    Answer published = admin.caller().post("/api/desk/needs?region=05", Bodies.need());
    assertThat(published.status()).as(published.body()).isEqualTo(201);
    need = published.text("id");
    Answer asked = asks("itto");
    interest = asked.text("id");
    partysToken = token(asked);
    Answer quitter = asks("zahra");
    quittersInterest = quitter.text("id");
    quittersToken = token(quitter);
    station.indexes();
    aJurorReadsTheIdea();
  }

  private static Answer asks(String name) {
    Map<String, Object> body = Bodies.interest("05.081", Station.newEmail(name));
    Answer asked = station.anybody().post("/api/ideas/" + author.id() + "/interests", body);
    assertThat(asked.status()).as(asked.body()).isEqualTo(201);
    return asked;
  }

  private static String token(Answer asked) {
    String link = asked.text("followLink");
    return link.substring(link.indexOf("#token=") + "#token=".length());
  }

  private static void aJurorReadsTheIdea() {
    Instant opens = station.now().plus(Duration.ofMinutes(1));
    judged =
        Editions.announced(
            admin, Editions.plan("Édition du thym", opens, opens.plus(Duration.ofDays(7))));
    station.passes("PT2M");
    Map<String, Object> enters = Map.of("roundId", judged);
    assertThat(author.caller().post("/api/my/entries", enters).status()).isEqualTo(200);
    jurorsToken = JurorsLink.signed(system, judged, enlisted());
    Caller juror = station.anybody().bearing(jurorsToken);
    Map<String, Object> accepts = Map.of("accept", true, "reads", List.of("fr"));
    assertThat(juror.post("/api/jury/answer", accepts).status()).isEqualTo(200);
    await()
        .atMost(Patience.LONG)
        .until(() -> juror.get("/api/jury/ballot").json().path("total").asInt() == 1);
  }

  private static String enlisted() {
    Answer listed =
        admin
            .caller()
            .post(
                "/api/desk/rounds/" + judged + "/jurors",
                Map.of("name", "Salma", "email", "salma@jury.example", "language", "fr"));
    assertThat(listed.status()).as(listed.body()).isEqualTo(201);
    return listed.text("id");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static List<String> routes() {
    return List.copyOf(Contracted.CONTRACT.routeKeys());
  }

  private static List<String> routesWithBody() {
    return routes().stream().filter(it -> it.startsWith("POST") || it.startsWith("PUT")).toList();
  }

  private static String method(String route) {
    return route.substring(0, route.indexOf(' '));
  }

  private static String path(String route) {
    return route.substring(route.indexOf(' ') + 1);
  }

  /** The path of a route with everything in its place. */
  private static String goodPath(String route) {
    return path(route)
        .replace("{region}", "05")
        .replace("{language}", isAtTheDesk(route) ? "ar" : "fr")
        .replace("{version}", "2026-1")
        .replace("/staff/{id}", "/staff/" + (route.startsWith("DELETE") ? goneId : memberId))
        .replace("{page+}", "fr/no-such-page")
        .replace("/desk/rounds/{id}", "/desk/rounds/" + round)
        .replace("/my/results/{id}", "/my/results/" + judged)
        .replace("/needs/{id}", "/needs/" + need)
        .replace("{idea}", author.id())
        .replace("{interest}", route.startsWith("DELETE") ? quittersInterest : interest)
        .replace("{juror}", author.id())
        .replace("{round}", round)
        .replace("{id}", author.id())
        .replace("{code}", author.trackingCode());
  }

  private static boolean isAtTheDesk(String route) {
    return route.contains(" /api/desk/") || route.contains(" /api/staff/");
  }

  /** Somebody who may use the route, in the next of the languages. */
  private static Caller caller(String route) {
    String language = LANGUAGES.get(turn++ % LANGUAGES.size());
    if (isAtTheDesk(route)) {
      Colleague who = route.equals("DELETE /api/staff/session") ? goer : admin;
      return who.caller().with("Accept-Language", language);
    }
    Caller anybody = station.anybody().with("Accept-Language", language);
    if (route.matches(".* /api/my/interest(/.*)?")) {
      return anybody.with(
          "Authorization", "Bearer " + (route.startsWith("DELETE") ? quittersToken : partysToken));
    }
    if (route.contains("/api/my/") && !route.contains("/link")) {
      Author whose = route.startsWith("DELETE") ? leaver : author;
      return anybody.with("Authorization", whose.caller().header("Authorization"));
    }
    if (route.contains("/api/jury/")) {
      return anybody.with("Authorization", "Bearer " + jurorsToken);
    }
    return route.contains("/moderation/")
        ? anybody.with("Authorization", moderator.header("Authorization"))
        : anybody;
  }

  /** A body that the route takes, as often as one likes. */
  private static Map<String, Object> goodBody(String route) {
    return switch (route) {
      case "POST /api/ideas" -> sent();
      case "POST /api/ideas/confirmation" ->
          new HashMap<>(Map.of("trackingCode", author.trackingCode(), "code", "000000"));
      case "PUT /api/my/idea" -> full(Bodies.arabicCorrection(author.title(), "ن".repeat(30), 1));
      case "PUT /api/my/contact" -> new HashMap<>(Map.of("email", author.email()));
      case "POST /api/my/link" -> new HashMap<>(Map.of("email", Station.newEmail("bad")));
      case "POST /api/ideas/{id}/reports" ->
          new HashMap<>(Map.of("kind", "WRONG", "text", "Ce n'est pas vrai."));
      case "POST /api/ideas/similar" ->
          new HashMap<>(Map.of("title", "Un pressoir", "summary", "Presser.", "except", "none"));
      case "POST /api/staff/sign-in" -> new HashMap<>(Map.of("email", Station.newEmail("bad")));
      case "POST /api/staff/session" -> new HashMap<>(Map.of("token", "none"));
      case "PUT /api/staff/me" -> person();
      case "POST /api/desk/needs" -> Bodies.need();
      case "PUT /api/desk/needs/{id}" -> sameNeed();
      case "POST /api/desk/staff" -> member(Station.newEmail("bad"));
      case "PUT /api/desk/staff/{id}" -> member(memberEmail);
      case "POST /api/desk/ideas" -> entered();
      case "POST /api/desk/rounds" -> plan();
      case "PUT /api/desk/rounds/{id}" -> replan();
      case "POST /api/desk/rounds/{id}/announcement", "POST /api/desk/rounds/{id}/closing" ->
          new HashMap<>(Map.of("version", 1));
      case "POST /api/desk/rounds/{id}/cancellation" ->
          new HashMap<>(Map.of("version", 0, "reason", "Report"));
      case "POST /api/desk/rounds/{id}/entries" -> new HashMap<>(Map.of("idea", author.id()));
      case "POST /api/desk/rounds/{id}/late-codes" ->
          new HashMap<>(Map.of("email", Station.newEmail("late")));
      case "POST /api/desk/rounds/{id}/jurors" ->
          new HashMap<>(
              Map.of(
                  "name", "Salma",
                  "email", Station.newEmail("juror"),
                  "language", "fr",
                  "organisation", "Université"));
      case "POST /api/desk/rounds/{id}/invitations" ->
          new HashMap<>(Map.of("jurors", List.of("none")));
      case "POST /api/desk/rounds/{id}/assignments",
          "POST /api/desk/rounds/{id}/ranking",
          "POST /api/jury/link" ->
          new HashMap<>();
      case "PUT /api/desk/rounds/{id}/results" ->
          new HashMap<>(
              Map.of(
                  "version",
                  0,
                  "statement",
                  new HashMap<>(Map.of("fr", "Bravo.", "ar", "هنيئا.")),
                  "winners",
                  List.of(author.id()),
                  "finalists",
                  List.of(),
                  "reason",
                  "Plus mûr."));
      case "POST /api/desk/rounds/{id}/publication" -> new HashMap<>(Map.of("version", 0));
      case "PUT /api/desk/rounds/{id}/reviews/{idea}/{juror}/withholding" ->
          new HashMap<>(Map.of("reason", "Blessant."));
      case "PUT /api/my/results/{id}" -> new HashMap<>(Map.of("named", true));
      case "POST /api/jury/answer" ->
          new HashMap<>(
              Map.of(
                  "accept",
                  true,
                  "organisation",
                  "Université",
                  "reads",
                  List.of("fr"),
                  "conflicts",
                  List.of()));
      case "PUT /api/jury/reviews/{id}" ->
          new HashMap<>(
              Map.of(
                  "version",
                  0,
                  "marks",
                  new HashMap<>(),
                  "comment",
                  "Bien.",
                  "note",
                  "Bien.",
                  "submitted",
                  false));
      case "POST /api/jury/recusals/{id}" -> new HashMap<>(Map.of("kind", "PERSONAL"));
      case "POST /api/desk/imports" ->
          new HashMap<>(Map.of("csv", "title;summary\nUne idée;Courte", "dryRun", true));
      case "PUT /api/desk/ideas/{id}" ->
          full(Bodies.arabicCorrection(author.title(), "ن".repeat(30), 1));
      case "PUT /api/desk/guide" ->
          new HashMap<>(
              Map.of(
                  "version",
                  0,
                  "members",
                  new HashMap<>(Map.of("least", 5, "confirmed", true)),
                  "steps",
                  new HashMap<>(Map.of("fr", List.of("Choisir un nom.")))));
      case "PUT /api/desk/region" ->
          new HashMap<>(
              Map.of(
                  "version",
                  0,
                  "email",
                  "delegation@example.org",
                  "texts",
                  new HashMap<>(Map.of("fr", new HashMap<>(Map.of("home", "Bienvenue."))))));
      case "POST /api/desk/ideas/{id}/calls" ->
          new HashMap<>(Map.of("outcome", "NO_ANSWER", "note", "Personne."));
      case "POST /api/desk/ideas/{id}/reports/dismissal" -> new HashMap<>(Map.of("reason", "Non."));
      case "PUT /api/desk/ideas/{id}/naming/{round}" -> new HashMap<>(Map.of("named", true));
      case "PUT /api/desk/ideas/{id}/note" -> new HashMap<>(Map.of("text", "Soutenue."));
      case "PUT /api/desk/ideas/{id}/translations/{language}" ->
          new HashMap<>(
              Map.of("title", "معصرة التفاح", "summary", "معصرة للتفاح في ميدلت وضواحيها"));
      case "POST /api/moderation/decision", "POST /api/desk/ideas/{id}/decision" ->
          new HashMap<>(Map.of("choice", "APPROVE", "revision", 1, "reason", ""));
      case "POST /api/ideas/{id}/interests" ->
          new HashMap<>(Bodies.interest("05.301", Station.newEmail("bad")));
      case "POST /api/my/interest/confirmation" -> new HashMap<>(Map.of("code", "none"));
      case "PUT /api/my/interest",
          "PUT /api/my/idea/path",
          "POST /api/desk/ideas/{id}/interests/{interest}/progress" ->
          new HashMap<>(Map.of("stage", "IN_PREPARATION", "members", 7, "jobs", 0, "learnt", ""));
      case "POST /api/my/idea/interests/{interest}/answer",
          "POST /api/desk/ideas/{id}/interests/{interest}/answer" ->
          new HashMap<>(Map.of("answer", "AGREE"));
      case "POST /api/my/idea/path", "POST /api/desk/ideas/{id}/path" ->
          new HashMap<>(Map.of("province", "05.091", "members", 3));
      case "POST /api/desk/ideas/{id}/interests/{interest}/confirmation" -> new HashMap<>();
      case "POST /api/desk/ideas/{id}/interests/{interest}/calls" ->
          new HashMap<>(Map.of("whom", "AUTHOR", "outcome", "NO_ANSWER"));
      case "POST /api/my/entries" ->
          new HashMap<>(Map.of("roundId", round, "roomCode", "THYM42", "lateCode", "K7MX2QHRPW"));
      default -> fail("what does %s take?", route);
    };
  }

  private static Map<String, Object> sameNeed() {
    Map<String, Object> same = Bodies.need();
    same.putAll(Map.of("open", true, "version", 1));
    return same;
  }

  private static Map<String, Object> sent() {
    Map<String, Object> body = full(Bodies.frenchIdea("Une idée", Station.newEmail("bad")));
    body.putAll(Map.of("round", round, "roomCode", "THYM42", "lateCode", "K7MX2QHRPW"));
    return body;
  }

  private static Map<String, Object> entered() {
    Map<String, Object> body = full(Bodies.frenchIdea("Une idée", Station.newEmail("paper")));
    body.put("source", "PAPER");
    return body;
  }

  private static Map<String, Object> plan() {
    Map<String, Object> criterion = Map.of("code", "A", "weight", 100, "title", Map.of("fr", "A"));
    Map<String, Object> plan = new HashMap<>();
    plan.put("opensAt", "2030-05-11T10:00");
    plan.put("submissionsCloseAt", "2030-05-25T10:00");
    plan.put("texts", Map.of("fr", Map.of("title", "Ideathon")));
    plan.put("prizes", List.of(Map.of("amount", 1, "title", Map.of("fr", "Prix"))));
    plan.put("rubric", List.of(criterion));
    plan.putAll(Map.of("entriesPerAuthor", 1, "complaintDays", 1, "graceMinutes", 1));
    plan.putAll(Map.of("reviews", 3, "seed", 1, "priority", "A", "live", false));
    plan.putAll(Map.of("officialRanking", "RAW", "tieBreaks", List.of("MEDIAN")));
    plan.put("namesHidden", true);
    return plan;
  }

  private static Map<String, Object> replan() {
    Map<String, Object> plan = plan();
    plan.put("version", 1);
    return plan;
  }

  private static Map<String, Object> person() {
    return new HashMap<>(
        Map.of("name", "Zineb", "language", "fr", "mails", "NONE", "digestHour", 8));
  }

  private static Map<String, Object> member(String email) {
    Map<String, Object> member = person();
    member.putAll(Map.of("email", email, "roles", List.of("MODERATOR")));
    return member;
  }

  private static Map<String, Object> full(Map<String, Object> body) {
    Map<String, Object> all = Bodies.withAllDetails(body, "Oui");
    all.put("commune", "Oui");
    all.putAll(Map.of("intention", "CARRY", "showName", false, "fullSheetPublic", true));
    return all;
  }

  private static ObjectNode good(String route) {
    return Caller.JSON.valueToTree(goodBody(route));
  }

  private static Answer send(String route, String path, String type, byte[] body) {
    Caller caller = caller(route);
    Answer answer =
        method(route).matches("POST|PUT")
            ? caller.send(method(route), path, type, body)
            : caller.send(method(route), path, type, new byte[0]);
    holds(route, caller, answer, path);
    return answer;
  }

  private static Answer sendJson(String route, String body) {
    return send(route, goodPath(route), JSON, body.getBytes(UTF_8));
  }

  private static void holds(String route, Caller caller, Answer answer, String sent) {
    String said =
        "%s as %.300s -> %d %.500s".formatted(route, sent, answer.status(), answer.body());
    assertThat(answer.status()).as(said).isLessThan(500);
    Contracted.holds(route, answer);
    if (answer.status() < 400) {
      return;
    }
    assertThat(INSIDE.matcher(answer.body()).results().map(found -> found.group()).toList())
        .as(said)
        .isEmpty();
    String type = answer.headers().getOrDefault("content-type", "");
    if (type.startsWith("application/problem+json")) {
      inTheLanguageOf(caller, answer, said);
    } else {
      assertThat(type).as(said).startsWith("text/html");
      assertThat(answer.body()).as(said).doesNotContain("<script>alert(1)");
    }
  }

  private static void inTheLanguageOf(Caller caller, Answer answer, String said) {
    Language language = Language.ofTag(caller.header("Accept-Language")).orElseThrow();
    Messages messages = Messages.in(language);
    JsonNode problem = answer.json();
    String code = problem.path("code").asText();
    assertThat(problem.path("type").asText()).as(said).isEqualTo("urn:twiza:problem:" + code);
    assertThat(problem.path("status").asInt()).as(said).isEqualTo(answer.status());
    assertThat(problem.path("title").asText())
        .as(said)
        .isEqualTo(messages.text("error." + code + ".title"));
    assertThat(answer.headers())
        .as(said)
        .containsEntry("content-language", messages.textLanguage().tag());
  }

  @Test
  void aBodyThatIsNoObject() {
    for (String route : routesWithBody()) {
      for (String body :
          List.of(
              "", "null", "[]", "true", "12", "\"x\"", "{", "{\"a\":1}}", "{'a':1}", "\ufeff{}")) {
        assertThat(sendJson(route, body).status()).as("%s %s", route, body).isEqualTo(400);
      }
      assertThat(sendJson(route, "{}").status())
          .as(route)
          .isEqualTo(TAKE_NOTHING.getOrDefault(route, 422));
    }
  }

  @Test
  void aBodyNestedDeeplyOrWithANameTwice() {
    for (String route : routesWithBody()) {
      String deep = "{\"a\":".repeat(6_000) + "1" + "}".repeat(6_000);
      assertThat(sendJson(route, deep).status()).as(route).isEqualTo(400);
      assertThat(sendJson(route, "[".repeat(100_000)).status()).as(route).isEqualTo(400);
      assertThat(sendJson(route, "{\"a\":1,\"a\":2}").status()).as(route).isEqualTo(400);
      String longName = "{\"" + "n".repeat(6_0000) + "\":1}";
      assertThat(sendJson(route, longName).status()).as(route).isIn(400, 422);
    }
  }

  @Test
  void nullEverywhere() {
    for (String route : routesWithBody()) {
      ObjectNode body = good(route);
      List.copyOf(names(body)).forEach(name -> body.set(name, NullNode.getInstance()));
      assertThat(sendJson(route, body.toString()).status())
          .as(route)
          .isEqualTo(TAKE_NOTHING.getOrDefault(route, 422));
    }
  }

  private static List<String> names(ObjectNode body) {
    List<String> names = new ArrayList<>();
    body.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void eachFieldOfEachTypeThatItIsNot() throws IOException {
    for (String route : routesWithBody()) {
      for (String field : names(good(route))) {
        for (String value : VALUES) {
          ObjectNode body = good(route);
          body.remove(field);
          sendJson(route, with(body, field, value));
        }
      }
    }
    for (String field :
        List.of("kind", "name", "email", "phone", "language", "gender", "ageBand")) {
      for (String value : VALUES) {
        ObjectNode body = good("POST /api/ideas");
        ObjectNode inner = (ObjectNode) body.remove("author");
        inner.remove(field);
        sendJson("POST /api/ideas", with(body, "author", with(inner, field, value)));
      }
    }
  }

  private static String with(ObjectNode object, String field, String value) {
    String others = object.toString();
    return others.substring(0, others.length() - 1)
        + (object.isEmpty() ? "" : ",")
        + "\"%s\":%s}".formatted(field, value);
  }

  @Test
  void aFieldThatNobodyAskedFor() {
    for (String route : routesWithBody()) {
      for (String name :
          List.of("admin", "author.role", "__proto__", "🦊", "<script>alert(1)</script>")) {
        Answer answer = sendJson(route, good(route).put(name, "x").toString());
        assertThat(answer.status()).as(route).isEqualTo(422);
        assertThat(answer.json().path("errors"))
            .extracting(error -> error.path("code").asText())
            .contains("UNKNOWN_FIELD");
      }
    }
  }

  @Test
  void aBodyOfFiveMegabytes() {
    for (String route : routesWithBody()) {
      byte[] large = ("{\"title\":\"" + "x".repeat(5_000_000) + "\"}").getBytes(UTF_8);
      assertThat(send(route, goodPath(route), JSON, large).status()).as(route).isEqualTo(413);
      int form = send(route, goodPath(route), FORM, large).status();
      assertThat(form).as(route).isIn(413, 415);
    }
  }

  @Test
  void bytesThatAreNoUtf8() {
    for (String route : routesWithBody()) {
      for (byte[] bytes :
          List.of(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}, new byte[] {-1, -2})) {
        Answer answer = send(route, goodPath(route), JSON, bytes);
        assertThat(answer.status()).as(route).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("NOT_UTF8");
      }
    }
  }

  @Test
  void aTypeThatIsNotTaken() {
    for (String route : routesWithBody()) {
      boolean takesForms =
          route.matches(
              "POST /api/(ideas(/confirmation|/\\{id}/interests)?|my/interest/confirmation)");
      byte[] body = good(route).toString().getBytes(UTF_8);
      for (String type :
          List.of(
              "text/plain", "multipart/form-data; boundary=x", "application/xml", ";", "a/b/c")) {
        Answer answer = send(route, goodPath(route), type, body);
        assertThat(answer.status()).as("%s %s", route, type).isEqualTo(415);
      }
      for (String form :
          List.of("", "a=%zz", "%FF=%FF", "=", "&&&", "title", "title=%00&title=b")) {
        Answer answer = send(route, goodPath(route), FORM, form.getBytes(UTF_8));
        assertThat(answer.status())
            .as("%s %s", route, form)
            .isIn(takesForms ? 400 : 415, takesForms ? 422 : 415);
      }
    }
  }

  @Test
  void aFormWhoseFieldsAreOdd() {
    for (String route :
        List.of(
            "POST /api/ideas", "POST /api/ideas/confirmation", "POST /api/ideas/{id}/interests")) {
      Map<String, String> fields = new TreeMap<>(Map.of("pageLanguage", "fr"));
      good(route).properties().forEach(field -> flatten(field.getKey(), field.getValue(), fields));
      for (String field : List.copyOf(fields.keySet())) {
        for (String odd : ODD) {
          Map<String, String> form = new TreeMap<>(fields);
          form.put(field, odd);
          String body =
              String.join("&", form.entrySet().stream().map(BadInputEverywhereTest::pair).toList());
          send(route, goodPath(route) + "?language=" + encoded(odd), FORM, body.getBytes(UTF_8));
        }
      }
    }
  }

  private static void flatten(String name, JsonNode value, Map<String, String> fields) {
    if (value.isObject()) {
      value.properties().forEach(it -> flatten(name + "." + it.getKey(), it.getValue(), fields));
    } else {
      fields.put(name, value.asText());
    }
  }

  private static String pair(Map.Entry<String, String> field) {
    return encoded(field.getKey()) + "=" + encoded(field.getValue());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static List<String> oddlyEncoded() {
    List<String> all = new ArrayList<>(GARBAGE);
    ODD.forEach(odd -> all.add(encoded(odd)));
    return all;
  }

  @Test
  void anIdACodeOrALanguageThatIsNone() {
    for (String route : routes()) {
      for (String variable : List.of("{id}", "{code}", "{language}", "{region}")) {
        if (!route.contains(variable)) {
          continue;
        }
        for (String odd : oddlyEncoded()) {
          String path = goodPath(route.replace(variable, "\0")).replace("\0", odd);
          Answer answer =
              odd.contains("%2F") ? caller(route).get(path) : send(route, path, JSON, new byte[0]);
          assertThat(answer.status()).as("%s %s", route, odd).isEqualTo(404);
        }
      }
    }
  }

  @Test
  void aQueryThatMakesNoSense() {
    for (String route : routes()) {
      List<String> names =
          route.contains("/audit")
              ? List.of("region", "person", "idea", "kind", "from", "to", "cursor")
              : route.contains("/ideas") && !route.startsWith("POST")
                  ? List.of("region", "province", "sector", "limit", "cursor")
                  : route.contains("/search")
                      ? List.of("q", "region", "sector", "maturity", "sort", "limit", "cursor")
                      : List.of("language", "erase", "leave");
      for (String name : names) {
        for (String odd : oddlyEncoded()) {
          send(route, goodPath(route) + "?" + name + "=" + odd, JSON, "{}".getBytes(UTF_8));
        }
      }
      for (String query : List.of("?", "?&&&", "?=", "?limit=1&limit=2", "?%FF=%FF", "?a=%25")) {
        send(route, goodPath(route) + query, JSON, "{}".getBytes(UTF_8));
      }
    }
  }

  @Test
  void aLimitOutOfRangeAndACursorOfAnotherList() {
    Caller anybody = station.anybody().with("Accept-Language", "en");
    for (String limit : List.of("0", "-1", "101", "2147483648", "1.0", "x", "%20")) {
      Answer answer = anybody.get("/api/ideas?limit=" + limit);
      holds("GET /api/ideas", anybody, answer, limit);
      assertThat(answer.status()).as(limit).isEqualTo(limit.equals("%20") ? 200 : 422);
    }
    anotherIdeaIsThere();
    String cursor = anybody.get("/api/ideas?limit=1&region=05").text("next");
    assertThat(cursor).isNotBlank();
    assertThat(anybody.get("/api/ideas?limit=1&region=05&cursor=" + cursor).status())
        .isEqualTo(200);
    List<String> others = new ArrayList<>();
    others.add("/api/ideas?cursor=" + cursor);
    others.add("/api/ideas?province=05.301&cursor=" + cursor);
    others.add("/api/ideas?region=05&sector=CRAFTS&cursor=" + cursor);
    for (int i = 0; i < cursor.length(); i++) {
      others.add("/api/ideas?region=05&cursor=" + oneBitChanged(cursor, i, 0));
    }
    for (String other : others) {
      Answer answer = anybody.get(other);
      holds("GET /api/ideas", anybody, answer, other);
      assertThat(answer.status()).as(other).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("BAD_CURSOR");
      String page = other.replace("/api/ideas", "/ar/ideas/");
      Answer shown = anybody.get(page);
      holds("GET /{language}/ideas", anybody, shown, page);
      assertThat(shown.status()).as(page).isEqualTo(400);
    }
  }

  private static void anotherIdeaIsThere() {
    Author second = Author.sends(station, Station.unique("Un pressoir")).confirms();
    Map<String, Object> approves = Map.of("choice", "APPROVE", "revision", 1);
    Caller decides = station.moderator(second.title());
    assertThat(decides.post("/api/moderation/decision", approves).status()).isEqualTo(200);
  }

  private static String oneBitChanged(String text, int at, int bit) {
    char changed = (char) (text.charAt(at) ^ (1 << bit));
    return encoded(text.substring(0, at) + changed + text.substring(at + 1));
  }

  @Test
  void aTokenWithOneBitChanged() {
    oneBitOff("GET /api/my/idea", author.caller());
    oneBitOff("GET /api/my/interest", station.anybody().bearing(partysToken));
    oneBitOff("GET /api/moderation/decision", moderator);
    oneBitOff("GET /api/jury/ballot", station.anybody().bearing(jurorsToken));
  }

  private static void oneBitOff(String route, Caller good) {
    String token = good.header("Authorization").substring("Bearer ".length());
    assertThat(good.get(path(route)).status()).isEqualTo(200);
    for (int i = 0; i < token.length(); i++) {
      for (int bit = 0; bit < 7; bit++) {
        char changed = (char) (token.charAt(i) ^ (1 << bit));
        if (changed > ' ' && changed < 127) {
          refused(route, token.substring(0, i) + changed + token.substring(i + 1));
        }
      }
    }
    // The last letter of a signature has bits to spare, which must not be free to choose.
    for (char last :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
      if (token.charAt(token.length() - 1) != last) {
        refused(route, token.substring(0, token.length() - 1) + last);
      }
    }
  }

  private static void refused(String route, String token) {
    Caller caller = caller(route).with("Authorization", "Bearer " + token);
    Answer answer = caller.get(path(route));
    holds(route, caller, answer, token);
    assertThat(answer.status()).as("%s %s", route, token).isEqualTo(401);
  }

  @Test
  void aTokenThatIsNone() {
    String authors = author.caller().header("Authorization");
    String moderators = moderator.header("Authorization");
    List<String> tokens =
        List.of(
            "",
            "Bearer",
            "Bearer ",
            "Basic YTpi",
            "Bearer null",
            "Bearer " + "x".repeat(8_000),
            "Bearer ..",
            "Bearer a.b.c",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer eyJhbGciOiJIUzI1NiIsImtpZCI6IngifQ.e30.AAAA",
            "Bearer " + author.id() + "." + "A".repeat(22),
            "Bearer 7ZZZZZZZZZZZZZZZZZZZZZZZZZ." + "A".repeat(22));
    for (String route : routes()) {
      boolean locked = route.contains("/api/my/") && !route.contains("link");
      boolean moderated = route.contains("/moderation/") || route.contains("/api/jury/");
      if (!locked && !moderated) {
        continue;
      }
      List<String> all = new ArrayList<>(tokens);
      all.add(locked ? moderators : authors);
      for (String token : all) {
        Caller caller =
            station.anybody().with("Accept-Language", "ar").with("Authorization", token);
        byte[] body = method(route).matches("P.*") ? "{}".getBytes(UTF_8) : new byte[0];
        Answer answer = caller.send(method(route), goodPath(route), JSON, body);
        holds(route, caller, answer, token);
        assertThat(answer.status()).as("%s %s", route, token).isEqualTo(401);
      }
      Caller cookie =
          station.anybody().with("Accept-Language", "fr").with("Cookie", "receipt=;;=\"");
      holds(
          route,
          cookie,
          cookie.send(method(route), goodPath(route), JSON, new byte[0]),
          "a cookie");
    }
  }

  @Test
  void headersThatMakeNoSense() {
    for (String route : routes()) {
      Caller plain = caller(route).with("Accept-Language", "fr");
      for (String value :
          List.of("*", "x".repeat(8_000), "fr;q=abc", ";;;", "é", "fr,".repeat(2_000))) {
        for (String header :
            List.of(
                "Accept-Language", "If-None-Match", "Idempotency-Key", "Accept", "User-Agent")) {
          byte[] body = method(route).matches("P.*") ? "{}".getBytes(UTF_8) : new byte[0];
          if (!route.startsWith("DELETE")) {
            Answer answer =
                plain.with(header, value).send(method(route), goodPath(route), JSON, body);
            assertThat(answer.status()).as("%s %s", route, header).isLessThan(500);
            Contracted.holds(route, answer);
          }
        }
      }
    }
  }

  @Test
  void whatIsNoHttpAtAll() throws IOException {
    for (String line :
        List.of(
            "GET /api/tracking/%zz HTTP/1.1",
            "GET /api/ideas?cursor=%zz HTTP/1.1",
            "GET /fr/ideas/\u00e9 HTTP/1.1",
            "GET //api//ideas HTTP/1.1",
            "GET /api/ideas/../my/idea HTTP/1.1",
            "BREW /api/ideas HTTP/1.1",
            "GET")) {
      assertThat(statusOf(line)).as(line).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
    }
    assertThat(station.anybody().get("/api/ideas").status()).isEqualTo(200);
  }

  private static String statusOf(String requestLine) throws IOException {
    try (Socket socket = new Socket("localhost", station.address().getPort())) {
      String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(32), UTF_8);
    }
  }
}
