package twiza.uptake;

/** How far somebody has got with an idea. */
public enum Stage {
  /** They asked, and have not shown yet that they are reached where they say. */
  UNCONFIRMED,
  /** They wait for the author's answer. */
  INTERESTED,
  /** The author agreed: each knows how to reach the other. */
  AGREED,
  IN_PREPARATION,
  REGISTERED,
  RUNNING,
  STOPPED,
  DECLINED,
  /** Nobody answered them in time, or the idea is gone. */
  RELEASED,
  /** They let the reservation run out, or no longer answer. */
  LAPSED,
  /** They no longer want it. */
  WITHDRAWN,
  /** They never confirmed. */
  EXPIRED;

  /** Whether the author agreed and nobody has given up. */
  public boolean isUnderway() {
    return switch (this) {
      case AGREED, IN_PREPARATION, REGISTERED, RUNNING -> true;
      case UNCONFIRMED, INTERESTED, STOPPED, DECLINED, RELEASED, LAPSED, WITHDRAWN, EXPIRED ->
          false;
    };
  }

  public boolean isOver() {
    return !isUnderway() && this != UNCONFIRMED && this != INTERESTED;
  }

  /** Whether there is a cooperative. */
  public boolean isFounded() {
    return this == REGISTERED || this == RUNNING;
  }
}
