package twiza.uptake;

import twiza.idea.Call;
import twiza.idea.Contact;

/** Something that somebody wants to happen around an idea that is to be built. */
public sealed interface UptakeCommand {

  /**
   * Somebody asks for the idea.
   *
   * @param known whether somebody at the same contact has asked and is not done yet
   */
  record Ask(
      String interest,
      Interest.Kind kind,
      String province,
      Contact.Kind contact,
      int members,
      boolean flagged,
      boolean known)
      implements UptakeCommand {}

  /** The author builds the idea. */
  record Start(String interest, String province, int members) implements UptakeCommand {}

  /** They are reached where they say. */
  record Confirm(String interest) implements UptakeCommand {}

  /** The author says yes or no. */
  record Answer(String interest, boolean agree) implements UptakeCommand {}

  /** How it is going. */
  record Report(String interest, Progress progress) implements UptakeCommand {}

  /** They no longer want it. */
  record Withdraw(String interest) implements UptakeCommand {}

  /** Nothing is to be left of who they are. */
  record Erase(String interest) implements UptakeCommand {}

  /** Staff called one of the two. */
  record RecordCall(String interest, Whom whom, Call.Result result) implements UptakeCommand {}

  /** A mail to one of the two came back. */
  record Bounce(String interest, Whom whom) implements UptakeCommand {}

  /** One thing that is due happens. */
  record DoWhatIsDue() implements UptakeCommand {}
}
