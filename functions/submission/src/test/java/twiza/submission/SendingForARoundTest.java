package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;
import static twiza.submission.AuthorsSide.idea;
import static twiza.submission.AuthorsSide.ideaByPhone;
import static twiza.submission.AuthorsSide.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Entry;
import twiza.idea.State;
import twiza.round.Edition;
import twiza.round.RoundSamples;
import twiza.submission.AuthorsSide.Answer;
import twiza.table.TableLateCodes;

class SendingForARoundTest {

  private static final Instant IN_TIME = OPENS.plus(Duration.ofDays(1));
  private static final String LATE_CODE = "K7MX2QHRPW";

  private final AuthorsSide site = new AuthorsSide();

  private Edition announced() {
    return Edition.announced(site.rounds, aRound());
  }

  private Answer sent(Edition round, Instant at, String email) {
    return sent(round, at, idea(email), Map.of());
  }

  private Answer sent(
      Edition round, Instant at, Map<String, Object> idea, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(idea);
    body.put("round", round.id());
    body.putAll(more);
    return site.say(Requests.post("/api/ideas").at(at).json(body));
  }

  private Answer enters(Answer submitted, Edition round, Instant at) {
    return site.say(
        Requests.post("/api/my/entries")
            .at(at)
            .bearer(token(submitted))
            .json(Map.of("roundId", round.id())));
  }

  private Answer leaves(Answer submitted, Edition round, Instant at) {
    return site.say(
        Requests.delete("/api/my/entries/{id}")
            .path("id", round.id())
            .at(at)
            .bearer(token(submitted)));
  }

  private Answer published(String email) {
    Answer sent = site.submit(idea(email));
    site.happens(sent, new Command.Confirm(), OPENS);
    site.happens(sent, new Command.Decide(Choice.APPROVE, 1, "M1", ""), OPENS);
    return sent;
  }

  private Entry entry(Answer submitted, Edition round) {
    return site.dossier(submitted).idea().entry(round.id()).orElseThrow();
  }

  private static String why(Answer answer) {
    return answer.json().at("/round/why").asText();
  }

  private static boolean entered(Answer answer) {
    return answer.json().at("/round/entered").asBoolean();
  }

  @Test
  void anIdeaSentInTimeIsInTheRoundAndItsAuthorSeesIt() {
    Edition round = announced();

    Answer answer = sent(round, IN_TIME, "fatima@example.org");

    assertThat(entered(answer)).isTrue();
    assertThat(entry(answer, round).place()).isEqualTo(Entry.Place.ENTERED);
    assertThat(round.round().entered()).isEqualTo(1);
    Answer followed = site.say(Requests.get("/api/my/idea").at(IN_TIME).bearer(token(answer)));
    assertThat(followed.json().at("/rounds/0/title").asText()).isEqualTo("Ideathon du Moyen Atlas");
    assertThat(followed.json().at("/rounds/0/standing").asText()).isEqualTo("UNCONFIRMED");
    assertThat(followed.json().at("/openRounds").size()).isZero();
  }

  @Test
  void aSecondBeforeTheDeadlineIsTakenAndASecondAfterItIsNotThoughNothingHasMovedTheRound() {
    Edition round = announced();

    Answer early = sent(round, CLOSES.minusSeconds(1), "early@example.org");
    Answer late = sent(round, CLOSES.plusSeconds(1), "late@example.org");

    assertThat(entered(early)).isTrue();
    assertThat(late.status()).isEqualTo(201);
    assertThat(entered(late)).isFalse();
    assertThat(why(late)).isEqualTo("LATE");
    assertThat(site.dossier(late).idea().state()).isEqualTo(State.UNCONFIRMED);
    assertThat(site.dossier(late).idea().entries()).isEmpty();
  }

  @Test
  void anIdeaThatTheRoundDoesNotTakeGoesToTheBankAndTheAnswerSaysWhy() {
    Edition round = announced();
    Edition draft = Edition.drafted(site.rounds, aRound());
    Edition elsewhere = Edition.announced(site.rounds, aRound().in("06"));
    Edition cancelled = announced().cancelled("Une autre date viendra.", OPENS);

    assertThat(why(sent(round, OPENS.minusMillis(1), "a@example.org"))).isEqualTo("NOT_YET");
    assertThat(why(sent(draft, IN_TIME, "b@example.org"))).isEqualTo("UNKNOWN");
    assertThat(why(sent(elsewhere, IN_TIME, "c@example.org"))).isEqualTo("OTHER_REGION");
    assertThat(why(sent(cancelled, IN_TIME, "d@example.org"))).isEqualTo("CANCELLED");
  }

  @Test
  void anAuthorHasNoMoreIdeasInARoundThanItsRulesAllow() {
    Edition round = Edition.announced(site.rounds, aRound().takingPerAuthor(1));
    sent(round, IN_TIME, ideaByPhone("0612345678"), Map.of());

    Answer second =
        sent(round, IN_TIME, ideaByPhone("0612345678"), Map.of("title", "Une autre idée encore"));

    assertThat(second.status()).isEqualTo(201);
    assertThat(why(second)).isEqualTo("TOO_MANY");
  }

  @Test
  void aLateCodeLetsItsAuthorInOnce() {
    Edition round = announced();
    new TableLateCodes(site.table.client(), site.table.name(), site.fingerprints)
        .issue(round.round(), LATE_CODE, new Contact.Phone("+212612345678"), "M05O", CLOSES);
    Instant late = CLOSES.plus(Duration.ofDays(1));
    Map<String, Object> code = Map.of("lateCode", " k7mx2-qhrpw ");

    assertThat(sent(round, late, ideaByPhone("0699999999"), code).fault("lateCode"))
        .isEqualTo("WRONG_LATE_CODE");
    assertThat(entered(sent(round, late, ideaByPhone("0612345678"), code))).isTrue();
    Map<String, Object> again = Map.of("lateCode", LATE_CODE, "title", "Une autre idée encore");
    Answer second = sent(round, late, ideaByPhone("0612345678"), again);
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.fault("lateCode")).isEqualTo("WRONG_LATE_CODE");
    assertThat(why(sent(round, JURY.plusSeconds(1), ideaByPhone("0677777777"), code)))
        .isEqualTo("LATE");
  }

  @Test
  void theCodeOnTheWallLiftsTheLimitsAndContactsAreConfirmedAfterwards() {
    Edition room = Edition.announced(site.rounds, aRound().live());
    Map<String, Object> code = Map.of("roomCode", Edition.ROOM_CODE.toLowerCase(Locale.ROOT));

    Answer wrong = sent(room, OPENS, idea("wrong@example.org"), Map.of("roomCode", "NONE42"));
    assertThat(wrong.fault("roomCode")).isEqualTo("WRONG_ROOM_CODE");
    for (int i = 0; i < 3; i++) {
      Answer answer = sent(room, OPENS, idea("room" + i + "@example.org"), code);
      assertThat(entered(answer)).isTrue();
      assertThat(answer.text("state")).isEqualTo("PENDING");
    }
    Answer one = sent(room, OPENS, idea("last@example.org"), code);
    site.happens(one, new Command.Decide(Choice.APPROVE, 1, "M1", ""), OPENS);
    site.happens(one, new Command.Confirm(), OPENS);
    assertThat(site.dossier(one).idea().state()).isEqualTo(State.PUBLISHED);
    assertThat(site.dossier(one).idea().contactConfirmed()).isTrue();
  }

  @Test
  void whatIsSentTwiceIsOneEntryAndTheSameAnswer() {
    Edition round = announced();

    Answer first = sent(round, IN_TIME, "twice@example.org");
    Answer second = sent(round, IN_TIME.plusSeconds(60), "twice@example.org");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(round.round().entered()).isEqualTo(1);
  }

  @Test
  void withoutJavaScriptTheReceiptIsToldWhatBecameOfIt() {
    Edition round = announced();

    Answer answer =
        site.say(
            Requests.post("/api/ideas")
                .at(CLOSES.plusSeconds(1))
                .form(
                    Map.ofEntries(
                        Map.entry("title", "Séchoir solaire"),
                        Map.entry("summary", "Un séchoir commun pour vendre le thym."),
                        Map.entry("need", "Le thym se vend mal chaque année."),
                        Map.entry("solution", "Un séchoir solaire commun."),
                        Map.entry("province", "05.091"),
                        Map.entry("sector", "AROMATIC_PLANTS"),
                        Map.entry("consent", "true"),
                        Map.entry("adult", "true"),
                        Map.entry("author.kind", "INDIVIDUAL"),
                        Map.entry("author.name", "Itto"),
                        Map.entry("author.language", "fr"),
                        Map.entry("author.phone", "0612345678"),
                        Map.entry("roomCode", ""),
                        Map.entry("round", round.id()))));

    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    assertThat(answer.headers().get("Location")).endsWith("&round=LATE");
  }

  @Test
  void aPublishedIdeaIsEnteredTakenOutAndEnteredAgain() {
    Edition round = announced();
    Answer idea = published("fatima@example.org");

    Answer entered = enters(idea, round, IN_TIME);

    assertThat(entered.json().at("/rounds/0/standing").asText()).isEqualTo("READY");
    assertThat(enters(idea, round, IN_TIME).status()).isEqualTo(200);
    Answer left = leaves(idea, round, IN_TIME);
    assertThat(left.json().at("/rounds/0/standing").asText()).isEqualTo("OUT");
    assertThat(left.json().at("/openRounds/0/id").asText()).isEqualTo(round.id());
    assertThat(left.json().at("/openRounds/0/needsLateCode").asBoolean(true)).isFalse();
    assertThat(leaves(idea, round, IN_TIME).status()).isEqualTo(200);
    assertThat(enters(idea, round, CLOSES).json().at("/rounds/0/standing").asText())
        .isEqualTo("READY");
    assertThat(site.dossier(idea).idea().state()).isEqualTo(State.PUBLISHED);
  }

  @ParameterizedTest
  @CsvSource({"PT-1S, NOT_YET", "P14DT1S, LATE"})
  void outOfTimeIsRefusedWithTheReason(Duration afterOpening, String why) {
    Answer idea = published("fatima@example.org");

    Answer refused = enters(idea, announced(), OPENS.plus(afterOpening));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("ROUND_NOT_OPEN");
    assertThat(refused.text("why")).isEqualTo(why);
  }

  @Test
  void onceSubmissionsHaveClosedARoundIsEnteredWithACodeOnly() {
    announced();
    Answer idea = published("fatima@example.org");
    Requests follows = Requests.get("/api/my/idea").bearer(token(idea));
    JsonNode late = site.say(follows.at(CLOSES.plusMillis(1))).json().at("/openRounds/0");
    assertThat(late.path("needsLateCode").asBoolean()).isTrue();
    assertThat(late.path("judgingOpensAt").asText()).isEqualTo(JURY.toString());
    assertThat(site.say(follows.at(JURY.plusMillis(1))).json().at("/openRounds")).isEmpty();
  }

  @Test
  void whoWasInTimeButCouldNotBeKeptIsInTimeWhenTheyTryAgain() {
    Edition round = announced();
    site.isCrowded(true);
    assertThat(sent(round, CLOSES, "crowd@example.org").status()).isEqualTo(503);
    site.isCrowded(false);
    Map<String, Object> other = new HashMap<>(idea("crowd@example.org"));
    other.put("title", "Une autre idée");

    Answer again = sent(round, CLOSES.plusSeconds(40), "crowd@example.org");
    Answer late = sent(round, CLOSES.plusSeconds(40), other, Map.of());

    assertThat(entered(again)).isTrue();
    assertThat(entry(again, round).place()).isEqualTo(Entry.Place.ENTERED);
    assertThat(why(late)).isEqualTo("LATE");
    assertThat(round.round().entered()).isEqualTo(1);
  }

  @Test
  void soIsWhoEntersAnIdeaOfTheBankAsLongAsTheJuryHasNotBegun() {
    Edition round = announced();
    Answer idea = published("crowd@example.org");
    Answer other = published("other@example.org");
    site.isCrowded(true);
    assertThat(enters(idea, round, CLOSES).status()).isEqualTo(503);
    site.isCrowded(false);

    assertThat(enters(idea, round, JURY.plusSeconds(30)).text("why")).isEqualTo("LATE");
    assertThat(enters(idea, round, CLOSES.plusSeconds(40)).status()).isEqualTo(200);
    assertThat(enters(other, round, CLOSES.plusSeconds(40)).text("why")).isEqualTo("LATE");
  }

  @Test
  void nobodyLeavesOnceTheJuryIsDone() {
    Edition round = announced();
    Answer idea = published("fatima@example.org");
    enters(idea, round, IN_TIME);

    assertThat(leaves(idea, round, RESULTS).code()).isEqualTo("ROUND_OVER");
    assertThat(leaves(idea, round, RESULTS.minusSeconds(1)).status()).isEqualTo(200);
    assertThat(leaves(published("other@example.org"), round, IN_TIME).code())
        .isEqualTo("NOT_ENTERED");
  }

  @Test
  void aRoundThatIsNoneIsAWrongField() {
    Answer idea = published("fatima@example.org");
    Answer none =
        site.say(
            Requests.post("/api/my/entries")
                .bearer(token(idea))
                .json(Map.of("roundId", RoundSamples.aRound().id())));

    assertThat(none.fault("roundId")).isEqualTo("UNKNOWN_CODE");
  }
}
