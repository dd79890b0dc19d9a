package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.aRound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.round.Edition;

/** What a jury reads and writes, route by route: nobody else gets at it, and nobody too early. */
class BeforeItsTimeTest {

  private static final String SECRET = "Le thym se vend frais et mal";
  private static final String WORDS = "Solide.";

  private final JuryRoom room = new JuryRoom(aRound());
  private final List<String> ideas = new ArrayList<>();
  private String amina;
  private String samir;

  @BeforeEach
  void aJuryOfFour() {
    for (int i = 0; i < 4; i++) {
      ideas.add(room.enters("Idée " + i));
    }
    amina = room.accepts("amina");
    samir = room.accepts("samir");
    room.accepts("zineb");
    room.accepts("driss");
    room.sharesOut();
  }

  private String hers() {
    return room.jury().juror(amina).orElseThrow().ideas().first();
  }

  private String notHers() {
    return ideas.stream()
        .filter(idea -> !room.jury().assignment().has(amina, idea))
        .findFirst()
        .orElseThrow();
  }

  /** Every route of a juror about an idea, as a request that would be good. */
  private static List<Supplier<Requests>> jurorsRoutes(String idea) {
    return List.of(
        () -> Requests.get("/api/jury/ballot"),
        () -> Requests.post("/api/jury/answer").json(JuryRoom.acceptance()),
        () -> Requests.get("/api/jury/ideas/{id}").path("id", idea),
        () ->
            Requests.put("/api/jury/reviews/{id}")
                .path("id", idea)
                .json(JuryRoom.paper(0, true, 1, 1)),
        () ->
            Requests.post("/api/jury/recusals/{id}")
                .path("id", idea)
                .json(Map.of("kind", "PERSONAL")));
  }

  private static List<Supplier<Requests>> routesOfTheDesk(String juror) {
    return List.of(
        () -> Requests.get("/api/desk/rounds/{id}/jury"),
        () ->
            Requests.post("/api/desk/rounds/{id}/jurors")
                .json(Map.of("name", "Moi", "email", "moi@example.org", "language", "fr")),
        () -> Requests.delete("/api/desk/rounds/{id}/jurors/{juror}").path("juror", juror),
        () -> Requests.post("/api/desk/rounds/{id}/invitations").json(Map.of()),
        () -> Requests.post("/api/desk/rounds/{id}/assignments").json(Map.of()));
  }

  private void isRefused(JuryRoom.Answer answer, int status, String code) {
    assertThat(answer.is(status).code()).isEqualTo(code);
    assertThat(answer.json().toString()).doesNotContain(SECRET, WORDS, "Idée", "amina", "samir");
  }

  @Test
  void without_a_jurors_link_nothing_opens() {
    room.judgingOpens();
    room.submits(amina, hers());
    List<Supplier<Requests>> routes = new ArrayList<>(jurorsRoutes(hers()));
    routes.add(() -> Requests.post("/api/jury/link").json(Map.of()));
    for (Supplier<Requests> route : routes) {
      for (String token : List.of("", "none", amina, room.decisionToken())) {
        isRefused(room.carrying(token, route.get()), 401, "UNAUTHORIZED");
      }
    }
  }

  @Test
  void a_link_that_is_too_old_opens_nothing() {
    room.judgingOpens();
    for (Supplier<Requests> route : jurorsRoutes(hers())) {
      isRefused(room.carrying(room.expiredToken(amina), route.get()), 401, "EXPIRED");
    }
  }

  @Test
  void whoever_was_taken_off_or_never_was_in_the_jury_sees_nothing() {
    room.judgingOpens();
    String idea = hers();
    room.submits(amina, idea);
    room.desk(Requests.delete("/api/desk/rounds/{id}/jurors/{juror}").path("juror", amina)).is(200);
    List<Supplier<Requests>> routes = new ArrayList<>(jurorsRoutes(idea));
    routes.remove(1);
    routes.add(() -> Requests.post("/api/jury/link").json(Map.of()));
    for (Supplier<Requests> route : routes) {
      isRefused(room.says(amina, route.get()), 403, "NOT_IN_JURY");
      isRefused(room.says("nobody", route.get()), 403, "NOT_IN_JURY");
      isRefused(room.carrying(room.token("none", amina), route.get()), 403, "NOT_IN_JURY");
    }
    Requests again = Requests.post("/api/jury/answer").json(JuryRoom.acceptance());
    isRefused(room.says(amina, again), 409, "NOT_IN_JURY");
  }

  @Test
  void a_juror_gets_at_their_own_ideas_only() {
    room.judgingOpens();
    for (Supplier<Requests> route : jurorsRoutes(notHers()).subList(2, 5)) {
      isRefused(room.says(amina, route.get()), 404, "NOT_ASSIGNED");
    }
    for (Supplier<Requests> route : jurorsRoutes("none").subList(2, 5)) {
      isRefused(room.says(amina, route.get()), 404, "NOT_ASSIGNED");
    }
    assertThat(room.papers.of(room.edition.id())).isEmpty();
  }

  @Test
  void a_link_opens_its_own_round_only() {
    Edition first = room.edition;
    String idea = hers();
    room.edition = Edition.announced(room.rounds, aRound());
    String other = room.accepts("malika");
    room.edition = first;
    room.judgingOpens();
    Edition second = room.edition;
    assertThat(second.id()).isEqualTo(first.id());
    String token = room.token(otherRound(other), other);
    isRefused(
        room.carrying(token, Requests.get("/api/jury/ideas/{id}").path("id", idea)),
        404,
        "NOT_ASSIGNED");
    isRefused(
        room.carrying(room.token(first.id(), other), Requests.get("/api/jury/ballot")),
        403,
        "NOT_IN_JURY");
  }

  private String otherRound(String juror) {
    return room.table.everything().stream()
        .filter(item -> item.get("SK").s().equals("JUROR#" + juror))
        .map(item -> item.get("PK").s().substring("ROUND#".length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void before_judging_a_ballot_has_titles_and_no_text() {
    String ballot = room.ballot(amina).is(200).json().toString();
    assertThat(ballot).contains("Idée").doesNotContain(SECRET, "Coopérative", "coop-");
    isRefused(room.reads(amina, hers()), 409, "NOT_JUDGING");
  }

  @Test
  void who_has_not_accepted_reads_titles_and_no_text() {
    String malika = room.lists("malika");
    room.invitesAll();
    room.desk(Requests.post("/api/desk/rounds/{id}/assignments").json(Map.of())).is(202);
    room.sharesOut();
    room.judgingOpens();
    String idea =
        ideas.stream()
            .filter(it -> room.jury().assignment().has(malika, it))
            .findFirst()
            .orElseThrow();
    assertThat(room.ballot(malika).is(200).json().toString()).doesNotContain(SECRET);
    List<Supplier<Requests>> routes = jurorsRoutes(idea).subList(2, 5);
    for (Supplier<Requests> route : routes) {
      isRefused(room.says(malika, route.get()), 409, "NOT_ACCEPTED");
    }
  }

  @Test
  void a_round_that_is_cancelled_is_closed_to_its_jury() {
    String idea = hers();
    room.judgingOpens();
    room.submits(amina, idea);
    room.edition.cancelled("La salle a brûlé", room.now);
    isRefused(room.reads(amina, idea), 409, "NOT_JUDGING");
    isRefused(room.writes(amina, idea, JuryRoom.paper(1, true, 2, 2)), 409, "NOT_JUDGING");
    isRefused(room.recuses(amina, idea, "PERSONAL"), 409, "JURY_OVER");
    isRefused(room.says(amina, Requests.post("/api/jury/link").json(Map.of())), 409, "JURY_OVER");
    assertThat(room.ballot(amina).is(200).json().at("/round/phase").asText())
        .isEqualTo("CANCELLED");
  }

  @Test
  void the_desk_of_a_jury_is_for_organisers_of_its_region() {
    room.judgingOpens();
    room.submits(amina, hers());
    for (Supplier<Requests> route : routesOfTheDesk(samir)) {
      isRefused(room.desk(room.moderator, route.get()), 403, "FORBIDDEN");
      isRefused(room.desk(room.stranger, route.get()), 403, "FORBIDDEN");
      isRefused(
          room.carrying(
              "", route.get().path("id", room.edition.id()).header("origin", JuryRoom.SITE)),
          401,
          "SIGNED_OUT");
      isRefused(
          room.says(
              amina, route.get().path("id", room.edition.id()).header("origin", JuryRoom.SITE)),
          401,
          "SIGNED_OUT");
    }
  }

  @Test
  void an_organiser_sees_who_has_marked_and_neither_marks_nor_words() {
    room.judgingOpens();
    room.submits(amina, hers());
    room.judgingCloses();
    String overview = room.overview().toString();
    assertThat(overview)
        .contains("\"submitted\":1")
        .doesNotContain("marks", WORDS, "Chiffrez", "INNOVATION");
  }
}
