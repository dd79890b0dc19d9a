package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.ulid.UlidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import twiza.access.ConfirmationCode;
import twiza.access.Fingerprints;
import twiza.access.SignedLinks;
import twiza.access.SignedLinks.Link;
import twiza.delegation.Delegations;
import twiza.http.Contract;
import twiza.http.Desk;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Imports;
import twiza.need.Needs;
import twiza.place.Language;
import twiza.place.Places;
import twiza.round.Rounds;
import twiza.settings.FirstAdmin;
import twiza.settings.Settings;
import twiza.settings.TestKeys;
import twiza.staff.Employees;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.SessionToken;
import twiza.staff.SignIn;
import twiza.staff.SignIns;
import twiza.submission.SubmissionFunction.Parts;
import twiza.table.LocalTable;
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
import twiza.table.TableStaff;
import twiza.text.TermsInForce;
import twiza.watch.Notebook;
import twiza.web.Pages;

/**
 * The submission function on a fresh table, and what is said to it. Every answer must fit the
 * contract.
 */
final class AuthorsSide {

  /** The secret of the site's front. */
  static final String FRONT = "front";

  static final Instant NOON = Requests.NOON;

  private static final ObjectMapper JSON = new ObjectMapper();

  final LocalTable table = LocalTable.create();
  final Fingerprints fingerprints = TestKeys.fingerprints();
  final SignedLinks links = TestKeys.links();
  final Settings settings = TestKeys.settings();
  private boolean crowded;
  final Ideas ideas = new TableIdeas(table.client(crowd()), table.name(), fingerprints);
  final Rounds rounds = new TableRounds(table.client(), table.name(), fingerprints);
  final Imports imports = new TableImports(table.client(), table.name(), fingerprints);
  final Delegations delegations = new TableDelegations(table.client(), table.name());
  final Notebook watched = new Notebook();

  private final SignIns signIns =
      new TableSignIns(table.client(), table.name(), AuthorsSide::newId);
  private final Employees employees =
      new Employees(
          new TableStaff(
              table.client(),
              table.name(),
              fingerprints,
              FirstAdmin.of(() -> settings, fingerprints)));
  final Needs needs = new TableNeeds(table.client(), table.name(), fingerprints);
  private final Random dice = new Random(5);

  private final SubmissionFunction function;
  private final Contract contract = Contract.load();

  AuthorsSide() {
    Random random = new Random(1);
    Places places = Places.load();
    function =
        new SubmissionFunction(
            new Parts(
                ideas,
                rounds,
                new TableArrivals(table.client(), table.name(), fingerprints),
                new TableResults(table.client(), table.name()),
                imports,
                needs,
                new TableLimits(table.client(), table.name()),
                new TableLinkRequests(
                    table.client(), table.name(), fingerprints, AuthorsSide::newId),
                fingerprints,
                links,
                () -> settings,
                places,
                new TermsInForce(delegations, places),
                new Pages(places),
                new twiza.snapshot.Chance(() -> random),
                FRONT::equals,
                watched,
                new Desk(signIns, settings::siteUrl)));
  }

  /** Nothing can be kept of an idea, since too many come at once. */
  void isCrowded(boolean now) {
    crowded = now;
  }

  private ExecutionInterceptor crowd() {
    return new ExecutionInterceptor() {
      @Override
      public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (crowded && context.request() instanceof TransactWriteItemsRequest) {
          throw InternalServerErrorException.builder().statusCode(503).build();
        }
      }
    };
  }

  private static String newId() {
    return UlidCreator.getMonotonicUlid().toString();
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, List<String> cookies, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    String text(String field) {
      return json().path(field).asText();
    }

    String code() {
      return text("code");
    }

    /** The code of what is wrong with a field; empty when nothing is. */
    String fault(String field) {
      for (JsonNode error : json().path("errors")) {
        if (error.path("field").asText().equals(field)) {
          return error.path("code").asText();
        }
      }
      return "";
    }
  }

  Answer say(Requests request) {
    APIGatewayV2HTTPResponse response =
        function.handleRequest(request.event(), Invocation.of("submission"));
    contract.holds(request.routeKey(), response);
    return answer(response);
  }

  /** Says something on a route that the contract does not know. */
  Answer sayAnything(Requests request) {
    return answer(function.handleRequest(request.event(), Invocation.of("submission")));
  }

  private static Answer answer(APIGatewayV2HTTPResponse response) {
    return new Answer(
        response.getStatusCode(), response.getHeaders(), response.getCookies(), response.getBody());
  }

  /** Somebody who has these roles in a region, and is new there. */
  Member employ(String region, Role... roles) {
    return employees.employ(
        region, newId() + "@example.org", Language.FR, EnumSet.copyOf(Set.of(roles)));
  }

  /** Somebody who signed in asks, from the site. */
  Answer say(Member member, Requests request) {
    SessionToken browser = SessionToken.fresh(newId(), dice);
    SignIn signIn =
        new SignIn(
            browser.id(), Optional.of(member.id()), browser.hash(), NOON.plus(SignIn.LASTS), 0);
    signIns.ask(signIn, NOON);
    SessionToken session = SessionToken.fresh(member.id(), dice);
    assertThat(signIns.exchange(signIn, member, session, NOON)).isTrue();
    return say(
        request.header("origin", settings.siteUrl()).cookie("__Host-session", session.toString()));
  }

  Answer submit(Map<String, Object> body) {
    return say(Requests.post("/api/ideas").json(body));
  }

  /** An idea that was sent by e-mail address. */
  static Map<String, Object> idea(String email) {
    return body("email", email);
  }

  /** An idea that was sent with a phone number only. */
  static Map<String, Object> ideaByPhone(String phone) {
    return body("phone", phone);
  }

  private static Map<String, Object> body(String kind, String contact) {
    Map<String, Object> body = sheet("Séchoir solaire pour le thym");
    Map<String, Object> author = new HashMap<>();
    author.put("kind", "COOPERATIVE");
    author.put("name", "Coopérative Tifawin");
    author.put("language", "fr");
    author.put(kind, contact);
    body.put("author", author);
    body.put("consent", true);
    body.put("adult", true);
    return body;
  }

  static Map<String, Object> sheet(String title) {
    Map<String, Object> sheet = new HashMap<>();
    sheet.put("title", title);
    sheet.put("summary", "Un séchoir commun pour que douze familles vendent leur thym.");
    sheet.put("need", "Le thym se vend frais et mal, la moitié se perd chaque été.");
    sheet.put("solution", "Un séchoir solaire à tiroirs, géré par une coopérative.");
    sheet.put("province", "05.091");
    sheet.put("sector", "AROMATIC_PLANTS");
    return sheet;
  }

  static String token(Answer submitted) {
    String link = submitted.text("followLink");
    return link.substring(link.indexOf("#token=") + "#token=".length());
  }

  Answer confirmByCode(Answer submitted, String code, Instant at) {
    return say(
        Requests.post("/api/ideas/confirmation")
            .at(at)
            .json(Map.of("trackingCode", submitted.text("trackingCode"), "code", code)));
  }

  /** The code that the mail shows. */
  String code(Answer submitted, int serial) {
    return ConfirmationCode.of(submitted.text("id"), serial, fingerprints);
  }

  Answer confirmByLink(Answer submitted, int serial) {
    String token =
        links.sign(new Link.Confirm(submitted.text("id"), serial), NOON.plus(Duration.ofDays(7)));
    return say(Requests.post("/api/ideas/confirmation").json(Map.of("token", token)));
  }

  Answer follow(Answer submitted) {
    return say(Requests.get("/api/my/idea").bearer(token(submitted)));
  }

  Dossier dossier(Answer submitted) {
    return ideas.find(submitted.text("id")).orElseThrow();
  }

  /** Something happens to the idea that is not the author's doing. */
  void happens(Answer submitted, Command command, Instant at) {
    ideas.settle(
        dossier(submitted),
        dossier -> IdeaLife.decide(dossier.idea(), command, at),
        (dossier, accepted) -> Edit.of(dossier, accepted, "M1", "reason"));
  }
}
