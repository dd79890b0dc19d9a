package twiza.rounds;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import twiza.access.Fingerprints;
import twiza.http.Contract;
import twiza.http.Desk;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Ideas;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.round.RoundCommand;
import twiza.round.Rounds;
import twiza.settings.FirstAdmin;
import twiza.settings.TestKeys;
import twiza.snapshot.Chance;
import twiza.staff.Doorkeeper;
import twiza.staff.Employees;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.SignIns;
import twiza.staff.Staff;
import twiza.table.LocalTable;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableLateCodes;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;

/**
 * Organisers at work: the rounds function on a fresh table, with an organiser and a moderator of
 * region 05. Every answer has to keep to the contract.
 */
final class Console {

  private static final Contract CONTRACT = Contract.load();
  private static final String SITE = TestKeys.settings().siteUrl();

  final LocalTable table = LocalTable.create();
  final Fingerprints fingerprints = TestKeys.fingerprints();
  final Rounds rounds = new TableRounds(table.client(), table.name(), fingerprints);
  final Ideas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  final Member organiser;
  final Member moderator;
  private final Random random = new Random(5);
  private final Doorkeeper door;
  private final RoundsFunction function;
  private int deeds;
  Instant now = Samples.MONDAY;

  Console() {
    SignIns signIns = new TableSignIns(table.client(), table.name(), () -> "DEED" + ++deeds);
    door = new Doorkeeper(signIns, random);
    Staff staff =
        new TableStaff(
            table.client(),
            table.name(),
            fingerprints,
            FirstAdmin.of(TestKeys::settings, fingerprints));
    Employees employees = new Employees(staff);
    organiser =
        employees.employ("05", "organiser@example.org", Language.FR, EnumSet.of(Role.ORGANISER));
    moderator =
        employees.employ("05", "moderator@example.org", Language.FR, EnumSet.of(Role.MODERATOR));
    function =
        new RoundsFunction(
            new RoundsFunction.Parts(
                rounds,
                new TableEntries(table.client(), table.name(), fingerprints),
                ideas,
                new TableLateCodes(table.client(), table.name(), fingerprints),
                new Chance(() -> random),
                () -> SITE,
                () -> RoundCommand.JURY_USUALLY_KEPT,
                new Desk(signIns, () -> SITE)));
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
      return json.path("errors")
          .valueStream()
          .filter(error -> error.path("field").asText().equals(field))
          .map(error -> error.path("code").asText())
          .findFirst()
          .orElse("");
    }

    List<String> texts(String field) {
      return json.path(field).valueStream().map(JsonNode::asText).toList();
    }
  }

  Answer says(Requests request) {
    return says(organiser, request);
  }

  /** Somebody signed in asks, from the site. */
  Answer says(Member member, Requests request) {
    request
        .at(now)
        .header("origin", SITE)
        .cookie("__Host-session", door.session(member, now).toString());
    APIGatewayV2HTTPResponse response =
        function.handleRequest(request.event(), Invocation.of("rounds"));
    return new Answer(response.getStatusCode(), CONTRACT.holds(request, response));
  }
}
