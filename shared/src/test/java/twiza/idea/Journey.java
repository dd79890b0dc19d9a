package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import twiza.place.Language;
import twiza.round.Round;
import twiza.round.Via;

/** An idea on its way, one command an hour, each of which must succeed. */
public final class Journey {

  private final Ideas ideas;
  private final String id;
  private Instant now;

  private Journey(Ideas ideas, String id, Instant now) {
    this.ideas = ideas;
    this.id = id;
    this.now = now;
  }

  public static Journey begins(Ideas ideas, Samples.Sample sample) {
    assertThat(ideas.submit(sample.submission())).isEqualTo(new Ideas.Submission.Kept());
    return new Journey(ideas, sample.id(), sample.at());
  }

  /** An idea that is kept already goes on from where it stands. */
  public static Journey continues(Ideas ideas, String id) {
    return new Journey(ideas, id, ideas.find(id).orElseThrow().idea().changedAt());
  }

  /** An idea that is in the bank. */
  public static Journey published(Ideas ideas, Samples.Sample sample) {
    Journey journey = begins(ideas, sample);
    return journey.dossier().idea().state() == State.UNCONFIRMED
        ? journey.confirmed().approved()
        : journey.approved();
  }

  public Journey confirmed() {
    return does(new Command.Confirm());
  }

  public Journey approved() {
    return decided(Choice.APPROVE, "");
  }

  public Journey decided(Choice choice, String reason) {
    int shown = dossier().idea().shown();
    Command command = new Command.Decide(choice, shown, Samples.MODERATOR, reason);
    return does(command, Samples.MODERATOR, reason, edit -> edit);
  }

  public Journey corrected(Sheet text) {
    Command command = new Command.Correct(dossier().idea().latest());
    return does(command, "", "", edit -> edit.withText(text));
  }

  /** A moderator of somebody else's choosing decides. */
  public Journey decidedBy(String moderator, Choice choice, String reason) {
    Command command = new Command.Decide(choice, dossier().idea().shown(), moderator, reason);
    return does(command, moderator, reason, edit -> edit);
  }

  /** The author answers a rejection. */
  public Journey answered(Sheet text, String message) {
    Command command = new Command.Correct(dossier().idea().latest());
    return does(command, "", message, edit -> edit.withText(text));
  }

  public Journey bounced(long told) {
    return does(new Command.Bounce(told));
  }

  /** A moderator called; the contact proved true when somebody was reached. */
  public Journey called(Call.Result result, String note) {
    Command command = new Command.RecordCall(result, true, Optional.empty(), Samples.MODERATOR);
    return does(command, Samples.MODERATOR, note, edit -> edit);
  }

  public Journey consentedOnThePhone(String version) {
    Command command =
        new Command.RecordCall(Call.Result.REACHED, true, Optional.of(version), Samples.MODERATOR);
    return does(command, Samples.MODERATOR, "", edit -> edit);
  }

  public Journey noted(String text) {
    Command command = new Command.WriteNote(false);
    return does(command, Samples.MODERATOR, "", edit -> edit.withNote(text));
  }

  public Journey noteTakenBack() {
    return does(new Command.WriteNote(true), Samples.MODERATOR, "", edit -> edit);
  }

  public Journey translated(Language language, String title, String summary) {
    int revision = dossier().idea().published().orElseThrow();
    Translation translation = new Translation(language, title, summary, revision);
    return does(
        new Command.Translate(language, false),
        Samples.MODERATOR,
        "",
        edit -> edit.withTranslation(translation));
  }

  public Journey translationTakenBack(Language language) {
    return does(new Command.Translate(language, true), Samples.MODERATOR, "", edit -> edit);
  }

  public Journey reported(ReportKind kind, String words) {
    return does(new Command.Report(kind), "", words, edit -> edit);
  }

  public Journey dismissed() {
    return does(new Command.Dismiss(), Samples.MODERATOR, "", edit -> edit);
  }

  /** After a wait, whoever may have waited too long is spoken for. */
  public Journey spokenForAfter(Duration wait, Patience patience) {
    now = now.plus(wait);
    return does(new Command.RemindOfWaiting(patience));
  }

  public Journey presented(Presentation presentation) {
    return does(new Command.Present(presentation));
  }

  /** Tries to enter a round, at an instant of its own. */
  public Ideas.Entering enters(Round round, Via via, Instant sentAt, String lateCode) {
    Dossier before = dossier();
    Instant until = round.schedule().judgingOpensAt();
    Command command = new Command.Enter(round.id(), via, until);
    Outcome outcome = IdeaLife.decide(before.idea(), command, sentAt);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    Ideas.Edit edit = Ideas.Edit.of(before, (Outcome.Accepted) outcome, "", "");
    return ideas.enter(edit, new Ideas.Ticket(round, via, sentAt, lateCode));
  }

  public Journey left(Round round) {
    return does(new Command.LeaveRound(round.id()));
  }

  public Journey withdrawn() {
    return does(new Command.Withdraw());
  }

  public Journey erased(boolean leaveText) {
    return does(new Command.Erase(leaveText));
  }

  public Journey asksToBeReachedAt(Contact.Email address) {
    Author author = dossier().author().orElseThrow().awaiting(address);
    return does(new Command.AskContactChange(), "", "", edit -> edit.withAuthor(author));
  }

  public Journey isReachedAtThatAddress() {
    Author author = dossier().author().orElseThrow().reachedAtPending();
    return reached(author);
  }

  public Journey isReachedAt(Contact.Phone phone) {
    return reached(dossier().author().orElseThrow().reachedAt(phone));
  }

  private Journey reached(Author author) {
    Command command = new Command.ChangeContact(author.contact().kind());
    return does(command, "", "", edit -> edit.withAuthor(author));
  }

  /** After a wait, whatever is due is done. */
  public Journey waits(Duration wait) {
    now = now.plus(wait);
    return does(new Command.DoWhatIsDue());
  }

  public Dossier dossier() {
    return ideas.find(id).orElseThrow();
  }

  public String id() {
    return id;
  }

  /** The change that a command would make now, not kept yet. */
  public Ideas.Edit edit(Command command, String by, String reason) {
    Dossier before = dossier();
    Outcome outcome = IdeaLife.decide(before.idea(), command, now.plus(Duration.ofHours(1)));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return Ideas.Edit.of(before, (Outcome.Accepted) outcome, by, reason);
  }

  /** Whatever else somebody asks of it. */
  public Journey does(Command command) {
    return does(command, "", "", edit -> edit);
  }

  private Journey does(Command command, String by, String reason, UnaryOperator<Ideas.Edit> with) {
    Ideas.Edit edit = with.apply(edit(command, by, reason));
    assertThat(ideas.save(edit)).isTrue();
    assertThat(ideas.find(id)).isEqualTo(Optional.of(edit.result()));
    now = edit.at();
    return this;
  }
}
