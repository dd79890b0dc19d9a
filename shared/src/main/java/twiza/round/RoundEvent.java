package twiza.round;

import java.time.Instant;
import java.util.Set;

/** Something that happened to a round. */
public sealed interface RoundEvent {

  record Drafted(String region, Plan plan) implements RoundEvent {}

  /**
   * @param parts in which it differs from the plan before
   */
  record Replanned(Plan plan, Set<Part> parts) implements RoundEvent {

    /** Whether a date moved that people reckon with. */
    public boolean movesDates() {
      return parts.stream().anyMatch(Part::isDate);
    }

    /** Whether the jury begins or ends at another time. */
    public boolean movesJury() {
      return parts.contains(Part.JUDGING_OPENING) || parts.contains(Part.JUDGING_CLOSE);
    }
  }

  record Announced(String roomCode) implements RoundEvent {}

  record Opened() implements RoundEvent {}

  record SubmissionsClosed() implements RoundEvent {}

  record JudgingOpened() implements RoundEvent {}

  record JudgingClosed() implements RoundEvent {}

  /** What the phase means was told to every entry. */
  record Settled() implements RoundEvent {}

  /**
   * @param inTime false when it was so late that nobody was told
   */
  record Reminded(Round.Reminder reminder, boolean inTime) implements RoundEvent {}

  /**
   * @param juryKeptUntil when its jurors are to be forgotten
   */
  record Published(Instant juryKeptUntil) implements RoundEvent {}

  /**
   * @param juryKeptUntil when its jurors are to be forgotten
   */
  record Cancelled(Instant juryKeptUntil) implements RoundEvent {}

  /** It was over for so long that nobody needs to know any more who its jurors were. */
  record JuryForgotten() implements RoundEvent {}

  /** Its stable code. */
  default String code() {
    return switch (this) {
      case Drafted _ -> "ROUND_DRAFTED";
      case Replanned _ -> "ROUND_CHANGED";
      case Announced _ -> "ROUND_ANNOUNCED";
      case Opened _ -> "ROUND_OPENED";
      case SubmissionsClosed _ -> "ROUND_SUBMISSIONS_CLOSED";
      case JudgingOpened _ -> "ROUND_JUDGING_OPENED";
      case JudgingClosed _ -> "ROUND_JUDGING_CLOSED";
      case Settled _ -> "ROUND_SETTLED";
      case Reminded _ -> "ROUND_REMINDED";
      case Published _ -> "ROUND_PUBLISHED";
      case Cancelled _ -> "ROUND_CANCELLED";
      case JuryForgotten _ -> "ROUND_JURY_FORGOTTEN";
    };
  }
}
