package twiza.interests;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import twiza.access.AuthorToken;
import twiza.access.Fingerprints;
import twiza.access.InterestToken;
import twiza.http.Contract;
import twiza.http.Desk;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Author;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.place.Places;
import twiza.settings.FirstAdmin;
import twiza.settings.TestKeys;
import twiza.snapshot.Chance;
import twiza.staff.Employees;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.SessionToken;
import twiza.staff.SignIn;
import twiza.staff.SignIns;
import twiza.table.LocalTable;
import twiza.table.Meter;
import twiza.table.TableIdeas;
import twiza.table.TableLimits;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;
import twiza.table.TableUptakes;
import twiza.uptake.Uptakes;
import twiza.web.Pages;

/**
 * The function on a fresh table, with an idea that others may take up, and those who want it. Every
 * answer has to keep to the contract.
 */
final class House {

  static final Instant TUESDAY = Samples.MONDAY.plus(Duration.ofDays(1));
  static final String ITTO = "itto@tazaghart.example";
  static final String WHY = "Nous séchons déjà le thym pour le marché d'Azilal.";

  private static final Contract CONTRACT = Contract.load();
  private static final Places PLACES = Places.load();
  private static final Pages PAGES = new Pages(PLACES);

  final LocalTable table = LocalTable.create();
  final Meter meter = new Meter();
  final Fingerprints fingerprints = TestKeys.fingerprints();
  final Ideas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  final Uptakes uptakes = new TableUptakes(table.client(), table.name(), fingerprints);
  Instant now = TUESDAY;

  private final SignIns signIns = new TableSignIns(table.client(), table.name(), House::newId);
  private final Employees employees =
      new Employees(
          new TableStaff(
              table.client(),
              table.name(),
              fingerprints,
              FirstAdmin.of(TestKeys::settings, fingerprints)));
  private final Random random = new Random(7);
  private final InterestsFunction function;

  House() {
    Random dice = new Random(3);
    function =
        new InterestsFunction(
            new InterestsFunction.Parts(
                new TableUptakes(table.client(meter), table.name(), fingerprints),
                new TableLimits(table.client(meter), table.name()),
                fingerprints,
                TestKeys::settings,
                PLACES,
                PAGES,
                new Chance(() -> dice),
                "front"::equals,
                new Desk(signIns, () -> TestKeys.settings().siteUrl())));
  }

  private static String newId() {
    return UlidCreator.getMonotonicUlid().toString();
  }

  /** What came back. */
  record Answer(
      int status, Map<String, String> headers, List<String> cookies, String body, JsonNode json) {

    String text(String field) {
      return json.path(field).asText();
    }

    String code() {
      return text("code");
    }

    /** The code of what is wrong with a field; empty when nothing is. */
    String fault(String field) {
      for (JsonNode error : json.path("errors")) {
        if (error.path("field").asText().equals(field)) {
          return error.path("code").asText();
        }
      }
      return "";
    }
  }

  Answer say(Requests request) {
    APIGatewayV2HTTPResponse response =
        function.handleRequest(request.at(now).event(), Invocation.of("interests"));
    return new Answer(
        response.getStatusCode(),
        response.getHeaders(),
        response.getCookies(),
        response.getBody(),
        CONTRACT.holds(request, response));
  }

  House waits(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** A published idea that its author leaves to others. */
  Journey offered() {
    return offered(Samples.fatima());
  }

  Journey offered(Author author) {
    return published(Sheet.Intention.OFFER, author);
  }

  /** A published idea that its author wants to build with others. */
  Journey carried() {
    return published(Sheet.Intention.CARRY, Samples.fatima());
  }

  private Journey published(Sheet.Intention intention, Author author) {
    Sheet sheet = Samples.intending(intention);
    Journey idea = Journey.published(ideas, Samples.anIdea().saying(sheet).by(author));
    ideas.addCredential(idea.id(), AuthorToken.onReceipt(idea.id(), fingerprints).credential());
    return idea;
  }

  /** What Itto's group says. */
  static Map<String, Object> asking() {
    return asking("email", ITTO, Samples.AZILAL);
  }

  static Map<String, Object> asking(String how, String contact, String province) {
    Map<String, Object> party = new HashMap<>();
    party.put("kind", "GROUP");
    party.put("organisation", "Femmes de Tazaghart");
    party.put("name", "Itto Oubella");
    party.put(how, contact);
    party.put("language", "fr");
    party.put("members", 7);
    party.put("why", WHY);
    party.put("consent", true);
    Map<String, Object> body = new HashMap<>();
    body.put("party", party);
    body.put("province", province);
    return body;
  }

  /** The same with another answer to one question about who they are. */
  static Map<String, Object> asking(String field, Object value) {
    Map<String, Object> body = asking();
    @SuppressWarnings("unchecked")
    Map<String, Object> party = (Map<String, Object>) body.get("party");
    party.put(field, value);
    return body;
  }

  static Requests request(String idea, Map<String, Object> body) {
    return Requests.post("/api/ideas/{id}/interests").path("id", idea).json(body);
  }

  Answer asks(Journey idea, Map<String, Object> body) {
    return say(request(idea.id(), body));
  }

  /** The private token in the link that whoever asked was given. */
  static String token(Answer asked) {
    String link = asked.text("followLink");
    return link.substring(link.indexOf("#token=") + "#token=".length());
  }

  /** By the link in the mail. */
  Answer confirms(Journey idea, Answer asked) {
    InterestToken token = InterestToken.confirming(idea.id(), asked.text("id"), fingerprints);
    return say(
        Requests.post("/api/my/interest/confirmation").json(Map.of("token", token.toString())));
  }

  Answer follows(Answer asked) {
    return say(Requests.get("/api/my/interest").bearer(token(asked)));
  }

  Answer reports(Answer asked, Map<String, Object> progress) {
    return say(Requests.put("/api/my/interest").bearer(token(asked)).json(progress));
  }

  Requests byAuthor(Journey idea, Requests request) {
    return request.bearer(AuthorToken.onReceipt(idea.id(), fingerprints).toString());
  }

  Answer authorReads(Journey idea) {
    return say(byAuthor(idea, Requests.get("/api/my/idea/interests")));
  }

  Answer authorAnswers(Journey idea, Answer asked, String answer) {
    return say(
        byAuthor(
            idea,
            Requests.post("/api/my/idea/interests/{interest}/answer")
                .path("interest", asked.text("id"))
                .json(Map.of("answer", answer))));
  }

  /** Asked, confirmed and agreed to. */
  Answer taken(Journey idea) {
    Answer asked = asks(idea, asking());
    assertThat(confirms(idea, asked).status()).isEqualTo(200);
    assertThat(authorAnswers(idea, asked, "AGREE").status()).isEqualTo(200);
    return asked;
  }

  /** A moderator of a region, signed in, asks from the site. */
  Answer atDesk(String region, Requests request) {
    Member member =
        employees.employ(
            region, newId() + "@example.org", Language.FR, EnumSet.copyOf(Set.of(Role.MODERATOR)));
    SessionToken browser = SessionToken.fresh(newId(), random);
    SignIn signIn =
        new SignIn(
            browser.id(), Optional.of(member.id()), browser.hash(), now.plus(SignIn.LASTS), 0);
    signIns.ask(signIn, now);
    SessionToken session = SessionToken.fresh(member.id(), random);
    assertThat(signIns.exchange(signIn, member, session, now)).isTrue();
    return say(
        request
            .header("origin", TestKeys.settings().siteUrl())
            .cookie("__Host-session", session.toString()));
  }

  Answer listed(String state) {
    return atDesk(
        "05", Requests.get("/api/desk/interests").query("region", "05").query("state", state));
  }

  static Requests about(Journey idea, Answer asked, String what, Object body) {
    return Requests.post("/api/desk/ideas/{id}/interests/{interest}/" + what)
        .path("id", idea.id())
        .path("interest", asked.text("id"))
        .json(body);
  }
}
