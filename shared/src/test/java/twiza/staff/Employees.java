package twiza.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import twiza.idea.Samples;
import twiza.place.Language;

/** People whom the head of everything employs and dismisses. */
public final class Employees {

  /** Admin, and on no list. */
  public static final Member HEAD =
      new Member(
          "the-head-of-everything",
          "Head",
          "head@example.org",
          Language.FR,
          Mailing.EACH_IDEA,
          true,
          Map.of(),
          1,
          0,
          false);

  private final Staff staff;
  private int count;

  public Employees(Staff staff) {
    this.staff = staff;
  }

  /**
   * Those who moderate from now on; whoever did in the same regions no longer does.
   *
   * @param entries {@code <region> <address> <language>}, separated by commas
   */
  public void moderate(String entries) {
    List<String[]> people =
        Arrays.stream(entries.split(",", -1)).map(entry -> entry.strip().split(" ", -1)).toList();
    people.stream().map(person -> person[0]).distinct().forEach(this::dismissAll);
    for (String[] person : people) {
      Language language = Language.ofTag(person[2]).orElseThrow();
      employ(person[0], person[1], language, EnumSet.of(Role.MODERATOR));
    }
  }

  private void dismissAll(String region) {
    for (Member member : staff.of(region)) {
      if (member.version() > 0 && member.roles().containsKey(region)) {
        dismiss(member, region);
      }
    }
  }

  public Member employ(String region, String email, Language language, Set<Role> roles) {
    return employ(region, email, language, roles, Mailing.EACH_IDEA);
  }

  public Member employ(
      String region, String email, Language language, Set<Role> roles, Mailing mailing) {
    String name = email.substring(0, email.indexOf('@'));
    StaffCommand.Add add =
        new StaffCommand.Add(
            new StaffCommand.Profile(name, email, language, mailing), region, roles);
    String id = "01JTWM%020d".formatted(++count);
    return keep(
        staff
            .at(email)
            .map(known -> StaffLife.decide(known, add, HEAD))
            .orElseGet(() -> StaffLife.begin(id, add, HEAD)));
  }

  public Member dismiss(Member member, String region) {
    return keep(StaffLife.decide(member, new StaffCommand.Remove(region), HEAD));
  }

  private Member keep(StaffOutcome outcome) {
    StaffOutcome.Accepted accepted = (StaffOutcome.Accepted) outcome;
    assertThat(staff.save(new Staff.Edit(accepted, HEAD.id(), Samples.MONDAY)))
        .isEqualTo(Staff.Saved.KEPT);
    return accepted.member();
  }

  /** Who has this address now. */
  public Member at(String email) {
    return staff.at(email).orElseThrow();
  }
}
