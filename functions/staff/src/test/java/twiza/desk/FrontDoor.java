package twiza.desk;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.access.Fingerprints;
import twiza.access.SignedLinks;
import twiza.access.SignedLinks.Link;
import twiza.board.Board;
import twiza.board.UnansweredNeeds;
import twiza.delegation.HouseGuide;
import twiza.http.Contract;
import twiza.http.Desk;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.settings.FirstAdmin;
import twiza.settings.TestKeys;
import twiza.snapshot.Chance;
import twiza.staff.Employees;
import twiza.staff.Role;
import twiza.staff.SignIn;
import twiza.staff.SignIns;
import twiza.staff.Staff;
import twiza.table.LocalTable;
import twiza.table.Meter;
import twiza.table.TableAudit;
import twiza.table.TableDelegations;
import twiza.table.TableGuides;
import twiza.table.TableLedger;
import twiza.table.TableLimits;
import twiza.table.TableMatters;
import twiza.table.TableNeeds;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;

/**
 * The staff function on a fresh table, with browsers before it. Every answer keeps to the contract.
 */
final class FrontDoor {

  static final String SITE = TestKeys.settings().siteUrl();
  static final String ADMIN = TestKeys.settings().adminEmail();

  private static final Contract CONTRACT = Contract.load();

  final LocalTable table = LocalTable.create();
  final Meter meter = new Meter();
  final Fingerprints fingerprints = TestKeys.fingerprints();
  final SignedLinks links = TestKeys.links();
  final Staff staff;
  final SignIns signIns;
  final Employees employees;

  private final StaffFunction function;
  Instant now = Samples.MONDAY;

  FrontDoor() {
    Chance chance = new Chance(SecureRandom::new);
    FirstAdmin first = FirstAdmin.of(TestKeys::settings, fingerprints);
    staff = new TableStaff(table.client(meter), table.name(), fingerprints, first);
    signIns = new TableSignIns(table.client(meter), table.name(), chance::id);
    employees = new Employees(staff);
    function =
        new StaffFunction(
            new StaffFunction.Parts(
                staff,
                signIns,
                new TableLimits(table.client(meter), table.name()),
                fingerprints,
                links,
                TestKeys::settings,
                chance,
                _ -> false,
                new TableAudit(table.client(meter), table.name(), fingerprints),
                new TableDelegations(table.client(meter), table.name()),
                new TableNeeds(table.client(meter), table.name(), fingerprints),
                new TableGuides(table.client(meter), table.name(), HouseGuide.load()),
                new Board(new TableLedger(table.client(meter), table.name())),
                List.of(
                    new TableMatters(
                        table.client(meter),
                        table.name(),
                        () -> TestKeys.settings().patience(),
                        () -> TestKeys.settings().uptake()),
                    new UnansweredNeeds(
                        new TableNeeds(table.client(meter), table.name(), fingerprints))),
                new Desk(signIns, () -> SITE)));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** What came back, with what the browser keeps of it. */
  record Answer(int status, JsonNode json, List<String> cookies) {

    String text(String field) {
      return json.path(field).asText();
    }

    String code() {
      return text("code");
    }

    /** What is wrong with the input: each field with its code. */
    List<String> faults() {
      return json.path("errors")
          .valueStream()
          .map(error -> error.path("field").asText() + " " + error.path("code").asText())
          .toList();
    }

    Optional<String> cookie(String name) {
      return cookies.stream()
          .filter(cookie -> cookie.startsWith(name + "="))
          .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
          .findFirst();
    }
  }

  Answer say(Requests request) {
    APIGatewayV2HTTPResponse answer =
        function.handleRequest(request.at(now).event(), Invocation.of("staff"));
    return new Answer(answer.getStatusCode(), CONTRACT.holds(request, answer), answer.getCookies());
  }

  /** An answer that is no JSON. */
  APIGatewayV2HTTPResponse answer(Requests request) {
    APIGatewayV2HTTPResponse answer =
        function.handleRequest(request.at(now).event(), Invocation.of("staff"));
    CONTRACT.holds(request, answer);
    return answer;
  }

  /** One browser, with the cookies that it was given. */
  final class Browser {

    String nonce = "";
    String session = "";

    Answer say(Requests request) {
      request.header("origin", SITE);
      Answer answer = FrontDoor.this.say(with(request));
      answer.cookie("__Host-nonce").ifPresent(value -> nonce = value);
      answer.cookie("__Host-session").ifPresent(value -> session = value);
      return answer;
    }

    Requests with(Requests request) {
      if (!nonce.isEmpty()) {
        request.cookie("__Host-nonce", nonce);
      }
      return session.isEmpty() ? request : request.cookie("__Host-session", session);
    }

    Answer asks(String email) {
      return say(Requests.post("/api/staff/sign-in").json(Map.of("email", email)));
    }

    Answer presses(String link) {
      return say(Requests.post("/api/staff/session").json(Map.of("token", link)));
    }

    Answer types(String code) {
      return say(Requests.post("/api/staff/session").json(Map.of("code", code)));
    }

    /** Asks, reads the mail and presses the link. */
    Browser signsIn(String email) {
      asks(email);
      presses(link());
      return this;
    }

    /** The link in the mail that this browser asked for. */
    String link() {
      return links.sign(new Link.SignIn(asked()), now.plus(SignIn.LASTS));
    }

    /** The code in that mail. */
    String code() {
      return SignIn.code(asked(), fingerprints);
    }

    private String asked() {
      return nonce.substring(0, nonce.indexOf('.'));
    }

    Answer me() {
      return say(Requests.get("/api/staff/me"));
    }
  }

  Browser browser() {
    return new Browser();
  }

  /** Somebody of region 05. */
  Browser signedIn(String email, Role role) {
    employees.employ("05", email, Language.FR, Set.of(role));
    return browser().signsIn(email);
  }
}
