package twiza.uptake;

import twiza.idea.Call;
import twiza.idea.Contact;

/** Something that somebody wants to happen around an idea that is to be built. */
public sealed interface UptakeCommand {

  /** Somebody asks for the idea. */
  record Ask(
      String interest,
      Interest.Kind kind,
      String province,
      Contact.Kind contact,
      int members,
      boolean flagged)
      implements UptakeCommand {}

  /** The author builds the idea. */
  record Start(String interest, String province, int members) implements UptakeCommand {}

  /**
   * They are reached where they say.
   *
   * @param known whether another interest at the same contact is confirmed and not over
   */
  record Confirm(String interest, boolean known) implements UptakeCommand {}

  /** The author says yes or no. */
  record Answer(String interest, boolean agree) implements UptakeCommand {}

  /** How it is going. */
  record Report(String interest, Progress progress) implements UptakeCommand {}

  /** They no longer want it. */
  record Withdraw(String interest) implements UptakeCommand {}

  /** Nothing is to be left of who they are. */
  record Erase(String interest) implements UptakeCommand {}

  /** The cooperative's name and number are not to be public. */
  record Unregister(String interest) implements UptakeCommand {}

  /** Staff called one of the two. */
  record RecordCall(String interest, Whom whom, Call.Result result) implements UptakeCommand {}

  /** A mail to one of the two came back. */
  record Bounce(String interest, Whom whom) implements UptakeCommand {}

  /** One thing that is due happens. */
  record DoWhatIsDue() implements UptakeCommand {}
}
