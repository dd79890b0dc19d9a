package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;

class AnIdeasLifeTest {

  private static final Instant LATER = MONDAY.plus(Duration.ofDays(40));
  private static final Presentation NAMED = new Presentation(true, true);

  /** For each state, what becomes of each command: an event, {@code =} unchanged, or a refusal. */
  @ParameterizedTest
  @CsvSource({
    "UNCONFIRMED, confirm, CONFIRMED",
    "UNCONFIRMED, correct, CORRECTED",
    "UNCONFIRMED, present, PRESENTATION_CHANGED",
    "UNCONFIRMED, withdraw, WITHDRAWN",
    "UNCONFIRMED, erase, ERASED",
    "UNCONFIRMED, erase and leave, !NOT_PUBLISHED",
    "UNCONFIRMED, approve, !OTHER_REVISION",
    "UNCONFIRMED, unpublish, !NOT_PUBLISHED",
    "UNCONFIRMED, ask for another address, CONTACT_CHANGE_ASKED",
    "UNCONFIRMED, give a phone number, CONTACT_CHANGED",
    "UNCONFIRMED, do what is due, EXPIRED",
    "UNCONFIRMED, bounce, MAIL_BOUNCED",
    "UNCONFIRMED, reach, CONFIRMED+CALL_RECORDED",
    "UNCONFIRMED, call in vain, CALL_RECORDED",
    "UNCONFIRMED, call another, CALL_RECORDED",
    "UNCONFIRMED, note, !NOT_PUBLISHED",
    "UNCONFIRMED, take back the note, =",
    "UNCONFIRMED, translate, !NOT_PUBLISHED",
    "UNCONFIRMED, report, !NOT_PUBLISHED",
    "UNCONFIRMED, dismiss, =",
    "UNCONFIRMED, remind, =",
    "PENDING, confirm, =",
    "PENDING, correct, CORRECTED",
    "PENDING, present, PRESENTATION_CHANGED",
    "PENDING, withdraw, WITHDRAWN",
    "PENDING, erase, ERASED",
    "PENDING, erase and leave, !NOT_PUBLISHED",
    "PENDING, approve, APPROVED",
    "PENDING, request changes, CHANGES_REQUESTED",
    "PENDING, reject, REJECTED",
    "PENDING, unpublish, !NOT_PUBLISHED",
    "PENDING, ask for another address, CONTACT_CHANGE_ASKED",
    "PENDING, give a phone number, CONTACT_CHANGED",
    "PENDING, do what is due, =",
    "PENDING, bounce, MAIL_BOUNCED",
    "PENDING, reach, CALL_RECORDED",
    "PENDING, call in vain, CALL_RECORDED",
    "PENDING, call another, CALL_RECORDED",
    "PENDING, note, !NOT_PUBLISHED",
    "PENDING, take back the note, =",
    "PENDING, translate, !NOT_PUBLISHED",
    "PENDING, report, !NOT_PUBLISHED",
    "PENDING, dismiss, =",
    "PENDING, remind, ESCALATED",
    "CHANGES_REQUESTED, confirm, =",
    "CHANGES_REQUESTED, correct, CORRECTED",
    "CHANGES_REQUESTED, withdraw, WITHDRAWN",
    "CHANGES_REQUESTED, erase, ERASED",
    "CHANGES_REQUESTED, approve, =",
    "CHANGES_REQUESTED, reject, =",
    "CHANGES_REQUESTED, do what is due, CHANGES_REMINDED",
    "CHANGES_REQUESTED, bounce, MAIL_BOUNCED",
    "CHANGES_REQUESTED, reach, CALL_RECORDED",
    "CHANGES_REQUESTED, note, !NOT_PUBLISHED",
    "CHANGES_REQUESTED, report, !NOT_PUBLISHED",
    "CHANGES_REQUESTED, remind, =",
    "PUBLISHED, confirm, =",
    "PUBLISHED, correct, CORRECTED",
    "PUBLISHED, present, PRESENTATION_CHANGED",
    "PUBLISHED, withdraw, WITHDRAWN",
    "PUBLISHED, erase, ERASED",
    "PUBLISHED, erase and leave, ERASED",
    "PUBLISHED, approve, =",
    "PUBLISHED, reject, =",
    "PUBLISHED, unpublish, UNPUBLISHED",
    "PUBLISHED, give a phone number, CONTACT_CHANGED",
    "PUBLISHED, do what is due, =",
    "PUBLISHED, bounce, MAIL_BOUNCED",
    "PUBLISHED, reach, CALL_RECORDED",
    "PUBLISHED, note, NOTED",
    "PUBLISHED, take back the note, =",
    "PUBLISHED, translate, TRANSLATED",
    "PUBLISHED, translate into its own language, !SAME_LANGUAGE",
    "PUBLISHED, report, REPORTED",
    "PUBLISHED, dismiss, =",
    "PUBLISHED, remind, =",
    "REJECTED, confirm, =",
    "REJECTED, correct, CORRECTED",
    "REJECTED, correct again, !REJECTED",
    "REJECTED, bounce, MAIL_BOUNCED",
    "REJECTED, reach, CALL_RECORDED",
    "REJECTED, note, !NOT_PUBLISHED",
    "REJECTED, report, !NOT_PUBLISHED",
    "REJECTED, remind, =",
    "REJECTED, withdraw, WITHDRAWN",
    "REJECTED, erase, ERASED",
    "REJECTED, approve, =",
    "REJECTED, give a phone number, CONTACT_CHANGED",
    "REJECTED, do what is due, =",
    "UNPUBLISHED, correct, CORRECTED",
    "UNPUBLISHED, withdraw, WITHDRAWN",
    "UNPUBLISHED, erase, ERASED",
    "UNPUBLISHED, erase and leave, !NOT_PUBLISHED",
    "UNPUBLISHED, unpublish, =",
    "UNPUBLISHED, approve, =",
    "UNPUBLISHED, do what is due, =",
    "UNPUBLISHED, bounce, MAIL_BOUNCED",
    "UNPUBLISHED, reach, CALL_RECORDED",
    "UNPUBLISHED, note, !NOT_PUBLISHED",
    "UNPUBLISHED, translate, !NOT_PUBLISHED",
    "UNPUBLISHED, report, !NOT_PUBLISHED",
    "UNPUBLISHED, remind, =",
    "WITHDRAWN, confirm, !WITHDRAWN",
    "WITHDRAWN, correct, !WITHDRAWN",
    "WITHDRAWN, present, !WITHDRAWN",
    "WITHDRAWN, withdraw, =",
    "WITHDRAWN, erase, ERASED",
    "WITHDRAWN, approve, !WITHDRAWN",
    "WITHDRAWN, unpublish, !WITHDRAWN",
    "WITHDRAWN, ask for another address, !WITHDRAWN",
    "WITHDRAWN, give a phone number, !WITHDRAWN",
    "WITHDRAWN, do what is due, =",
    "WITHDRAWN, bounce, !WITHDRAWN",
    "WITHDRAWN, reach, !WITHDRAWN",
    "WITHDRAWN, note, !WITHDRAWN",
    "WITHDRAWN, translate, !WITHDRAWN",
    "WITHDRAWN, report, !WITHDRAWN",
    "WITHDRAWN, dismiss, =",
    "WITHDRAWN, remind, =",
    "EXPIRED, confirm, !EXPIRED",
    "EXPIRED, correct, !EXPIRED",
    "EXPIRED, withdraw, !EXPIRED",
    "EXPIRED, erase, ERASED",
    "EXPIRED, approve, !EXPIRED",
    "EXPIRED, do what is due, =",
    "EXPIRED, bounce, !EXPIRED",
    "EXPIRED, reach, !EXPIRED",
    "EXPIRED, note, !EXPIRED",
    "EXPIRED, report, !EXPIRED",
    "EXPIRED, remind, =",
  })
  void allows_in_each_state(State state, String command, String expected) {
    Idea idea =
        command.equals("correct again")
            ? made(made(in(state), new Command.Correct(1)), rejectedAgain())
            : in(state);
    assertThat(told(IdeaLife.decide(idea, named(command), LATER))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void changes_nothing_more_once_it_is_erased(State state) {
    Idea erased = made(in(state), new Command.Erase(false));
    assertThat(erased.abilities()).isEmpty();
    assertThat(erased.state()).isEqualTo(State.WITHDRAWN);
    assertThat(erased.dueAt()).isEmpty();
    assertThat(told(IdeaLife.decide(erased, new Command.Erase(true), LATER))).isEqualTo("=");
    for (String command : List.of("confirm", "correct", "present", "give a phone number")) {
      assertThat(told(IdeaLife.decide(erased, named(command), LATER))).isEqualTo("!WITHDRAWN");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUEST_CHANGES", "REJECT"})
  void asks_for_a_reason_unless_it_is_approved(Choice choice) {
    Command.Decide silent = new Command.Decide(choice, 1, "M05A", "  ");
    assertThat(told(IdeaLife.decide(in(State.PENDING), silent, LATER)))
        .isEqualTo("!REASON_REQUIRED");
  }

  @Test
  void gives_one_decision_to_two_moderators() {
    Idea approved = made(in(State.PENDING), named("approve"));
    Outcome second =
        IdeaLife.decide(approved, new Command.Decide(Choice.REJECT, 1, "M05B", "Non"), LATER);
    assertThat(second).isEqualTo(new Outcome.Unchanged(approved));
    assertThat(approved.standing().orElseThrow().choice()).isEqualTo(Choice.APPROVE);
    assertThat(approved.standing().orElseThrow().by()).isEqualTo("M05A");
  }

  @Test
  void makes_whoever_decides_about_an_older_text_look_at_the_new_one() {
    Idea corrected = made(in(State.PENDING), new Command.Correct(1));
    assertThat(told(IdeaLife.decide(corrected, named("approve"), LATER)))
        .isEqualTo("!OTHER_REVISION");
  }

  @Test
  void refuses_a_correction_of_a_text_that_is_not_the_newest() {
    Idea corrected = made(in(State.PENDING), new Command.Correct(1));
    assertThat(told(IdeaLife.decide(corrected, new Command.Correct(1), LATER)))
        .isEqualTo("!OTHER_REVISION");
  }

  @Test
  void begins_pending_and_flagged_when_it_came_by_phone() {
    Idea byPhone = anIdea().by(moha()).accepted().idea();
    assertThat(byPhone.state()).isEqualTo(State.PENDING);
    assertThat(byPhone.flags()).isEqualTo(Set.of(Flag.CONTACT_UNCONFIRMED));
    assertThat(byPhone.waitingSince()).contains(MONDAY);
  }

  @Test
  void is_confirmed_by_a_changed_address_that_is_confirmed() {
    Outcome outcome =
        IdeaLife.decide(
            in(State.UNCONFIRMED), new Command.ChangeContact(Contact.Kind.EMAIL), LATER);
    assertThat(told(outcome)).isEqualTo("CONTACT_CHANGED+CONFIRMED");
    Idea idea = ((Outcome.Accepted) outcome).idea();
    assertThat(idea.state()).isEqualTo(State.PENDING);
    assertThat(idea.version()).isEqualTo(3);
  }

  @Nested
  class WhenAPublishedIdeaIsCorrected {

    private final Idea corrected = made(in(State.PUBLISHED), new Command.Correct(1));

    @Test
    void it_stays_public_while_the_correction_waits() {
      assertThat(corrected.state()).isEqualTo(State.PUBLISHED);
      assertThat(corrected.published()).isEqualTo(OptionalInt.of(1));
      assertThat(corrected.waiting()).isEqualTo(OptionalInt.of(2));
      assertThat(corrected.choices()).isEqualTo(EnumSet.allOf(Choice.class));
    }

    @Test
    void approving_publishes_the_correction_on_the_day_of_the_first() {
      Idea approved = made(corrected, new Command.Decide(Choice.APPROVE, 2, "M05A", ""));
      assertThat(approved.published()).isEqualTo(OptionalInt.of(2));
      assertThat(approved.publishedAt()).isEqualTo(corrected.publishedAt());
      assertThat(approved.waiting()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_CHANGES", "REJECT"})
    void refusing_leaves_the_first_text_public(Choice choice) {
      Idea refused = made(corrected, new Command.Decide(choice, 2, "M05A", "Non"));
      assertThat(refused.state()).isEqualTo(State.PUBLISHED);
      assertThat(refused.published()).isEqualTo(OptionalInt.of(1));
      assertThat(refused.waiting()).isEmpty();
    }

    @Test
    void unpublishing_takes_both_out() {
      Idea gone = made(corrected, new Command.Decide(Choice.UNPUBLISH, 2, "M05A", "Non"));
      assertThat(gone.state()).isEqualTo(State.UNPUBLISHED);
      assertThat(gone.published()).isEmpty();
      assertThat(gone.waiting()).isEmpty();
    }

    @Test
    void correcting_again_keeps_its_place_in_the_queue() {
      Idea again = made(corrected, new Command.Correct(2));
      assertThat(again.waiting()).isEqualTo(OptionalInt.of(3));
      assertThat(again.waitingSince()).isEqualTo(corrected.waitingSince());
    }

    @Test
    void erasing_and_leaving_the_text_leaves_the_published_one() {
      Idea left = made(corrected, new Command.Erase(true));
      assertThat(left.state()).isEqualTo(State.PUBLISHED);
      assertThat(left.published()).isEqualTo(OptionalInt.of(1));
      assertThat(left.waiting()).isEmpty();
      assertThat(left.presentation().showName()).isFalse();
    }
  }

  @Nested
  class WhenNobodyConfirmsIt {

    private final Idea unconfirmed = in(State.UNCONFIRMED);

    @Test
    void it_is_reminded_of_after_two_days_and_expires_after_seven() {
      assertThat(told(dueAfter(unconfirmed, Duration.ofDays(2).minusMillis(1)))).isEqualTo("=");
      Outcome reminded = dueAfter(unconfirmed, Duration.ofDays(2));
      assertThat(told(reminded)).isEqualTo("CONFIRMATION_REMINDED");
      Idea idea = ((Outcome.Accepted) reminded).idea();
      assertThat(told(dueAfter(idea, Duration.ofDays(7).minusMillis(1)))).isEqualTo("=");
      assertThat(told(dueAfter(idea, Duration.ofDays(7)))).isEqualTo("EXPIRED");
    }

    @Test
    void it_expires_without_a_reminder_when_the_clock_stood_still() {
      assertThat(told(dueAfter(unconfirmed, Duration.ofDays(7)))).isEqualTo("EXPIRED");
    }
  }

  @Nested
  class WhenChangesAreAskedOfTheAuthor {

    private final Idea asked = in(State.CHANGES_REQUESTED);
    private final Instant since = asked.asked().orElseThrow().since();

    @Test
    void the_author_is_reminded_after_7_and_21_days_and_never_again() {
      assertThat(asked.dueAt()).contains(since.plus(Duration.ofDays(7)));
      Idea once = reminded(asked, since.plus(Duration.ofDays(7)));
      assertThat(once.dueAt()).contains(since.plus(Duration.ofDays(21)));
      Idea twice = reminded(once, since.plus(Duration.ofDays(21)));
      assertThat(twice.state()).isEqualTo(State.CHANGES_REQUESTED);
      assertThat(twice.dueAt()).isEmpty();
    }

    @Test
    void the_author_is_reminded_once_after_an_outage_of_weeks() {
      Idea once = reminded(asked, since.plus(Duration.ofDays(30)));
      assertThat(once.dueAt()).isEmpty();
    }

    private Idea reminded(Idea idea, Instant now) {
      return ((Outcome.Accepted) IdeaLife.decide(idea, new Command.DoWhatIsDue(), now)).idea();
    }

    @Test
    void a_correction_waits_for_a_moderator_and_ends_the_reminders() {
      Idea corrected = made(asked, new Command.Correct(1));
      assertThat(corrected.state()).isEqualTo(State.PENDING);
      assertThat(corrected.dueAt()).isEmpty();
    }
  }

  private static Outcome dueAfter(Idea idea, Duration wait) {
    return IdeaLife.decide(idea, new Command.DoWhatIsDue(), MONDAY.plus(wait));
  }

  private static Idea made(Idea idea, Command command) {
    return ((Outcome.Accepted) IdeaLife.decide(idea, command, LATER)).idea();
  }

  private static Idea in(State state) {
    Idea unconfirmed = anIdea().accepted().idea();
    return switch (state) {
      case UNCONFIRMED -> unconfirmed;
      case PENDING -> at(unconfirmed, new Command.Confirm());
      case CHANGES_REQUESTED -> at(in(State.PENDING), named("request changes"));
      case PUBLISHED -> at(in(State.PENDING), named("approve"));
      case REJECTED -> at(in(State.PENDING), named("reject"));
      case UNPUBLISHED -> at(in(State.PUBLISHED), named("unpublish"));
      case WITHDRAWN -> at(in(State.PENDING), new Command.Withdraw());
      case EXPIRED ->
          ((Outcome.Accepted) dueAfter(unconfirmed, Idea.EXPIRE_UNCONFIRMED_AFTER)).idea();
    };
  }

  private static Idea at(Idea idea, Command command) {
    return ((Outcome.Accepted) IdeaLife.decide(idea, command, MONDAY.plusSeconds(60))).idea();
  }

  private static Command rejectedAgain() {
    return new Command.Decide(Choice.REJECT, 2, "M05B", "Toujours hors sujet");
  }

  private static Command.RecordCall call(Call.Result result) {
    return new Command.RecordCall(result, true, Optional.of("2026-05"), "M05A");
  }

  private static Command named(String command) {
    return switch (command) {
      case "confirm" -> new Command.Confirm();
      case "correct again" -> new Command.Correct(2);
      case "bounce" -> new Command.Bounce(1);
      case "reach" -> call(Call.Result.REACHED);
      case "call in vain" -> call(Call.Result.NO_ANSWER);
      case "call another" -> call(Call.Result.WRONG_CONTACT);
      case "note" -> new Command.WriteNote(false);
      case "take back the note" -> new Command.WriteNote(true);
      case "translate" -> new Command.Translate(Language.AR, false);
      case "translate into its own language" -> new Command.Translate(Language.FR, false);
      case "report" -> new Command.Report(ReportKind.WRONG);
      case "dismiss" -> new Command.Dismiss();
      case "remind" ->
          new Command.RemindOfWaiting(new Patience(Duration.ofDays(3), Duration.ofDays(7)));
      case "correct" -> new Command.Correct(1);
      case "present" -> new Command.Present(NAMED);
      case "withdraw" -> new Command.Withdraw();
      case "erase" -> new Command.Erase(false);
      case "erase and leave" -> new Command.Erase(true);
      case "approve" -> new Command.Decide(Choice.APPROVE, 1, "M05A", "");
      case "request changes" -> new Command.Decide(Choice.REQUEST_CHANGES, 1, "M05A", "Précisez");
      case "reject" -> new Command.Decide(Choice.REJECT, 1, "M05A", "Hors sujet");
      case "unpublish" -> new Command.Decide(Choice.UNPUBLISH, 1, "M05A", "Sur demande");
      case "ask for another address" -> new Command.AskContactChange();
      case "give a phone number" -> new Command.ChangeContact(Contact.Kind.PHONE);
      case "do what is due" -> new Command.DoWhatIsDue();
      default -> throw new IllegalArgumentException(command);
    };
  }

  private static String told(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(Idea _, List<IdeaEvent> events) ->
          String.join("+", events.stream().map(IdeaEvent::code).toList());
      case Outcome.Unchanged _ -> "=";
      case Outcome.Refused(Refusal why) -> "!" + why;
    };
  }
}
