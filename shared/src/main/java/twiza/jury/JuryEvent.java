package twiza.jury;

import java.util.Set;

/** Something that happened to a jury. */
public sealed interface JuryEvent {

  record Enlisted(Juror juror) implements JuryEvent {}

  /**
   * @param jurors ids
   * @param late the jury is at work already, and they are given ideas from now on
   */
  record Invited(Set<String> jurors, boolean late) implements JuryEvent {}

  record Accepted(String juror) implements JuryEvent {}

  /**
   * @param before they had accepted
   */
  record Declined(String juror, boolean before) implements JuryEvent {}

  /**
   * @param invited whether they had heard of it
   */
  record Removed(String juror, boolean invited) implements JuryEvent {}

  record Recused(String juror, String idea, Conflict why) implements JuryEvent {}

  record AssignmentAsked() implements JuryEvent {}

  /**
   * @param more the ids of those who read more than before, and can begin at once
   * @param wanting how many ideas have fewer readers than they should
   */
  record Assigned(Set<String> more, int wanting) implements JuryEvent {}

  /** Its stable code. */
  default String code() {
    return switch (this) {
      case Enlisted _ -> "JUROR_LISTED";
      case Invited _ -> "JURORS_INVITED";
      case Accepted _ -> "JUROR_ACCEPTED";
      case Declined _ -> "JUROR_DECLINED";
      case Removed _ -> "JUROR_REMOVED";
      case Recused _ -> "JUROR_RECUSED";
      case AssignmentAsked _ -> "JURY_ASSIGNMENT_ASKED";
      case Assigned _ -> "JURY_ASSIGNED";
    };
  }

  /** Whether ideas have fewer readers than before, or may have others. */
  default boolean callsForAssignment() {
    return switch (this) {
      case Accepted _, Declined _, Removed _, Recused _, AssignmentAsked _ -> true;
      case Invited invited -> invited.late();
      case Enlisted _, Assigned _ -> false;
    };
  }

  /** The ids of the jurors who have to hear of it. */
  default Set<String> told() {
    return switch (this) {
      case Invited invited -> invited.jurors();
      case Removed removed -> removed.invited() ? Set.of(removed.juror()) : Set.of();
      case Assigned assigned -> assigned.more();
      case Enlisted _, Accepted _, Declined _, Recused _, AssignmentAsked _ -> Set.of();
    };
  }
}
