package twiza.desk;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.access.Busy;
import twiza.desk.StaffFunction.Parts;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Contact;
import twiza.place.Language;
import twiza.place.Places;
import twiza.staff.Mailing;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.Session;
import twiza.staff.Staff.Edit;
import twiza.staff.StaffCommand;
import twiza.staff.StaffCommand.Profile;
import twiza.staff.StaffLife;
import twiza.staff.StaffOutcome;
import twiza.staff.StaffRefusal;

/** Who is staff of a region, and what each of them may do; and one's own entry. */
final class StaffDesk {

  private static final int LONGEST_NAME = 100;
  private static final int LAST_HOUR = 23;

  private final Parts parts;
  private final Places places = Places.load();

  StaffDesk(Parts parts) {
    this.parts = parts;
  }

  Reply list(Visit visit) {
    List<Member> members = parts.staff().of(visit.region());
    return Reply.json(200, MemberJson.list(members, visit.region()));
  }

  Reply add(Visit visit) {
    Input input = visit.request().json();
    Profile profile = profile(input);
    Set<Role> roles = roles(input);
    if (places.region(visit.region()).isEmpty()) {
      input.refuse("region", "UNKNOWN_CODE");
    }
    input.finish();
    StaffCommand.Add add = new StaffCommand.Add(profile, visit.region(), roles);
    Optional<Member> known = parts.staff().at(profile.email());
    StaffOutcome outcome =
        known
            .map(member -> StaffLife.decide(member, add, visit.member()))
            .orElseGet(() -> StaffLife.begin(parts.chance().id(), add, visit.member()));
    return Reply.json(201, keep(outcome, visit));
  }

  Reply change(Visit visit) {
    Member member = member(visit);
    Input input = visit.request().json();
    StaffCommand.Change change =
        new StaffCommand.Change(profile(input), visit.region(), roles(input));
    input.finish();
    StaffOutcome outcome = StaffLife.decide(member, change, visit.member());
    return Reply.json(200, keep(outcome, visit));
  }

  Reply remove(Visit visit) {
    Member member = member(visit);
    StaffOutcome outcome =
        StaffLife.decide(member, new StaffCommand.Remove(visit.region()), visit.member());
    keep(outcome, visit);
    return Reply.json(200, Map.of("removed", true));
  }

  /** Whoever is not on the region's list can't be told from somebody who does not exist. */
  private Member member(Visit visit) {
    return parts
        .staff()
        .find(visit.request().id())
        .filter(member -> !member.rolesIn(visit.region()).isEmpty())
        .orElseThrow(Problem::notFound);
  }

  Reply me(Session session, Request request) {
    return Reply.json(200, MemberJson.session(session.member(), session.expiresAt()));
  }

  Reply changeMe(Session session, Request request) {
    Input input = request.json();
    StaffCommand.ChangeOwn own =
        new StaffCommand.ChangeOwn(name(input), language(input), mailing(input));
    input.finish();
    Member me = session.member();
    Member changed = keep(StaffLife.decide(me, own, me), me.id(), request.now());
    return Reply.json(200, MemberJson.session(changed, session.expiresAt()));
  }

  private static Profile profile(Input input) {
    String email = input.email("email").map(Contact.Email::value).orElse("");
    return new Profile(name(input), email, language(input), mailing(input));
  }

  private static String name(Input input) {
    return input.line("name", 2, LONGEST_NAME);
  }

  private static Language language(Input input) {
    String tag = input.line("language", 1, 8);
    return Language.ofTag(tag)
        .orElseGet(
            () -> {
              if (!tag.isEmpty()) {
                input.refuse("language", "UNKNOWN_CODE");
              }
              return Language.FR;
            });
  }

  private static Mailing mailing(Input input) {
    Mailing.Wish wish = input.choice("mails", Mailing.Wish.class).orElse(Mailing.EACH_IDEA.wish());
    int hour = input.number("digestHour", 0, LAST_HOUR).orElse(Mailing.EACH_IDEA.digestHour());
    return new Mailing(wish, hour);
  }

  private static Set<Role> roles(Input input) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(input.choices("roles", Role.class));
    if (!input.has("roles") || roles.isEmpty()) {
      input.refuse("roles", "REQUIRED");
    }
    return roles;
  }

  private MemberJson.InRegion keep(StaffOutcome outcome, Visit visit) {
    Member kept = keep(outcome, visit.member().id(), visit.request().now());
    return MemberJson.of(kept, visit.region());
  }

  private Member keep(StaffOutcome outcome, String by, Instant now) {
    return switch (outcome) {
      case StaffOutcome.Refused(var why) -> throw Problem.of(why);
      case StaffOutcome.Unchanged(Member member) -> member;
      case StaffOutcome.Accepted accepted ->
          switch (parts.staff().save(new Edit(accepted, by, now))) {
            case KEPT -> accepted.member();
            case STALE -> throw new Busy();
            case ADDRESS_TAKEN -> throw Problem.of(StaffRefusal.ADDRESS_TAKEN);
            case LAST_ADMIN -> throw Problem.of(StaffRefusal.LAST_ADMIN);
          };
    };
  }
}
