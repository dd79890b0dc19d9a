package twiza.uptake;

import java.util.Optional;
import java.util.Set;
import twiza.idea.Contact;
import twiza.place.Language;

/**
 * Who wants to build an idea: the only place with their name, contact and words. Erasing removes
 * it.
 *
 * @param person empty for an author, who is known as such, and once erased
 * @param credentials hashes of the secrets that open the interest; several are valid at once
 * @param wrongCodes how many codes were typed; a right one ends the counting
 * @param learnt what they say they have learnt; empty when they do not
 */
public record Party(
    Optional<Person> person, Set<String> credentials, int wrongCodes, String learnt) {

  /** A code is void once this many wrong ones were typed. */
  public static final int MOST_WRONG_CODES = 5;

  /**
   * @param organisation the cooperative's name; empty for a group without one
   * @param number of a cooperative in the register; empty for a group
   * @param name whom to ask for
   * @param why in their words
   */
  public record Person(
      String organisation,
      String number,
      String name,
      Contact contact,
      Language language,
      String why) {}

  /** Somebody of whom nothing is known any more. */
  public static final Party FORGOTTEN = new Party(Optional.empty(), Set.of(), 0, "");

  public Party learning(String words) {
    return new Party(person, credentials, wrongCodes, words);
  }
}
