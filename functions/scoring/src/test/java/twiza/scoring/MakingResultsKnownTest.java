package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static twiza.round.RoundSamples.aRound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Award;
import twiza.idea.Badge;
import twiza.idea.Choice;
import twiza.idea.Entry;
import twiza.idea.Journey;
import twiza.jury.Announcement;
import twiza.jury.Ranking;
import twiza.jury.Rankings;
import twiza.jury.Work;
import twiza.place.Language;
import twiza.scoring.JuryRoom.Answer;
import twiza.scoring.ranking.RankingEngine;
import twiza.scoring.ranking.RankingInputs;
import twiza.scoring.results.RankingFiles;
import twiza.table.TableRankings;
import twiza.table.TableResults;

/** Three jurors mark three ideas: from their marks to results that are public. */
class MakingResultsKnownTest {

  private final JuryRoom room = new JuryRoom(aRound());
  private final List<String> ideas = new ArrayList<>();
  private final List<String> jurors = new ArrayList<>();
  private final Rankings rankings = new TableRankings(room.table.client(), room.table.name());
  private final TableResults results = new TableResults(room.table.client(), room.table.name());

  @BeforeEach
  void aJuryAtWork() {
    for (String title : List.of("Miel", "Thym", "=2+3")) {
      ideas.add(room.enters(title));
    }
    for (String name : List.of("amina", "samir", "zineb")) {
      jurors.add(room.accepts(name));
    }
    room.sharesOut();
    room.judgingOpens();
  }

  /** Amina is strict, Samir is not; the first idea is the best, the last the least. */
  private void everybodyMarks() {
    int[][] marks = {{4, 3, 1}, {5, 4, 2}, {5, 3, 2}};
    for (int juror = 0; juror < 3; juror++) {
      for (int idea = 0; idea < 3; idea++) {
        int mark = marks[juror][idea];
        room.writes(jurors.get(juror), ideas.get(idea), JuryRoom.paper(0, true, mark, mark))
            .is(200);
      }
    }
  }

  private void ranked() {
    everybodyMarks();
    room.juryIsDone();
    room.works(Work.Kind.RANK);
  }

  private Answer ranking() {
    return room.desk(Requests.get("/api/desk/rounds/{id}/ranking"));
  }

  private Answer asks() {
    return room.desk(Requests.post("/api/desk/rounds/{id}/ranking").json(Map.of()));
  }

  private Answer drafts(long version, List<String> winners, List<String> finalists, String reason) {
    return room.desk(
        Requests.put("/api/desk/rounds/{id}/results")
            .json(verdict(version, winners, finalists, reason)));
  }

  private static Map<String, Object> verdict(
      long version, List<String> winners, List<String> finalists, String reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", version);
    body.put("statement", Map.of("fr", "Bravo à toutes.", "ar", "هنيئا للجميع."));
    body.put("winners", winners);
    body.put("finalists", finalists);
    body.put("reason", reason);
    return body;
  }

  private Answer publishes(long version) {
    return room.desk(
        Requests.post("/api/desk/rounds/{id}/publication").json(Map.of("version", version)));
  }

  private String file(String name) {
    room.desk(Requests.get("/api/desk/rounds/{id}/" + name)).is(200);
    return room.body();
  }

  @Test
  void a_preview_is_asked_for_watched_and_never_official() {
    assertThat(ranking().is(200).text("state")).isEqualTo("NONE");
    everybodyMarks();
    assertThat(asks().is(202).json().has("asked")).isTrue();
    assertThat(ranking().text("state")).isEqualTo("COMPUTING");
    room.now = room.now.plusSeconds(2);
    room.works(Work.Kind.PREVIEW);
    JsonNode preview = ranking().is(200).json();
    assertThat(preview.path("state").asText()).isEqualTo("PREVIEW");
    assertThat(preview.at("/standings/0/idea").asText()).isEqualTo(ideas.getFirst());
    assertThat(preview.at("/standings/0/title").asText()).isEqualTo("Miel");
    assertThat(preview.at("/jurors/0/name").asText()).isEqualTo("amina");
    file("ranking.csv");
    assertThat(room.header("Content-Disposition")).contains("ranking-preview.csv");
    assertThat(rankings.state(room.edition.id()).frozen()).isEmpty();
    assertThat(drafts(0, List.of(ideas.getFirst()), List.of(), "").is(409).code())
        .isEqualTo("ROUND_NOT_CLOSED");
    assertThat(publishes(0).is(409).code()).isEqualTo("ROUND_NOT_CLOSED");
  }

  @Test
  void what_is_frozen_stays_whatever_is_asked_again() {
    ranked();
    Rankings.Head frozen = rankings.state(room.edition.id()).frozen().orElseThrow();
    room.works(Work.Kind.RANK);
    room.works(Work.Kind.PREVIEW);
    assertThat(rankings.state(room.edition.id()).frozen()).contains(frozen);
    assertThat(asks().is(409).code()).isEqualTo("ALREADY_RANKED");
    JsonNode json = ranking().is(200).json();
    assertThat(json.path("state").asText()).isEqualTo("FROZEN");
    assertThat(json.path("standings").findValuesAsText("idea")).containsExactlyElementsOf(ideas);
    assertThat(json.at("/standings/0/mayWin").asBoolean()).isTrue();
  }

  @Test
  void anybody_who_has_the_files_computes_the_ranking_again_to_the_last_bit() {
    ranked();
    Rankings.Head head = rankings.state(room.edition.id()).frozen().orElseThrow();
    Ranking kept = rankings.ranking(room.edition.id(), head).orElseThrow();
    RankingInputs inputs = RankingFiles.read(file("ranking.json"), List.of(file("reviews.json")));
    assertThat(inputs.digest()).isEqualTo(kept.inputs());
    assertThat(RankingEngine.rank(inputs)).isEqualTo(kept);
  }

  @Test
  void files_that_somebody_touched_are_found_out() {
    ranked();
    String ranking = file("ranking.json");
    String reviews = file("reviews.json");
    assertThat(RankingFiles.repeat(ranking, List.of(reviews)).differences()).isEmpty();
    String kinder = reviews.replaceFirst("1,1\\]", "5,5]");
    assertThat(RankingFiles.repeat(ranking, List.of(kinder)).differences())
        .contains("inputs", "fit", "standings")
        .doesNotContain("engine", "unranked");
    String other = ranking.replace("\"rank\":2", "\"rank\":1");
    assertThat(RankingFiles.repeat(other, List.of(reviews)).differences())
        .containsExactly("standings");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankingFiles.repeat(ranking, List.of("{")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankingFiles.repeat("{}", List.of(reviews)));
  }

  @Test
  void files_open_in_a_spreadsheet_and_name_no_juror() {
    ranked();
    String csv = file("ranking.csv");
    assertThat(csv)
        .startsWith("\uFEFFrank;otherRank;idea;title")
        .contains(";'=2+3;", ";Miel;3;0;4,67;5,00;4,31;3,21;5,41;0,9")
        .doesNotContain("E-");
    assertThat(room.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"ranking.csv\"");
    assertThat(csv.lines()).hasSize(4);
    for (String name : List.of("reviews.csv", "reviews.json", "ranking.json", "ranking.csv")) {
      assertThat(file(name)).as(name).doesNotContain("amina", "samir", "zineb", "example");
      assertThat(file(name)).as(name).doesNotContain(jurors);
    }
    assertThat(file("reviews.csv")).contains("idea;juror;IMPACT;INNOVATION", ";J1;4;4");
    assertThat(room.header("Link")).isEmpty();
  }

  @Test
  void who_recused_after_marking_does_not_count_and_who_left_does() {
    everybodyMarks();
    room.recuses(jurors.get(1), ideas.getFirst(), "PERSONAL").is(200);
    room.desk(Requests.delete("/api/desk/rounds/{id}/jurors/{juror}").path("juror", jurors.get(2)))
        .is(200);
    room.juryIsDone();
    room.works(Work.Kind.RANK);
    JsonNode standings = ranking().json().path("standings");
    assertThat(standings.findValuesAsText("reviews")).containsExactly("2", "3", "3");
  }

  @Test
  void a_round_that_nobody_marked_is_ranked_and_can_be_published() {
    room.juryIsDone();
    assertThat(drafts(0, List.of(), List.of(), "").is(409).code()).isEqualTo("NOT_RANKED");
    assertThat(asks().is(202).json().has("asked")).isTrue();
    room.works(Work.Kind.RANK);
    JsonNode json = ranking().is(200).json();
    assertThat(json.path("standings")).isEmpty();
    assertThat(json.path("unranked")).hasSize(3);
    assertThat(file("ranking.csv").lines()).hasSize(4);
    assertThat(room.body()).contains(";;" + ideas.getFirst() + ";Miel;0;");
    assertThat(drafts(0, List.of(), List.of(), "").is(200).json().path("version").asInt())
        .isEqualTo(1);
    publishes(1).is(200);
    room.works(Work.Kind.AWARD);
  }

  @Test
  void one_press_publishes_and_another_changes_nothing() {
    ranked();
    drafts(0, List.of(ideas.getFirst()), List.of(ideas.get(1)), "").is(200);
    String at = publishes(1).is(200).text("publishedAt");
    room.now = room.now.plusSeconds(60);
    assertThat(publishes(1).is(200).text("publishedAt")).isEqualTo(at);
    Announcement announced = results.announced(room.edition.id()).orElseThrow();
    assertThat(announced.winners()).extracting("idea").containsExactly(ideas.getFirst());
    assertThat(drafts(1, List.of(ideas.getFirst()), List.of(), "").is(409).code())
        .isEqualTo("ROUND_OVER");
    assertThat(ranking().text("publishedAt")).isEqualTo(at);
  }

  @Test
  void winners_and_finalists_carry_a_badge_and_who_withdrew_does_not() {
    ranked();
    drafts(0, List.of(ideas.getFirst()), List.of(ideas.get(1)), "").is(200);
    publishes(1).is(200);
    Journey.continues(room.ideas, ideas.get(1)).withdrawn();
    room.works(Work.Kind.AWARD);
    room.works(Work.Kind.AWARD);
    assertThat(room.ideas.find(ideas.getFirst()).orElseThrow().publication().orElseThrow().badges())
        .containsExactly(
            new Badge(
                room.edition.id(),
                Award.Place.WINNER,
                Map.of(
                    Language.FR, "Ideathon du Moyen Atlas", Language.AR, "إيدياثون الأطلس المتوسط"),
                Optional.empty()));
    assertThat(award(ideas.get(1))).isEmpty();
    assertThat(award(ideas.get(2))).isEmpty();
    assertThat(room.ideas.find(ideas.getFirst()).orElseThrow().history())
        .filteredOn(it -> it.event().code().equals("AWARDED"))
        .hasSize(1);
  }

  @Test
  void in_the_end_nobody_is_left_in_the_marks() {
    ranked();
    room.desk(
            Requests.put("/api/desk/rounds/{id}/reviews/{idea}/{juror}/withholding")
                .path("idea", ideas.getFirst())
                .path("juror", jurors.getFirst())
                .json(Map.of("reason", "Blessant.")))
        .is(200);
    drafts(0, List.of(ideas.getFirst()), List.of(), "").is(200);
    publishes(1).is(200);
    room.works(Work.Kind.FORGET);
    assertThat(room.overview().toString()).contains("amina@amina.example");

    room.now = room.edition.round().dueAt().orElseThrow();
    room.edition.moved(room.now);
    room.works(Work.Kind.FORGET);
    room.works(Work.Kind.FORGET);

    List<String> words =
        List.of("amina", "samir", "zineb", "Blessant.", "Solide.", "Chiffrez les débouchés.");
    assertThat(
            room.table.everything().stream()
                .filter(item -> item.get("SK").s().matches("(JUR|REVIEW|PROGRESS|RANKING|EVENT).*"))
                .toList()
                .toString())
        .doesNotContain(words);
    JsonNode jury = room.overview();
    assertThat(jury.path("jurors").findValuesAsText("id")).containsExactlyElementsOf(jurors);
    assertThat(jury.at("/coverage/reviewsSubmitted").asInt()).isEqualTo(9);
    Requests read =
        Requests.get("/api/desk/rounds/{id}/reviews/{idea}").path("idea", ideas.getFirst());
    assertThat(room.desk(read).is(200).json().at("/reviews/0/marks/IMPACT").asInt())
        .isBetween(4, 5);
    assertThat(ranking().is(200).json().at("/jurors/0/pseudonym").asText()).isEqualTo("J1");
    assertThat(RankingFiles.repeat(file("ranking.json"), List.of(file("reviews.json"))))
        .extracting(RankingFiles.Repeated::differences)
        .isEqualTo(List.of());
    Requests link = Requests.post("/api/jury/link").json(Map.of());
    assertThat(room.says(jurors.getFirst(), link).is(403).code()).isEqualTo("NOT_IN_JURY");
  }

  private Optional<Award> award(String idea) {
    return room.ideas
        .find(idea)
        .orElseThrow()
        .idea()
        .entry(room.edition.id())
        .flatMap(Entry::award);
  }

  @Test
  void a_verdict_that_does_not_hold_is_refused_for_its_list() {
    ranked();
    String first = ideas.getFirst();
    assertThat(drafts(0, List.of(first, ideas.get(1)), List.of(), "x").is(422).fault("winners"))
        .isEqualTo("TOO_MANY");
    assertThat(drafts(0, List.of(first), List.of(first), "x").is(422).fault("finalists"))
        .isEqualTo("NAMED_TWICE");
    assertThat(drafts(0, List.of("none"), List.of(), "x").is(422).fault("winners"))
        .isEqualTo("NOT_RANKED");
    assertThat(drafts(0, List.of(), List.of(), "").is(422).fault("reason")).isEqualTo("REQUIRED");
    assertThat(drafts(0, List.of(ideas.get(2)), List.of(), "x").is(422).fault("winners"))
        .isEqualTo("OUT_OF_REACH");
    assertThat(drafts(7, List.of(first), List.of(), "").is(409).code())
        .isEqualTo("RESULTS_CHANGED");
    Journey.continues(room.ideas, first).decided(Choice.UNPUBLISH, "Plainte.");
    assertThat(drafts(0, List.of(first), List.of(), "").is(422).fault("winners"))
        .isEqualTo("OUT_OF_ROUND");
  }

  @Test
  void what_cannot_be_read_is_refused_field_by_field() {
    ranked();
    Supplier<Requests> draft = () -> Requests.put("/api/desk/rounds/{id}/results");
    assertThat(room.desk(draft.get().json(Map.of())).is(422).fault("version"))
        .isEqualTo("REQUIRED");
    Map<String, Object> wrong = new LinkedHashMap<>(verdict(0, List.of(), List.of(), "x"));
    wrong.put("winners", "a");
    wrong.put("statement", Map.of("fr", "x".repeat(4001), "de", "Gut."));
    wrong.put("reason", "x".repeat(1001));
    Answer answer = room.desk(draft.get().json(wrong)).is(422);
    assertThat(answer.fault("winners")).isEqualTo("WRONG_TYPE");
    assertThat(answer.fault("statement.fr")).isEqualTo("TOO_LONG");
    assertThat(answer.fault("statement.de")).isEqualTo("UNKNOWN_FIELD");
    assertThat(answer.fault("reason")).isEqualTo("TOO_LONG");
    Requests publish = Requests.post("/api/desk/rounds/{id}/publication").json(Map.of());
    assertThat(room.desk(publish).is(422).fault("version")).isEqualTo("REQUIRED");
    Requests cursor = Requests.get("/api/desk/rounds/{id}/ranking").query("cursor", "nonsense");
    assertThat(room.desk(cursor).is(400).code()).isEqualTo("BAD_CURSOR");
  }

  @Test
  void nothing_is_published_before_the_jury_says_something() {
    ranked();
    Map<String, Object> silent =
        new LinkedHashMap<>(verdict(0, List.of(ideas.getFirst()), List.of(), ""));
    silent.put("statement", Map.of("fr", "Bravo.", "ar", ""));
    room.desk(Requests.put("/api/desk/rounds/{id}/results").json(silent)).is(200);
    assertThat(publishes(1).is(422).fault("statement.ar")).isEqualTo("REQUIRED");
    assertThat(results.announced(room.edition.id())).isEmpty();
  }

  @Test
  void a_comment_is_held_back_for_a_reason_and_let_go_again() {
    ranked();
    String idea = ideas.getFirst();
    Supplier<Requests> withholding =
        () ->
            Requests.put("/api/desk/rounds/{id}/reviews/{idea}/{juror}/withholding")
                .path("idea", idea)
                .path("juror", jurors.getFirst());
    Requests read = Requests.get("/api/desk/rounds/{id}/reviews/{idea}").path("idea", idea);
    assertThat(room.desk(read).is(200).json().path("reviews")).hasSize(3);
    JsonNode held = room.desk(withholding.get().json(Map.of("reason", "Blessant."))).json();
    assertThat(held.path("reviews").findValuesAsText("withheld")).contains("Blessant.");
    JsonNode free = room.desk(withholding.get().json(Map.of())).is(200).json();
    assertThat(free.path("reviews").findValuesAsText("withheld")).doesNotContain("Blessant.");
    Answer wrong = room.desk(withholding.get().json(Map.of("reason", "x".repeat(501)))).is(422);
    assertThat(wrong.fault("reason")).isEqualTo("TOO_LONG");
    room.desk(withholding.get().path("juror", "nobody").json(Map.of())).is(404);
    room.desk(withholding.get().path("idea", "none").json(Map.of())).is(404);
  }

  private Requests withholding(String reason) {
    return Requests.put("/api/desk/rounds/{id}/reviews/{idea}/{juror}/withholding")
        .path("idea", ideas.getFirst())
        .path("juror", jurors.getFirst())
        .json(Map.of("reason", reason));
  }

  @Test
  void a_paper_is_its_jurors_alone_as_long_as_the_jury_reads() {
    String amina = jurors.getFirst();
    room.writes(amina, ideas.getFirst(), JuryRoom.paper(0, true, 4, 4)).is(200);
    assertThat(room.desk(withholding("Blessant.")).is(409).code()).isEqualTo("JURY_NOT_DONE");
    room.writes(amina, ideas.getFirst(), JuryRoom.paper(1, true, 5, 5)).is(200);
    room.juryIsDone();
    room.desk(withholding("Blessant.")).is(200);
  }

  @Test
  void an_organiser_who_sits_on_the_jury_marks_before_reading_what_others_gave() {
    String chair = room.accepts("chair", room.organiser.email().toUpperCase(Locale.ROOT));
    room.sharesOut();
    List<Supplier<Requests>> others =
        List.of(
            () ->
                Requests.get("/api/desk/rounds/{id}/reviews/{idea}").path("idea", ideas.getFirst()),
            () -> Requests.get("/api/desk/rounds/{id}/reviews.csv"),
            () -> Requests.get("/api/desk/rounds/{id}/reviews.json"));
    for (Supplier<Requests> route : others) {
      assertThat(room.desk(route.get()).is(409).code()).isEqualTo("OWN_MARKS_FIRST");
    }
    Set<String> hers = room.jury().juror(chair).orElseThrow().ideas();
    assertThat(hers).isNotEmpty();
    hers.forEach(idea -> room.submits(chair, idea));
    room.desk(others.getFirst().get()).is(200);
    assertThat(room.desk(others.getLast().get()).is(409).code()).isEqualTo("NOT_RANKED");
  }

  private List<Supplier<Requests>> routes() {
    String idea = ideas.getFirst();
    return List.of(
        () -> Requests.get("/api/desk/rounds/{id}/ranking"),
        () -> Requests.post("/api/desk/rounds/{id}/ranking").json(Map.of()),
        () ->
            Requests.put("/api/desk/rounds/{id}/results")
                .json(verdict(0, List.of(idea), List.of(), "")),
        () -> Requests.post("/api/desk/rounds/{id}/publication").json(Map.of("version", 0)),
        () -> Requests.get("/api/desk/rounds/{id}/reviews/{idea}").path("idea", idea),
        () ->
            Requests.put("/api/desk/rounds/{id}/reviews/{idea}/{juror}/withholding")
                .path("idea", idea)
                .path("juror", jurors.getFirst())
                .json(Map.of("reason", "x")),
        () -> Requests.get("/api/desk/rounds/{id}/ranking.csv"),
        () -> Requests.get("/api/desk/rounds/{id}/ranking.json"),
        () -> Requests.get("/api/desk/rounds/{id}/reviews.csv"),
        () -> Requests.get("/api/desk/rounds/{id}/reviews.json"));
  }

  @Test
  void every_route_is_for_organisers_of_the_region_alone() {
    ranked();
    for (Supplier<Requests> route : routes()) {
      isRefused(room.desk(room.moderator, route.get()), 403, "FORBIDDEN");
      isRefused(room.desk(room.stranger, route.get()), 403, "FORBIDDEN");
      Supplier<Requests> there =
          () -> route.get().path("id", room.edition.id()).header("origin", JuryRoom.SITE);
      isRefused(room.carrying("", there.get()), 401, "SIGNED_OUT");
      isRefused(room.says(jurors.getFirst(), there.get()), 401, "SIGNED_OUT");
    }
    assertThat(results.verdict(room.edition.id()).version()).isZero();
  }

  @Test
  void not_even_organisers_read_or_change_anything_before_the_jury_begins() {
    JuryRoom early = new JuryRoom(aRound());
    JsonNode nothing = early.desk(routes().getFirst().get()).is(200).json();
    assertThat(nothing.path("state").asText()).isEqualTo("NONE");
    assertThat(nothing.path("standings")).isEmpty();
    for (Supplier<Requests> route : routes().subList(1, 6)) {
      assertThat(early.desk(route.get()).is(409).code())
          .isIn("NOT_JUDGING", "ROUND_NOT_CLOSED", "JURY_NOT_DONE");
    }
    for (Supplier<Requests> file : routes().subList(6, 10)) {
      assertThat(early.desk(file.get()).is(409).code()).isEqualTo("NOT_RANKED");
    }
  }

  private void isRefused(Answer answer, int status, String code) {
    assertThat(answer.is(status).code()).isEqualTo(code);
    assertThat(room.body()).doesNotContain("Miel", "amina", "Chiffrez");
  }

  @Test
  void drafts_stay_the_jurors_own_even_from_organisers() {
    room.writes(jurors.getFirst(), ideas.getFirst(), JuryRoom.paper(0, false, 4, 4)).is(200);
    Requests read =
        Requests.get("/api/desk/rounds/{id}/reviews/{idea}").path("idea", ideas.getFirst());
    assertThat(room.desk(read).is(200).json().path("reviews")).isEmpty();
    asks().is(202);
    room.now = room.now.plusSeconds(2);
    room.works(Work.Kind.PREVIEW);
    assertThat(ranking().json().path("standings")).isEmpty();
    assertThat(file("reviews.json")).contains("\"reviews\":[]");
  }
}
