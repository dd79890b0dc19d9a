package twiza.submission;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static twiza.submission.AuthorsSide.NOON;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.http.Requests;
import twiza.idea.Author;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Consented;
import twiza.idea.Dossier;
import twiza.idea.Flag;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas.Edit;
import twiza.idea.Imports.Batch;
import twiza.idea.Sheet;
import twiza.idea.State;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.submission.AuthorsSide.Answer;

/** The ideas that lie in a spreadsheet come in together, or not at all. */
class ImportingIdeasTest {

  private static final String ROUTE = "/api/desk/imports";
  private static final String HEADER =
      "title;summary;need;solution;province;sector;author.kind;author.name;author.email;"
          + "author.phone;author.language;consent;commune;investment";

  private final AuthorsSide site = new AuthorsSide();
  private final Member organiser = site.employ("05", Role.ORGANISER);

  private static String row(int number, String consent) {
    return String.join(
        ";",
        "Idée numéro " + number,
        "Un séchoir commun pour que douze familles vendent leur thym.",
        "Le thym se vend frais et mal, la moitié se perd chaque été.",
        "Un séchoir solaire à tiroirs, géré par une coopérative.",
        "05.091",
        "AROMATIC_PLANTS",
        "COOPERATIVE",
        "Coopérative Tifawin",
        "tifawin" + number + "@example.org",
        "",
        "fr",
        consent,
        "El Ksiba",
        "85 000");
  }

  private static String file(String... rows) {
    return "\ufeff" + HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
  }

  private static String fileOf(int rows) {
    return file(
        IntStream.rangeClosed(1, rows).mapToObj(n -> row(n, "PAPER")).toArray(String[]::new));
  }

  private Answer sends(String csv, boolean dryRun) {
    return site.say(organiser, Requests.post(ROUTE).json(Map.of("csv", csv, "dryRun", dryRun)));
  }

  private Answer imports(String csv) {
    return sends(csv, false);
  }

  private Answer undoes(Answer imported) {
    return site.say(
        organiser,
        Requests.delete(ROUTE + "/{id}")
            .path("id", imported.text("id"))
            .at(NOON.plus(Duration.ofHours(1))));
  }

  private List<Dossier> ideas(Answer imported) {
    return site.imports.ideas(imported.text("id")).stream()
        .map(id -> site.ideas.find(id).orElseThrow())
        .toList();
  }

  private static List<String> faults(Answer answer) {
    List<String> faults = new ArrayList<>();
    for (JsonNode error : answer.json().path("errors")) {
      faults.add(
          Stream.of("row", "field", "code")
              .map(part -> error.path(part).asText())
              .collect(joining(" ")));
    }
    return faults;
  }

  private static int number(Answer answer, String field) {
    return answer.json().path(field).asInt(-1);
  }

  @Test
  void aDryRunTellsWhatWouldComeInAndWritesNothing() {
    Answer answer = sends(file(row(1, "PAPER"), row(2, "")), true);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(number(answer, "rows")).isEqualTo(2);
    assertThat(number(answer, "taken")).isZero();
    assertThat(number(answer, "withoutConsent")).isOne();
    assertThat(faults(answer)).isEmpty();
    assertThat(list().path("items")).isEmpty();
  }

  @Test
  void eachRowBecomesAnIdeaThatWaits() {
    Answer answer = imports(file(row(1, "PAPER")));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(number(answer, "taken")).isOne();
    Dossier dossier = ideas(answer).getFirst();
    assertThat(dossier.idea().state()).isEqualTo(State.PENDING);
    assertThat(dossier.history().getFirst().by()).isEqualTo(organiser.id());
    Sheet sheet = dossier.latest().orElseThrow().sheet();
    assertThat(sheet.title()).isEqualTo("Idée numéro 1");
    assertThat(sheet.details().investment()).hasValue(85_000);
    assertThat(author(dossier).name()).isEqualTo("Coopérative Tifawin");
    assertThat(author(dossier).consent().on()).isEqualTo(Consented.PAPER);
    assertThat(dossier.idea().presentation().fullSheet()).isTrue();
  }

  private static Author author(Dossier dossier) {
    return dossier.author().orElseThrow();
  }

  @Test
  void aRowWithoutConsentStaysUnpublishedUntilACallRecordsIt() {
    Dossier dossier = ideas(imports(file(row(1, "")))).getFirst();
    assertThat(dossier.idea().flags()).contains(Flag.NO_CONSENT);
    Command approves = new Command.Decide(Choice.APPROVE, 1, "M1", "");
    assertThat(IdeaLife.decide(dossier.idea(), approves, NOON).toString())
        .contains("CONSENT_REQUIRED");
  }

  @Test
  void allOrNothingWhenARowIsWrong() {
    Answer answer =
        imports(file(row(1, "PAPER"), "", row(2, "PAPER").replace("05.091", "Atlantide")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("id").isNull()).isTrue();
    assertThat(faults(answer)).containsExactly("4 province UNKNOWN_CODE");
    assertThat(answer.json().at("/errors/0/value").asText()).isEqualTo("Atlantide");
    assertThat(answer.json().at("/errors/0/message").asText()).isNotEmpty();
    assertThat(list().path("items")).isEmpty();
  }

  @Test
  void tellsEverythingThatIsWrongByRow() {
    String csv =
        file(
            row(1, "MAYBE"),
            row(2, "PAPER").replace("Idée numéro 2", "Bof").replace("85 000", "beaucoup"),
            row(3, "PAPER") + ";one too many",
            row(4, "PAPER").replace("tifawin4@example.org", ""));

    assertThat(faults(sends(csv, true)))
        .containsExactly(
            "2 consent UNKNOWN_CODE",
            "3 title TOO_SHORT",
            "3 investment WRONG_TYPE",
            "4 csv TOO_MANY_CELLS",
            "5 author.email REQUIRED");
  }

  @Test
  void aProvinceOfAnotherRegionIsWrong() {
    Member elsewhere = site.employ("07", Role.ORGANISER);
    Answer answer =
        site.say(elsewhere, Requests.post(ROUTE).json(Map.of("csv", file(row(1, "PAPER")))));
    assertThat(faults(answer)).containsExactly("2 province OTHER_REGION");
  }

  @Test
  void aHeaderThatIsWrongIsToldAlone() {
    String csv =
        file(row(1, "PAPER")).replace("solution;", "solutions;").replace("commune", "need");
    assertThat(faults(sends(csv, true)))
        .containsExactly("1 solutions UNKNOWN_FIELD", "1 need TWICE", "1 solution REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t"})
  void takesOtherSeparators(String separator) {
    String csv =
        HEADER.replace(";", separator)
            + "\n"
            + row(1, "PAPER").replace(",", "").replace(";", separator);
    assertThat(faults(sends(csv, true))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "05.091, Béni Mellal",
    "05.091, beni mellal",
    "05.091, بني ملال",
    "05.091, 5.091",
    "COOPERATIVE, Coopérative",
    "COOPERATIVE, Une coopérative",
    "AROMATIC_PLANTS, Plantes aromatiques et médicinales",
    "PAPER, Signé sur papier",
    ";fr;, ;Français;"
  })
  void understandsTheNamesOfCodes(String code, String name) {
    String csv = file(row(1, "PAPER").replaceFirst(code, name));
    assertThat(csv).contains(name);
    assertThat(faults(sends(csv, true))).isEmpty();
  }

  @Test
  void takesAPhoneNumberWhoseZeroTheSpreadsheetDropped() {
    String csv = file(row(1, "PHONE").replace("tifawin1@example.org;", ";661234567"));
    assertThat(author(ideas(imports(csv)).getFirst()).contact().value()).isEqualTo("+212661234567");
  }

  @Test
  void whatLooksLikeAFormulaIsText() {
    String csv = file(row(1, "PAPER").replace("Idée numéro 1", "=HYPERLINK(A1)"));
    assertThat(ideas(imports(csv)).getFirst().latest().orElseThrow().sheet().title())
        .isEqualTo("=HYPERLINK(A1)");
  }

  @Test
  void theSameFileTwiceIsTakenOnce() {
    Answer first = imports(fileOf(3));
    Answer second = imports(fileOf(4));
    Answer third = imports(fileOf(4));

    assertThat(number(second, "taken")).isOne();
    assertThat(number(second, "already")).isEqualTo(3);
    assertThat(third.status()).isEqualTo(200);
    assertThat(number(third, "already")).isEqualTo(4);
    assertThat(ideas(first)).hasSize(3);
    assertThat(ideas(second)).hasSize(1);
  }

  @Test
  void theSameRowTwiceInAFileIsTakenOnce() {
    Answer answer = imports(file(row(1, "PAPER"), row(1, "PAPER")));
    assertThat(number(answer, "taken")).isOne();
    assertThat(number(answer, "already")).isOne();
  }

  @Test
  void whatWasInterruptedIsCompletedByTheSameFile() {
    imports(fileOf(2));
    Batch interrupted = Batch.begun("01JTWIMPORT0000000000000000", "05", "M1", NOON, 9);
    site.imports.keep(interrupted);
    Answer completed = imports(fileOf(9));

    assertThat(number(completed, "taken")).isEqualTo(7);
    assertThat(number(completed, "already")).isEqualTo(2);
  }

  @Test
  void aBatchIsUndoneAndMayComeInAgain() {
    Answer imported = imports(fileOf(3));
    Answer undone = undoes(imported);

    assertThat(undone.status()).isEqualTo(200);
    assertThat(number(undone, "removed")).isEqualTo(3);
    assertThat(number(undone, "kept")).isZero();
    assertThat(ideas(imported))
        .allSatisfy(
            dossier -> {
              assertThat(dossier.author()).isEmpty();
              assertThat(dossier.revisions()).isEmpty();
              assertThat(dossier.history().getLast().by()).isEqualTo(organiser.id());
            });
    assertThat(undoes(imported).body()).isEqualTo(undone.body());
    assertThat(number(imports(fileOf(3)), "taken")).isEqualTo(3);
  }

  @Test
  void whatWasDecidedStaysWhenABatchIsUndone() {
    Answer imported = imports(fileOf(3));
    Dossier approved = ideas(imported).getFirst();
    site.ideas.settle(
        approved,
        now -> IdeaLife.decide(now.idea(), new Command.Decide(Choice.APPROVE, 1, "M1", ""), NOON),
        (now, accepted) -> Edit.of(now, accepted, "M1", ""));

    Answer undone = undoes(imported);

    assertThat(number(undone, "removed")).isEqualTo(2);
    assertThat(number(undone, "kept")).isOne();
    assertThat(site.ideas.find(approved.idea().id()).orElseThrow().idea().state())
        .isEqualTo(State.PUBLISHED);
    assertThat(number(imports(fileOf(3)), "already")).isOne();
  }

  @Test
  void authorsWhoErasedThemselvesDoNotComeBackWithTheFile() {
    Answer imported = imports(fileOf(2));
    Dossier leaver = ideas(imported).getFirst();
    site.ideas.settle(
        leaver,
        now -> IdeaLife.decide(now.idea(), new Command.Erase(false), NOON),
        (now, accepted) -> Edit.of(now, accepted, "", ""));

    assertThat(number(undoes(imported), "removed")).isEqualTo(2);
    Answer again = imports(fileOf(2));
    assertThat(number(again, "taken")).isOne();
    assertThat(number(again, "already")).isOne();
  }

  @Test
  void aBatchThatIsStillComingInIsNotUndone() {
    site.imports.keep(Batch.begun("01JTWIMPORT0000000000000000", "05", "M1", NOON, 9));
    Requests undo = Requests.delete(ROUTE + "/{id}").path("id", "01JTWIMPORT0000000000000000");
    assertThat(site.say(organiser, undo).code()).isEqualTo("IMPORT_RUNNING");
  }

  @Test
  void batchesAreListedNewestFirstToTheirRegionOnly() {
    Answer first = imports(file(row(1, "PAPER")));
    Answer second = imports(file(row(2, "PAPER")));
    undoes(first);

    JsonNode items = list().path("items");
    assertThat(items.at("/0/id").asText()).isEqualTo(second.text("id"));
    assertThat(items.at("/0/by").asText()).isEqualTo(organiser.id());
    assertThat(items.at("/1/undone/removed").asInt()).isOne();
    Member elsewhere = site.employ("07", Role.ORGANISER);
    assertThat(site.say(elsewhere, Requests.get(ROUTE)).json().path("items")).isEmpty();
    Requests undo = Requests.delete(ROUTE + "/{id}").path("id", second.text("id"));
    assertThat(site.say(elsewhere, undo).code()).isEqualTo("NOT_FOUND");
  }

  private JsonNode list() {
    return site.say(organiser, Requests.get(ROUTE)).json();
  }

  @Test
  void theTemplateIsAFileThatComesInOnceItIsFilledIn() {
    Answer template = site.say(organiser, Requests.get(ROUTE + "/template"));
    assertThat(template.headers().get("Content-Type")).startsWith("text/csv");
    assertThat(template.body()).startsWith("\ufefftitle;summary;need;solution;province;");
    assertThat(sends(template.body(), true).fault("csv")).isEqualTo("NO_ROWS");

    int columns = template.body().lines().findFirst().orElseThrow().split(";", -1).length;
    String filled = row(1, "PAPER").replace(";El Ksiba;85 000", "") + ";".repeat(columns - 12);
    Answer answer = sends(template.body() + filled, true);
    assertThat(faults(answer)).isEmpty();
    assertThat(number(answer, "rows")).isOne();
  }

  @Test
  void whatIsNoSuchFileIsToldAsAWhole() {
    assertThat(imports("").fault("csv")).isEqualTo("REQUIRED");
    assertThat(imports(HEADER).fault("csv")).isEqualTo("NO_ROWS");
    assertThat(imports("title\nCoop\ufffdrative").fault("csv")).isEqualTo("BAD_ENCODING");
    assertThat(imports("title\n\"never closed").fault("csv")).isEqualTo("NOT_CSV");
    assertThat(imports(fileOf(501)).fault("csv")).isEqualTo("TOO_MANY_ROWS");
  }

  @Test
  void moreRowsThanAreWrittenAtOnceComeInAndGo() {
    Answer imported = imports(fileOf(60));
    assertThat(number(imported, "taken")).isEqualTo(60);
    assertThat(number(undoes(imported), "removed")).isEqualTo(60);
  }

  @Test
  void takesAnOrganiser() {
    Member moderator = site.employ("05", Role.MODERATOR);
    Answer answer = site.say(moderator, Requests.post(ROUTE).json(Map.of("csv", fileOf(1))));
    assertThat(answer.code()).isEqualTo("FORBIDDEN");
  }
}
