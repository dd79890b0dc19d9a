package twiza.staff;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import twiza.place.Language;

/**
 * Somebody who works for a delegation, or did.
 *
 * @param id opaque: stands in links, sessions, events and mails' records instead of the address
 * @param email empty once removed
 * @param admin whether they hold {@link Role#ADMIN}, which no region bounds
 * @param roles by region; never {@link Role#ADMIN}, never an empty set
 * @param version counts the changes; the next one must name it
 * @param serial counts the changes of what they may do; a session of another serial is over
 * @param removed whether they only stand in the history any more
 */
public record Member(
    String id,
    String name,
    String email,
    Language language,
    Mailing mailing,
    boolean admin,
    Map<String, Set<Role>> roles,
    long version,
    long serial,
    boolean removed) {

  public Member {
    roles = Map.copyOf(roles);
  }

  /** Whether they hold this role, or a greater one, in a region. */
  public boolean may(Role least, String region) {
    return rolesIn(region).stream().anyMatch(role -> role.compareTo(least) >= 0);
  }

  /** What they are in a region; empty for a stranger. */
  public Set<Role> rolesIn(String region) {
    Set<Role> held = EnumSet.noneOf(Role.class);
    held.addAll(roles.getOrDefault(region, Set.of()));
    if (admin) {
      held.add(Role.ADMIN);
    }
    return held;
  }

  /** The regions in which they hold a role by name, in the order of their codes. */
  public Set<String> regions() {
    return new TreeSet<>(roles.keySet());
  }
}
