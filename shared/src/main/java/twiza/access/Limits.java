package twiza.access;

import java.time.Instant;

/** Counts how often somebody did something within an hour of the clock. */
public interface Limits {

  /**
   * Counts once more.
   *
   * @param who a fingerprint, never an address
   * @return how often by now, this time included
   */
  int count(String what, String who, Instant now);
}
