package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.notification.AnAuthorIsToldTest.author;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.aPlan;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.idea.Call;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Entry;
import twiza.idea.Happening;
import twiza.idea.IdeaEvent;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.Source;
import twiza.place.Language;
import twiza.round.Edition;
import twiza.round.RoundSamples;
import twiza.round.Schedule;
import twiza.round.Via;
import twiza.staff.Role;
import twiza.text.Formats;
import twiza.text.Messages;
import twiza.uptake.Terms;

class ARoundIsToldTest {

  private static final String AUTHOR = "itto@example.org";
  private static final String NEW_ADDRESS = "itto.new@example.org";
  private static final String ORGANISER = "organiser@example.org";

  private final PostOffice office = new PostOffice();

  @BeforeEach
  void employ() {
    office.employees.employ("05", ORGANISER, Language.FR, EnumSet.of(Role.ORGANISER));
    office.dispatch().deliver();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Edition announced() {
    Edition round = Edition.announced(office.rounds, aRound());
    office.mails();
    return round;
  }

  private Journey entered(Edition round, Language language, boolean published) {
    Samples.Sample sample = Samples.anIdea().by(author(language));
    Journey idea =
        published ? Journey.published(office.ideas, sample) : Journey.begins(office.ideas, sample);
    assertThat(idea.enters(round.round(), Via.AUTHOR, OPENS, "")).isEqualTo(Ideas.Entering.TAKEN);
    office.mails();
    return idea;
  }

  private List<Received> told(String address) {
    return office.mailsTo(address);
  }

  private static void extended(Edition round) {
    Schedule longer =
        new Schedule(
            OPENS,
            CLOSES.plus(Duration.ofDays(2)),
            JURY.plus(Duration.ofDays(2)),
            RoundSamples.RESULTS.plus(Duration.ofDays(2)),
            Duration.ZERO);
    round.replanned(RoundSamples.at(aPlan(), longer), Samples.MONDAY.plus(Duration.ofDays(1)));
  }

  private void happens(Journey idea, Command command, Instant at) {
    office.ideas.settle(
        idea.dossier(),
        dossier -> IdeaLife.decide(dossier.idea(), command, at),
        (dossier, accepted) -> Ideas.Edit.of(dossier, accepted, "", ""));
  }

  private static void isWhole(Received mail) {
    assertThat(mail.subject() + mail.text() + mail.html())
        .doesNotContain("{", "mail.", "standing.");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void whoeverEntersAnIdeaIsToldWithTheDates(Language language) {
    Edition round = announced();
    Journey idea = Journey.published(office.ideas, Samples.anIdea().by(author(language)));
    office.mails();
    idea.enters(round.round(), Via.AUTHOR, OPENS, "");

    Received mail = office.onlyMailTo(AUTHOR);

    isWhole(mail);
    String title = round.round().plan().title(language);
    assertThat(mail.text()).contains(title, "/rounds/" + round.id() + "/", "/follow/#token=");
  }

  @ParameterizedTest
  @EnumSource(
      value = Entry.Place.class,
      names = {"HELD", "ADMITTED", "LEFT", "UNREADY"})
  void whatBecomesOfAnEntryIsToldOnce(Entry.Place place) {
    Edition round = announced();
    Journey idea = entered(round, Language.FR, place == Entry.Place.ADMITTED);
    if (place == Entry.Place.HELD) {
      idea.confirmed();
      office.mails();
    }
    happens(
        idea,
        place == Entry.Place.LEFT
            ? new Command.LeaveRound(round.id())
            : idea.dossier().beforeTheJury(round.round()),
        JURY);

    assertThat(idea.dossier().idea().entry(round.id()).orElseThrow().place()).isEqualTo(place);
    Received mail = office.onlyMailTo(AUTHOR);
    isWhole(mail);
    assertThat(mail.text()).contains("Ideathon du Moyen Atlas");
  }

  @Test
  void anUnconfirmedEntrantIsRemindedWithTheLinkThatConfirms() {
    Edition round = announced();
    Journey idea = entered(round, Language.FR, false);
    round.moved(JURY.minus(Duration.ofDays(2)));

    List<Received> mails = told(AUTHOR);

    assertThat(mails).hasSize(1);
    isWhole(mails.getFirst());
    assertThat(mails.getFirst().text())
        .contains("/confirm/#token=", idea.dossier().idea().trackingCode());
    round.moved(JURY.minus(Duration.ofHours(6)));
    assertThat(told(AUTHOR)).hasSize(1);
  }

  @Test
  void whoeverReplacedAMistypedAddressIsRemindedThereAndNowhereElse() {
    Edition round = announced();
    Journey idea = entered(round, Language.FR, false);
    idea.asksToBeReachedAt(new Contact.Email(NEW_ADDRESS));
    office.mails();
    round.moved(JURY.minus(Duration.ofDays(2)));

    List<Received> mails = office.mails();

    assertThat(mails).extracting(Received::to).contains(NEW_ADDRESS).doesNotContain(AUTHOR);
    assertThat(mails)
        .filteredOn(mail -> mail.to().equals(NEW_ADDRESS))
        .singleElement()
        .satisfies(
            mail -> {
              isWhole(mail);
              assertThat(office.signed.read(mail.token("confirm"), office.now()))
                  .isEqualTo(new Reading.Valid(new Link.Confirm(idea.id(), 2)));
              opensNothing(mail);
            });
  }

  private static void opensNothing(Received mail) {
    assertThat(mail.tokens("/follow/#token=")).isEmpty();
    assertThat(mail.text() + mail.html()).doesNotContain("Itto");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void whoeverIsNotConfirmedHearsOfNewDatesWithWhatIsLeftToDoAndNoWordOfTheirs(Language language) {
    Edition round = announced();
    Journey idea = entered(round, language, false);
    extended(round);

    Received mail = office.onlyMailTo(AUTHOR);

    isWhole(mail);
    Messages words = Messages.in(language);
    assertThat(mail.text())
        .contains(words.text("mail.entrant.unconfirmed"), "/confirm/#token=")
        .doesNotContain(words.text("mail.entrant.ready"));
    assertThat(mail.text() + mail.html()).doesNotContain("Itto");
    assertThat(mail.subject()).doesNotContain("thym");

    idea.asksToBeReachedAt(new Contact.Email(NEW_ADDRESS));
    office.mails();
    round.cancelled("La salle a brûlé.", OPENS);
    assertThat(office.mails())
        .filteredOn(it -> it.text().contains(idea.dossier().idea().trackingCode()))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.to()).isEqualTo(NEW_ADDRESS);
              opensNothing(it);
            });
  }

  @Test
  void whoeverIsAskedForChangesHearsOfNewDatesWithThat() {
    Edition round = announced();
    entered(round, Language.FR, false)
        .confirmed()
        .decided(Choice.REQUEST_CHANGES, "Pour combien de familles ?");
    office.mails();
    extended(round);
    assertThat(office.onlyMailTo(AUTHOR).text())
        .contains("La délégation attend encore vos précisions", "Pour combien de familles ?")
        .doesNotContain("rien à faire");
  }

  @Test
  void whoeverIsReadyHearsThatNothingIsLeftToDo() {
    Edition round = announced();
    entered(round, Language.FR, true);
    extended(round);
    assertThat(office.onlyMailTo(AUTHOR).text()).contains("Vous n’avez rien à faire.", "Itto");
  }

  @Test
  void whoeverEntersBeforeConfirmingIsCalledByNoNameAndAskedToConfirm() {
    Edition round = announced();
    Journey idea =
        Journey.begins(office.ideas, Samples.anIdea().sentAt(OPENS).by(author(Language.FR)));
    idea.waits(Duration.ofDays(2));
    office.mails();
    idea.enters(round.round(), Via.AUTHOR, OPENS.plus(Duration.ofDays(3)), "");

    Received mail = office.onlyMailTo(AUTHOR);

    isWhole(mail);
    assertThat(mail.subject())
        .contains(idea.dossier().idea().trackingCode())
        .doesNotContain("thym");
    assertThat(mail.text()).contains("/confirm/#token=", "/follow/#token=").doesNotContain("Itto");
  }

  /** A round whose jury begins half an hour after a change of the clock, as Ramadan brings two. */
  @ParameterizedTest
  @CsvSource({
    "1, '02:30 (heure du Maroc, UTC+1)', '02:30 (heure du Maroc, UTC+0)'",
    "2, '01:30 (heure du Maroc, UTC+0)', '03:30 (heure du Maroc, UTC+1)'"
  })
  void aTimeThatTheClockShowsTwiceIsToldWithItsOffset(int change, String before, String after) {
    ZoneRules rules = Formats.ZONE.getRules();
    Instant moved = OPENS;
    for (int i = 0; i < change; i++) {
      moved = rules.nextTransition(moved).getInstant();
    }
    Duration half = Duration.ofMinutes(30);
    Schedule schedule =
        new Schedule(
            OPENS,
            moved.minus(half),
            moved.plus(half),
            moved.plus(Duration.ofDays(9)),
            Duration.ZERO);
    Edition round = Edition.announced(office.rounds, aRound().at(schedule));
    office.mails();
    Journey.published(office.ideas, Samples.anIdea().by(author(Language.FR)))
        .enters(round.round(), Via.AUTHOR, OPENS, "");

    assertThat(office.mailsTo(AUTHOR).getLast().text()).contains(before, after);
  }

  @Test
  void anEntrantWhoIsAskedForChangesIsRemindedOfThemAndAReadyOneIsLeftInPeace() {
    Edition round = announced();
    Journey idea = entered(round, Language.AR, false).confirmed();
    idea.decided(Choice.REQUEST_CHANGES, "Pour combien de familles ?");
    office.mails();
    round.moved(JURY.minus(Duration.ofDays(2)));

    assertThat(told(AUTHOR))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("Pour combien de familles ?"));

    idea.corrected(Samples.titled("Séchoir pour douze familles")).approved();
    office.mails();
    round.moved(JURY.minus(Duration.ofHours(6)));
    assertThat(told(AUTHOR)).isEmpty();
  }

  @Test
  void organisersAreAlertedWhileAnythingWaitsForAModeratorAndNotOtherwise() {
    Edition round = announced();
    Journey idea = entered(round, Language.FR, false).confirmed();
    office.mails();
    round.moved(JURY.minus(Duration.ofDays(2)));

    Received alert =
        told(ORGANISER).stream()
            .filter(mail -> mail.subject().contains("attendent encore"))
            .findFirst()
            .orElseThrow();
    isWhole(alert);
    assertThat(alert.text()).contains("/desk/round/#id=" + round.id(), "Attend un modérateur");

    idea.approved();
    office.mails();
    round.moved(JURY.minus(Duration.ofHours(6)));
    assertThat(told(ORGANISER)).isEmpty();
  }

  @Test
  void everybodyConcernedHearsOfAnExtensionAndOfACancellationWithItsReason() {
    Edition round = announced();
    entered(round, Language.FR, true);
    extended(round);

    List<Received> moved = office.mails();
    assertThat(moved).extracting(Received::to).containsExactlyInAnyOrder(AUTHOR, ORGANISER);
    moved.forEach(ARoundIsToldTest::isWhole);

    round.cancelled("La salle a brûlé.", OPENS);
    List<Received> cancelled = office.mails();
    assertThat(cancelled)
        .extracting(Received::to)
        .containsExactlyInAnyOrder(AUTHOR, ORGANISER, PostOffice.MODERATOR);
    assertThat(cancelled).allSatisfy(mail -> assertThat(mail.text()).contains("La salle a brûlé."));
    cancelled.forEach(ARoundIsToldTest::isWhole);
  }

  @Test
  void whoeverHasNoAddressIsCalledAboutACancellationOnceWithItsReason() {
    Edition round = announced();
    Journey idea = Journey.published(office.ideas, Samples.anIdea().by(Samples.moha()));
    assertThat(idea.enters(round.round(), Via.AUTHOR, OPENS, "")).isEqualTo(Ideas.Entering.TAKEN);
    office.mails();
    round.cancelled("La salle a brûlé.", OPENS);
    office.dispatch().deliver();
    new Unreachable(office.ideas, office.uptakes, () -> Terms.USUAL)
        .callOff(idea.id(), round.id(), "La salle a brûlé.", OPENS);

    Happening last = idea.dossier().history().getLast();
    assertThat(last.event()).isEqualTo(new IdeaEvent.EntryCalledOff(round.id()));
    assertThat(last.reason()).isEqualTo("La salle a brûlé.");
    assertThat(idea.dossier().idea().call().orElseThrow().told()).isEqualTo(last.version());
    assertThat(idea.dossier().history())
        .filteredOn(it -> it.event() instanceof IdeaEvent.EntryCalledOff)
        .hasSize(1);
  }

  @Test
  void whoeverHasNoAddressIsCalledAboutNewDatesOnceUntilSomebodyDid() {
    Edition round = announced();
    Journey idea = Journey.published(office.ideas, Samples.anIdea().by(Samples.moha()));
    assertThat(idea.enters(round.round(), Via.AUTHOR, OPENS, "")).isEqualTo(Ideas.Entering.TAKEN);
    office.mails();
    extended(round);
    office.dispatch().deliver();
    Unreachable unreachable = new Unreachable(office.ideas, office.uptakes, () -> Terms.USUAL);
    unreachable.move(idea.id(), round.id(), OPENS);

    Happening last = idea.dossier().history().getLast();
    assertThat(last.event()).isEqualTo(new IdeaEvent.EntryMoved(round.id()));
    assertThat(idea.dossier().idea().call().orElseThrow().told()).isEqualTo(last.version());
    assertThat(movesTold(idea)).isEqualTo(1);

    idea.called(Call.Result.REACHED, "");
    unreachable.move(idea.id(), round.id(), OPENS);
    assertThat(movesTold(idea)).isEqualTo(2);
  }

  private static long movesTold(Journey idea) {
    return idea.dossier().history().stream()
        .filter(it -> it.event() instanceof IdeaEvent.EntryMoved)
        .count();
  }

  @Test
  void organisersHearOfEachStepOfTheRound() {
    Edition round = announced();
    round.moved(OPENS);
    assertThat(told(ORGANISER)).singleElement().satisfies(ARoundIsToldTest::isWhole);
    round.moved(CLOSES.plusSeconds(1));
    assertThat(told(ORGANISER)).singleElement().satisfies(ARoundIsToldTest::isWhole);
    round.moved(JURY);
    assertThat(told(ORGANISER)).singleElement().satisfies(ARoundIsToldTest::isWhole);
  }

  @Test
  void anIdeaSentInARoomIsAskedToConfirmAfterwards() {
    Edition room = Edition.announced(office.rounds, aRound().live());
    office.mails();
    office.ideas.submit(
        Samples.anIdea()
            .by(author(Language.FR))
            .enteredFrom(Source.ROOM)
            .sentAt(OPENS)
            .submissionFor(room.round(), Via.ROOM, ""));

    Received mail = office.onlyMailTo(AUTHOR);
    isWhole(mail);
    assertThat(mail.text()).contains("/confirm/#token=", "dans la salle");
  }
}
