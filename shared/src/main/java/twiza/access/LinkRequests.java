package twiza.access;

import java.time.Instant;
import twiza.idea.Contact;

/** What people ask who have lost their link. */
public interface LinkRequests {

  /** Whatever this address may open will be mailed to it. */
  void ask(Contact.Email address, Instant now);
}
