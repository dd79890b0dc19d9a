package twiza.interests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Contact;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.interests.House.Answer;
import twiza.uptake.Terms;
import twiza.uptake.UptakeCommand;
import twiza.uptake.UptakeLife;
import twiza.uptake.UptakeOutcome;
import twiza.uptake.Uptakes;

/** Route by route, stage by stage. */
class NeitherContactIsReadableBeforeTheAuthorAgreesTest {

  private static final String AUTHOR = Samples.fatima().contact().value();
  private static final String AUTHOR_NAME = Samples.fatima().name();

  private final House house = new House();
  private final Journey idea = house.offered();

  /** Whatever anybody can read or press without anything changing. */
  private List<Answer> byParty(Answer asked) {
    String token = House.token(asked);
    List<Answer> answers = new ArrayList<>();
    answers.add(house.follows(asked));
    answers.add(house.say(Requests.get("/api/my/interest/receipt").bearer(token)));
    answers.add(house.reports(asked, Map.of("stage", "IN_PREPARATION")));
    return answers;
  }

  private List<Answer> atTheDesk() {
    List<Answer> lists = new ArrayList<>();
    for (String state : List.of("TO_CALL", "WAITING", "UNDERWAY", "OVER")) {
      lists.add(house.listed(state));
    }
    return lists;
  }

  private void nobodyReadsTheOthersContact(Answer asked) {
    assertThat(byParty(asked))
        .allSatisfy(answer -> assertThat(answer.body()).doesNotContain(AUTHOR, AUTHOR_NAME));
    assertThat(house.authorReads(idea).body()).doesNotContain(House.ITTO, "Itto Oubella");
    assertThat(atTheDesk())
        .allSatisfy(
            answer ->
                assertThat(answer.body())
                    .doesNotContain(AUTHOR, AUTHOR_NAME, House.ITTO, "Itto Oubella"));
  }

  private void sweep() {
    Uptakes.Dealings dealings = house.uptakes.find(idea.id()).orElseThrow();
    UptakeOutcome outcome =
        UptakeLife.decide(
            dealings.uptake(),
            new UptakeCommand.DoWhatIsDue(),
            dealings.offer(),
            Terms.USUAL,
            house.now);
    UptakeOutcome.Accepted accepted = (UptakeOutcome.Accepted) outcome;
    assertThat(house.uptakes.save(Uptakes.Edit.of(dealings, accepted, Terms.USUAL, "", house.now)))
        .isTrue();
  }

  @Test
  void whileItIsNotConfirmedAndOnceItExpired() {
    Answer asked = house.asks(idea, House.asking());
    nobodyReadsTheOthersContact(asked);
    assertThat(house.authorReads(idea).json().path("interests")).isEmpty();
    house.waits(Duration.ofDays(8));
    sweep();
    nobodyReadsTheOthersContact(asked);
  }

  @Test
  void whileTheAuthorIsSilentRemindedAndReleased() {
    Answer asked = house.asks(idea, House.asking());
    house.confirms(idea, asked);
    nobodyReadsTheOthersContact(asked);
    house.waits(Duration.ofDays(14));
    sweep();
    nobodyReadsTheOthersContact(asked);
    house.waits(Duration.ofDays(46));
    sweep();
    nobodyReadsTheOthersContact(asked);
    assertThat(house.follows(asked).text("stage")).isEqualTo("RELEASED");
  }

  @Test
  void onceTheAuthorDeclined() {
    Answer asked = house.asks(idea, House.asking());
    house.confirms(idea, asked);
    assertThat(house.authorAnswers(idea, asked, "DECLINE").body())
        .doesNotContain(House.ITTO, "Itto Oubella");
    nobodyReadsTheOthersContact(asked);
  }

  @Test
  void onceItIsWithdrawn() {
    Answer asked = house.asks(idea, House.asking());
    house.confirms(idea, asked);
    house.say(Requests.delete("/api/my/interest").bearer(House.token(asked)));
    nobodyReadsTheOthersContact(asked);
  }

  @Test
  void whoeverHasToCallReadsWhomToCallAndNobodyElse() {
    Answer asked = house.asks(idea, House.asking());
    house.confirms(idea, asked);
    house.waits(Duration.ofDays(30));
    sweep();
    String toCall = house.listed("TO_CALL").body();
    assertThat(toCall).contains(AUTHOR, AUTHOR_NAME).doesNotContain(House.ITTO, "Itto Oubella");
    assertThat(byParty(asked))
        .allSatisfy(answer -> assertThat(answer.body()).doesNotContain(AUTHOR, AUTHOR_NAME));
  }

  @Test
  void butEachReadsTheOthersOnceTheAuthorAgreed() {
    Answer asked = house.taken(idea);
    assertThat(house.follows(asked).body()).contains(AUTHOR, AUTHOR_NAME);
    assertThat(house.authorReads(idea).body()).contains(House.ITTO, "Itto Oubella");
    house.say(Requests.delete("/api/my/interest").bearer(House.token(asked)));
    assertThat(house.follows(asked).body()).doesNotContain(AUTHOR);
    assertThat(house.authorReads(idea).body()).doesNotContain(House.ITTO);
  }

  @Test
  void nobodyElseIsLetInByEitherLink() {
    Answer asked = house.taken(idea);
    Journey other = house.offered();
    assertThat(house.authorReads(other).body()).doesNotContain(House.ITTO);
    assertThat(
            house.say(Requests.get("/api/my/idea/interests").bearer(House.token(asked))).status())
        .isEqualTo(401);
    assertThat(house.say(house.byAuthor(idea, Requests.get("/api/my/interest"))).status())
        .isEqualTo(401);
    assertThat(house.say(Requests.get("/api/my/interest")).status()).isEqualTo(401);
    assertThat(house.authorAnswers(other, asked, "AGREE").status()).isEqualTo(404);
    assertThat(
            house
                .atDesk(
                    "07",
                    Requests.get("/api/desk/interests")
                        .query("region", "05")
                        .query("state", "UNDERWAY"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void aPhoneOnlyAuthorIsToldByTheDeskOnlyOnceTheyAgreed() {
    Journey phoned = house.offered(Samples.moha());
    String phone = ((Contact.Phone) Samples.moha().contact()).value();
    Answer asked = house.asks(phoned, House.asking());
    house.confirms(phoned, asked);
    Answer before = house.listed("TO_CALL");
    assertThat(before.body()).contains(phone).doesNotContain(House.ITTO);
    Answer agreed =
        house.atDesk("05", House.about(phoned, asked, "answer", Map.of("answer", "AGREE")));
    assertThat(agreed.status()).isEqualTo(200);
    Answer after = house.listed("TO_CALL");
    assertThat(after.body()).contains(phone, House.ITTO, "wa.me/212612345678");
    assertThat(house.follows(asked).body()).contains(phone);
  }
}
