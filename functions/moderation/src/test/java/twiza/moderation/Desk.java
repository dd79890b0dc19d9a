package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import twiza.access.Fingerprints;
import twiza.access.SignedLinks;
import twiza.access.SignedLinks.Link;
import twiza.delegation.Delegations;
import twiza.http.Contract;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Ideas;
import twiza.idea.Samples;
import twiza.place.Places;
import twiza.settings.FirstAdmin;
import twiza.settings.TestKeys;
import twiza.staff.Employees;
import twiza.staff.Member;
import twiza.staff.SessionToken;
import twiza.staff.SignIn;
import twiza.staff.SignIns;
import twiza.staff.Staff;
import twiza.table.LocalTable;
import twiza.table.Meter;
import twiza.table.TableCalls;
import twiza.table.TableDelegations;
import twiza.table.TableIdeas;
import twiza.table.TableQueue;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;
import twiza.text.TermsInForce;
import twiza.watch.Notebook;

/**
 * Moderators at work: the moderation function on a fresh table, with two moderators of region 05
 * and one of region 07. Every answer has to keep to the contract.
 */
final class Desk {

  static final String ROUTE = "/api/moderation/decision";

  private static final Contract CONTRACT = Contract.load();

  /** When moderators read their mail. */
  static final Instant WEDNESDAY = Samples.MONDAY.plus(Duration.ofDays(2));

  final LocalTable table = LocalTable.create();
  final Meter meter = new Meter();
  final Fingerprints fingerprints = TestKeys.fingerprints();
  final SignedLinks links = TestKeys.links();
  final Delegations delegations = new TableDelegations(table.client(meter), table.name());
  final Ideas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final Random random = new Random(5);
  final Notebook watched = new Notebook();
  final ModerationFunction function;

  private final Staff staff =
      new TableStaff(
          table.client(),
          table.name(),
          fingerprints,
          FirstAdmin.of(TestKeys::settings, fingerprints));
  final Employees employees = new Employees(staff);
  private int deeds;
  final SignIns signIns =
      new TableSignIns(table.client(meter), table.name(), () -> "DEED" + ++deeds);

  Desk() {
    employees.moderate(
        "05 moderator@example.org fr, 05 second@example.org ar, 07 elsewhere@example.org fr");
    function =
        new ModerationFunction(
            new ModerationFunction.Parts(
                new TableIdeas(table.client(meter), table.name(), fingerprints),
                new TableRounds(table.client(meter), table.name(), fingerprints),
                new TableQueue(table.client(meter), table.name(), fingerprints),
                new TableCalls(table.client(meter), table.name(), fingerprints),
                links,
                staff,
                signIns,
                Places.load(),
                delegations,
                new TermsInForce(delegations, Places.load()),
                watched),
            TestKeys::settings);
  }

  Member first() {
    return employees.at("moderator@example.org");
  }

  Member second() {
    return employees.at("second@example.org");
  }

  Member elsewhere() {
    return employees.at("elsewhere@example.org");
  }

  /** The token of the link in a moderator's mail about a revision. */
  String link(Member moderator, String idea, int revision) {
    return links.sign(
        new Link.Decide(moderator.id(), idea, revision), WEDNESDAY.plus(Duration.ofDays(30)));
  }

  /** What came back. */
  record Answer(int status, JsonNode json) {

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

    List<String> texts(String field) {
      return json.path(field).valueStream().map(JsonNode::asText).toList();
    }
  }

  Answer say(Requests request) {
    APIGatewayV2HTTPResponse response =
        function.handleRequest(request.event(), Invocation.of("moderation"));
    return new Answer(response.getStatusCode(), CONTRACT.holds(request, response));
  }

  Answer reads(String token) {
    return say(Requests.get(ROUTE).at(WEDNESDAY).bearer(token));
  }

  Answer decides(String token, Choice choice, int revision, String reason) {
    return says(token, Map.of("choice", choice, "revision", revision, "reason", reason));
  }

  Answer says(String token, Object body) {
    return say(Requests.post(ROUTE).at(WEDNESDAY).bearer(token).json(body));
  }

  /** A member of staff is signed in afresh. */
  SessionToken session(Member member) {
    SessionToken browser =
        SessionToken.fresh("01JTWZSIGNIN0000000000" + random.nextInt(1000, 9999), random);
    SignIn signIn =
        new SignIn(
            browser.id(),
            Optional.of(member.id()),
            browser.hash(),
            WEDNESDAY.plus(SignIn.LASTS),
            0);
    signIns.ask(signIn, WEDNESDAY);
    SessionToken session = SessionToken.fresh(member.id(), random);
    assertThat(signIns.exchange(signIn, member, session, WEDNESDAY)).isTrue();
    return session;
  }

  /** Somebody signed in asks, from the site. */
  Answer says(Member member, Requests request) {
    return say(
        request
            .at(WEDNESDAY.plus(Duration.ofHours(1)))
            .header("origin", TestKeys.settings().siteUrl())
            .cookie("__Host-session", session(member).toString()));
  }
}
