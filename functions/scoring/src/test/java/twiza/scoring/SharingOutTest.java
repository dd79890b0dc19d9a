package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.aRound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Contact;
import twiza.idea.Journey;
import twiza.jury.Juror;
import twiza.place.Language;
import twiza.round.RoundSamples;

/** Who reads what follows whatever happens to the jury and to the ideas of a round. */
class SharingOutTest {

  private final JuryRoom room = new JuryRoom(aRound());
  private final List<String> ideas = new ArrayList<>();
  private final List<String> jurors = new ArrayList<>();

  private void aJury(int people, int entries) {
    for (int i = 0; i < entries; i++) {
      ideas.add(room.enters("Idée " + i));
    }
    for (int i = 0; i < people; i++) {
      jurors.add(room.accepts("juror" + i));
    }
    room.sharesOut();
  }

  private JsonNode coverage() {
    return room.overview().path("coverage");
  }

  private void everyIdeaIsCovered() {
    JsonNode coverage = coverage();
    assertThat(coverage.path("wantingTotal").asInt()).isZero();
    assertThat(coverage.path("unevenness").asInt()).isLessThanOrEqualTo(2);
    assertThat(coverage.path("connected").asBoolean()).isTrue();
  }

  private Set<String> read(String juror) {
    return room.jury().juror(juror).map(Juror::ideas).orElseThrow();
  }

  private String lastEvent() {
    return room.table.everything().stream()
        .filter(item -> item.get("SK").s().startsWith("EVENT#JURY#"))
        .max((one, other) -> one.get("SK").s().compareTo(other.get("SK").s()))
        .map(item -> item.get("kind").s() + " " + item.containsKey("work"))
        .orElseThrow();
  }

  @Test
  void doing_it_again_does_nothing() {
    aJury(5, 6);
    everyIdeaIsCovered();
    long version = room.jury().version();
    room.sharesOut();
    assertThat(room.jury().version()).isEqualTo(version);
    assertThat(lastEvent()).isEqualTo("JURY_ASSIGNED false");
  }

  @Test
  void the_same_round_is_shared_out_alike_by_its_seed() {
    aJury(5, 6);
    Map<String, Juror> before = new java.util.HashMap<>();
    room.jury().jurors().forEach(it -> before.put(it.id(), it));
    room.desk(Requests.post("/api/desk/rounds/{id}/assignments").json(Map.of())).is(202);
    room.sharesOut();
    room.jury().jurors().forEach(it -> assertThat(it).isEqualTo(before.get(it.id())));
  }

  @Test
  void who_recuses_is_replaced_at_once() {
    aJury(5, 6);
    room.judgingOpens();
    String amina = jurors.getFirst();
    String idea = read(amina).iterator().next();
    JuryRoom.Answer ballot = room.recuses(amina, idea, "PERSONAL").is(200);
    assertThat(ballot.json().path("ideas"))
        .filteredOn(it -> it.path("state").asText().equals("RECUSED"))
        .hasSize(1);
    assertThat(lastEvent()).isEqualTo("JUROR_RECUSED true");
    assertThat(coverage().path("wantingTotal").asInt()).isEqualTo(1);
    room.sharesOut();
    assertThat(room.readers(idea)).hasSize(3).doesNotContain(amina);
    everyIdeaIsCovered();
    room.recuses(amina, idea, "PERSONAL").is(200);
    assertThat(room.reads(amina, idea).is(404).code()).isEqualTo("NOT_ASSIGNED");
  }

  @Test
  void what_somebody_submitted_about_an_idea_they_recuse_from_counts_no_more() {
    aJury(5, 6);
    room.judgingOpens();
    String amina = jurors.getFirst();
    String idea = read(amina).iterator().next();
    room.submits(amina, idea);
    room.recuses(amina, idea, "OWN_IDEA").is(200);
    room.sharesOut();
    assertThat(room.readers(idea)).hasSize(3).doesNotContain(amina);
    assertThat(room.overview(amina).path("submitted").asInt()).isZero();
    assertThat(coverage().path("reviewsSubmitted").asInt()).isZero();
  }

  @Test
  void what_somebody_who_leaves_has_submitted_counts_and_the_rest_goes_to_others() {
    aJury(5, 6);
    room.judgingOpens();
    String amina = jurors.getFirst();
    List<String> hers = List.copyOf(read(amina));
    room.submits(amina, hers.getFirst());
    room.writes(amina, hers.get(1), JuryRoom.paper(0, false, 2, 2)).is(200);
    room.says(amina, Requests.post("/api/jury/answer").json(Map.of("accept", false))).is(200);
    assertThat(lastEvent()).isEqualTo("JUROR_DECLINED true");
    room.sharesOut();
    assertThat(room.readers(hers.getFirst())).hasSize(2).doesNotContain(amina);
    hers.stream().skip(1).forEach(idea -> assertThat(room.readers(idea)).hasSize(3));
    everyIdeaIsCovered();
    assertThat(room.overview(amina).path("state").asText()).isEqualTo("LEFT");
    assertThat(room.overview(amina).path("load").asInt()).isZero();
    assertThat(room.overview(amina).path("submitted").asInt()).isEqualTo(1);
    assertThat(coverage().path("reviewsAsked").asInt()).isEqualTo(18);
  }

  @Test
  void who_is_taken_off_or_declines_is_replaced_before_judging_too() {
    aJury(5, 6);
    String amina = jurors.getFirst();
    room.desk(Requests.delete("/api/desk/rounds/{id}/jurors/{juror}").path("juror", amina)).is(200);
    assertThat(lastEvent()).isEqualTo("JUROR_REMOVED true");
    room.sharesOut();
    everyIdeaIsCovered();
    String samir = jurors.get(1);
    room.says(samir, Requests.post("/api/jury/answer").json(Map.of("accept", false))).is(200);
    room.sharesOut();
    everyIdeaIsCovered();
    assertThat(read(samir)).isEmpty();
    JuryRoom.Answer again =
        room.says(samir, Requests.post("/api/jury/answer").json(Map.of("accept", false)));
    assertThat(again.is(200).json().path("ideas")).isEmpty();
  }

  @Test
  void who_has_begun_with_an_idea_keeps_it_whoever_comes() {
    aJury(3, 6);
    room.judgingOpens();
    String amina = jurors.getFirst();
    Set<String> hers = Set.copyOf(read(amina));
    hers.forEach(idea -> room.writes(amina, idea, JuryRoom.paper(0, false, 3, 3)).is(200));
    room.accepts("newcomer1");
    room.accepts("newcomer2");
    room.sharesOut();
    assertThat(read(amina)).isEqualTo(hers);
  }

  @Test
  void whoever_was_never_invited_holds_no_idea_once_the_jury_begins() {
    aJury(3, 3);
    String forgotten = room.lists("forgotten");
    room.sharesOut();
    assertThat(read(forgotten)).isNotEmpty();
    room.judgingOpens();
    assertThat(read(forgotten)).isEmpty();
    everyIdeaIsCovered();
    Requests invitation =
        Requests.post("/api/desk/rounds/{id}/invitations")
            .json(Map.of("jurors", List.of(forgotten)));
    room.desk(invitation).is(200);
    assertThat(lastEvent()).isEqualTo("JURORS_INVITED true");
    room.sharesOut();
    assertThat(read(forgotten)).isNotEmpty();
  }

  @Test
  void an_idea_that_is_let_in_late_gets_its_readers() {
    String late = room.waits("Une idée tardive");
    aJury(5, 6);
    room.judgingOpens();
    assertThat(room.readers(late)).isEmpty();
    room.now = room.now.plusSeconds(60);
    Journey.continues(room.ideas, late).approved();
    assertThat(worksAskedBy(late)).isEqualTo("ASSIGN");
    room.sharesOut();
    assertThat(room.readers(late)).hasSize(3);
    everyIdeaIsCovered();
    assertThat(lastTold()).isNotEmpty();
  }

  private String worksAskedBy(String idea) {
    return room.table.everything().stream()
        .filter(item -> item.get("PK").s().equals("IDEA#" + idea) && item.containsKey("work"))
        .map(item -> item.get("work").s())
        .findFirst()
        .orElseThrow();
  }

  private List<String> lastTold() {
    return room.table.everything().stream()
        .filter(item -> item.get("SK").s().startsWith("EVENT#JURY#"))
        .max((one, other) -> one.get("SK").s().compareTo(other.get("SK").s()))
        .map(item -> item.get("data").m().get("jurors").ss())
        .orElseThrow();
  }

  @Test
  void an_idea_that_leaves_the_round_is_on_no_ballot() {
    aJury(5, 6);
    room.judgingOpens();
    String gone = ideas.getFirst();
    String reader = room.readers(gone).iterator().next();
    int total = room.ballot(reader).json().path("total").asInt();
    Journey.continues(room.ideas, gone).withdrawn();
    assertThat(room.ballot(reader).json().path("total").asInt()).isEqualTo(total - 1);
    assertThat(room.reads(reader, gone).is(404).code()).isEqualTo("NOT_FOUND");
    assertThat(coverage().path("entries").asInt()).isEqualTo(5);
    room.sharesOut();
    assertThat(room.readers(gone)).isEmpty();
  }

  @Test
  void in_a_room_every_juror_reads_every_idea() {
    JuryRoom live = new JuryRoom(aRound().live());
    List<String> all = Stream.of("Un four", "Un moulin", "Une ruche").map(live::enters).toList();
    String amina = live.accepts("amina");
    String samir = live.accepts("samir");
    live.sharesOut();
    assertThat(live.jury().assignment().of(amina)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(live.jury().assignment().of(samir)).containsExactlyInAnyOrderElementsOf(all);
    String late = live.accepts("zineb");
    live.sharesOut();
    assertThat(live.jury().assignment().of(late)).hasSize(3);
    assertThat(live.overview().at("/coverage/asked").asInt()).isEqualTo(3);
  }

  @Test
  void nobody_reads_what_they_sent_what_their_house_sent_or_what_they_can_not_read() {
    String own =
        room.enters(
            "À elle", JuryRoom.author("A", new Contact.Email("amina@gmail.com"), Language.FR));
    String house =
        room.enters(
            "De la maison",
            JuryRoom.author("Coopérative Éclat", new Contact.Email("x@y.example"), Language.FR));
    String arabic =
        room.enters(
            "بالعربية", JuryRoom.author("B", new Contact.Email("b@b.example"), Language.AR));
    String stranger =
        room.enters(
            "D'ailleurs", JuryRoom.author("C", new Contact.Email("c@gmail.com"), Language.FR));
    String amina = room.lists("amina", "Amina@gmail.com");
    room.invitesAll();
    Map<String, Object> body = JuryRoom.acceptance();
    body.put("organisation", "cooperative eclat");
    body.put("reads", List.of("fr"));
    room.says(amina, Requests.post("/api/jury/answer").json(body)).is(200);
    room.sharesOut();
    assertThat(read(amina)).containsExactly(stranger);
    JsonNode wanting = coverage().path("wanting");
    assertThat(wanting)
        .filteredOn(it -> List.of(own, house, arabic).contains(it.path("idea").asText()))
        .allMatch(it -> it.path("allowed").asInt() == 0);
  }

  @Test
  void nothing_is_shared_out_once_the_jury_is_done() {
    aJury(3, 3);
    room.judgingOpens();
    room.judgingCloses();
    long version = room.jury().version();
    room.sharesOut();
    assertThat(room.jury().version()).isEqualTo(version);
    assertThat(RoundSamples.RESULTS).isEqualTo(room.now);
  }
}
