package twiza.idea;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import twiza.place.Language;
import twiza.round.Via;

/**
 * What somebody asks of an idea. Staff may ask on the author's behalf: who did stands in the {@link
 * Ideas.Edit}, and changes nothing of what follows.
 */
public sealed interface Command {

  /** The contact proved to be the author's. */
  record Confirm() implements Command {}

  /**
   * @param basedOn number of the revision that the author had before their eyes
   */
  record Correct(int basedOn) implements Command {}

  record Present(Presentation presentation) implements Command {}

  record Withdraw() implements Command {}

  /**
   * @param leaveText leave the published text in the bank, without its author
   */
  record Erase(boolean leaveText) implements Command {}

  /**
   * @param revision number of the revision that the moderator had before their eyes
   * @param by the opaque id of the moderator
   * @param reason for the author; required unless approving
   * @param done those of the idea's rounds whose jury is at work no more: it is not let in there
   */
  record Decide(Choice choice, int revision, String by, String reason, Set<String> done)
      implements Command {

    public Decide(Choice choice, int revision, String by, String reason) {
      this(choice, revision, by, reason, Set.of());
    }

    public Decide whereDone(Set<String> rounds) {
      return new Decide(choice, revision, by, reason, rounds);
    }
  }

  /** A new e-mail address was named: it will be asked to confirm. */
  record AskContactChange() implements Command {}

  /** The author is reached elsewhere from now on. */
  record ChangeContact(Contact.Kind contact) implements Command {}

  /**
   * A mail to the author came back.
   *
   * @param told version of the event that the mail was about
   */
  record Bounce(long told) implements Command {}

  /**
   * Staff called the author.
   *
   * @param confirms whether the contact proved to be the author's; counts only when reached
   * @param consent version of the terms that the author agreed to on the phone, if they did; counts
   *     only when reached
   * @param by the opaque id of who called
   */
  record RecordCall(Call.Result result, boolean confirms, Optional<String> consent, String by)
      implements Command {}

  /**
   * The delegation says something to the public about an idea, instead of what it said before.
   *
   * @param removed whether it only takes back what it said
   */
  record WriteNote(boolean removed) implements Command {}

  /**
   * Title and summary are given in another language, instead of those given before.
   *
   * @param removed whether those given before are only taken back
   */
  record Translate(Language language, boolean removed) implements Command {}

  /** The file that the idea came in with is taken back, as if it had never come. */
  record UndoImport() implements Command {}

  /** Somebody of the public reports a published idea. */
  record Report(ReportKind kind) implements Command {}

  /** A moderator finds nothing wrong in what was reported. */
  record Dismiss() implements Command {}

  /** Whoever has waited too long is spoken for, once to each. */
  record RemindOfWaiting(Patience patience) implements Command {}

  /** What is over was kept long enough. */
  record EndRetention(Retention retention) implements Command {}

  /**
   * The idea takes part in a round, which has taken it.
   *
   * @param until when the jury is to begin
   */
  record Enter(String round, Via via, Instant until) implements Command {}

  /** The idea no longer takes part in a round whose jury is not done. */
  record LeaveRound(String round) implements Command {}

  /**
   * The jury of a round begins later than was thought.
   *
   * @param until when it is to begin now
   */
  record ProlongEntry(String round, Instant until) implements Command {}

  /**
   * The jury of a round begins. What counts is where the idea stood at that instant, however late
   * it is told.
   *
   * @param then its state at that instant
   * @param revision that was published at that instant; of an idea that waited then, the one that
   *     was approved since, while the jury was at work
   */
  record OpenJudging(String round, State then, OptionalInt revision) implements Command {}

  /** The jury of a round is done. */
  record CloseJudging(String round) implements Command {}

  /** The dates of a round that the idea is in changed. */
  record Move(String round) implements Command {}

  /** A round that the idea was in is cancelled. */
  record CallOff(String round) implements Command {}

  /**
   * The jury of a round made it a winner or a finalist, and that is public.
   *
   * @param round opaque id
   * @param title of the round
   */
  record TakeAward(String round, Award.Place place, Map<Language, String> title)
      implements Command {}

  /**
   * The author of a winner says whether they may be named.
   *
   * @param round opaque id
   */
  record AnswerNaming(String round, boolean named) implements Command {}

  /**
   * The results of a round are public, and no mail about them reaches its author.
   *
   * @param round opaque id
   */
  record TellResults(String round) implements Command {}

  /** Whatever is due by now. */
  record DoWhatIsDue() implements Command {}
}
