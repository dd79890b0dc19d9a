package twiza.round;

/** How far a round of the ideathon has come. */
public enum Phase {
  /** Only its organisers see it. */
  DRAFT,
  ANNOUNCED,
  /** Ideas may be sent for it. */
  OPEN,
  /** Nothing more may be sent; what was sent in time is confirmed and moderated. */
  SCREENING,
  JUDGING,
  /** The jury is done; the results are not public yet. */
  CLOSED,
  PUBLISHED,
  CANCELLED;

  /** Whether nothing happens to the round any more. */
  public boolean isOver() {
    return this == PUBLISHED || this == CANCELLED;
  }

  /** Whether it is public, and goes on by itself. */
  public boolean isUnderWay() {
    return this != DRAFT && !isOver();
  }

  /** The one that follows by itself; those that end otherwise follow themselves. */
  Phase next() {
    return switch (this) {
      case ANNOUNCED -> OPEN;
      case OPEN -> SCREENING;
      case SCREENING -> JUDGING;
      case JUDGING -> CLOSED;
      case DRAFT, CLOSED, PUBLISHED, CANCELLED -> this;
    };
  }
}
