package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.aRound;
import static twiza.scoring.JuryRoom.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.jury.Jury;

/** An organiser lists jurors, looks at what each would read, and invites them. */
class MakingUpAJuryTest {

  private static final String JURORS = "/api/desk/rounds/{id}/jurors";

  private final JuryRoom room = new JuryRoom(aRound());

  private JuryRoom.Answer lists(Map<String, Object> person) {
    return room.desk(Requests.post(JURORS).json(person));
  }

  private JuryRoom.Answer invites(Object... jurors) {
    return room.desk(
        Requests.post("/api/desk/rounds/{id}/invitations").json(Map.of("jurors", List.of(jurors))));
  }

  private JuryRoom.Answer asks() {
    return room.desk(Requests.post("/api/desk/rounds/{id}/assignments").json(Map.of()));
  }

  private JuryRoom.Answer removes(String juror) {
    return room.desk(Requests.delete(JURORS + "/{juror}").path("juror", juror));
  }

  private void ideasAreThere() {
    for (int i = 0; i < 8; i++) {
      room.enters("Idée " + i);
    }
  }

  @Test
  void nobody_is_in_it_at_first() {
    ideasAreThere();
    JsonNode jury = room.overview();
    assertThat(jury.path("jurors")).isEmpty();
    assertThat(jury.at("/coverage/entries").asInt()).isEqualTo(8);
    assertThat(jury.at("/coverage/wantingTotal").asInt()).isEqualTo(8);
    assertThat(jury.path("assignedAt").isNull()).isTrue();
    assertThat(asks().is(409).code()).isEqualTo("NOBODY_TO_ASK");
  }

  @Test
  void loads_and_coverage_show_before_anybody_is_invited() {
    ideasAreThere();
    for (String name : List.of("amina", "samir", "zineb", "driss")) {
      room.lists(name);
    }
    assertThat(asks().is(202).text("asked")).isEqualTo(room.now.toString());
    assertThat(room.overview().path("asked").asText()).isEqualTo(room.now.toString());
    room.sharesOut();
    JsonNode jury = room.overview();
    assertThat(jury.path("asked").isNull()).isTrue();
    assertThat(jury.path("jurors"))
        .extracting(it -> it.path("load").asInt())
        .containsExactly(6, 6, 6, 6);
    assertThat(jury.path("jurors"))
        .extracting(it -> it.path("state").asText())
        .containsOnly("LISTED");
    JsonNode coverage = jury.path("coverage");
    assertThat(coverage.path("asked").asInt()).isEqualTo(3);
    assertThat(coverage.path("wanting")).isEmpty();
    assertThat(coverage.path("connected").asBoolean()).isTrue();
    assertThat(coverage.at("/panels/0/ideas").asInt()).isEqualTo(8);
    assertThat(coverage.path("unevenness").asInt()).isZero();
    assertThat(coverage.path("reviewsAsked").asInt()).isEqualTo(24);
  }

  @Test
  void an_idea_that_too_few_may_read_is_pointed_out() {
    ideasAreThere();
    String amina = room.lists("amina", "amina@coop-x.example");
    room.lists("samir");
    room.lists("zineb");
    String idea =
        room.enters(
            "Une laiterie",
            JuryRoom.author(
                "Laiterie",
                new twiza.idea.Contact.Email("direction@coop-x.example"),
                twiza.place.Language.FR));
    asks().is(202);
    room.sharesOut();
    JsonNode coverage = room.overview().path("coverage");
    assertThat(coverage.path("wanting")).hasSize(1);
    JsonNode wanting = coverage.path("wanting").path(0);
    assertThat(wanting.path("idea").asText()).isEqualTo(idea);
    assertThat(wanting.path("title").asText()).isEqualTo("Une laiterie");
    assertThat(wanting.path("readers").asInt()).isEqualTo(2);
    assertThat(wanting.path("allowed").asInt()).isEqualTo(2);
    assertThat(room.readers(idea)).hasSize(2).doesNotContain(amina);
  }

  @Test
  void invitations_go_to_all_who_are_listed_or_to_those_named() {
    String amina = room.lists("amina");
    String samir = room.lists("samir");
    invites(samir).is(200);
    assertThat(room.overview(samir).path("state").asText()).isEqualTo("INVITED");
    assertThat(room.overview(amina).path("state").asText()).isEqualTo("LISTED");
    invites().is(200);
    assertThat(room.overview(amina).path("state").asText()).isEqualTo("INVITED");
    invites(samir).is(200);
    assertThat(invites("nobody").is(404).code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void who_was_taken_off_is_listed_anew_before_being_invited() {
    String amina = room.lists("amina");
    invites().is(200);
    assertThat(removes(amina).is(200).text("state")).isEqualTo("LEFT");
    assertThat(removes(amina).is(200).text("state")).isEqualTo("LEFT");
    assertThat(invites(amina).is(409).code()).isEqualTo("NOT_IN_JURY");
    assertThat(room.lists("amina")).isNotEqualTo(amina);
    assertThat(removes("nobody").is(404).code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void an_address_is_in_a_jury_once() {
    room.lists("amina", "Amina@example.org");
    JuryRoom.Answer again =
        lists(Map.of("name", "Amina B.", "email", "amina@EXAMPLE.org", "language", "ar"));
    assertThat(again.is(409).code()).isEqualTo("ALREADY_LISTED");
  }

  @Test
  void a_jury_has_room_for_sixty() {
    for (int i = 0; i < Jury.MOST_JURORS; i++) {
      room.lists("juror" + i);
    }
    JuryRoom.Answer full =
        lists(Map.of("name", "Une de trop", "email", "trop@example.org", "language", "fr"));
    assertThat(full.is(409).code()).isEqualTo("TOO_MANY_JURORS");
  }

  @Test
  void every_field_of_a_person_is_looked_at() {
    JuryRoom.Answer nothing = lists(Map.of()).is(422);
    assertThat(nothing.fault("name")).isEqualTo("REQUIRED");
    assertThat(nothing.fault("email")).isEqualTo("REQUIRED");
    assertThat(nothing.fault("language")).isEqualTo("REQUIRED");
    JuryRoom.Answer wrong =
        lists(
                Map.of(
                    "name", "x".repeat(121),
                    "email", "amina",
                    "language", "tzm",
                    "organisation", "x".repeat(161),
                    "state", "ACCEPTED"))
            .is(422);
    assertThat(wrong.fault("name")).isEqualTo("TOO_LONG");
    assertThat(wrong.fault("email")).isEqualTo("NOT_AN_EMAIL");
    assertThat(wrong.fault("language")).isEqualTo("UNKNOWN_CODE");
    assertThat(wrong.fault("organisation")).isEqualTo("TOO_LONG");
    assertThat(wrong.fault("state")).isEqualTo("UNKNOWN_FIELD");
    assertThat(room.overview().path("jurors")).isEmpty();
    Requests odd =
        Requests.post("/api/desk/rounds/{id}/invitations").json(Map.of("jurors", "amina"));
    assertThat(room.desk(odd).is(422).fault("jurors")).isEqualTo("WRONG_TYPE");
    Requests more = Requests.post("/api/desk/rounds/{id}/assignments").json(Map.of("seed", 5));
    assertThat(room.desk(more).is(422).fault("seed")).isEqualTo("UNKNOWN_FIELD");
  }

  @Test
  void a_draft_may_have_a_list_but_invites_nobody() {
    JuryRoom other = new JuryRoom(aRound());
    other.edition = twiza.round.Edition.drafted(other.rounds, aRound());
    other.lists("amina");
    Requests invite = Requests.post("/api/desk/rounds/{id}/invitations").json(Map.of());
    assertThat(other.desk(invite).is(409).code()).isEqualTo("NOT_ANNOUNCED");
    Requests assign = Requests.post("/api/desk/rounds/{id}/assignments").json(Map.of());
    assertThat(other.desk(assign).is(409).code()).isEqualTo("NOT_ANNOUNCED");
  }

  @Test
  void nothing_of_it_changes_once_the_jury_is_done() {
    String amina = room.accepts("amina");
    room.judgingOpens();
    room.judgingCloses();
    assertThat(removes(amina).is(409).code()).isEqualTo("JURY_OVER");
    assertThat(invites().is(409).code()).isEqualTo("JURY_OVER");
    assertThat(asks().is(409).code()).isEqualTo("JURY_OVER");
    JuryRoom.Answer late =
        lists(Map.of("name", "En retard", "email", "retard@example.org", "language", "fr"));
    assertThat(late.is(409).code()).isEqualTo("JURY_OVER");
    JuryRoom.Answer answer = room.says(amina, Requests.post("/api/jury/answer").json(acceptance()));
    assertThat(answer.is(409).code()).isEqualTo("JURY_OVER");
  }
}
