package twiza.staff;

/** What became of a command. */
public sealed interface StaffOutcome {

  /**
   * @param before of version 0 when nobody knew them
   */
  record Accepted(Member before, Member member, StaffEvent event) implements StaffOutcome {}

  /** It is so already. */
  record Unchanged(Member member) implements StaffOutcome {}

  record Refused(StaffRefusal why) implements StaffOutcome {}
}
