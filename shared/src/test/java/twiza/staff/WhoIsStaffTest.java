package twiza.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.place.Language;

/** Staff come and go by those who may say so, and by nobody else. */
class WhoIsStaffTest {

  private static final Member ADMIN = Employees.HEAD;
  private static final Member ORGANISER =
      member("organiser", false, Map.of("05", Set.of(Role.ORGANISER)));
  private static final Member MODERATOR =
      member("moderator", false, Map.of("05", Set.of(Role.MODERATOR)));
  private static final Member BOTH =
      member("both", false, Map.of("05", Set.of(Role.MODERATOR), "07", Set.of(Role.MODERATOR)));

  private static Member member(String id, boolean admin, Map<String, Set<Role>> roles) {
    return new Member(
        id, id, id + "@example.org", Language.FR, Mailing.EACH_IDEA, admin, roles, 3, 1, false);
  }

  private static StaffCommand.Profile profile(String id) {
    return new StaffCommand.Profile(id, id + "@example.org", Language.FR, Mailing.EACH_IDEA);
  }

  private static StaffOutcome add(Member actor, String region, Role... roles) {
    return StaffLife.begin(
        "new", new StaffCommand.Add(profile("new"), region, Set.of(roles)), actor);
  }

  private static Member accepted(StaffOutcome outcome) {
    return ((StaffOutcome.Accepted) outcome).member();
  }

  private static void assertForbidden(StaffOutcome outcome) {
    assertThat(outcome).isEqualTo(new StaffOutcome.Refused(StaffRefusal.FORBIDDEN));
  }

  @Test
  void an_organiser_lets_people_into_their_own_region() {
    Member added = accepted(add(ORGANISER, "05", Role.MODERATOR));
    assertThat(added.rolesIn("05")).containsExactly(Role.MODERATOR);
    assertThat(added.version()).isEqualTo(1);
    assertForbidden(add(ORGANISER, "07", Role.MODERATOR));
  }

  @Test
  void a_moderator_lets_nobody_in() {
    assertForbidden(add(MODERATOR, "05", Role.MODERATOR));
  }

  @Test
  void only_an_admin_makes_an_admin() {
    assertForbidden(add(ORGANISER, "05", Role.ORGANISER, Role.ADMIN));
    Member made = accepted(add(ADMIN, "05", Role.ADMIN));
    assertThat(made.admin()).isTrue();
    assertThat(made.rolesIn("05")).containsExactly(Role.ORGANISER, Role.ADMIN);
    StaffCommand.Change down =
        new StaffCommand.Change(profile("new"), "05", Set.of(Role.ORGANISER));
    assertForbidden(StaffLife.decide(made, down, ORGANISER));
    assertThat(accepted(StaffLife.decide(made, down, ADMIN)).admin()).isFalse();
  }

  @Test
  void an_address_is_changed_by_whoever_has_all_the_powers_of_its_owner_only() {
    StaffCommand.Profile other =
        new StaffCommand.Profile("both", "mine@example.org", Language.FR, Mailing.EACH_IDEA);
    StaffCommand.Change change = new StaffCommand.Change(other, "05", Set.of(Role.MODERATOR));
    assertForbidden(StaffLife.decide(BOTH, change, ORGANISER));
    assertThat(accepted(StaffLife.decide(BOTH, change, ADMIN)).email())
        .isEqualTo("mine@example.org");
    assertThat(accepted(StaffLife.decide(MODERATOR, change, ORGANISER)).email())
        .isEqualTo("mine@example.org");
  }

  @Test
  void other_roles_end_sessions_and_another_name_does_not() {
    StaffCommand.Change roles =
        new StaffCommand.Change(
            profile("moderator"), "05", EnumSet.of(Role.MODERATOR, Role.ORGANISER));
    assertThat(accepted(StaffLife.decide(MODERATOR, roles, ADMIN)).serial()).isEqualTo(2);
    StaffCommand.ChangeOwn name =
        new StaffCommand.ChangeOwn("Someone", Language.AR, Mailing.EACH_IDEA);
    Member renamed = accepted(StaffLife.decide(MODERATOR, name, MODERATOR));
    assertThat(renamed.serial()).isEqualTo(1);
    assertThat(renamed.name()).isEqualTo("Someone");
    assertForbidden(StaffLife.decide(MODERATOR, name, ADMIN));
  }

  @Test
  void whoever_leaves_one_region_stays_in_the_others() {
    Member left = accepted(StaffLife.decide(BOTH, new StaffCommand.Remove("05"), ORGANISER));
    assertThat(left.removed()).isFalse();
    assertThat(left.email()).isEqualTo(BOTH.email());
    assertThat(left.regions()).containsExactly("07");
    assertThat(left.serial()).isEqualTo(2);
  }

  @Test
  void of_whoever_leaves_the_last_region_only_the_name_stays() {
    Member left = accepted(StaffLife.decide(MODERATOR, new StaffCommand.Remove("05"), ORGANISER));
    assertThat(left.removed()).isTrue();
    assertThat(left.email()).isEmpty();
    assertThat(left.name()).isEqualTo("moderator");
  }

  @Test
  void an_organiser_does_not_send_an_admin_away() {
    Member admin = member("chief", true, Map.of("05", Set.of(Role.ORGANISER)));
    assertForbidden(StaffLife.decide(admin, new StaffCommand.Remove("05"), ORGANISER));
    assertThat(accepted(StaffLife.decide(admin, new StaffCommand.Remove("05"), ADMIN)).removed())
        .isTrue();
  }

  @Test
  void an_organiser_gives_an_admin_no_roles() {
    Member admin = member("chief", true, Map.of("05", Set.of(Role.ORGANISER)));
    StaffCommand.Change change =
        new StaffCommand.Change(profile("chief"), "05", Set.of(Role.ADMIN, Role.MODERATOR));
    assertForbidden(StaffLife.decide(admin, change, ORGANISER));
    assertThat(accepted(StaffLife.decide(admin, change, ADMIN)).serial()).isEqualTo(2);

    Member elsewhere = member("chief", true, Map.of("07", Set.of(Role.ORGANISER)));
    StaffCommand.Add add = new StaffCommand.Add(profile("chief"), "05", Set.of(Role.MODERATOR));
    assertForbidden(StaffLife.decide(elsewhere, add, ORGANISER));
    assertThat(accepted(StaffLife.decide(elsewhere, add, ADMIN)).regions())
        .containsExactly("05", "07");
  }

  @Test
  void what_is_so_already_changes_nothing() {
    StaffCommand.Change same =
        new StaffCommand.Change(profile("moderator"), "05", Set.of(Role.MODERATOR));
    assertThat(StaffLife.decide(MODERATOR, same, ORGANISER))
        .isEqualTo(new StaffOutcome.Unchanged(MODERATOR));
    StaffCommand.Add again =
        new StaffCommand.Add(profile("moderator"), "05", Set.of(Role.MODERATOR));
    assertThat(StaffLife.decide(MODERATOR, again, ORGANISER))
        .isEqualTo(new StaffOutcome.Refused(StaffRefusal.ALREADY_STAFF));
  }
}
