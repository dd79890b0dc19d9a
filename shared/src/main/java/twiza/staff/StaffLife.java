package twiza.staff;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import twiza.staff.StaffCommand.Profile;
import twiza.staff.StaffEvent.Kind;

/**
 * Who may become, stay and cease to be staff. Pure: it takes who stands there, the command and
 * whoever gives it. That an admin is left, and that an address is one person's, only the whole list
 * knows: {@link Staff#save} holds both.
 */
public final class StaffLife {

  private StaffLife() {}

  /** Somebody whose address is not on the list. */
  public static StaffOutcome begin(String id, StaffCommand.Add add, Member actor) {
    Profile profile = add.profile();
    Member stranger =
        new Member(
            id,
            profile.name(),
            profile.email(),
            profile.language(),
            profile.mailing(),
            false,
            Map.of(),
            0,
            0,
            false);
    return join(stranger, add, actor);
  }

  /** The first admin, who was there before anybody could let them in, is kept from now on. */
  public static StaffOutcome.Accepted arrive(Member first) {
    return new StaffOutcome.Accepted(
        first,
        next(first, profile(first), true, first.roles()),
        new StaffEvent(Kind.STAFF_ADDED, first.regions(), EnumSet.allOf(Role.class)));
  }

  public static StaffOutcome decide(Member member, StaffCommand command, Member actor) {
    return switch (command) {
      case StaffCommand.Add add -> join(member, add, actor);
      case StaffCommand.Change change -> change(member, change, actor);
      case StaffCommand.ChangeOwn own -> changeOwn(member, own, actor);
      case StaffCommand.Remove remove -> remove(member, remove.region(), actor);
    };
  }

  private static StaffOutcome join(Member member, StaffCommand.Add add, Member actor) {
    boolean makesAdmin = add.roles().contains(Role.ADMIN);
    if (!mayTouch(member, add.region(), actor) || (makesAdmin && !actor.admin())) {
      return new StaffOutcome.Refused(StaffRefusal.FORBIDDEN);
    }
    if (member.roles().containsKey(add.region())) {
      return new StaffOutcome.Refused(StaffRefusal.ALREADY_STAFF);
    }
    Map<String, Set<Role>> roles = roles(member, add.region(), add.roles());
    Member joined = next(member, profile(member), member.admin() || makesAdmin, roles);
    return accepted(Kind.STAFF_ADDED, member, joined, add.region());
  }

  private static StaffOutcome change(Member member, StaffCommand.Change change, Member actor) {
    boolean admin = change.roles().contains(Role.ADMIN);
    boolean profileStays = change.profile().equals(profile(member));
    if (!mayTouch(member, change.region(), actor)
        || (admin && !actor.admin())
        || (!profileStays && !mayRename(member, actor))) {
      return new StaffOutcome.Refused(StaffRefusal.FORBIDDEN);
    }
    Map<String, Set<Role>> roles = roles(member, change.region(), change.roles());
    if (profileStays && admin == member.admin() && roles.equals(member.roles())) {
      return new StaffOutcome.Unchanged(member);
    }
    Member changed = next(member, change.profile(), admin, roles);
    return accepted(Kind.STAFF_CHANGED, member, changed, change.region());
  }

  private static StaffOutcome changeOwn(Member member, StaffCommand.ChangeOwn own, Member actor) {
    if (!actor.id().equals(member.id())) {
      return new StaffOutcome.Refused(StaffRefusal.FORBIDDEN);
    }
    Profile profile = new Profile(own.name(), member.email(), own.language(), own.mailing());
    return profile.equals(profile(member))
        ? new StaffOutcome.Unchanged(member)
        : new StaffOutcome.Accepted(
            member,
            next(member, profile, member.admin(), member.roles()),
            new StaffEvent(Kind.STAFF_CHANGED, member.regions(), Set.of()));
  }

  private static StaffOutcome remove(Member member, String region, Member actor) {
    if (!mayTouch(member, region, actor)) {
      return new StaffOutcome.Refused(StaffRefusal.FORBIDDEN);
    }
    if (!member.admin() && !member.roles().containsKey(region)) {
      return new StaffOutcome.Unchanged(member);
    }
    Set<String> left = member.admin() ? member.regions() : Set.of(region);
    Map<String, Set<Role>> roles = new HashMap<>(member.roles());
    roles.keySet().removeAll(left);
    return new StaffOutcome.Accepted(
        member,
        next(member, profile(member), false, roles),
        new StaffEvent(Kind.STAFF_REMOVED, left, Set.of()));
  }

  /** Every change of roles ends the sessions of whoever has them: an admin's are an admin's. */
  private static boolean mayTouch(Member member, String region, Member actor) {
    return actor.admin() || (!member.admin() && actor.may(Role.ORGANISER, region));
  }

  /**
   * Whoever changes an address may then sign in as its owner: it takes power over all that the
   * owner may do.
   */
  private static boolean mayRename(Member member, Member actor) {
    return actor.admin()
        || member.regions().stream().allMatch(region -> actor.may(Role.ORGANISER, region));
  }

  private static Profile profile(Member member) {
    return new Profile(member.name(), member.email(), member.language(), member.mailing());
  }

  /** An admin who is nothing else in a region counts as one of its organisers. */
  private static Map<String, Set<Role>> roles(Member member, String region, Set<Role> wanted) {
    Set<Role> named = EnumSet.of(Role.ORGANISER);
    if (!wanted.equals(Set.of(Role.ADMIN))) {
      named = EnumSet.copyOf(wanted);
      named.remove(Role.ADMIN);
    }
    Map<String, Set<Role>> roles = new HashMap<>(member.roles());
    roles.put(region, Set.copyOf(named));
    return roles;
  }

  private static StaffOutcome accepted(Kind kind, Member before, Member member, String region) {
    return new StaffOutcome.Accepted(
        before, member, new StaffEvent(kind, Set.of(region), member.rolesIn(region)));
  }

  /** Of whoever has no role left, only the name stays, for the history. */
  private static Member next(
      Member member, Profile profile, boolean admin, Map<String, Set<Role>> roles) {
    boolean removed = !admin && roles.isEmpty();
    boolean same = admin == member.admin() && roles.equals(member.roles());
    return new Member(
        member.id(),
        profile.name(),
        removed ? "" : profile.email(),
        profile.language(),
        profile.mailing(),
        admin,
        roles,
        member.version() + 1,
        same ? member.serial() : member.serial() + 1,
        removed);
  }
}
