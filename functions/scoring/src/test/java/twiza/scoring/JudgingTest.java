package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;
import static twiza.scoring.JuryRoom.acceptance;
import static twiza.scoring.JuryRoom.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.idea.Samples;

/** A juror answers, reads one idea after the other, and marks them. */
class JudgingTest {

  private final JuryRoom room = new JuryRoom(aRound());
  private String thyme;
  private String amina;
  private String samir;

  @BeforeEach
  void aJuryOfThree() {
    thyme = room.enters("Séchoir à thym");
    room.enters("Four solaire");
    amina = room.accepts("amina");
    samir = room.accepts("samir");
    room.accepts("zineb");
    room.sharesOut();
  }

  private JsonNode line(String juror, String idea) {
    return room.ballot(juror)
        .is(200)
        .json()
        .path("ideas")
        .valueStream()
        .filter(it -> it.path("id").asText().equals(idea))
        .findFirst()
        .orElseThrow();
  }

  private String state(String juror, String idea) {
    return line(juror, idea).path("state").asText();
  }

  @Test
  void the_ballot_says_what_there_is_to_do_and_by_which_rubric() {
    JsonNode ballot = room.ballot(amina).is(200).json();
    assertThat(ballot.at("/round/texts/ar/title").asText()).isEqualTo("إيدياثون الأطلس المتوسط");
    assertThat(ballot.at("/round/rubric")).hasSize(2);
    assertThat(ballot.at("/round/rubric/0/levels/fr")).hasSize(5);
    assertThat(ballot.at("/round/phase").asText()).isEqualTo("ANNOUNCED");
    assertThat(ballot.at("/juror/name").asText()).isEqualTo("amina");
    assertThat(ballot.at("/juror/reads")).extracting(JsonNode::asText).containsExactly("fr", "ar");
    assertThat(ballot.path("total").asInt()).isEqualTo(2);
    assertThat(line(amina, thyme).path("title").asText()).isEqualTo("Séchoir à thym");
    assertThat(line(amina, thyme).path("sector").asText()).isEqualTo("AROMATIC_PLANTS");
  }

  @Test
  void the_text_is_the_one_that_was_public_when_judging_opened() {
    room.judgingOpens();
    Journey.continues(room.ideas, thyme)
        .corrected(Samples.titled("Séchoir corrigé"))
        .decided(Choice.APPROVE, "");
    JsonNode idea = room.reads(amina, thyme).is(200).json();
    assertThat(idea.path("title").asText()).isEqualTo("Séchoir à thym");
    assertThat(idea.at("/sheet/title").asText()).isEqualTo("Séchoir à thym");
    assertThat(line(amina, thyme).path("title").asText()).isEqualTo("Séchoir à thym");
  }

  @Test
  void whoever_comes_in_the_first_minute_reads_that_text_too() {
    room.now = twiza.round.RoundSamples.JURY;
    assertThat(room.reads(amina, thyme).is(200).text("title")).isEqualTo("Séchoir à thym");
  }

  @Test
  void a_draft_is_kept_as_it_is_written_and_counts_once_it_is_submitted() {
    room.judgingOpens();
    assertThat(state(amina, thyme)).isEqualTo("UNMARKED");
    Map<String, Object> first = new HashMap<>(paper(0, false, 4, 5));
    first.put("marks", Map.of("IMPACT", 5));
    JuryRoom.Answer kept = room.writes(amina, thyme, first).is(200);
    assertThat(kept.json().path("version").asLong()).isEqualTo(1);
    assertThat(kept.json().at("/marks/IMPACT").asInt()).isEqualTo(5);
    assertThat(state(amina, thyme)).isEqualTo("DRAFT");
    assertThat(room.overview(amina).path("drafts").asInt()).isEqualTo(1);
    room.writes(amina, thyme, paper(1, true, 4, 5)).is(200);
    assertThat(state(amina, thyme)).isEqualTo("SUBMITTED");
    assertThat(room.overview(amina).path("submitted").asInt()).isEqualTo(1);
    JsonNode read = room.reads(amina, thyme).is(200).json();
    assertThat(read.at("/paper/submitted").asBoolean()).isTrue();
    assertThat(read.at("/paper/comment").asText()).isEqualTo("Chiffrez les débouchés.");
    room.writes(amina, thyme, paper(2, false, 3, 3)).is(200);
    assertThat(state(amina, thyme)).isEqualTo("DRAFT");
  }

  @Test
  void the_same_once_more_changes_nothing_and_an_older_paper_replaces_none() {
    room.judgingOpens();
    room.writes(amina, thyme, paper(0, true, 4, 5)).is(200);
    JuryRoom.Answer again = room.writes(amina, thyme, paper(0, true, 4, 5)).is(200);
    assertThat(again.json().path("version").asLong()).isEqualTo(1);
    JuryRoom.Answer older = room.writes(amina, thyme, paper(0, true, 1, 1));
    assertThat(older.is(409).code()).isEqualTo("PAPER_CHANGED");
    assertThat(room.papers.find(room.edition.id(), amina, thyme).orElseThrow().marks())
        .containsEntry("INNOVATION", 4);
  }

  @Test
  void a_paper_that_names_no_version_changes_the_one_that_stands() {
    room.judgingOpens();
    room.writes(amina, thyme, paper(0, false, 4, 5)).is(200);
    Map<String, Object> body = new HashMap<>(paper(0, true, 2, 2));
    body.remove("version");
    JuryRoom.Answer kept = room.writes(amina, thyme, body).is(200);
    assertThat(kept.json().path("version").asLong()).isEqualTo(2);
    assertThat(kept.json().path("submitted").asBoolean()).isTrue();
  }

  @Test
  void what_is_submitted_has_a_mark_for_each_criterion_and_no_other() {
    room.judgingOpens();
    Map<String, Object> body = new HashMap<>(paper(0, true, 6, 5));
    body.put("marks", Map.of("INNOVATION", 6, "CHARM", 5));
    body.put("comment", "x".repeat(2001));
    body.put("note", 7);
    body.put("admin", true);
    JuryRoom.Answer wrong = room.writes(amina, thyme, body).is(422);
    assertThat(wrong.fault("marks.INNOVATION")).isEqualTo("OUT_OF_RANGE");
    assertThat(wrong.fault("marks.IMPACT")).isEqualTo("REQUIRED");
    assertThat(wrong.fault("marks.CHARM")).isEqualTo("UNKNOWN_FIELD");
    assertThat(wrong.fault("comment")).isEqualTo("TOO_LONG");
    assertThat(wrong.fault("note")).isEqualTo("WRONG_TYPE");
    assertThat(wrong.fault("admin")).isEqualTo("UNKNOWN_FIELD");
    assertThat(room.writes(amina, thyme, Map.of("version", -1)).is(422).fault("version"))
        .isEqualTo("OUT_OF_RANGE");
    body = new HashMap<>(paper(0, false, 4, 5));
    body.put("marks", List.of(1, 2));
    assertThat(room.writes(amina, thyme, body).is(422).fault("marks")).isEqualTo("UNKNOWN_FIELD");
    body.put("marks", Map.of("INNOVATION", 2.5));
    assertThat(room.writes(amina, thyme, body).is(422).fault("marks.INNOVATION"))
        .isEqualTo("WRONG_TYPE");
  }

  @Test
  void others_marks_show_once_ones_own_are_in_without_their_names() {
    room.judgingOpens();
    room.submits(samir, thyme);
    assertThat(room.reads(amina, thyme).is(200).json().path("others").isNull()).isTrue();
    room.writes(amina, thyme, paper(0, false, 2, 2)).is(200);
    assertThat(room.reads(amina, thyme).is(200).json().path("others").isNull()).isTrue();
    room.writes(amina, thyme, paper(1, true, 2, 2)).is(200);
    JsonNode read = room.reads(amina, thyme).is(200).json();
    assertThat(read.path("others")).hasSize(1);
    assertThat(read.at("/others/0/juror").asInt()).isEqualTo(1);
    assertThat(read.at("/others/0/marks/INNOVATION").asInt()).isEqualTo(4);
    assertThat(read.at("/others/0/note").asText()).isEqualTo("Solide.");
    assertThat(read.path("others").toString()).doesNotContain(samir, "samir", "Chiffrez");
    room.writes(amina, thyme, paper(2, false, 2, 2)).is(200);
    assertThat(room.reads(amina, thyme).is(200).json().path("others").isNull()).isTrue();
  }

  @Test
  void who_recuses_after_marking_takes_no_part_in_what_the_others_see() {
    room.judgingOpens();
    room.submits(amina, thyme);
    room.submits(samir, thyme);
    assertThat(room.reads(amina, thyme).is(200).json().path("others")).hasSize(1);
    room.recuses(samir, thyme, "PERSONAL").is(200);
    assertThat(room.reads(amina, thyme).is(200).json().path("others")).isEmpty();
    assertThat(room.overview(samir).path("submitted").asInt()).isZero();
    Requests read = Requests.get("/api/desk/rounds/{id}/reviews/{idea}").path("idea", thyme);
    JsonNode reviews = room.desk(read).is(200).json().path("reviews");
    assertThat(reviews.findValuesAsText("recused")).containsExactlyInAnyOrder("false", "true");
  }

  @Test
  void whose_an_idea_is_shows_only_where_the_round_says_so() {
    room.judgingOpens();
    assertThat(room.reads(amina, thyme).is(200).json().path("author").isNull()).isTrue();
    assertThat(room.reads(amina, thyme).json().toString()).doesNotContain("Coopérative Séchoir");
  }

  @Test
  void nothing_is_written_before_judging_opens_or_after_it_closes() {
    assertThat(room.writes(amina, thyme, paper(0, false, 4, 5)).is(409).code())
        .isEqualTo("NOT_JUDGING");
    room.judgingOpens();
    room.now = RESULTS.minusMillis(1);
    room.writes(amina, thyme, paper(0, true, 4, 5)).is(200);
    room.now = RESULTS;
    assertThat(room.writes(amina, thyme, paper(1, false, 4, 5)).is(409).code())
        .isEqualTo("NOT_JUDGING");
    room.judgingCloses();
    assertThat(room.writes(amina, thyme, paper(1, true, 1, 1)).is(409).code())
        .isEqualTo("NOT_JUDGING");
    assertThat(room.reads(amina, thyme).is(200).json().at("/paper/marks/IMPACT").asInt())
        .isEqualTo(5);
    assertThat(room.ballot(amina).is(200).json().at("/round/phase").asText()).isEqualTo("CLOSED");
  }

  @Test
  void who_has_work_left_is_behind_once_judging_has_begun() {
    assertThat(room.overview(amina).path("behind").asBoolean()).isFalse();
    room.judgingOpens();
    assertThat(room.overview(amina).path("behind").asBoolean()).isTrue();
    room.jury().juror(amina).orElseThrow().ideas().forEach(idea -> room.submits(amina, idea));
    assertThat(room.overview(amina).path("behind").asBoolean()).isFalse();
    assertThat(room.overview(samir).path("behind").asBoolean()).isTrue();
    assertThat(room.overview().at("/coverage/reviewsSubmitted").asInt()).isEqualTo(2);
  }

  @Test
  void an_answer_says_where_one_comes_from_what_one_reads_and_what_one_is_tied_to() {
    String driss = room.lists("driss");
    room.invitesAll();
    Map<String, Object> body = acceptance();
    body.put("organisation", " Université  Sultan Moulay Slimane ");
    body.put("reads", List.of("fr"));
    body.put("conflicts", List.of(Map.of("idea", thyme, "kind", "PERSONAL")));
    JuryRoom.Answer answered =
        room.says(driss, Requests.post("/api/jury/answer").json(body)).is(200);
    assertThat(answered.json().at("/juror/organisation").asText())
        .isEqualTo("Université Sultan Moulay Slimane");
    assertThat(answered.json().at("/juror/state").asText()).isEqualTo("ACCEPTED");
    assertThat(state(driss, thyme)).isEqualTo("RECUSED");
    assertThat(room.overview(driss).at("/conflicts/0/kind").asText()).isEqualTo("PERSONAL");
  }

  @Test
  void every_field_of_an_answer_is_looked_at() {
    Requests nothing = Requests.post("/api/jury/answer").json(Map.of());
    assertThat(room.says(amina, nothing).is(422).fault("accept")).isEqualTo("REQUIRED");
    Map<String, Object> body = acceptance();
    body.put("organisation", "x".repeat(161));
    body.put("reads", List.of("FR"));
    body.put(
        "conflicts",
        List.of(
            Map.of("idea", "none", "kind", "PERSONAL"), Map.of("idea", thyme, "kind", "LANGUAGE")));
    body.put("name", "Somebody else");
    JuryRoom.Answer wrong = room.says(amina, Requests.post("/api/jury/answer").json(body)).is(422);
    assertThat(wrong.fault("organisation")).isEqualTo("TOO_LONG");
    assertThat(wrong.fault("reads")).isEqualTo("UNKNOWN_CODE");
    assertThat(wrong.fault("conflicts[0].idea")).isEqualTo("UNKNOWN_CODE");
    assertThat(wrong.fault("conflicts[1].kind")).isEqualTo("UNKNOWN_CODE");
    assertThat(wrong.fault("name")).isEqualTo("UNKNOWN_FIELD");
    body = acceptance();
    body.put("reads", List.of());
    assertThat(room.says(amina, Requests.post("/api/jury/answer").json(body)).fault("reads"))
        .isEqualTo("REQUIRED");
    Map<String, Object> no = Map.of("accept", false, "reads", List.of("fr"));
    assertThat(room.says(amina, Requests.post("/api/jury/answer").json(no)).is(422).fault("reads"))
        .isEqualTo("UNKNOWN_FIELD");
    assertThat(room.recuses(amina, thyme, "LANGUAGE").is(422).fault("kind"))
        .isEqualTo("UNKNOWN_CODE");
    assertThat(room.recuses(amina, thyme, "BOREDOM").is(422).fault("kind"))
        .isEqualTo("UNKNOWN_CODE");
  }

  @Test
  void a_lost_link_is_mailed_again_even_by_one_that_is_too_old_but_not_over_and_over() {
    Requests ask = Requests.post("/api/jury/link").json(Map.of());
    assertThat(
            room.carrying(room.expiredToken(amina), ask).is(202).json().path("asked").asBoolean())
        .isTrue();
    assertThat(linksAsked()).isEqualTo(1);
    for (int i = 0; i < 6; i++) {
      room.now = room.now.plusMillis(1);
      room.says(amina, Requests.post("/api/jury/link").json(Map.of())).is(202);
    }
    assertThat(linksAsked()).isEqualTo(3);
    room.now = room.now.plus(Duration.ofHours(1));
    room.says(amina, Requests.post("/api/jury/link").json(Map.of())).is(202);
    assertThat(linksAsked()).isEqualTo(4);
    Requests to = Requests.post("/api/jury/link").json(Map.of("email", "else@example.org"));
    assertThat(room.says(amina, to).is(422).fault("email")).isEqualTo("UNKNOWN_FIELD");
  }

  private long linksAsked() {
    return room.table.everything().stream()
        .filter(item -> item.get("SK").s().startsWith("EVENT#JURYLINK#" + amina))
        .count();
  }
}
