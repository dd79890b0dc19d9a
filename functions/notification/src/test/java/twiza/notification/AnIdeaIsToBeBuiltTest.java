package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import twiza.access.InterestToken;
import twiza.idea.Author;
import twiza.idea.Call;
import twiza.idea.Contact;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.Sheet;
import twiza.uptake.Candidate;
import twiza.uptake.Stage;
import twiza.uptake.Whom;

/** Mail by mail: who is told what, and neither contact before the author agreed. */
class AnIdeaIsToBeBuiltTest {

  private static final String AUTHOR = "Fatima.Amrani@example.org";
  private static final String PARTY = Candidate.ITTO.value();

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    office.close();
  }

  private Journey offered(Author author) {
    return published(Sheet.Intention.OFFER, author);
  }

  private Journey published(Sheet.Intention intention, Author author) {
    Sheet sheet = Samples.intending(intention);
    Journey idea = Journey.published(office.ideas, Samples.anIdea().saying(sheet).by(author));
    office.mails();
    return idea;
  }

  private Received onlyMail(String to) {
    List<Received> mails = office.mails();
    assertThat(mails).singleElement().satisfies(mail -> assertThat(mail.to()).isEqualTo(to));
    return mails.getFirst();
  }

  private static void revealsNeither(Received mail) {
    String all = mail.text() + mail.html() + mail.subject();
    String other = mail.to().equals(AUTHOR) ? PARTY : AUTHOR;
    assertThat(all).doesNotContain(other);
    assertThat(all).doesNotContain(mail.to().equals(AUTHOR) ? "Oubella" : "Amrani");
  }

  @Test
  void whoAsksIsAskedToConfirmByALinkOrACodeAndGreetedByNoName() {
    Journey idea = offered(Samples.fatima());
    Candidate itto = Candidate.asks(office.uptakes, idea.id());
    Received mail = onlyMail(PARTY);
    revealsNeither(mail);
    assertThat(mail.text())
        .doesNotContain("Itto")
        .contains(InterestToken.code(itto.id(), office.fingerprints))
        .contains(
            "&confirm=" + InterestToken.confirming(idea.id(), itto.id(), office.fingerprints));
    String link = mail.token("interest").replaceFirst("&.*", "");
    InterestToken token = InterestToken.parse(link).orElseThrow();
    assertThat(itto.party().credentials()).contains(token.credential());
  }

  @Test
  void theAuthorReadsWhoAsksAndWhyAndNotHowToReachThem() {
    Journey idea = offered(Samples.fatima());
    Candidate itto = Candidate.asks(office.uptakes, idea.id());
    office.mails();
    itto.confirmed();
    Received asked = onlyMail(AUTHOR);
    revealsNeither(asked);
    assertThat(asked.text()).contains("Femmes de Tazaghart", "Azilal", "marché d'Azilal");
    itto.waits(Duration.ofDays(14));
    revealsNeither(onlyMail(AUTHOR));
    itto.waits(Duration.ofDays(16));
    assertThat(office.mails()).isEmpty();
    itto.waits(Duration.ofDays(30));
    Received released = onlyMail(PARTY);
    revealsNeither(released);
    assertThat(released.text()).contains("libres");
  }

  @Test
  void onceTheAuthorAgreedEachIsToldHowToReachTheOther() {
    Candidate itto = Candidate.asks(office.uptakes, offered(Samples.fatima()).id()).confirmed();
    office.mails();
    itto.agreed();
    List<Received> mails = office.mails();
    assertThat(mails).extracting(Received::to).containsExactlyInAnyOrder(AUTHOR, PARTY);
    for (Received mail : mails) {
      boolean toAuthor = mail.to().equals(AUTHOR);
      assertThat(mail.text()).contains(toAuthor ? PARTY : AUTHOR);
      assertThat(mail.text()).contains(toAuthor ? "Itto Oubella" : "Amrani");
    }
  }

  @Test
  void whoIsDeclinedLearnsThatTheirContactWasGivenToNobody() {
    Candidate itto = Candidate.asks(office.uptakes, offered(Samples.fatima()).id()).confirmed();
    office.mails();
    itto.declined();
    Received mail = onlyMail(PARTY);
    revealsNeither(mail);
    assertThat(mail.text()).contains("Votre contact ne lui a pas été donné");
  }

  @Test
  void whoJoinsIsNotKnownToTheAuthorNorTheAuthorToThemBeforeTheyAgreed() {
    Journey idea = published(Sheet.Intention.CARRY, Samples.fatima());
    Candidate itto = Candidate.asks(office.uptakes, idea.id());
    revealsNeither(onlyMail(PARTY));
    itto.confirmed();
    Received asked = onlyMail(AUTHOR);
    revealsNeither(asked);
    assertThat(asked.text()).contains("vous rejoindre", "Femmes de Tazaghart");
    itto.waits(Duration.ofDays(14));
    revealsNeither(onlyMail(AUTHOR));
    itto.waits(Duration.ofDays(16)).waits(Duration.ofDays(30));
    revealsNeither(onlyMail(PARTY));
  }

  @Test
  void onceTheAuthorAgreedWhoJoinsAndTheAuthorReachEachOther() {
    Journey idea = published(Sheet.Intention.CARRY, Samples.fatima());
    Candidate itto = Candidate.asks(office.uptakes, idea.id()).confirmed();
    office.mails();
    itto.agreed();
    List<Received> mails = office.mails();
    assertThat(mails).extracting(Received::to).containsExactlyInAnyOrder(AUTHOR, PARTY);
    assertThat(mails)
        .allSatisfy(
            mail -> assertThat(mail.text()).contains(mail.to().equals(AUTHOR) ? PARTY : AUTHOR));
  }

  @Test
  void whoHadJoinedAndLeavesTakesNothingFromTheAuthorsWay() {
    Journey idea = published(Sheet.Intention.CARRY, Samples.fatima());
    Candidate.starts(office.uptakes, idea.id());
    Candidate itto = Candidate.asks(office.uptakes, idea.id()).confirmed().agreed();
    office.mails();
    itto.withdrawn();
    assertThat(onlyMail(AUTHOR).text())
        .contains("Rien d’autre ne change")
        .doesNotContain("de nouveau proposée");
  }

  @Test
  void whoGivesUpLeavesTheIdeaToWhoeverGoesOnElsewhere() {
    Journey idea = offered(Samples.fatima());
    Candidate zahra = asksElsewhere(idea).confirmed().agreed();
    Candidate itto = Candidate.asks(office.uptakes, idea.id()).confirmed().agreed();
    office.mails();
    itto.stopped("Il faut deux séchoirs.");
    assertThat(onlyMail(AUTHOR).text())
        .contains("ont arrêté", "D’autres continuent")
        .doesNotContain("de nouveau proposée");
    zahra.withdrawn();
    assertThat(onlyMail(AUTHOR).text()).contains("y renoncent", "de nouveau proposée");
  }

  private Candidate asksElsewhere(Journey idea) {
    Contact zahra = new Contact.Email("zahra@example.net");
    return Candidate.asks(office.uptakes, idea.id(), "05.301", zahra);
  }

  @Test
  void whoWaitsWhileTheProvinceGoesToOthersIsNotToldThatNobodyAnswered() {
    Journey idea = offered(Samples.fatima());
    Candidate itto = Candidate.asks(office.uptakes, idea.id()).confirmed();
    Contact zahra = new Contact.Email("zahra@example.net");
    Candidate.asks(office.uptakes, idea.id(), Samples.AZILAL, zahra).confirmed().agreed();
    itto.waits(Duration.ofDays(14)).waits(Duration.ofDays(16));
    office.mails();
    itto.waits(Duration.ofDays(30));
    Received taken = onlyMail(PARTY);
    revealsNeither(taken);
    assertThat(taken.text()).contains("a accepté d’autres personnes à Azilal");
    assertThat(taken.text()).doesNotContain("n’a pas répondu");
  }

  @Test
  void anIdeaThatLeftTheBankFreesWhoWaitsEvenWithoutItsTitle() {
    Journey idea = offered(Samples.fatima());
    Candidate itto = Candidate.asks(office.uptakes, idea.id()).confirmed();
    office.mails();
    idea.erased(false);
    itto.waits(Duration.ZERO);
    Received mail = onlyMail(PARTY);
    revealsNeither(mail);
    assertThat(mail.text()).contains("(idée retirée)");
  }

  @Test
  void theReservationIsAnnouncedThenEndsAndTheQuestionLeadsToAPage() {
    Candidate itto = Candidate.asks(office.uptakes, offered(Samples.fatima()).id()).confirmed();
    itto.agreed();
    office.mails();
    itto.waits(Duration.ofDays(76));
    assertThat(onlyMail(PARTY).text()).contains("jusqu’au", "Azilal");
    itto.waits(Duration.ofDays(14));
    assertThat(onlyMail(PARTY).text()).contains("de nouveau proposée");
  }

  @Test
  void everySixMonthsOneMailAsksHowItIsGoing() {
    Candidate itto = Candidate.asks(office.uptakes, offered(Samples.fatima()).id()).confirmed();
    itto.agreed().reported(Stage.REGISTERED);
    assertThat(office.mailsTo(AUTHOR))
        .anySatisfy(mail -> assertThat(mail.text()).contains("Coopérative Tazaghart"));
    itto.waits(Duration.ofDays(186));
    assertThat(onlyMail(PARTY).text()).contains("/fr/interest/#token=");
  }

  @Test
  void anAuthorOnTheirOwnWayIsAskedAsTheAuthor() {
    Journey idea = published(Sheet.Intention.CARRY, Samples.fatima());
    Candidate own = Candidate.starts(office.uptakes, idea.id()).reported(Stage.REGISTERED);
    assertThat(office.mails()).isEmpty();
    own.waits(Duration.ofDays(186));
    assertThat(onlyMail(AUTHOR).text()).contains("/fr/follow/#token=");
  }

  @Test
  void whoHasOnlyAPhoneIsWrittenToByNobody() {
    Journey idea = offered(Samples.moha());
    Candidate.asks(office.uptakes, idea.id(), Samples.AZILAL, Candidate.PHONE)
        .confirmed()
        .agreed()
        .called(Whom.AUTHOR, Call.Result.REACHED)
        .called(Whom.PARTY, Call.Result.REACHED)
        .reported(Stage.REGISTERED)
        .waits(Duration.ofDays(186));
    assertThat(office.mails()).isEmpty();
  }

  @Test
  void whoLostTheLinkIsMailedAnother() {
    Candidate itto = Candidate.asks(office.uptakes, offered(Samples.fatima()).id()).confirmed();
    office.mails();
    office.linksAsked(PARTY.toUpperCase(Locale.ROOT));
    Received mail = onlyMail(PARTY);
    revealsNeither(mail);
    InterestToken token = InterestToken.parse(mail.token("interest")).orElseThrow();
    assertThat(itto.party().credentials()).contains(token.credential());
    itto.erased();
    office.linksAsked(PARTY);
    assertThat(office.mails()).isEmpty();
  }

  @Test
  void whoErasedThemselvesMeanwhileGetsNoMail() {
    Candidate itto = Candidate.asks(office.uptakes, offered(Samples.fatima()).id()).confirmed();
    office.mails();
    itto.agreed().erased();
    assertThat(office.mails()).isEmpty();
  }
}
