package twiza.staff;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of staff. Every write keeps its events with it. */
public interface Staff {

  /** Somebody who is staff, or was. */
  Optional<Member> find(String id);

  /** Whose address this is; empty for somebody who is no longer staff. */
  Optional<Member> at(String email);

  /** The names of some of those who are staff, or were, by their ids. */
  Map<String, String> names(Collection<String> ids);

  /** Who holds a role in a region; the admins, where nobody does. */
  List<Member> of(String region);

  /** Who holds {@link Role#ADMIN}; at least one. */
  List<Member> admins();

  /**
   * Whom a region counts on for what a role does: those who hold it by name; where nobody does,
   * those who hold the next greater one, and at last the admins. So nothing waits unheard.
   */
  default List<Member> countedOn(Role role, String region) {
    List<Member> staff = of(region);
    return EnumSet.range(role, Role.ADMIN).stream()
        .map(held -> staff.stream().filter(it -> it.rolesIn(region).contains(held)).toList())
        .filter(holding -> !holding.isEmpty())
        .findFirst()
        .orElseGet(this::admins);
  }

  /** Keeps what a command changed, in one step. */
  Saved save(Edit edit);

  /**
   * @param by the opaque id of whoever did it
   */
  record Edit(StaffOutcome.Accepted accepted, String by, Instant at) {}

  /** What became of a change. */
  enum Saved {
    KEPT,
    /** Somebody else changed them meanwhile. */
    STALE,
    ADDRESS_TAKEN,
    LAST_ADMIN
  }
}
