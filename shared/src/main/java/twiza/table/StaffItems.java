package twiza.table;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import twiza.idea.Audience;
import twiza.place.Language;
import twiza.staff.Mailing;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.StaffEvent;

/**
 * A member of staff as an item; the same once more for each of their regions, so that a region's
 * list is one query; and what happened to them.
 */
final class StaffItems {

  private StaffItems() {}

  static Item write(Member member) {
    return fill(member, Item.at(Keys.member(member.id())));
  }

  static Item membership(Member member, String region) {
    Role greatest = Collections.max(member.rolesIn(region));
    return fill(member, Item.at(Keys.membership(member.id(), region)))
        .with("GSI1PK", Keys.staff(region))
        .with("GSI1SK", greatest + "#" + member.id());
  }

  private static Item fill(Member member, Item item) {
    Item roles = new Item();
    member.roles().forEach(roles::withSet);
    return item.with("id", member.id())
        .with("name", member.name())
        .withText("email", member.email())
        .with("language", member.language())
        .with("wish", member.mailing().wish())
        .with("digestHour", member.mailing().digestHour())
        .with("admin", member.admin())
        .with("roles", roles)
        .with("version", member.version())
        .with("serial", member.serial())
        .with("removed", member.removed());
  }

  static Member read(Item item) {
    Item kept = item.map("roles");
    Map<String, Set<Role>> roles = new HashMap<>();
    for (String region : kept.attributes().keySet()) {
      roles.put(region, Set.copyOf(kept.constants(region, Role.class)));
    }
    return new Member(
        item.text("id"),
        item.text("name"),
        item.textOrEmpty("email"),
        item.constant("language", Language.class),
        new Mailing(item.constant("wish", Mailing.Wish.class), item.integer("digestHour")),
        item.flag("admin"),
        roles,
        item.number("version"),
        item.number("serial"),
        item.flag("removed"));
  }

  /**
   * An event of a member, for one region's history.
   *
   * @param by the opaque id of whoever did it
   */
  static Item event(Member member, StaffEvent event, String region, String by, Instant at) {
    Key key = Keys.memberEvent(member.id(), member.version(), region);
    return EventItems.item(key, event.kind().name(), at, region, member.id())
        .withText("by", by)
        .with("member", member.id())
        .with("data", new Item().withSet("roles", event.roles()))
        .withSet("tell", told(event));
  }

  /** Whoever joins is told; those who leave are told by whoever sends them away. */
  private static List<Audience> told(StaffEvent event) {
    return event.kind() == StaffEvent.Kind.STAFF_ADDED ? List.of(Audience.MEMBER) : List.of();
  }
}
