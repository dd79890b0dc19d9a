package twiza.submission;

import java.time.Instant;
import java.util.Locale;
import twiza.idea.Contact;
import twiza.submission.SubmissionFunction.Parts;

/** Keeps anybody from having mail sent to somebody else's address over and over. */
final class Mailings {

  private final Parts parts;

  Mailings(Parts parts) {
    this.parts = parts;
  }

  /**
   * Counts one more mail asked for by hand; no more go to one address in an hour than ideas may.
   */
  boolean allowed(Contact.Email email, Instant now) {
    String who = parts.fingerprints().of("mailing", email.value().toLowerCase(Locale.ROOT));
    return parts.limits().count("mailing", who, now)
        <= parts.settings().get().limits().contactPerHour();
  }
}
