package twiza.staff;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who signed in.
 *
 * @param member as they are now
 * @param serial of the member when they signed in
 */
public record Session(Member member, long serial, Instant expiresAt) {

  public static final Duration LASTS = Duration.ofHours(12);

  /** Whoever may do something else than when they signed in, or nothing, signs in again. */
  public boolean isOpen(Instant now) {
    return expiresAt.isAfter(now) && !member.removed() && serial == member.serial();
  }
}
