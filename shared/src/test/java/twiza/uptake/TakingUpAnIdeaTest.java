package twiza.uptake;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.uptake.Undertaking.AZILAL;
import static twiza.uptake.Undertaking.KHENIFRA;
import static twiza.uptake.Undertaking.carried;
import static twiza.uptake.Undertaking.offered;
import static twiza.uptake.Undertaking.offeredBySomebodyWithAPhone;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import twiza.idea.Call;
import twiza.idea.Contact;
import twiza.idea.Samples;

class TakingUpAnIdeaTest {

  private static final Duration MILLISECOND = Duration.ofMillis(1);

  @Test
  void whoAsksIsWrittenToAndTheAuthorHearsOfItOnceItIsConfirmed() {
    Undertaking it = offered().asked("a", AZILAL);
    assertThat(it.told).containsExactly(Whom.PARTY);
    assertThat(it.stage("a")).isEqualTo(Stage.UNCONFIRMED);
    it.confirmed("a");
    assertThat(it.told).containsExactly(Whom.AUTHOR);
    assertThat(it.stage("a")).isEqualTo(Stage.INTERESTED);
    assertThat(it.tries(new UptakeCommand.Confirm("a", false)))
        .isInstanceOf(UptakeOutcome.Unchanged.class);
  }

  @Test
  void whatIsNotConfirmedExpiresAfterAWeek() {
    Undertaking it = offered().asked("a", AZILAL).waits(Duration.ofDays(7)).waits(MILLISECOND);
    assertThat(it.refusal(new UptakeCommand.Confirm("a", false)))
        .isEqualTo(new UptakeRefusal.Over());
    it.swept();
    assertThat(it.stage("a")).isEqualTo(Stage.EXPIRED);
  }

  @Test
  void whoHasOnlyAPhoneIsCalledToConfirm() {
    Undertaking it = offered().asked("a", AZILAL, Contact.Kind.PHONE);
    assertThat(it.told).isEmpty();
    assertThat(it.of("a").calls().get(Whom.PARTY).about()).isEqualTo("INTEREST_ASKED");
    it.days(8).confirmed("a");
    assertThat(it.of("a").calls()).isEmpty();
  }

  @Test
  void agreeingTellsBothAndKeepsTheProvinceForNinetyDays() {
    Undertaking it = offered().asked("a", AZILAL).confirmed("a").agreed("a");
    assertThat(it.told).containsExactlyInAnyOrder(Whom.AUTHOR, Whom.PARTY);
    assertThat(it.of("a").reservedUntil()).contains(Samples.MONDAY.plus(Duration.ofDays(90)));
    UptakeCommand second = Undertaking.ask("b", AZILAL, Contact.Kind.EMAIL);
    assertThat(it.waits(Duration.ofDays(90)).waits(MILLISECOND.negated()).refusal(second))
        .isEqualTo(new UptakeRefusal.Reserved(AZILAL, Samples.MONDAY.plus(Duration.ofDays(90))));
    it.waits(MILLISECOND).does(second);
  }

  @Test
  void severalProvincesMayTakeUpTheSameIdea() {
    Undertaking it = offered().taken("a", AZILAL).taken("b", KHENIFRA);
    assertThat(it.taken().state()).isEqualTo(Taken.State.IN_PREPARATION);
    assertThat(it.taken().provinces()).containsExactly(AZILAL, KHENIFRA);
  }

  @Test
  void ofTwoWhoAskInOneProvinceTheAuthorMayAgreeToOne() {
    Undertaking it =
        offered().asked("a", AZILAL).asked("b", AZILAL).confirmed("a").confirmed("b").agreed("a");
    assertThat(it.refusal(new UptakeCommand.Answer("b", true)))
        .isInstanceOf(UptakeRefusal.Reserved.class);
    it.does(new UptakeCommand.Answer("b", false));
    assertThat(it.stage("b")).isEqualTo(Stage.DECLINED);
    assertThat(it.told).containsExactly(Whom.PARTY);
  }

  @Test
  void whoeverWaitsForAProvinceThatIsTakenIsReleasedForThat() {
    Undertaking it = offered().asked("a", AZILAL).asked("b", AZILAL).asked("c", KHENIFRA);
    it.confirmed("a").confirmed("b").confirmed("c").days(1).agreed("a").days(59);
    assertThat(it.released).containsExactlyInAnyOrder("b PROVINCE_TAKEN", "c SILENCE");
  }

  @Test
  void aProvinceIsKeptAndNewsAreAskedForAsLongAsTheDelegationSays() {
    Undertaking it = offered();
    it.terms =
        new Terms(
            Terms.USUAL.remind(),
            Terms.USUAL.call(),
            Terms.USUAL.release(),
            Duration.ofDays(20),
            Period.ofMonths(2));
    it.taken("a", AZILAL).reported("a", Stage.IN_PREPARATION);
    assertThat(it.of("a").reservedUntil()).contains(Samples.MONDAY.plus(Duration.ofDays(20)));
    it.days(20);
    assertThat(it.history).contains("RESERVATION_EXPIRED");
    assertThat(it.history).doesNotContain("FOLLOW_UP_ASKED");
    it.days(41);
    assertThat(it.history).contains("FOLLOW_UP_ASKED");
  }

  @Test
  void anAnswerStandsAndSayingItAgainChangesNothing() {
    Undertaking it = offered().taken("a", AZILAL);
    assertThat(it.tries(new UptakeCommand.Answer("a", true)))
        .isInstanceOf(UptakeOutcome.Unchanged.class);
    assertThat(it.refusal(new UptakeCommand.Answer("a", false)))
        .isEqualTo(new UptakeRefusal.Answered());
  }

  @Test
  void nobodyAgreesToWhatIsNotConfirmed() {
    Undertaking it = offered().asked("a", AZILAL);
    assertThat(it.refusal(new UptakeCommand.Answer("a", true)))
        .isEqualTo(new UptakeRefusal.NotConfirmed());
  }

  @Test
  void aSilentAuthorIsRemindedCalledAndNeverTakenToHaveAgreed() {
    Undertaking it = offered().asked("a", AZILAL).confirmed("a").days(13);
    assertThat(it.history).doesNotContain("INTEREST_REMINDED");
    it.days(1);
    assertThat(it.told).containsExactly(Whom.AUTHOR);
    it.days(15);
    assertThat(it.of("a").calls()).isEmpty();
    it.days(1);
    assertThat(it.of("a").calls().get(Whom.AUTHOR).about()).isEqualTo("INTEREST_UNANSWERED");
    it.days(29);
    assertThat(it.stage("a")).isEqualTo(Stage.INTERESTED);
    it.days(1);
    assertThat(it.stage("a")).isEqualTo(Stage.RELEASED);
    assertThat(it.told).containsExactly(Whom.PARTY);
    assertThat(it.of("a").calls()).isEmpty();
    assertThat(it.refusal(new UptakeCommand.Answer("a", true))).isEqualTo(new UptakeRefusal.Over());
  }

  @Test
  void afterAnOutageOnlyWhatMattersNowIsDone() {
    Undertaking it = offered().asked("a", AZILAL).confirmed("a").waits(Duration.ofDays(61)).swept();
    assertThat(it.history)
        .containsExactly("INTEREST_ASKED", "INTEREST_CONFIRMED", "INTEREST_RELEASED");
  }

  @Test
  void anAuthorWithAPhoneIsCalledAtOnceAndTheOneWhoAskedIsWrittenTo() {
    Undertaking it = offeredBySomebodyWithAPhone().asked("a", AZILAL).confirmed("a");
    assertThat(it.told).isEmpty();
    assertThat(it.of("a").calls().get(Whom.AUTHOR).about()).isEqualTo("INTEREST_CONFIRMED");
    it.called("a", Whom.AUTHOR, Call.Result.NO_ANSWER);
    assertThat(it.of("a").calls().get(Whom.AUTHOR).attempts()).isEqualTo(1);
    it.agreed("a");
    assertThat(it.told).containsExactly(Whom.PARTY);
    assertThat(it.of("a").calls().get(Whom.AUTHOR).about()).isEqualTo("INTEREST_AGREED");
    it.called("a", Whom.AUTHOR, Call.Result.REACHED);
    assertThat(it.of("a").calls()).isEmpty();
    assertThat(it.refusal(new UptakeCommand.RecordCall("a", Whom.AUTHOR, Call.Result.REACHED)))
        .isEqualTo(new UptakeRefusal.NoCall());
  }

  @Test
  void aReservationThatNobodyUsesIsAnnouncedThenFreesTheIdea() {
    Undertaking it = offered().taken("a", AZILAL).days(76);
    assertThat(it.history).endsWith("RESERVATION_ENDING");
    assertThat(it.taken().state()).isEqualTo(Taken.State.IN_PREPARATION);
    it.days(14);
    assertThat(it.history).endsWith("RESERVATION_EXPIRED");
    assertThat(it.stage("a")).isEqualTo(Stage.LAPSED);
    assertThat(it.taken()).isEqualTo(Taken.OFFERED);
    it.taken("b", AZILAL);
    assertThat(it.refusal(Undertaking.report("a", Stage.IN_PREPARATION)))
        .isInstanceOf(UptakeRefusal.Reserved.class);
  }

  @Test
  void whoHasBegunGoesOnWhenTheReservationEndsAndOthersMayAskToo() {
    Undertaking it = offered().taken("a", AZILAL).reported("a", Stage.IN_PREPARATION).days(90);
    assertThat(it.stage("a")).isEqualTo(Stage.IN_PREPARATION);
    assertThat(it.paths().getFirst().since()).isEqualTo(Samples.MONDAY);
    it.asked("b", AZILAL);
  }

  @Test
  void twoQuestionsWithoutAnAnswerAndTheIdeaIsOfferedAgain() {
    Undertaking it = offered().taken("a", AZILAL).reported("a", Stage.REGISTERED).days(180);
    assertThat(it.history).doesNotContain("FOLLOW_UP_ASKED");
    it.days(5);
    assertThat(it.history).endsWith("FOLLOW_UP_ASKED");
    it.reported("a", Stage.RUNNING).days(184 * 2);
    assertThat(it.of("a").unanswered()).isEqualTo(2);
    assertThat(it.taken().state()).isEqualTo(Taken.State.RUNNING);
    it.days(184);
    assertThat(it.history).contains("PATH_UNFOLLOWED");
    assertThat(it.stage("a")).isEqualTo(Stage.RUNNING);
    assertThat(it.taken()).isEqualTo(Taken.OFFERED);
    it.reported("a", Stage.RUNNING);
    assertThat(it.taken().state()).isEqualTo(Taken.State.RUNNING);
  }

  @Test
  void whatStoppedIsOfferedAgainAndStaysOnThePath() {
    Undertaking it = offered().taken("a", AZILAL).reported("a", Stage.STOPPED);
    assertThat(it.told).containsExactly(Whom.AUTHOR);
    assertThat(it.taken()).isEqualTo(Taken.OFFERED);
    assertThat(it.paths().getFirst().stage()).isEqualTo(Stage.STOPPED);
    it.asked("b", AZILAL);
  }

  @Test
  void aCooperativeHasANameANumberAndADate() {
    Undertaking it = offered().taken("a", AZILAL);
    Progress without =
        new Progress(Stage.REGISTERED, OptionalInt.of(7), OptionalInt.empty(), Optional.empty());
    assertThat(it.refusal(new UptakeCommand.Report("a", without)))
        .isEqualTo(new UptakeRefusal.RegistrationRequired());
    it.reported("a", Stage.REGISTERED);
    Progress running =
        new Progress(Stage.RUNNING, OptionalInt.empty(), OptionalInt.of(3), Optional.empty());
    it.does(new UptakeCommand.Report("a", running));
    assertThat(it.of("a").registration()).contains(Undertaking.TAZAGHART);
    assertThat(it.of("a").members()).hasValue(7);
    assertThat(it.of("a").jobs()).hasValue(3);
    assertThat(it.refusal(Undertaking.report("a", Stage.IN_PREPARATION)))
        .isEqualTo(new UptakeRefusal.Backwards());
  }

  @Test
  void nobodyReportsBeforeTheAuthorAgreed() {
    Undertaking it = offered().asked("a", AZILAL).confirmed("a");
    assertThat(it.refusal(Undertaking.report("a", Stage.IN_PREPARATION)))
        .isEqualTo(new UptakeRefusal.NotAgreed());
  }

  @Test
  void anAuthorWhoBuildsItIsJoinedByOthersAndReportsTheWay() {
    Undertaking it = carried().started("own", AZILAL).taken("a", AZILAL).taken("b", AZILAL);
    assertThat(it.of("a").aim()).isEqualTo(Aim.JOIN);
    assertThat(it.of("a").reservedUntil()).isEmpty();
    assertThat(it.refusal(Undertaking.report("a", Stage.REGISTERED)))
        .isEqualTo(new UptakeRefusal.JoinedOnly());
    it.reported("own", Stage.REGISTERED);
    assertThat(it.taken().state()).isEqualTo(Taken.State.REGISTERED);
    assertThat(it.paths()).hasSize(1);
    assertThat(it.refusal(new UptakeCommand.Start("other", KHENIFRA, 1)))
        .isEqualTo(new UptakeRefusal.AlreadyStarted());
  }

  @Test
  void anIdeaThatLeavesTheBankFreesWhoWaits() {
    Undertaking it = offered().asked("a", AZILAL).confirmed("a").taken("b", KHENIFRA).unpublished();
    assertThat(it.refusal(new UptakeCommand.Answer("a", true)))
        .isEqualTo(new UptakeRefusal.NotOffered());
    assertThat(it.refusal(Undertaking.ask("c", AZILAL, Contact.Kind.EMAIL)))
        .isEqualTo(new UptakeRefusal.NotOffered());
    it.swept();
    assertThat(it.stage("a")).isEqualTo(Stage.RELEASED);
    assertThat(it.told).containsExactly(Whom.PARTY);
    assertThat(it.stage("b")).isEqualTo(Stage.AGREED);
  }

  @Test
  void anErasedAuthorsOwnWayGoesWithThem() {
    Undertaking it = carried().started("own", AZILAL).reported("own", Stage.REGISTERED).orphaned();
    assertThat(it.paths()).isEmpty();
    it.swept();
    assertThat(it.stage("own")).isEqualTo(Stage.RELEASED);
    assertThat(it.of("own").registration()).isEmpty();
    assertThat(it.of("own").forgotten()).isTrue();
  }

  @Test
  void erasingLeavesNoNameAndGivesUpWhatWasUnderway() {
    Undertaking it = offered().taken("a", AZILAL).reported("a", Stage.REGISTERED);
    it.does(new UptakeCommand.Erase("a"));
    assertThat(it.of("a").forgotten()).isTrue();
    assertThat(it.of("a").registration()).isEmpty();
    assertThat(it.taken()).isEqualTo(Taken.OFFERED);
    assertThat(it.tries(new UptakeCommand.Erase("a"))).isInstanceOf(UptakeOutcome.Unchanged.class);
  }

  @Test
  void whatIsOverIsForgottenAfterNinetyDays() {
    Undertaking it = offered().asked("a", AZILAL).confirmed("a");
    it.does(new UptakeCommand.Answer("a", false)).days(89);
    assertThat(it.of("a").forgotten()).isFalse();
    it.days(1);
    assertThat(it.of("a").forgotten()).isTrue();
    assertThat(it.history).endsWith("INTEREST_FORGOTTEN");
  }

  @Test
  void withdrawingTellsTheAuthorWhoKnowsOfThemOnly() {
    Undertaking waiting = offered().asked("a", AZILAL).confirmed("a");
    waiting.does(new UptakeCommand.Withdraw("a"));
    assertThat(waiting.told).isEmpty();
    Undertaking agreed = offered().taken("a", AZILAL);
    agreed.does(new UptakeCommand.Withdraw("a"));
    assertThat(agreed.told).containsExactly(Whom.AUTHOR);
    assertThat(agreed.taken()).isEqualTo(Taken.OFFERED);
  }

  @Test
  void whoseMailComesBackIsCalled() {
    Undertaking it = offered().taken("a", AZILAL);
    it.does(new UptakeCommand.Bounce("a", Whom.PARTY));
    assertThat(it.of("a").calls().get(Whom.PARTY).about()).isEqualTo("INTEREST_BOUNCED");
    assertThat(it.tries(new UptakeCommand.Bounce("a", Whom.PARTY)))
        .isInstanceOf(UptakeOutcome.Unchanged.class);
  }

  @Test
  void oneContactConfirmsOneRequest() {
    Undertaking it = offered().asked("a", AZILAL).confirmed("a").asked("b", AZILAL);
    assertThat(it.refusal(new UptakeCommand.Confirm("b", true)))
        .isEqualTo(new UptakeRefusal.AlreadyAsked());
    assertThat(it.stage("b")).isEqualTo(Stage.UNCONFIRMED);
  }

  @Test
  void anAuthorHasFiftyToAnswerAtMost() {
    Undertaking it = offered().asked("late", AZILAL);
    for (int i = 0; i < Uptake.MOST_WAITING; i++) {
      it.asked("a" + i, AZILAL).confirmed("a" + i);
    }
    assertThat(it.refusal(Undertaking.ask("z", AZILAL, Contact.Kind.EMAIL)))
        .isEqualTo(new UptakeRefusal.TooMany());
    assertThat(it.refusal(new UptakeCommand.Confirm("late", false)))
        .isEqualTo(new UptakeRefusal.TooMany());
    it.does(new UptakeCommand.Answer("a0", false)).confirmed("late");
    it.started("own", KHENIFRA);
  }

  @Test
  void whoeverNeverConfirmsKeepsNobodyFromAsking() {
    Undertaking it = offered();
    for (int i = 0; i <= Uptake.MOST_WAITING; i++) {
      it.asked("invented" + i, AZILAL, Contact.Kind.PHONE);
    }
    it.taken("a", AZILAL).started("own", KHENIFRA);
  }

  @Test
  void nobodyAnswersForSomebodyWhoDidNotAsk() {
    assertThat(offered().refusal(new UptakeCommand.Answer("nobody", true)))
        .isEqualTo(new UptakeRefusal.NoSuchInterest());
  }
}
