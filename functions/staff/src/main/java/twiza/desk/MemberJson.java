package twiza.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import twiza.staff.Mailing;
import twiza.staff.Member;
import twiza.staff.Role;

/** Staff as JSON. */
final class MemberJson {

  private MemberJson() {}

  /** Somebody as they stand in one region's list. */
  record InRegion(
      String id,
      String name,
      String email,
      String language,
      Mailing.Wish mails,
      int digestHour,
      String region,
      Set<Role> roles) {}

  record Own(
      String id,
      String name,
      String email,
      String language,
      Mailing.Wish mails,
      int digestHour,
      boolean admin,
      List<Place> roles,
      Instant expiresAt) {}

  record Place(String region, Set<Role> roles) {}

  static Map<String, Object> list(List<Member> members, String region) {
    return Map.of("items", members.stream().map(member -> of(member, region)).toList());
  }

  static InRegion of(Member member, String region) {
    return new InRegion(
        member.id(),
        member.name(),
        member.email(),
        member.language().tag(),
        member.mailing().wish(),
        member.mailing().digestHour(),
        region,
        member.rolesIn(region));
  }

  static Own session(Member member, Instant expiresAt) {
    return new Own(
        member.id(),
        member.name(),
        member.email(),
        member.language().tag(),
        member.mailing().wish(),
        member.mailing().digestHour(),
        member.admin(),
        member.regions().stream().map(region -> new Place(region, member.rolesIn(region))).toList(),
        expiresAt);
  }
}
