package twiza.notification;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import twiza.idea.Audience;
import twiza.idea.Entries;
import twiza.idea.Entry;
import twiza.jury.Juries;
import twiza.jury.Juror;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.Staff;

/** Who is written to about an event. */
final class Recipients {

  static final String ROUND = "ROUND#";

  private static final Set<Entry.Standing> ANYWHERE =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Entry.Standing.OUT)));
  private static final Set<Entry.Standing> UNREADY =
      Set.of(Entry.Standing.UNCONFIRMED, Entry.Standing.ASKED);

  private final Staff staff;
  private final Entries entries;
  private final Juries juries;

  Recipients(Staff staff, Entries entries, Juries juries) {
    this.staff = staff;
    this.entries = entries;
    this.juries = juries;
  }

  /** Their names in an errand. */
  Stream<String> of(Audience audience, Map<String, AttributeValue> event) {
    return switch (audience) {
      case AUTHOR -> Stream.of(Errand.AUTHOR);
      case NEW_ADDRESS -> Stream.of(Errand.NEW_ADDRESS);
      case PARTY -> Stream.of(Errand.toParty(event.get("data").getM().get("interest").getS()));
      case MODERATORS -> staff(Role.MODERATOR, event);
      case ORGANISERS -> staff(Role.ORGANISER, event);
      case MEMBER -> Stream.of(Errand.toMember(text(event, "member")));
      case JURORS -> jurors(event);
      case ENTRANTS -> entrants(event, ANYWHERE);
      case UNREADY_ENTRANTS -> entrants(event, UNREADY);
    };
  }

  /** Those who can be written to; the others stand among the calls. */
  private Stream<String> entrants(
      Map<String, AttributeValue> event, Set<Entry.Standing> standings) {
    return entries
        .of(round(event))
        .filter(entrant -> standings.contains(entrant.standing()))
        .map(entrant -> Errand.toAuthor(entrant.idea()));
  }

  private Stream<String> staff(Role role, Map<String, AttributeValue> event) {
    return staff.countedOn(role, text(event, "region")).stream()
        .filter(member -> wants(member, role, event))
        .map(Member::id)
        .map(Errand::toMember);
  }

  /**
   * Some want a mail for each idea, some one a day at an hour of their choice, some none. What
   * happens to a round happens but a few times, and does not wait for the day's mail. The day's
   * mail is for moderators who hear of each idea too, since not every idea has a mail of its own.
   */
  private static boolean wants(Member member, Role role, Map<String, AttributeValue> event) {
    boolean digest = text(event, "kind").equals(Errand.DIGEST_DUE);
    return switch (member.mailing().wish()) {
      case EACH -> !digest || (role == Role.MODERATOR && isHourOf(member, event));
      case DIGEST -> digest ? isHourOf(member, event) : text(event, "PK").startsWith(ROUND);
      case NONE -> false;
    };
  }

  private static boolean isHourOf(Member member, Map<String, AttributeValue> event) {
    return Integer.toString(member.mailing().digestHour()).equals(event.get("hour").getN());
  }

  private Stream<String> jurors(Map<String, AttributeValue> event) {
    return Optional.ofNullable(event.get("data").getM().get("jurors"))
        .map(named -> named.getSS().stream().sorted())
        .orElseGet(
            () ->
                juries.of(round(event), text(event, "region")).jurors().stream()
                    .filter(juror -> hears(juror, text(event, "kind")))
                    .map(Juror::id))
        .map(Errand::toJuror);
  }

  /** Whoever left hears of the results, to which their marks may have led. */
  private static boolean hears(Juror juror, String kind) {
    return switch (juror.state()) {
      case INVITED, ACCEPTED -> true;
      case LEFT -> kind.equals(Errand.ROUND_PUBLISHED);
      case LISTED, DECLINED -> false;
    };
  }

  private static String round(Map<String, AttributeValue> event) {
    return text(event, "PK").substring(ROUND.length());
  }

  private static String text(Map<String, AttributeValue> event, String name) {
    return Optional.ofNullable(event.get(name)).map(AttributeValue::getS).orElseThrow();
  }
}
