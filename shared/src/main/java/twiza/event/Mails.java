package twiza.event;

import java.time.Duration;
import java.time.Instant;

/** Which mails were sent: one for each recipient of an event. */
public interface Mails {

  /** What may be done about a mail now. */
  enum Claim {
    /** Nobody else sends it before the lease ends. */
    YOURS,
    /** Somebody else is at it. */
    TAKEN,
    SENT
  }

  /**
   * @param event key of the event
   * @param recipient opaque id
   */
  record Mail(String event, String recipient) {}

  Claim claim(Mail mail, Instant now, Duration lease);

  /** The transport has taken it, or there is nothing to send any more. */
  void sent(Mail mail, Instant now);

  /** The lease is given back, so that the next attempt need not wait for it. */
  void failed(Mail mail, Instant now);
}
