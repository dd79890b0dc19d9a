package twiza.staff;

import java.util.Set;

/**
 * Something that happened to a member of staff, in each of the regions it concerns. Ids and codes
 * only.
 *
 * @param regions in whose history it stands
 * @param roles in those regions, after it
 */
public record StaffEvent(Kind kind, Set<String> regions, Set<Role> roles) {

  /** What happened. */
  public enum Kind {
    STAFF_ADDED,
    STAFF_CHANGED,
    STAFF_REMOVED
  }
}
