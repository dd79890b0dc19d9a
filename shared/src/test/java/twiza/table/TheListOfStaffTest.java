package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.settings.TestKeys;
import twiza.staff.Employees;
import twiza.staff.Mailing;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.Staff;
import twiza.staff.StaffCommand;
import twiza.staff.StaffLife;
import twiza.staff.StaffOutcome;

class TheListOfStaffTest {

  private static final Member FIRST =
      new Member(
          "the-first-admin-of-all",
          "first",
          "first@example.org",
          Language.FR,
          Mailing.EACH_IDEA,
          true,
          Map.of("05", EnumSet.of(Role.MODERATOR, Role.ORGANISER)),
          0,
          0,
          false);

  private final LocalTable table = LocalTable.create();
  private final Meter meter = new Meter();
  private final Staff staff =
      new TableStaff(table.client(meter), table.name(), TestKeys.fingerprints(), () -> FIRST);
  private final Employees employees = new Employees(staff);

  private Staff.Saved save(StaffOutcome outcome) {
    return staff.save(
        new Staff.Edit((StaffOutcome.Accepted) outcome, Employees.HEAD.id(), Samples.MONDAY));
  }

  private Member arrived() {
    assertThat(save(StaffLife.arrive(FIRST))).isEqualTo(Staff.Saved.KEPT);
    return staff.find(FIRST.id()).orElseThrow();
  }

  @Test
  void begins_with_the_admin_of_the_settings_whom_nobody_kept() {
    assertThat(staff.find(FIRST.id())).contains(FIRST);
    assertThat(staff.at("First@Example.org")).contains(FIRST);
    assertThat(staff.of("05")).containsExactly(FIRST);
    assertThat(staff.find("somebody-else")).isEmpty();
    assertThat(table.everything()).isEmpty();
  }

  /** Arrives as soon as the answer to somebody's first question is there. */
  private final class ArrivesMeanwhile implements ExecutionInterceptor {

    private boolean arrived;

    @Override
    public void afterExecution(
        Context.AfterExecution context, ExecutionAttributes executionAttributes) {
      if (!arrived) {
        arrived = true;
        arrived();
      }
    }
  }

  private Staff staffWhileTheFirstAdminArrives() {
    return new TableStaff(
        table.client(new ArrivesMeanwhile()), table.name(), TestKeys.fingerprints(), () -> FIRST);
  }

  @Test
  void finds_the_first_admin_at_the_very_moment_of_their_arrival() {
    assertThat(staffWhileTheFirstAdminArrives().find(FIRST.id())).isPresent();
  }

  @Test
  void knows_the_first_admins_address_at_the_very_moment_of_their_arrival() {
    assertThat(staffWhileTheFirstAdminArrives().at(FIRST.email())).isPresent();
  }

  @Test
  void knows_nobody_by_the_settings_once_an_admin_was_kept() {
    arrived();
    Member other = employees.employ("05", "a@example.org", Language.FR, Set.of(Role.ADMIN));
    save(StaffLife.decide(arrived(FIRST), new StaffCommand.Remove("05"), other));
    assertThat(staff.at(FIRST.email())).isEmpty();
    assertThat(staff.find(FIRST.id()).orElseThrow().removed()).isTrue();
  }

  private Member arrived(Member first) {
    return staff.find(first.id()).orElseThrow();
  }

  private List<String> countedOn(Role role) {
    return staff.countedOn(role, "05").stream().map(Member::email).toList();
  }

  @Test
  void counts_on_the_next_greater_one_where_nobody_holds_a_role() {
    Member admin = arrived();
    assertThat(countedOn(Role.MODERATOR)).containsExactly(FIRST.email());
    Member moderator = employees.employ("05", "m@example.org", Language.FR, Set.of(Role.MODERATOR));
    Member elsewhere = employees.employ("06", "a@example.org", Language.FR, Set.of(Role.ADMIN));
    save(StaffLife.decide(admin, new StaffCommand.Remove("05"), elsewhere));
    assertThat(countedOn(Role.MODERATOR)).containsExactly(moderator.email());
    assertThat(countedOn(Role.ORGANISER)).containsExactly(elsewhere.email());

    employees.employ("05", "o@example.org", Language.FR, Set.of(Role.ORGANISER));
    employees.dismiss(moderator, "05");
    assertThat(countedOn(Role.MODERATOR)).containsExactly("o@example.org");
    assertThat(countedOn(Role.ORGANISER)).containsExactly("o@example.org");
  }

  @Test
  void shows_a_region_its_own_people_in_one_request() {
    arrived();
    Member moderator = employees.employ("05", "a@example.org", Language.AR, Set.of(Role.MODERATOR));
    employees.employ("07", "b@example.org", Language.FR, Set.of(Role.MODERATOR));
    assertThat(staff.of("05"))
        .extracting(Member::email)
        .containsExactlyInAnyOrder("first@example.org", "a@example.org");
    assertThat(staff.of("05")).contains(moderator);
    assertThat(meter.of(() -> staff.of("05"))).isEqualTo(new Meter.Cost(1, 0.5));
    assertThat(meter.of(() -> staff.find(moderator.id()))).isEqualTo(new Meter.Cost(1, 1.0));
  }

  @Test
  void leaves_a_region_without_staff_to_the_admins() {
    Member first = arrived();
    assertThat(staff.of("12")).containsExactly(first);
  }

  @Test
  void gives_an_address_to_one_person_only() {
    employees.employ("05", "a@example.org", Language.FR, Set.of(Role.MODERATOR));
    Member other = employees.employ("05", "b@example.org", Language.FR, Set.of(Role.MODERATOR));
    StaffCommand.Profile stolen =
        new StaffCommand.Profile("b", "A@example.org", Language.FR, Mailing.EACH_IDEA);
    StaffCommand.Change change = new StaffCommand.Change(stolen, "05", Set.of(Role.MODERATOR));
    assertThat(save(StaffLife.decide(other, change, Employees.HEAD)))
        .isEqualTo(Staff.Saved.ADDRESS_TAKEN);
    assertThat(staff.find(other.id())).contains(other);
  }

  @Test
  void frees_an_address_when_its_owner_takes_another() {
    Member member = employees.employ("05", "a@example.org", Language.FR, Set.of(Role.MODERATOR));
    StaffCommand.Profile moved =
        new StaffCommand.Profile("a", "new@example.org", Language.FR, Mailing.EACH_IDEA);
    StaffCommand.Change change = new StaffCommand.Change(moved, "05", Set.of(Role.MODERATOR));
    assertThat(save(StaffLife.decide(member, change, Employees.HEAD))).isEqualTo(Staff.Saved.KEPT);
    assertThat(staff.at("new@example.org").orElseThrow().id()).isEqualTo(member.id());
    assertThat(staff.at("a@example.org").map(Member::id)).isEmpty();
    employees.employ("05", "a@example.org", Language.FR, Set.of(Role.MODERATOR));
  }

  @Test
  void refuses_a_change_of_what_somebody_changed_meanwhile() {
    Member member = employees.employ("05", "a@example.org", Language.FR, Set.of(Role.MODERATOR));
    StaffCommand.ChangeOwn own = new StaffCommand.ChangeOwn("One", Language.FR, Mailing.EACH_IDEA);
    assertThat(save(StaffLife.decide(member, own, member))).isEqualTo(Staff.Saved.KEPT);
    assertThat(save(StaffLife.decide(member, own, member))).isEqualTo(Staff.Saved.STALE);
  }

  @RepeatedTest(5)
  void keeps_one_admin_when_two_send_each_other_away_at_once() throws Exception {
    Member one = arrived();
    Member two = employees.employ("05", "two@example.org", Language.FR, Set.of(Role.ADMIN));
    StaffCommand.Remove remove = new StaffCommand.Remove("05");
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<Staff.Saved> first = both.submit(() -> save(StaffLife.decide(one, remove, two)));
      Future<Staff.Saved> second = both.submit(() -> save(StaffLife.decide(two, remove, one)));
      assertThat(List.of(first.get(), second.get()))
          .containsExactlyInAnyOrder(Staff.Saved.KEPT, Staff.Saved.LAST_ADMIN);
    }
    assertThat(staff.of("12")).hasSize(1);
  }

  @Test
  void tells_what_happened_in_each_region_without_a_name_or_an_address() {
    Member member =
        employees.employ("05", "fatima@example.org", Language.FR, Set.of(Role.MODERATOR));
    employees.dismiss(member, "05");
    assertThat(table.everything())
        .filteredOn(item -> item.get("SK").s().startsWith("EVENT#"))
        .extracting(item -> item.get("kind").s())
        .containsExactlyInAnyOrder("STAFF_ADDED", "STAFF_REMOVED");
    assertThat(table.everything())
        .filteredOn(item -> item.get("SK").s().startsWith("EVENT#"))
        .allSatisfy(event -> assertThat(event.toString()).doesNotContain("fatima"));
  }
}
