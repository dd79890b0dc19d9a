package twiza.idea;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import twiza.place.Language;

/**
 * Who sent an idea: the only place that holds a name, a contact and a consent. Erasing removes it.
 *
 * @param credentials hashes of the secrets that open the idea; several are valid at once
 * @param confirmation what is asked of the contact, or of the one that is to replace it
 * @param pendingContact a new e-mail address that its owner has not confirmed yet
 */
public record Author(
    Kind kind,
    String name,
    Contact contact,
    Language language,
    Optional<Gender> gender,
    Optional<AgeBand> ageBand,
    Consent consent,
    Set<String> credentials,
    Confirmation confirmation,
    Optional<Contact.Email> pendingContact) {

  public enum Kind {
    INDIVIDUAL,
    COOPERATIVE,
    ASSOCIATION,
    ADMINISTRATION
  }

  /** Private, and only ever counted. */
  public enum Gender {
    FEMALE,
    MALE
  }

  /** Private, and only ever counted. */
  public enum AgeBand {
    AGE_18_35,
    AGE_36_59,
    AGE_60_PLUS
  }

  /**
   * What the author agreed to.
   *
   * @param version of the text agreed to; empty when no consent is recorded
   */
  public record Consent(String version, Language language, Instant at, Consented on) {}

  /**
   * @param serial counts the addresses asked to confirm: a link or code sent to an earlier one is
   *     void
   * @param wrongCodes how many codes were typed for this serial; a right one ends the counting
   */
  public record Confirmation(int serial, int wrongCodes) {
    /** A code is void once this many wrong ones were typed. */
    public static final int MOST_WRONG_CODES = 5;

    public boolean codeIsVoid() {
      return wrongCodes >= MOST_WRONG_CODES;
    }
  }

  /** The same author, asked to prove that a new address is theirs. */
  public Author awaiting(Contact.Email address) {
    Confirmation next = new Confirmation(confirmation.serial() + 1, 0);
    return with(contact, next, Optional.of(address));
  }

  /** The same author, whose new address proved to be theirs. */
  public Author reachedAtPending() {
    return with(pendingContact.orElseThrow(), confirmation, Optional.empty());
  }

  /** The same author, reached by phone from now on; links sent to earlier addresses are void. */
  public Author reachedAt(Contact.Phone phone) {
    Confirmation next = new Confirmation(confirmation.serial() + 1, 0);
    return with(phone, next, Optional.empty());
  }

  /** The same author, who agreed to a version of the terms. */
  public Author consenting(String version, Consented on, Instant at) {
    return new Author(
        kind,
        name,
        contact,
        language,
        gender,
        ageBand,
        new Consent(version, language, at, on),
        credentials,
        confirmation,
        pendingContact);
  }

  private Author with(Contact contact, Confirmation next, Optional<Contact.Email> pending) {
    return new Author(
        kind, name, contact, language, gender, ageBand, consent, credentials, next, pending);
  }
}
