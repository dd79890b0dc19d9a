package twiza.watch;

import java.time.Duration;
import java.util.Map;

/** What is counted for whoever looks after the system. */
public interface Gauges {

  /** An idea was sent. */
  void submitted();

  /**
   * A moderator decided.
   *
   * @param waited since the revision was there to be decided about
   */
  void decided(Duration waited);

  void mailSent();

  /** A mail was not taken, for now or for good. */
  void mailFailed();

  /** A recipient was refused for good. */
  void mailBounced();

  /**
   * A sweep began.
   *
   * @param late since the oldest of what is due was due; zero when nothing is
   */
  void swept(Duration late);

  /** Counts nothing. */
  static Gauges none() {
    return new NoGauges();
  }

  /**
   * CloudWatch in Lambda, nothing elsewhere.
   *
   * @param environment of the function
   */
  static Gauges of(Map<String, String> environment) {
    return environment.containsKey("AWS_LAMBDA_FUNCTION_NAME") ? new CloudWatchGauges() : none();
  }
}
