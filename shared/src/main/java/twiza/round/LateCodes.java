package twiza.round;

import java.time.Instant;
import twiza.idea.Contact;

/** Codes that let one author send one idea for a round that takes no more. */
public interface LateCodes {

  /**
   * Lets the author who is reached at a contact be late, once.
   *
   * @param code as it is told to the author
   * @param by the opaque id of the member of staff
   * @return false when the round has this code already: try another
   */
  boolean issue(Round round, String code, Contact contact, String by, Instant at);
}
