package twiza.idea;

/** What somebody asks of an idea. */
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
   */
  record Decide(Choice choice, int revision, String by, String reason) implements Command {}

  /** A new e-mail address was named: it will be asked to confirm. */
  record AskContactChange() implements Command {}

  /** The author is reached elsewhere from now on. */
  record ChangeContact(Contact.Kind contact) implements Command {}

  /** Whatever is due by now. */
  record DoWhatIsDue() implements Command {}
}
