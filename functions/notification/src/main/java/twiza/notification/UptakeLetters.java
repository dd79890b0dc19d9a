package twiza.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import twiza.access.Fingerprints;
import twiza.access.InterestToken;
import twiza.idea.Contact;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.place.Places;
import twiza.place.Province;
import twiza.place.Region;
import twiza.uptake.Aim;
import twiza.uptake.Interest;
import twiza.uptake.Party;
import twiza.uptake.Path;
import twiza.uptake.Registration;
import twiza.uptake.Stage;
import twiza.uptake.Taken;
import twiza.uptake.UptakeEvent;
import twiza.uptake.Uptakes;
import twiza.uptake.Uptakes.Dealings;
import twiza.uptake.Uptakes.Happened;

/**
 * Letters to those who want to build an idea, and to its author about them. How to reach the other
 * one stands in the letters about an agreement, and in no others.
 */
final class UptakeLetters {

  private final Uptakes uptakes;
  private final Fingerprints fingerprints;
  private final Links links;
  private final Places places;
  private final Letterhead letterhead;

  UptakeLetters(
      Uptakes uptakes,
      Fingerprints fingerprints,
      Links links,
      Places places,
      Letterhead letterhead) {
    this.uptakes = uptakes;
    this.fingerprints = fingerprints;
    this.links = links;
    this.places = places;
    this.letterhead = letterhead;
  }

  /** What is told, about whom, and by which mail. */
  private record Matter(Dealings dealings, Interest interest, Happened happened, Errand errand) {

    String idea() {
      return dealings.dossier().idea().id();
    }

    Stage stage() {
      return interest.stage();
    }

    /** Of the idea; empty once its texts are erased. */
    Optional<String> title() {
      return dealings
          .dossier()
          .publication()
          .map(it -> it.sheet())
          .or(() -> dealings.dossier().latest().map(Revision::sheet))
          .map(Sheet::title)
          .map(Isolated::of);
    }

    Optional<Party.Person> person() {
      return dealings.person(interest.id());
    }
  }

  /** Empty when there is nothing to tell any more, or nobody to tell it to. */
  Optional<Letter> write(Errand errand, Instant now) {
    Dealings dealings = uptakes.find(errand.id()).orElseThrow();
    Happened happened =
        dealings.history().stream()
            .filter(it -> it.version() == errand.ownVersion())
            .findFirst()
            .orElseThrow();
    Interest interest = dealings.uptake().interest(happened.interest()).orElseThrow();
    Matter matter = new Matter(dealings, interest, happened, errand);
    return errand.party().isPresent() ? toParty(matter, now) : toAuthor(matter);
  }

  private Optional<Letter> toParty(Matter matter, Instant now) {
    return matter
        .person()
        .filter(person -> person.contact() instanceof Contact.Email)
        .flatMap(person -> toParty(matter, person, now));
  }

  private Optional<Letter> toParty(Matter matter, Party.Person person, Instant now) {
    boolean agreed = matter.stage().isUnderway();
    return switch (matter.happened().kind()) {
      case "INTEREST_ASKED" ->
          matter.stage() == Stage.UNCONFIRMED
              ? Optional.of(confirmation(matter, person))
              : Optional.empty();
      case "INTEREST_AGREED" ->
          agreed ? Optional.of(agreedToParty(matter, person)) : Optional.empty();
      case "INTEREST_DECLINED" -> plain(matter, person, "mail.interestDeclined");
      case "INTEREST_RELEASED" -> plain(matter, person, released(matter));
      case "RESERVATION_ENDING" ->
          matter.interest().reserves(now) ? Optional.of(ending(matter, person)) : Optional.empty();
      case "RESERVATION_EXPIRED" ->
          plain(matter, person, agreed ? "mail.reservationOpen" : "mail.reservationExpired");
      case "FOLLOW_UP_ASKED" -> agreed ? Optional.of(followUp(matter, person)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String released(Matter matter) {
    return switch (matter.happened().why().map(UptakeEvent.Reason::valueOf).orElseThrow()) {
      case SILENCE -> "mail.interestReleased";
      case PROVINCE_TAKEN -> "mail.interestTaken";
      case IDEA_GONE -> "mail.interestGone";
    };
  }

  /** Nobody knows yet who reads it: it greets nobody by name. */
  private Letter confirmation(Matter matter, Party.Person person) {
    String key = "mail.interestConfirm";
    Draft draft = new Draft(person.contact().value(), person.language()).greet();
    draft.paragraph(key + ".text", "title", title(draft, matter));
    String id = matter.interest().id();
    InterestToken confirming = InterestToken.confirming(matter.idea(), id, fingerprints);
    draft.button(
        key + ".button",
        links.interest("token=" + token(matter) + "&confirm=" + confirming, draft.language()));
    draft.paragraph(key + ".until");
    draft.code("field.code.label", InterestToken.code(id, fingerprints));
    draft.paragraph("mail.interest.private").paragraph("mail.confirm.ignore");
    return draft.answer(key, region(matter));
  }

  private Letter agreedToParty(Matter matter, Party.Person person) {
    String key =
        matter.interest().aim() == Aim.JOIN ? "mail.interestJoined" : "mail.interestAgreed";
    Draft draft = begin(matter, person, key);
    matter
        .dealings()
        .dossier()
        .author()
        .ifPresent(
            author ->
                draft.facts(reach(draft, "mail.interest.author", author.name(), author.contact())));
    matter
        .interest()
        .reservedUntil()
        .ifPresent(until -> draft.paragraph(key + ".next", "date", draft.formats().date(until)));
    return end(draft, matter, key);
  }

  private Letter ending(Matter matter, Party.Person person) {
    String key = "mail.reservationEnding";
    Draft draft = new Draft(person.contact().value(), person.language());
    greet(draft, person);
    draft.paragraph(
        key + ".text",
        "title",
        title(draft, matter),
        "province",
        province(draft, matter),
        "date",
        draft.formats().date(matter.interest().reservedUntil().orElseThrow()));
    return asking(draft, matter, key);
  }

  private Letter followUp(Matter matter, Party.Person person) {
    String key = "mail.followUp";
    return asking(begin(matter, person, key), matter, key);
  }

  /** What is pressed leads to a page where they say it: nothing is said by opening it. */
  private Letter asking(Draft draft, Matter matter, String key) {
    draft.button("mail.interest.say", own(draft, matter));
    return finish(draft, matter, key);
  }

  private Optional<Letter> plain(Matter matter, Party.Person person, String key) {
    return Optional.of(end(begin(matter, person, key), matter, key));
  }

  private Draft begin(Matter matter, Party.Person person, String key) {
    Draft draft = new Draft(person.contact().value(), person.language());
    greet(draft, person);
    return draft.paragraph(
        key + ".text", "title", title(draft, matter), "province", province(draft, matter));
  }

  private static void greet(Draft draft, Party.Person person) {
    draft.paragraph("mail.greeting.name", "name", Isolated.of(person.name()));
  }

  private Letter end(Draft draft, Matter matter, String key) {
    draft.button("mail.interest.open", own(draft, matter));
    return finish(draft, matter, key);
  }

  private Letter finish(Draft draft, Matter matter, String key) {
    return draft
        .paragraph("mail.interest.private")
        .notice(key, region(matter), "title", title(draft, matter));
  }

  private String own(Draft draft, Matter matter) {
    return links.interest("token=" + token(matter), draft.language());
  }

  /** It opens the interest from now on; the same mail has the same one whenever it is written. */
  private InterestToken token(Matter matter) {
    String id = matter.interest().id();
    InterestToken token =
        InterestToken.inMail(matter.idea(), id, matter.errand().event(), fingerprints);
    uptakes.addCredential(matter.idea(), id, token.credential());
    return token;
  }

  private Optional<Letter> toAuthor(Matter matter) {
    return Reader.of(matter.dealings().dossier())
        .flatMap(
            reader ->
                matter.interest().aim() == Aim.CARRY
                    ? aboutOwnWay(matter, reader)
                    : aboutParty(matter, reader));
  }

  private Optional<Letter> aboutOwnWay(Matter matter, Reader reader) {
    return switch (matter.happened().kind()) {
      case "FOLLOW_UP_ASKED" -> Optional.of(ownWay(matter, reader, "mail.ownFollowUp"));
      case "RESERVATION_EXPIRED" -> Optional.of(ownWay(matter, reader, "mail.ownReservation"));
      default -> Optional.empty();
    };
  }

  private Letter ownWay(Matter matter, Reader reader, String key) {
    Draft draft = reader.draft().greet(reader.author());
    draft.paragraph(
        key + ".text", "title", title(draft, matter), "province", province(draft, matter));
    return toFollow(draft, matter, key, "mail.interest.say");
  }

  private Optional<Letter> aboutParty(Matter matter, Reader reader) {
    return switch (matter.happened().kind()) {
      case "INTEREST_CONFIRMED" -> asks(matter, reader, "mail.interestAsked");
      case "INTEREST_REMINDED" -> asks(matter, reader, "mail.interestReminder");
      case "INTEREST_AGREED" ->
          matter.stage().isUnderway()
              ? Optional.of(agreedToAuthor(matter, reader))
              : Optional.empty();
      case "PATH_REPORTED" -> matter.happened().stage().map(it -> news(matter, reader, it));
      case "INTEREST_WITHDRAWN" -> Optional.of(withdrawn(matter, reader));
      default -> Optional.empty();
    };
  }

  /** Who asks and why, and no word of how they are reached. */
  private Optional<Letter> asks(Matter matter, Reader reader, String key) {
    if (matter.stage() != Stage.INTERESTED || matter.person().isEmpty()) {
      return Optional.empty();
    }
    Party.Person person = matter.person().get();
    Draft draft = reader.draft().greet(reader.author());
    draft.paragraph(key + wish(matter), "title", title(draft, matter));
    draft.facts(who(draft, matter, person));
    draft.quote(draft.text("field.party.why.label"), person.why());
    draft.paragraph("mail.interestAsked.contact");
    return Optional.of(toFollow(draft, matter, key, "mail.interestAsked.button"));
  }

  private static String wish(Matter matter) {
    return matter.interest().aim() == Aim.JOIN ? ".join" : ".takeUp";
  }

  private List<Letter.Fact> who(Draft draft, Matter matter, Party.Person person) {
    List<Letter.Fact> facts = new ArrayList<>();
    String kind = draft.text("party.kind." + matter.interest().kind());
    facts.add(new Letter.Fact(draft.text("field.party.kind.label"), kind));
    if (!person.organisation().isEmpty()) {
      facts.add(
          new Letter.Fact(draft.text("field.party.organisation.label"), person.organisation()));
    }
    facts.add(new Letter.Fact(draft.text("field.province.label"), province(draft, matter)));
    matter
        .interest()
        .members()
        .ifPresent(
            count ->
                facts.add(
                    new Letter.Fact(
                        draft.text("field.party.members.label"), draft.formats().number(count))));
    return facts;
  }

  private Letter agreedToAuthor(Matter matter, Reader reader) {
    String key = "mail.interestAgreedAuthor";
    Draft draft = reader.draft().greet(reader.author());
    draft.paragraph(key + wish(matter), "title", title(draft, matter));
    matter
        .person()
        .ifPresent(
            person -> {
              draft.facts(who(draft, matter, person));
              draft.facts(reach(draft, "mail.interest.party", person.name(), person.contact()));
            });
    return toFollow(draft, matter, key, "mail.follow.button");
  }

  private Letter news(Matter matter, Reader reader, Stage stage) {
    String key = "mail.pathReported";
    Draft draft = reader.draft().greet(reader.author());
    draft.paragraph(
        key + "." + stage,
        "title",
        title(draft, matter),
        "province",
        province(draft, matter),
        "name",
        matter.interest().registration().map(Registration::name).map(Isolated::of).orElse(""));
    if (stage == Stage.STOPPED) {
      draft = whatIsLeft(draft, matter);
    }
    return toFollow(draft, matter, key, "mail.follow.button");
  }

  private Letter withdrawn(Matter matter, Reader reader) {
    String key = "mail.interestWithdrawn";
    Draft draft = reader.draft().greet(reader.author());
    draft.paragraph(
        key + wish(matter), "title", title(draft, matter), "province", province(draft, matter));
    if (matter.interest().aim() != Aim.JOIN) {
      draft = whatIsLeft(draft, matter);
    }
    return toFollow(draft, matter, key, "mail.follow.button");
  }

  /** Somebody elsewhere, or the author, may go on when one gives up. */
  private static Draft whatIsLeft(Draft draft, Matter matter) {
    if (!matter.dealings().offer().published()) {
      return draft;
    }
    List<Path> paths = Path.of(matter.dealings().uptake(), false);
    boolean offered = Taken.of(paths).state() == Taken.State.OFFERED;
    return draft.paragraph(offered ? "mail.idea.offeredAgain" : "mail.idea.goesOn");
  }

  private Letter toFollow(Draft draft, Matter matter, String key, String button) {
    Language language = draft.language();
    draft.button(button, links.follow(matter.idea(), matter.errand().mail(), language));
    return draft
        .paragraph("mail.follow.private")
        .notice(key, region(matter), "title", title(draft, matter));
  }

  private static List<Letter.Fact> reach(Draft draft, String label, String name, Contact contact) {
    String how =
        switch (contact) {
          case Contact.Email _ -> "field.author.email.label";
          case Contact.Phone _ -> "field.author.phone.label";
        };
    return List.of(
        new Letter.Fact(draft.text(label), name),
        new Letter.Fact(draft.text(how), contact.value()));
  }

  private static String title(Draft draft, Matter matter) {
    return matter.title().orElseGet(() -> draft.text("mail.interest.untitled"));
  }

  private String province(Draft draft, Matter matter) {
    return places
        .province(matter.interest().province())
        .map(Province::name)
        .map(name -> name.in(draft.textLanguage()))
        .orElse("");
  }

  private Optional<Region> region(Matter matter) {
    return letterhead.of(matter.dealings().dossier().idea().region());
  }
}
