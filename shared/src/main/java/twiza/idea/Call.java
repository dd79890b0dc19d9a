package twiza.idea;

import java.time.Instant;

/**
 * The author has to be called, since no mail reaches them.
 *
 * @param since when they had to be called, or were last called in vain
 * @param attempts how often nobody answered
 * @param told version of the event that they have to hear of
 */
public record Call(Instant since, int attempts, Why why, long told) {

  /** Why an author has to be called. */
  public enum Why {
    /** They gave a phone number and no address. */
    NO_EMAIL,
    /** They did not confirm their address, though they were reminded. */
    NOT_CONFIRMED,
    /** A mail to them came back. */
    BOUNCED
  }

  /** What became of a call. */
  public enum Result {
    REACHED,
    NO_ANSWER,
    /** Whoever answered is not the author, or nobody ever will. */
    WRONG_CONTACT
  }
}
