package twiza.acceptance;

import java.time.Duration;

/**
 * How long tests wait for what must come. Two busy cores take their time, most of all where each
 * function starts a process; only what fails waits to the end.
 */
final class Patience {

  static final Duration LONG = Duration.ofMinutes(3);

  private Patience() {}
}
