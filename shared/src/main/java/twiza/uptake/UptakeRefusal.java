package twiza.uptake;

import java.time.Instant;

/** Why it does not happen. */
public sealed interface UptakeRefusal {

  /** Nobody by that id asks for this idea. */
  record NoSuchInterest() implements UptakeRefusal {}

  /** The idea is not in the bank, or has no author any more. */
  record NotOffered() implements UptakeRefusal {}

  /** The province is kept for somebody else. */
  record Reserved(String province, Instant until) implements UptakeRefusal {}

  /** Somebody at the same contact has asked for this idea, and confirmed it, already. */
  record AlreadyAsked() implements UptakeRefusal {}

  /** More want it than one author can answer. */
  record TooMany() implements UptakeRefusal {}

  /** The author is on their own way already. */
  record AlreadyStarted() implements UptakeRefusal {}

  /** They have to confirm first. */
  record NotConfirmed() implements UptakeRefusal {}

  /** The author has answered otherwise. */
  record Answered() implements UptakeRefusal {}

  /** The author has not agreed. */
  record NotAgreed() implements UptakeRefusal {}

  /** Whoever joins an author says nothing of the way: the author does. */
  record JoinedOnly() implements UptakeRefusal {}

  /** It is over. */
  record Over() implements UptakeRefusal {}

  /** A cooperative that is registered is not in preparation any more. */
  record Backwards() implements UptakeRefusal {}

  /** There is no cooperative without its name, its number and its date. */
  record RegistrationRequired() implements UptakeRefusal {}

  /** Whoever was called was asked something: what they said has to be recorded. */
  record AnswerNeeded() implements UptakeRefusal {}

  /** Nobody has to be called. */
  record NoCall() implements UptakeRefusal {}
}
