package twiza.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import twiza.access.Fingerprints;
import twiza.place.Places;
import twiza.staff.Member;
import twiza.staff.SignIn;
import twiza.staff.SignIns;
import twiza.staff.Staff;

/** Letters to staff about their being staff. */
final class StaffLetters {

  private final Staff staff;
  private final SignIns signIns;
  private final Fingerprints fingerprints;
  private final Links links;
  private final Places places;

  StaffLetters(
      Staff staff, SignIns signIns, Fingerprints fingerprints, Links links, Places places) {
    this.staff = staff;
    this.signIns = signIns;
    this.fingerprints = fingerprints;
    this.links = links;
    this.places = places;
  }

  /** Empty once the sign-in was used, or is over. */
  Optional<Letter> signIn(Errand errand, Instant now) {
    return signIns
        .find(errand.id())
        .filter(signIn -> signIn.expiresAt().isAfter(now))
        .flatMap(signIn -> reader(errand).map(member -> signIn(signIn, member)));
  }

  private Letter signIn(SignIn signIn, Member member) {
    Draft draft = new Draft(member.email(), member.language()).greet();
    draft.paragraph("mail.signIn.text");
    draft.button(
        "mail.signIn.button", links.signIn(signIn.id(), signIn.expiresAt(), member.language()));
    draft.paragraph("mail.signIn.elsewhere");
    draft.code("mail.signIn.code", SignIn.code(signIn.id(), fingerprints));
    draft.paragraph("mail.signIn.until", "minutes", SignIn.LASTS.toMinutes());
    draft.paragraph("mail.signIn.ignore");
    return draft.answer("mail.signIn", Optional.empty());
  }

  /** Tells somebody that they are staff from now on, and where they sign in. */
  Optional<Letter> welcome(Errand errand) {
    return reader(errand).map(this::welcome);
  }

  private Letter welcome(Member member) {
    Draft draft = new Draft(member.email(), member.language()).greet();
    draft.paragraph("mail.staffAdded.text");
    draft.facts(
        member.regions().stream()
            .map(region -> new Letter.Fact(name(draft, region), roles(draft, member, region)))
            .toList());
    draft.paragraph("mail.staffAdded.how");
    draft.button("mail.staffAdded.button", links.desk(member.language()));
    return draft.notice("mail.staffAdded", Optional.empty());
  }

  private String name(Draft draft, String region) {
    return places.region(region).map(found -> found.name().in(draft.textLanguage())).orElse(region);
  }

  private static String roles(Draft draft, Member member, String region) {
    return member.rolesIn(region).stream()
        .map(role -> draft.text("role." + role.name()))
        .collect(Collectors.joining(" · "));
  }

  private Optional<Member> reader(Errand errand) {
    return errand.member().flatMap(staff::find).filter(member -> !member.removed());
  }
}
