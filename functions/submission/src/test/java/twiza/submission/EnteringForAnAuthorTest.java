package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.submission.AuthorsSide.NOON;
import static twiza.submission.AuthorsSide.idea;
import static twiza.submission.AuthorsSide.ideaByPhone;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Author;
import twiza.idea.Consented;
import twiza.idea.Dossier;
import twiza.idea.Flag;
import twiza.idea.IdeaEvent;
import twiza.idea.Source;
import twiza.idea.State;
import twiza.need.Need;
import twiza.need.NeedSamples;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.submission.AuthorsSide.Answer;

/** What came on paper or by phone is typed by staff, and stays its author's. */
class EnteringForAnAuthorTest {

  private static final String ROUTE = "/api/desk/ideas";

  private final AuthorsSide site = new AuthorsSide();
  private final Member moderator = site.employ("05", Role.MODERATOR);

  private static Map<String, Object> from(String source, Map<String, Object> idea) {
    idea.put("source", source);
    return idea;
  }

  private Answer enters(Map<String, Object> body) {
    return site.say(moderator, Requests.post(ROUTE).json(body));
  }

  @Test
  void waitsForAModeratorAtOnceAndNamesWhoTypedIt() {
    Answer answer = enters(from("PAPER", idea("fatima@example.org")));

    assertThat(answer.status()).isEqualTo(201);
    Dossier dossier = site.dossier(answer);
    assertThat(dossier.idea().state()).isEqualTo(State.PENDING);
    assertThat(dossier.idea().flags()).containsExactly(Flag.CONTACT_UNCONFIRMED);
    assertThat(dossier.history().getFirst().by()).isEqualTo(moderator.id());
    assertThat(dossier.history().getFirst().event())
        .isInstanceOfSatisfying(
            IdeaEvent.Submitted.class,
            submitted -> assertThat(submitted.source()).isEqualTo(Source.PAPER));
  }

  @Test
  void recordsTheConsentThatWasSignedOrSaid() {
    Author onPaper = author(enters(from("PAPER", idea("paper@example.org"))));
    Author byPhone = author(enters(from("PHONE", ideaByPhone("0661234567"))));

    assertThat(onPaper.consent().on()).isEqualTo(Consented.PAPER);
    assertThat(onPaper.consent().version()).isNotEmpty();
    assertThat(byPhone.consent().on()).isEqualTo(Consented.PHONE);
  }

  private Author author(Answer entered) {
    return site.dossier(entered).author().orElseThrow();
  }

  @Test
  void isKeptWithoutConsentAndSaysSo() {
    Map<String, Object> body = from("PHONE", ideaByPhone("0661234567"));
    body.remove("consent");

    Answer answer = enters(body);

    assertThat(site.dossier(answer).idea().flags()).contains(Flag.NO_CONSENT);
    assertThat(author(answer).consent().version()).isEmpty();
  }

  @Test
  void saysWhichNeedItAnswers() {
    Need need = NeedSamples.kept(site.needs, NeedSamples.published(1, NeedSamples.water()));
    Map<String, Object> body = from("PAPER", idea("need@example.org"));
    body.put("answersNeed", need.id());
    assertThat(site.dossier(enters(body)).latest().orElseThrow().sheet().details().answersNeed())
        .isEqualTo(need.id());
    body.put("answersNeed", "01JTWZNEED0000000000000009");
    assertThat(enters(body).fault("answersNeed")).isEqualTo("UNKNOWN_NEED");
  }

  @Test
  void givesTheAuthorTheirOwnLink() {
    Answer answer = enters(from("PAPER", ideaByPhone("0661234567")));

    assertThat(site.follow(answer).text("state")).isEqualTo("PENDING");
    assertThat(answer.text("trackingCode")).isNotEmpty();
  }

  @Test
  void isOneIdeaHoweverOftenItIsSent() {
    Requests request =
        Requests.post(ROUTE)
            .header("Idempotency-Key", "sheet-17")
            .json(from("PAPER", idea("twice@example.org")));

    Answer first = site.say(moderator, request);
    Answer second = site.say(moderator, request.at(NOON.plus(Duration.ofHours(5))));

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(site.watched.lines()).containsExactly("submitted");
  }

  @Test
  void aWholeBoxOfPaperFromOneContactIsNoSpam() {
    for (int sheet = 0; sheet < 40; sheet++) {
      Map<String, Object> body = from("PAPER", idea("association@example.org"));
      body.put("title", "Idée numéro " + sheet);
      Answer answer = enters(body);
      assertThat(site.dossier(answer).idea().flags()).containsExactly(Flag.CONTACT_UNCONFIRMED);
    }
  }

  @Test
  void saysWhatIsMissing() {
    Answer answer = enters(Map.of("consent", true));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault("source")).isEqualTo("REQUIRED");
    assertThat(answer.fault("adult")).isEqualTo("MUST_BE_TRUE");
    assertThat(enters(from("ONLINE", idea("a@example.org"))).fault("source"))
        .isEqualTo("UNKNOWN_CODE");
  }

  @Test
  void isForTheRegionOfWhoeverTypesItOnly() {
    Member elsewhere = site.employ("07", Role.MODERATOR);
    Requests request = Requests.post(ROUTE).json(from("PAPER", idea("fatima@example.org")));

    assertThat(site.say(elsewhere, request).fault("province")).isEqualTo("OTHER_REGION");
    assertThat(site.say(elsewhere, request.query("region", "05")).code()).isEqualTo("FORBIDDEN");
    assertThat(site.say(Requests.post(ROUTE).json(Map.of())).code()).isEqualTo("OTHER_ORIGIN");
  }

  private static Requests correction(Answer entered, int basedOn) {
    Map<String, Object> correction = AuthorsSide.sheet("Deux séchoirs solaires pour le thym");
    correction.put("basedOn", basedOn);
    return Requests.put(ROUTE + "/{id}").path("id", entered.text("id")).json(correction);
  }

  @Test
  void isCorrectedAsItsAuthorWould() {
    Answer entered = enters(from("PAPER", idea("fatima@example.org")));

    Answer corrected = site.say(moderator, correction(entered, 1));

    assertThat(corrected.json().path("revision").asInt()).isEqualTo(2);
    Dossier dossier = site.dossier(entered);
    assertThat(dossier.latest().orElseThrow().sheet().title()).startsWith("Deux");
    assertThat(dossier.history().getLast().by()).isEqualTo(moderator.id());
  }

  @Test
  void isNotCorrectedFromAnOlderTextNorFromAnotherRegion() {
    Answer entered = enters(from("PAPER", idea("fatima@example.org")));

    assertThat(site.say(moderator, correction(entered, 2)).code()).isEqualTo("STALE_REVISION");
    Member elsewhere = site.employ("07", Role.MODERATOR);
    assertThat(site.say(elsewhere, correction(entered, 1)).code()).isEqualTo("FORBIDDEN");
  }
}
