package twiza.notification;

import java.time.Duration;
import java.util.List;

/** What still has to be mailed. */
interface MailQueue {

  /** The attribute of a message that names the request. */
  String TRACE = "trace";

  /**
   * @param delay at most 15 minutes
   * @param trace the request that all of this is done for; empty when nobody knows
   */
  record Delayed(Errand errand, Duration delay, String trace) {}

  /**
   * @return those that were not taken
   */
  List<Delayed> send(List<Delayed> errands);

  /**
   * Hides a received message for longer before it comes again.
   *
   * @param wait at most 12 hours
   */
  void postpone(String receiptHandle, Duration wait);
}
