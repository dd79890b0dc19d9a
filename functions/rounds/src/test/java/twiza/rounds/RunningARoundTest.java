package twiza.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.Via;
import twiza.rounds.Console.Answer;

/** An organiser sets a round up, watches it and changes it. */
class RunningARoundTest {

  private static final String ROUNDS = "/api/desk/rounds";
  private static final String ROUND = "/api/desk/rounds/{id}";

  private final Console console = new Console();

  private static Map<String, Object> dates() {
    return new HashMap<>(
        Map.of("opensAt", "2026-05-11T10:00", "submissionsCloseAt", "2026-05-25T10:00"));
  }

  private static Map<String, Object> complete() {
    Map<String, Object> texts =
        Map.of("title", "Titre", "theme", "Thème", "eligibility", "Tous", "complaints", "Écrire");
    Map<String, Object> body = dates();
    body.put("texts", Map.of("fr", texts, "ar", texts));
    return body;
  }

  private Answer drafts(Map<String, Object> body) {
    return console.says(Requests.post(ROUNDS).json(body));
  }

  private Requests of(Requests request, String id) {
    return request.path("id", id);
  }

  private Answer reads(String id) {
    return console.says(of(Requests.get(ROUND), id));
  }

  private Answer announces(String id, int version) {
    return console.says(
        of(Requests.post(ROUND + "/announcement"), id).json(Map.of("version", version)));
  }

  private Answer replans(String id, int version, Map<String, Object> body) {
    Map<String, Object> whole = new HashMap<>(body);
    whole.put("version", version);
    return console.says(of(Requests.put(ROUND), id).json(whole));
  }

  private Answer cancels(String id, int version, String reason) {
    return console.says(
        of(Requests.post(ROUND + "/cancellation"), id)
            .json(Map.of("version", version, "reason", reason)));
  }

  private static List<String> missing(Answer answer) {
    return answer
        .json()
        .path("missing")
        .valueStream()
        .map(it -> it.path("what").asText() + " " + it.path("which").asText())
        .toList();
  }

  @Test
  void twoDatesAreEnoughToBeginWith() {
    Answer draft = drafts(dates());
    assertThat(draft.status()).isEqualTo(201);
    assertThat(draft.text("phase")).isEqualTo("DRAFT");
    assertThat(draft.text("opensAt")).isEqualTo("2026-05-11T09:00:00Z");
    assertThat(draft.json().at("/local/opensAt").asText()).isEqualTo("2026-05-11T10:00");
    assertThat(draft.text("judgingOpensAt")).isEqualTo("2026-05-28T09:00:00Z");
    assertThat(draft.text("judgingClosesAt")).isEqualTo("2026-06-11T09:00:00Z");
    assertThat(draft.json().path("rubric")).hasSize(5);
    assertThat(draft.json().path("reviews").asInt()).isEqualTo(3);
    assertThat(draft.text("priority")).isEqualTo("INNOVATION");
    assertThat(missing(draft)).hasSize(8).contains("TEXT TITLE FR", "TEXT COMPLAINTS AR");
    assertThat(reads(draft.text("id")).json()).isEqualTo(draft.json());
  }

  @Test
  void aLiveRoundIsJudgedAtOnceByEveryJurorInTenMinutes() {
    Map<String, Object> body = complete();
    body.putAll(Map.of("live", true, "submissionsCloseAt", "2026-05-11T12:00", "graceMinutes", 5));
    Answer draft = drafts(body);
    assertThat(draft.text("judgingOpensAt")).isEqualTo("2026-05-11T11:05:00Z");
    assertThat(draft.text("judgingClosesAt")).isEqualTo("2026-05-11T11:15:00Z");
    assertThat(draft.json().path("reviews").isNull()).isTrue();
    assertThat(draft.json().path("roomCode").isNull()).isTrue();
    Answer announced = announces(draft.text("id"), 1);
    assertThat(announced.text("roomCode")).matches("[2-9A-HJ-NP-Z]{6}");
    Answer poster = console.says(of(Requests.get(ROUND + "/poster"), draft.text("id")));
    assertThat(poster.text("roomCode")).isEqualTo(announced.text("roomCode"));
    assertThat(poster.json().at("/addresses/ar").asText())
        .endsWith("/ar/rounds/" + draft.text("id") + "/submit/");
    assertThat(poster.text("qr")).startsWith("<svg");
  }

  @Test
  void announcingWaitsUntilNothingIsMissing() {
    Answer draft = drafts(dates());
    Answer refused = announces(draft.text("id"), 1);
    assertThat(refused.code()).isEqualTo("ROUND_INCOMPLETE");
    assertThat(missing(refused)).isEqualTo(missing(draft));
    Answer replanned = replans(draft.text("id"), 1, complete());
    assertThat(missing(replanned)).isEmpty();
    assertThat(replanned.json().path("seed")).isEqualTo(draft.json().path("seed"));
    Answer announced = announces(draft.text("id"), 2);
    assertThat(announced.text("phase")).isEqualTo("ANNOUNCED");
    assertThat(announced.texts("frozen")).containsExactly("LIVE");
    assertThat(announces(draft.text("id"), 3).code()).isEqualTo("ALREADY_ANNOUNCED");
  }

  @Test
  void whoeverReadAnOlderVersionChangesNothing() {
    String id = drafts(complete()).text("id");
    announces(id, 1);
    assertThat(replans(id, 1, complete()).code()).isEqualTo("ROUND_CHANGED");
    assertThat(announces(id, 1).code()).isEqualTo("ROUND_CHANGED");
    assertThat(cancels(id, 1, "Report").code()).isEqualTo("ROUND_CHANGED");
    assertThat(reads(id).json().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void thePhaseIsTheOneOfTheClockThoughNothingHasMovedIt() {
    Edition edition = Edition.announced(console.rounds, aRound());
    console.now = CLOSES.plusMillis(1);
    assertThat(reads(edition.id()).text("phase")).isEqualTo("SCREENING");
    console.now = RESULTS;
    assertThat(reads(edition.id()).text("phase")).isEqualTo("CLOSED");
    assertThat(reads(edition.id()).texts("frozen")).contains("RUBRIC").doesNotContain("TITLE");
  }

  @Test
  void aDeadlineIsExtendedBeforeItPassesAndNotShortenedOnceAnIdeaIsSent() {
    String id = drafts(complete()).text("id");
    announces(id, 1);
    console.now = OPENS;
    Samples.Sample sample = anIdea().sentAt(OPENS);
    console.ideas.submit(
        sample.submissionFor(console.rounds.find(id).orElseThrow(), Via.AUTHOR, ""));
    Map<String, Object> shorter = complete();
    shorter.put("submissionsCloseAt", "2026-05-20T10:00");
    Answer refused = replans(id, 2, shorter);
    assertThat(refused.code()).isEqualTo("DEADLINE_SHORTENED");
    assertThat(refused.texts("parts"))
        .containsExactlyInAnyOrder("SUBMISSIONS_CLOSE", "JUDGING_OPENING", "JUDGING_CLOSE");
    Map<String, Object> longer = complete();
    longer.put("submissionsCloseAt", "2026-05-26T10:00");
    longer.put("reviews", 3);
    assertThat(replans(id, 2, longer).text("submissionsCloseAt")).isEqualTo("2026-05-26T09:00:00Z");
  }

  private Answer ends(Edition edition) {
    int version = (int) edition.round().version();
    return console.says(
        of(Requests.post(ROUND + "/closing"), edition.id()).json(Map.of("version", version)));
  }

  @Test
  void theJuryOfALiveRoundIsDoneWhenItsOrganiserSaysSo() {
    Edition edition = Edition.announced(console.rounds, aRound().live());
    console.now = edition.round().schedule().judgingOpensAt();
    assertThat(ends(edition).code()).isEqualTo("NOT_JUDGING");
    console.now = console.now.plus(Duration.ofMinutes(4));
    Answer ended = ends(edition);
    assertThat(ended.text("phase")).isEqualTo("CLOSED");
    assertThat(ended.text("judgingClosesAt")).isEqualTo(console.now.toString());
    assertThat(ended.texts("frozen")).contains("JUDGING_CLOSE");
    assertThat(ends(edition).text("phase")).isEqualTo("CLOSED");
    assertThat(toldOfADate()).isFalse();
    edition.closed(console.now.plus(Duration.ofMinutes(1)));
    assertThat(edition.round().phase()).isEqualTo(Phase.CLOSED);
    edition.cancelled("Fausse manœuvre", console.now.plus(Duration.ofMinutes(2)));
    assertThat(ends(edition).code()).isEqualTo("ROUND_OVER");
  }

  private boolean toldOfADate() {
    return console.table.everything().stream()
        .filter(item -> item.containsKey("kind"))
        .filter(item -> item.get("kind").s().equals("ROUND_CHANGED"))
        .anyMatch(item -> item.containsKey("tell"));
  }

  @Test
  void jurorsWhoAreInNoRoomKeepTheTimeTheyWereGiven() {
    Edition edition = Edition.announced(console.rounds, aRound());
    console.now = JURY.plus(Duration.ofDays(1));
    assertThat(ends(edition).code()).isEqualTo("DEADLINE_SHORTENED");
    assertThat(ends(edition).texts("parts")).containsExactly("JUDGING_CLOSE");
    assertThat(edition.round().schedule().judgingClosesAt()).isEqualTo(RESULTS);
  }

  @Test
  void endingTheJuryTakesTheVersionThatWasRead() {
    Edition edition = Edition.announced(console.rounds, aRound().live());
    Requests closing = of(Requests.post(ROUND + "/closing"), edition.id());
    assertThat(console.says(closing.json(Map.of())).fault("version")).isEqualTo("REQUIRED");
  }

  @Test
  void whatIsFrozenIsNamed() {
    Edition edition = Edition.announced(console.rounds, aRound());
    console.now = JURY.plus(Duration.ofDays(1));
    Map<String, Object> other = complete();
    other.put("graceMinutes", 5);
    Answer refused = replans(edition.id(), 2, other);
    assertThat(refused.code()).isEqualTo("ROUND_FROZEN");
    assertThat(refused.texts("parts")).contains("GRACE", "RUBRIC");
  }

  @Test
  void cancellingTakesAReasonWhichIsKept() {
    String id = drafts(complete()).text("id");
    announces(id, 1);
    assertThat(cancels(id, 2, " ").fault("reason")).isEqualTo("REQUIRED");
    Answer cancelled = cancels(id, 2, "La salle est inondée.");
    assertThat(cancelled.text("phase")).isEqualTo("CANCELLED");
    assertThat(cancelled.text("reason")).isEqualTo("La salle est inondée.");
    assertThat(replans(id, 3, complete()).code()).isEqualTo("ROUND_OVER");
    assertThat(reads(id).text("reason")).isEqualTo("La salle est inondée.");
  }

  @Test
  void draftsStandApartAndPagesFollowOneAnother() {
    String draft = drafts(dates()).text("id");
    List.of(1, 2, 3).forEach(_ -> Edition.announced(console.rounds, aRound()));
    Answer first = console.says(Requests.get(ROUNDS).query("limit", "2"));
    assertThat(first.json().path("drafts"))
        .extracting(it -> it.path("id").asText())
        .containsExactly(draft);
    assertThat(first.json().path("items")).hasSize(2);
    Answer second =
        console.says(Requests.get(ROUNDS).query("limit", "2").query("cursor", first.text("next")));
    assertThat(second.json().path("items")).hasSize(1);
    assertThat(console.says(Requests.get(ROUNDS).query("cursor", "none")).code())
        .isEqualTo("BAD_CURSOR");
  }

  @ParameterizedTest
  @CsvSource({
    "opensAt, demain, opensAt, NOT_A_TIME",
    "opensAt, 2026-03-22T02:30, opensAt, NO_SUCH_TIME",
    "opensAt, 2026-02-15T02:30, opensAt, TIME_TWICE",
    "submissionsCloseAt, 2026-05-11T10:00, submissionsCloseAt, DATE_ORDER",
    "judgingOpensAt, 2026-05-25T09:59, judgingOpensAt, DATE_ORDER",
    "judgingClosesAt, 2026-05-25T10:00, judgingClosesAt, DATE_ORDER",
    "graceMinutes, x, graceMinutes, WRONG_TYPE",
    "officialRanking, x, officialRanking, UNKNOWN_CODE",
    "tieBreaks, x, tieBreaks, WRONG_TYPE",
    "prizes, x, prizes, WRONG_TYPE",
    "moon, x, moon, UNKNOWN_FIELD"
  })
  void whatIsWrongIsSaid(String field, String value, String at, String code) {
    Map<String, Object> body = dates();
    body.put(field, value);
    assertThat(drafts(body).fault(at)).isEqualTo(code);
  }

  @Test
  void whatIsWrongInAListNamesItsPlace() {
    Map<String, Object> body = dates();
    Map<String, Object> twice = Map.of("code", "A", "weight", 101, "levels", Map.of("fr", "x"));
    body.put("rubric", List.of(twice, Map.of("code", "A"), 7, Map.of("code", "b", "weight", 1)));
    body.put(
        "prizes", List.of(Map.of("amount", -1, "title", Map.of("fr", "x".repeat(161)), "z", 1)));
    body.put("tieBreaks", List.of("MEDIAN", "MEDIAN"));
    Answer refused = drafts(body);
    assertThat(refused.fault("rubric[0].weight")).isEqualTo("OUT_OF_RANGE");
    assertThat(refused.fault("rubric[0].levels.fr")).isEqualTo("WRONG_TYPE");
    assertThat(refused.fault("rubric[1].code")).isEqualTo("BAD_CODE");
    assertThat(refused.fault("rubric[1].weight")).isEqualTo("REQUIRED");
    assertThat(refused.fault("rubric[2]")).isEqualTo("WRONG_TYPE");
    assertThat(refused.fault("rubric[3].code")).isEqualTo("BAD_CODE");
    assertThat(refused.fault("prizes[0].amount")).isEqualTo("OUT_OF_RANGE");
    assertThat(refused.fault("prizes[0].title.fr")).isEqualTo("TOO_LONG");
    assertThat(refused.fault("prizes[0].z")).isEqualTo("UNKNOWN_FIELD");
    assertThat(refused.fault("tieBreaks")).isEqualTo("UNKNOWN_CODE");
  }

  @Test
  void whatWasReadIsSentBackAndChangesNothing() {
    Answer draft = drafts(complete());
    Map<String, Object> same = new HashMap<>();
    for (String field :
        List.of(
            "texts",
            "opensAt",
            "submissionsCloseAt",
            "judgingOpensAt",
            "judgingClosesAt",
            "entriesPerAuthor",
            "complaintDays",
            "graceMinutes",
            "prizes",
            "rubric",
            "reviews",
            "officialRanking",
            "tieBreaks",
            "priority",
            "seed",
            "live",
            "namesHidden")) {
      same.put(field, draft.json().path(field));
    }
    assertThat(replans(draft.text("id"), 1, same).json()).isEqualTo(draft.json());
    same.remove("reviews");
    Answer everyone = replans(draft.text("id"), 1, same);
    assertThat(everyone.json().path("reviews").isNull()).isTrue();
  }

  private Edition open() {
    Edition edition = Edition.announced(console.rounds, aRound().takingPerAuthor(2)).moved(OPENS);
    console.now = OPENS.plusSeconds(1);
    return edition;
  }

  private Answer puts(Edition edition, Map<String, Object> body) {
    return console.says(of(Requests.post(ROUND + "/entries"), edition.id()).json(body));
  }

  private Answer takesOut(Edition edition, String idea) {
    return console.says(
        of(Requests.delete(ROUND + "/entries/{idea}"), edition.id()).path("idea", idea));
  }

  @Test
  void anOrganiserPutsAnIdeaInByItsCodeAndTakesItOut() {
    Edition edition = open();
    Journey idea = Journey.published(console.ideas, anIdea());
    String code = idea.dossier().idea().trackingCode();
    Answer in = puts(edition, Map.of("trackingCode", code));
    assertThat(in.status()).isEqualTo(201);
    assertThat(in.text("standing")).isEqualTo("READY");
    assertThat(in.text("via")).isEqualTo("ORGANISER");
    assertThat(puts(edition, Map.of("idea", idea.id())).json()).isEqualTo(in.json());
    assertThat(edition.round().entered()).isEqualTo(1);
    Answer out = takesOut(edition, idea.id());
    assertThat(out.text("place")).isEqualTo("LEFT");
    assertThat(takesOut(edition, idea.id()).json()).isEqualTo(out.json());
    assertThat(idea.dossier().history().getLast().by()).isEqualTo(console.organiser.id());
  }

  @Test
  void whatCanNotBePutInIsRefusedWithTheReason() {
    Edition edition = open();
    assertThat(puts(edition, Map.of("idea", "none")).fault("idea")).isEqualTo("UNKNOWN_IDEA");
    assertThat(puts(edition, Map.of()).fault("trackingCode")).isEqualTo("REQUIRED");
    Journey refused =
        Journey.begins(console.ideas, anIdea()).confirmed().decided(Choice.REJECT, "Non");
    assertThat(puts(edition, Map.of("idea", refused.id())).code()).isEqualTo("NOT_PUBLISHED");
    for (int i = 0; i < 2; i++) {
      puts(edition, Map.of("idea", Journey.published(console.ideas, anIdea()).id()));
    }
    String third = Journey.published(console.ideas, anIdea()).id();
    assertThat(puts(edition, Map.of("idea", third)).code()).isEqualTo("TOO_MANY_ENTRIES");
    console.now = JURY.plusMillis(1);
    String late = Journey.published(console.ideas, anIdea().by(Samples.moha())).id();
    assertThat(puts(edition, Map.of("idea", late)).code()).isEqualTo("ROUND_NOT_OPEN");
    assertThat(takesOut(edition, late).status()).isEqualTo(404);
    console.now = RESULTS;
    assertThat(takesOut(edition, late).code()).isEqualTo("ROUND_OVER");
  }

  @Test
  void aModeratorSeesWhoIsInItAndWhatWaits() {
    Edition edition = open();
    Journey ready = Journey.published(console.ideas, anIdea());
    Journey waiting = Journey.begins(console.ideas, anIdea()).confirmed();
    puts(edition, Map.of("idea", ready.id()));
    puts(edition, Map.of("idea", waiting.id()));
    assertThat(listed(edition, "/entries")).containsExactlyInAnyOrder(ready.id(), waiting.id());
    assertThat(listed(edition, "/waiting")).containsExactly(waiting.id());
    Answer figures =
        console.says(console.moderator, of(Requests.get(ROUND + "/figures"), edition.id()));
    assertThat(figures.code()).isEqualTo("FORBIDDEN");
  }

  private List<String> listed(Edition edition, String list) {
    Answer answer = console.says(console.moderator, of(Requests.get(ROUND + list), edition.id()));
    return answer.json().path("items").valueStream().map(it -> it.path("idea").asText()).toList();
  }

  @Test
  void figuresCountByStandingDayProvinceAndSector() {
    Edition edition = open();
    puts(edition, Map.of("idea", Journey.published(console.ideas, anIdea()).id()));
    console.now = OPENS.plus(Duration.ofDays(1));
    Journey asked =
        Journey.begins(console.ideas, anIdea().by(Samples.moha()).in(Samples.AZILAL))
            .decided(Choice.REQUEST_CHANGES, "Coûts ?");
    puts(edition, Map.of("idea", asked.id()));
    Journey out = Journey.published(console.ideas, anIdea());
    puts(edition, Map.of("idea", out.id()));
    takesOut(edition, out.id());
    JsonNode figures = console.says(of(Requests.get(ROUND + "/figures"), edition.id())).json();
    assertThat(figures.path("sent").asInt()).isEqualTo(3);
    assertThat(figures.path("entered").asInt()).isEqualTo(2);
    assertThat(figures.path("byStanding").toString())
        .isEqualTo("{\"ASKED\":1,\"OUT\":1,\"READY\":1}");
    assertThat(figures.path("byDay").toString()).isEqualTo("{\"2026-05-11\":1,\"2026-05-12\":2}");
    assertThat(figures.path("byProvince").toString()).isEqualTo("{\"05.081\":1,\"05.091\":1}");
    assertThat(figures.path("bySector").path("AROMATIC_PLANTS").asInt()).isEqualTo(2);
    assertThat(figures.path("toCall").asInt()).isEqualTo(1);
  }

  @Test
  void aLateCodeLetsOneAuthorInOnce() {
    Edition edition = Edition.announced(console.rounds, aRound()).moved(CLOSES.plusMillis(1));
    console.now = CLOSES.plusSeconds(60);
    Answer issued =
        console.says(
            of(Requests.post(ROUND + "/late-codes"), edition.id())
                .json(Map.of("phone", "06 12 34 56 78")));
    assertThat(issued.status()).isEqualTo(201);
    Samples.Sample sample = anIdea().by(Samples.moha()).sentAt(console.now);
    assertThat(
            console.ideas.submit(
                sample.submissionFor(edition.round(), Via.LATE_CODE, issued.text("code"))))
        .isEqualTo(new Ideas.Submission.Kept());
    console.now = JURY.plusMillis(1);
    Answer tooLate =
        console.says(
            of(Requests.post(ROUND + "/late-codes"), edition.id())
                .json(Map.of("email", "a@example.org")));
    assertThat(tooLate.code()).isEqualTo("ROUND_NOT_OPEN");
  }

  @Test
  void roundsOfOtherRegionsAreNobodysBusiness() {
    Edition elsewhere = Edition.announced(console.rounds, aRound().in("06"));
    assertThat(reads(elsewhere.id()).code()).isEqualTo("FORBIDDEN");
    assertThat(reads("none").status()).isEqualTo(404);
  }
}
