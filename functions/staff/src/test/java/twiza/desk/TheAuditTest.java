package twiza.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;
import static twiza.round.RoundSamples.aRound;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.desk.FrontDoor.Answer;
import twiza.desk.FrontDoor.Browser;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.place.Language;
import twiza.round.Edition;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.Session;
import twiza.staff.SessionToken;
import twiza.table.TableIdeas;
import twiza.table.TableRounds;
import twiza.text.CsvText;

/** An organiser reads what happened in the region, and takes it away. */
class TheAuditTest {

  private static final String AUDIT = "/api/desk/audit";

  private final FrontDoor door = new FrontDoor();
  private final TableIdeas ideas =
      new TableIdeas(door.table.client(), door.table.name(), door.fingerprints);
  private final Member organiser =
      door.employees.employ("05", "organiser@example.org", Language.FR, Set.of(Role.ORGANISER));
  private Browser browser = door.browser().signsIn("organiser@example.org");

  private static List<String> kinds(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("kind").asText()).toList();
  }

  private Answer audit(String... query) {
    return browser.say(asked(AUDIT, query));
  }

  private static Requests asked(String path, String... query) {
    Requests request = Requests.get(path);
    for (int i = 0; i < query.length; i += 2) {
      request.query(query[i], query[i + 1]);
    }
    return request;
  }

  @Test
  void tellsTheNewestFirstAndWhoDidItToWhom() {
    Answer page = audit();
    assertThat(kinds(page.json())).containsExactly("SIGNED_IN", "STAFF_ADDED");
    assertThat(page.json().at("/items/0/by/name").asText()).isEqualTo("organiser");
    assertThat(page.json().at("/items/0/text").asText()).isEqualTo("Connexion");
    assertThat(page.json().at("/items/1/member/id").asText()).isEqualTo(organiser.id());
    assertThat(page.json().path("next").isNull()).isTrue();
  }

  @Test
  void keepsTheNameOfWhoeverLeft() {
    Member leaver =
        door.employees.employ("05", "leaver@example.org", Language.FR, Set.of(Role.MODERATOR));
    door.browser().signsIn("leaver@example.org");
    door.employees.dismiss(leaver, "05");
    JsonNode removed = audit("kind", "STAFF_REMOVED").json();
    assertThat(kinds(removed)).containsExactly("STAFF_REMOVED");
    assertThat(removed.at("/items/0/member/name").asText()).isEqualTo("leaver");
    assertThat(kinds(audit("person", leaver.id()).json()))
        .containsExactlyInAnyOrder("STAFF_REMOVED", "SIGNED_IN", "STAFF_ADDED");
  }

  @Test
  void namesTheIdeaByItsCode() {
    Journey journey = Journey.begins(ideas, anIdea()).confirmed();
    journey.decided(Choice.REQUEST_CHANGES, "Précisez");
    Journey.begins(ideas, anIdea());
    JsonNode page = audit("idea", journey.id()).json();
    assertThat(kinds(page)).containsExactly("CHANGES_REQUESTED", "CONFIRMED", "SUBMITTED");
    assertThat(page.at("/items/2/by").isNull()).isTrue();
    assertThat(page.at("/items/0/idea/id").asText()).isEqualTo(journey.id());
    assertThat(page.at("/items/0/idea/trackingCode").asText())
        .isEqualTo(page.at("/items/2/idea/trackingCode").asText())
        .isNotEmpty();
    assertThat(page.toString()).doesNotContain("Précisez");
  }

  @Test
  void namesTheRoundThatSomethingHappenedTo() {
    Edition round =
        Edition.announced(
            new TableRounds(door.table.client(), door.table.name(), door.fingerprints), aRound());
    JsonNode page = audit("kind", "ROUND_ANNOUNCED").json();
    assertThat(page.at("/items/0/round").asText()).isEqualTo(round.id());
    assertThat(page.at("/items/0/idea").isNull()).isTrue();
    assertThat(file("kind", "ROUND_ANNOUNCED").getBody()).contains(";" + round.id() + ";");
  }

  @Test
  void findsTheIdeaByTheCodeThatIsOnItsReceipt() {
    Journey journey = Journey.begins(ideas, anIdea());
    Journey.begins(ideas, anIdea());
    String code = journey.dossier().idea().trackingCode();
    assertThat(audit("idea", code.toLowerCase(Locale.ROOT).replace("-", " ")).json().at("/items"))
        .singleElement()
        .satisfies(item -> assertThat(item.at("/idea/id").asText()).isEqualTo(journey.id()));
    assertThat(kinds(audit("idea", "7KM-2XQ-HRP").json())).isEmpty();
  }

  @Test
  void saysNothingOfAnIdeaOfAnotherRegion() {
    door.employees.employ("06", "elsewhere@example.org", Language.FR, Set.of(Role.ORGANISER));
    Journey journey = Journey.begins(ideas, anIdea());
    browser = door.browser().signsIn("elsewhere@example.org");
    assertThat(kinds(audit("idea", journey.id()).json())).isEmpty();
    assertThat(kinds(audit().json())).containsExactly("SIGNED_IN", "STAFF_ADDED");
    assertThat(audit("region", "05").code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void looksForAPersonAndAKind() {
    door.employees.employ("05", "other@example.org", Language.FR, Set.of(Role.MODERATOR));
    door.browser().signsIn("other@example.org");
    assertThat(kinds(audit("kind", "SIGNED_IN").json())).hasSize(2);
    JsonNode mine = audit("kind", "SIGNED_IN", "person", organiser.id()).json();
    assertThat(mine.path("items")).hasSize(1);
    assertThat(mine.at("/items/0/by/id").asText()).isEqualTo(organiser.id());
  }

  @Test
  void goesBackThroughTheMonthsAsFarAsItIsAsked() {
    door.pass(Duration.ofDays(70));
    browser = door.browser().signsIn("organiser@example.org");
    assertThat(kinds(audit().json())).containsExactly("SIGNED_IN", "SIGNED_IN", "STAFF_ADDED");
    String today = "2026-07-13";
    assertThat(kinds(audit("from", today).json())).containsExactly("SIGNED_IN");
    assertThat(kinds(audit("from", today, "to", today).json())).containsExactly("SIGNED_IN");
    assertThat(kinds(audit("to", "2026-07-12").json())).containsExactly("SIGNED_IN", "STAFF_ADDED");
    assertThat(kinds(audit("from", "2026-05-05", "to", "2026-07-12").json())).isEmpty();
    assertThat(kinds(audit("from", "2027-01-01").json())).isEmpty();
    assertThat(kinds(audit("from", "2026-07-01", "to", "2026-06-01").json())).isEmpty();
  }

  @Test
  void comesInPagesThatBelongToTheirQuestion() {
    Journey.begins(ideas, anIdea()).confirmed();
    door.pass(Duration.ofHours(6));
    List<String> all = kinds(audit().json());
    List<String> read = new ArrayList<>();
    Answer page = audit("limit", "1");
    String second = page.text("next");
    read.addAll(kinds(page.json()));
    while (!page.json().path("next").isNull()) {
      page = audit("limit", "1", "cursor", page.text("next"));
      read.addAll(kinds(page.json()));
    }
    assertThat(read).isEqualTo(all).hasSize(4);
    assertThat(audit("cursor", second, "kind", "CONFIRMED").code()).isEqualTo("BAD_CURSOR");
  }

  @Test
  void refusesWhatMakesNoSense() {
    for (String[] bad :
        new String[][] {{"from", "yesterday"}, {"to", "2026-13-01"}, {"kind", "OTHERS"}}) {
      Answer answer = audit(bad);
      assertThat(answer.status()).as(bad[0]).isEqualTo(422);
      assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(bad[0]);
    }
  }

  @Test
  void isTakenAwayAsAFileForSpreadsheets() {
    String file = file("kind", "STAFF_ADDED").getBody();
    assertThat(file)
        .startsWith(
            "\uFEFFDate;Code;Événement;Par;Idée;Code de suivi;Édition;Personne concernée\r\n")
        .contains(";STAFF_ADDED;Ajout à l’équipe;;;;;organiser\r\n");
    assertThat(file.split("\r\n", -1)).hasSize(3);
  }

  @Test
  void aLongListIsSeveralFiles() {
    for (int i = 0; i < 1001; i++) {
      door.signIns.end(
          SessionToken.fresh(organiser.id(), new Random(i)),
          new Session(organiser, 0, door.now),
          door.now);
    }
    APIGatewayV2HTTPResponse first = file("kind", "SIGNED_OUT");
    assertThat(first.getBody().lines()).hasSize(1 + 1000);
    String link = first.getHeaders().get("Link");
    assertThat(link).startsWith("<?kind=SIGNED_OUT&cursor=").endsWith(">; rel=\"next\"");
    String cursor = link.substring(link.indexOf("cursor=") + 7, link.indexOf('>'));
    APIGatewayV2HTTPResponse second = file("kind", "SIGNED_OUT", "cursor", cursor);
    assertThat(second.getBody().lines()).hasSize(1 + 1);
    assertThat(second.getHeaders()).doesNotContainKey("Link");
  }

  private APIGatewayV2HTTPResponse file(String... query) {
    return door.answer(browser.with(asked(AUDIT + ".csv", query)));
  }

  @Test
  void aFileHoldsNoFormulas() {
    CsvText csv = new CsvText();
    csv.row(List.of("=1+1", "+2", "-3", "@SUM(A1)", "\tx", "\ry", "a; \"b\"", "é, è"));
    assertThat(csv.toString())
        .isEqualTo("\uFEFF'=1+1;'+2;'-3;'@SUM(A1);'\tx;\"'\ry\";\"a; \"\"b\"\"\";é, è\r\n");
  }
}
