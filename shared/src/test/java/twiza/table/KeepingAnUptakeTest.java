package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.AZILAL;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.titled;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.event.Audit;
import twiza.idea.Bank;
import twiza.idea.Call;
import twiza.idea.Card;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Once;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Samples;
import twiza.settings.TestKeys;
import twiza.uptake.Candidate;
import twiza.uptake.Path;
import twiza.uptake.Stage;
import twiza.uptake.Taken;
import twiza.uptake.UptakeCommand;
import twiza.uptake.Uptakes;
import twiza.uptake.Uptakes.Shelf;
import twiza.uptake.Whom;

class KeepingAnUptakeTest {

  private static final Bank.Shelf REGION = new Bank.Shelf("05", "");

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final Uptakes uptakes = new TableUptakes(table.client(), table.name(), fingerprints);
  private final Bank bank = new TableBank(table.client(), table.name(), fingerprints);

  /** Offered to others. */
  private Journey offered() {
    return Journey.published(ideas, anIdea().saying(Samples.offered()));
  }

  private Taken shownOnEveryCard(Journey idea) {
    Listing<Card> page = bank.list(REGION, "", 10);
    Card card =
        ((Listing.Page<Card>) page)
            .items().stream().filter(it -> it.id().equals(idea.id())).findFirst().orElseThrow();
    return card.uptake();
  }

  private List<Path> shownOnItsPage(Journey idea) {
    return bank.find(idea.id()).orElseThrow().paths();
  }

  @Test
  void whoAskedIsReadBackAsTheyAsked() {
    Journey idea = offered();
    Candidate itto = Candidate.asks(uptakes, idea.id());
    assertThat(itto.party()).isEqualTo(Candidate.party(Candidate.ITTO));
    assertThat(itto.interest().members()).hasValue(7);
    assertThat(itto.dealings().knowsOtherwise(itto.id())).isFalse();
    assertThat(itto.dealings().history())
        .extracting(Uptakes.Happened::kind)
        .containsExactly("INTEREST_ASKED");
    assertThat(uptakes.ofFingerprint(fingerprints.of("email", Candidate.ITTO.value())))
        .containsExactly(new Uptakes.Named(idea.id(), itto.id()));
    assertThat(idea.dossier().history()).hasSize(3);
  }

  @Test
  void theSameSentTwiceIsOneInterestAndAnotherTextUnderTheSameKeyIsNone() {
    Journey idea = offered();
    Instant now = Samples.MONDAY.plus(Duration.ofDays(1));
    Once once = new Once("key", "content", Duration.ofDays(1));
    Uptakes.Edit first = Candidate.asking(uptakes, idea.id(), "one", AZILAL, Candidate.ITTO, now);
    assertThat(uptakes.ask(first, once)).isEqualTo(new Uptakes.Asking.Kept());
    Uptakes.Edit second = Candidate.asking(uptakes, idea.id(), "two", AZILAL, Candidate.ITTO, now);
    assertThat(uptakes.ask(second, once)).isEqualTo(new Uptakes.Asking.Repeated("one"));
    assertThat(uptakes.ask(second, new Once("key", "other", Duration.ofDays(1))))
        .isEqualTo(new Uptakes.Asking.KeyReused());
    assertThat(uptakes.ask(first, new Once("other key", "other", Duration.ofDays(1))))
        .isEqualTo(new Uptakes.Asking.Stale());
  }

  @Test
  void nothingOfItIsPublicBeforeTheAuthorAgrees() {
    Journey idea = offered();
    Candidate itto = Candidate.asks(uptakes, idea.id()).confirmed();
    assertThat(shownOnItsPage(idea)).isEmpty();
    assertThat(shownOnEveryCard(idea)).isEqualTo(Taken.OFFERED);
    itto.agreed();
    assertThat(shownOnEveryCard(idea))
        .isEqualTo(new Taken(Taken.State.IN_PREPARATION, List.of(AZILAL)));
    assertThat(shownOnItsPage(idea))
        .singleElement()
        .satisfies(path -> assertThat(path.stage()).isEqualTo(Stage.IN_PREPARATION));
  }

  @Test
  void thePublicNeverReadsMoreThanTheRegister() {
    Journey idea = offered();
    Candidate.asks(uptakes, idea.id()).confirmed().agreed().reported(Stage.REGISTERED);
    assertThat(shownOnItsPage(idea).getFirst().registration()).contains(Candidate.REGISTRATION);
    String publicly =
        table.everything().stream()
            .filter(item -> !item.get("PK").s().startsWith("IDEA#"))
            .filter(item -> !item.get("PK").s().startsWith("EMAIL#"))
            .toList()
            .toString();
    assertThat(publicly)
        .contains("Tazaghart", "13/4521")
        .doesNotContain("Itto", Candidate.ITTO.value(), "marché d'Azilal");
  }

  @Test
  void aCorrectionKeepsWhatIsShownOfThePath() {
    Journey idea = offered();
    Candidate.asks(uptakes, idea.id()).confirmed().agreed();
    idea.corrected(titled("Un autre titre")).decided(Choice.APPROVE, "");
    assertThat(shownOnItsPage(idea)).hasSize(1);
    assertThat(shownOnEveryCard(idea).state()).isEqualTo(Taken.State.IN_PREPARATION);
  }

  @Test
  void ofAnApprovalAndAnAgreementAtOnceTheSecondDecidesAgain() {
    Journey idea = offered();
    Candidate itto = Candidate.asks(uptakes, idea.id()).confirmed();
    idea.corrected(titled("Un autre titre"));
    Ideas.Edit approval =
        idea.edit(
            new Command.Decide(Choice.APPROVE, 2, Samples.MODERATOR, ""), Samples.MODERATOR, "");
    Uptakes.Edit agreement = itto.edit(new UptakeCommand.Answer(itto.id(), true), "");
    assertThat(uptakes.save(agreement)).isTrue();
    assertThat(ideas.save(approval)).isFalse();
    idea.decided(Choice.APPROVE, "");
    assertThat(shownOnEveryCard(idea).state()).isEqualTo(Taken.State.IN_PREPARATION);

    Uptakes.Edit stale = itto.edit(new UptakeCommand.Withdraw(itto.id()), "");
    idea.noted("Bravo");
    assertThat(uptakes.save(stale)).isFalse();
  }

  @Test
  void twoAnswersAtOnceAreOne() {
    Candidate itto = Candidate.asks(uptakes, offered().id()).confirmed();
    Uptakes.Edit yes = itto.edit(new UptakeCommand.Answer(itto.id(), true), "");
    Uptakes.Edit no = itto.edit(new UptakeCommand.Answer(itto.id(), false), "");
    assertThat(uptakes.save(yes)).isTrue();
    assertThat(uptakes.save(no)).isFalse();
    assertThat(itto.interest().stage()).isEqualTo(Stage.AGREED);
  }

  @Test
  void whatIsDueIsFoundAndAnIdeaThatGoesIsSeenToAtOnce() {
    TableDues dues = new TableDues(table.client(), table.name());
    Journey idea = offered();
    Candidate itto = Candidate.asks(uptakes, idea.id()).confirmed();
    Instant reminder = itto.interest().since().plus(Duration.ofDays(14));
    assertThat(dues.by(reminder.minusMillis(1))).isEmpty();
    assertThat(dues.by(reminder)).singleElement().matches(due -> due.kind().equals("UPTAKE"));
    idea.withdrawn();
    Instant gone = idea.dossier().idea().changedAt();
    assertThat(dues.by(gone)).singleElement().matches(due -> due.id().equals(idea.id()));
    itto.waits(Duration.ZERO);
    assertThat(itto.interest().stage()).isEqualTo(Stage.RELEASED);
    assertThat(dues.by(gone)).isEmpty();
  }

  @Test
  void erasingLeavesNothingOfWhoAskedAnywhereInTheTable() {
    Journey idea = offered();
    Candidate itto =
        Candidate.asks(uptakes, idea.id())
            .confirmed()
            .agreed()
            .reported(Stage.REGISTERED)
            .stopped("Nous avons appris à sécher.");
    assertThat(everything()).contains("Itto", Candidate.ITTO.value(), "appris", "Tazaghart");
    itto.erased();
    assertThat(everything())
        .doesNotContain("Itto", Candidate.ITTO.value(), "marché", "appris", "Tazaghart", "13/4521");
    assertThat(uptakes.ofFingerprint(fingerprints.of("email", Candidate.ITTO.value()))).isEmpty();
  }

  @Test
  void whatIsLongOverIsForgottenButForWhatWasLearnt() {
    Candidate itto =
        Candidate.asks(uptakes, offered().id())
            .confirmed()
            .agreed()
            .stopped("Nous avons appris à sécher.")
            .waits(Duration.ofDays(90));
    assertThat(itto.interest().forgotten()).isTrue();
    assertThat(everything())
        .contains("appris")
        .doesNotContain("Itto", Candidate.ITTO.value(), "marché");
  }

  @Test
  void anErasedAuthorsOwnWayLeavesNoNameEither() {
    Journey idea = Journey.published(ideas, anIdea());
    Uptakes.Dealings dealings = uptakes.find(idea.id()).orElseThrow();
    assertThat(dealings.uptake().interests()).isEmpty();
    Candidate own = Candidate.starts(uptakes, idea.id());
    own.reported(Stage.REGISTERED);
    assertThat(shownOnItsPage(idea).getFirst().registration()).isPresent();
    idea.erased(true);
    assertThat(shownOnItsPage(idea)).isEmpty();
    own.waits(Duration.ZERO);
    assertThat(everything()).doesNotContain("Tazaghart", "13/4521", "Amrani");
  }

  @Test
  void theDeskListsWhomToCallAndWhoWaitsApart() {
    Journey idea = offered();
    Candidate itto = Candidate.asks(uptakes, idea.id()).confirmed();
    Candidate moha = Candidate.asks(uptakes, idea.id(), "05.301", Candidate.PHONE);
    assertThat(listed(Shelf.WAITING)).containsExactly(itto.id());
    assertThat(listed(Shelf.TO_CALL)).containsExactly(moha.id());
    Uptakes.Listed line =
        ((Listing.Page<Uptakes.Listed>) uptakes.of("05", Shelf.TO_CALL, "", 10)).items().getFirst();
    assertThat(line.title()).isEqualTo(Samples.aSheet().title());
    assertThat(line.party().orElseThrow().person().orElseThrow().contact())
        .isEqualTo(Candidate.PHONE);
    moha.called(Whom.PARTY, Call.Result.WRONG_CONTACT);
    assertThat(listed(Shelf.WAITING)).containsExactly(moha.id(), itto.id());
    itto.agreed();
    assertThat(listed(Shelf.UNDERWAY)).containsExactly(itto.id());
    itto.withdrawn();
    assertThat(listed(Shelf.OVER)).containsExactly(itto.id());
    assertThat(uptakes.of("05", Shelf.OVER, "made up", 10)).isInstanceOf(Listing.BadCursor.class);
  }

  private List<String> listed(Shelf shelf) {
    return ((Listing.Page<Uptakes.Listed>) uptakes.of("05", shelf, "", 10))
        .items().stream().map(it -> it.interest().id()).toList();
  }

  @Test
  void theAuditShowsEachStepInItsPlaceAmongThoseOfTheIdea() {
    Journey idea = offered();
    Candidate itto = Candidate.asks(uptakes, idea.id()).confirmed();
    idea.noted("Bravo");
    itto.agreed();
    TableAudit audit = new TableAudit(table.client(), table.name(), fingerprints);
    Audit.Filter filter =
        new Audit.Filter(
            "05",
            Optional.empty(),
            Optional.of(idea.id()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Instant later = Samples.MONDAY.plus(Duration.ofDays(30));
    assertThat(((Listing.Page<Audit.Entry>) audit.entries(filter, "", 20, later)).items())
        .extracting(Audit.Entry::kind)
        .containsExactly(
            "INTEREST_AGREED",
            "NOTED",
            "INTEREST_CONFIRMED",
            "INTEREST_ASKED",
            "APPROVED",
            "CONFIRMED",
            "SUBMITTED");
  }

  @Test
  void secretsAndWrongCodesStayWhateverElseChanges() {
    Journey idea = offered();
    Candidate itto = Candidate.asks(uptakes, idea.id());
    uptakes.addCredential(idea.id(), itto.id(), "another");
    assertThat(uptakes.countCode(idea.id(), itto.id())).isTrue();
    itto.confirmed().agreed().stopped("Rien");
    assertThat(itto.party().credentials()).contains("another");
    assertThat(itto.party().wrongCodes()).isEqualTo(1);
    itto.erased();
    uptakes.addCredential(idea.id(), itto.id(), "a late one");
    assertThat(itto.party().credentials()).isEmpty();
  }

  private String everything() {
    return table.everything().toString();
  }
}
