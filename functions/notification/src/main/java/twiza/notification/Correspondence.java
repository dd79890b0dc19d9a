package twiza.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import twiza.access.Fingerprints;
import twiza.delegation.Delegations;
import twiza.event.Mails;
import twiza.idea.Dossier;
import twiza.idea.Entries;
import twiza.idea.Happening;
import twiza.idea.IdeaEvent;
import twiza.idea.Ideas;
import twiza.idea.Queue;
import twiza.idea.Source;
import twiza.jury.Juries;
import twiza.jury.Papers;
import twiza.jury.Results;
import twiza.place.Places;
import twiza.round.Rounds;
import twiza.staff.Mailing;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.SignIns;
import twiza.staff.Staff;
import twiza.uptake.Terms;
import twiza.uptake.Uptakes;

/** Writes the letter that an errand asks for, out of what stands in the table now. */
final class Correspondence {

  private final Ideas ideas;
  private final Staff staff;
  private final Rounds rounds;
  private final ConfirmationLetters confirmations;
  private final AuthorLetters toAuthors;
  private final ModeratorLetters toModerators;
  private final LinkLetters withLinks;
  private final StaffLetters toStaff;
  private final RoundLetters aboutRounds;
  private final UptakeLetters aboutUptakes;
  private final Unreachable unreachable;
  private final JuryLetters aboutJuries;
  private final JurorLetters toJurors;

  Correspondence(
      Ideas ideas,
      Uptakes uptakes,
      Supplier<Terms> terms,
      Queue queue,
      Staff staff,
      Fingerprints fingerprints,
      Links links,
      SignIns signIns,
      Delegations delegations,
      Rounds rounds,
      Entries entries,
      Juries juries,
      Papers papers,
      Results results) {
    Places places = Places.load();
    Letterhead letterhead = new Letterhead(places, delegations);
    this.ideas = ideas;
    this.aboutUptakes = new UptakeLetters(uptakes, fingerprints, links, places, letterhead);
    this.unreachable = new Unreachable(ideas, uptakes, terms);
    this.staff = staff;
    this.rounds = rounds;
    this.confirmations = new ConfirmationLetters(links, fingerprints, letterhead);
    this.toAuthors = new AuthorLetters(links, letterhead);
    this.toModerators = new ModeratorLetters(links, queue, places, letterhead);
    this.toStaff = new StaffLetters(staff, signIns, fingerprints, links, places);
    this.aboutRounds =
        new RoundLetters(
            rounds,
            entries,
            ideas,
            links,
            confirmations,
            new ResultLetters(results, links, letterhead),
            letterhead);
    this.aboutJuries = new JuryLetters(juries, papers, entries, rounds, links, letterhead);
    this.toJurors = new JurorLetters(juries, papers, entries, rounds, links, letterhead);
    this.withLinks =
        new LinkLetters(ideas, uptakes, fingerprints, links, confirmations, letterhead);
  }

  /** Empty when the errand makes no sense any more, or its recipient is gone. */
  Optional<Letter> write(Errand errand, Instant now) {
    if (errand.isOfUptake()) {
      return aboutUptakes.write(errand, now);
    }
    return switch (errand.kind()) {
      case Errand.LINKS_ASKED -> withLinks.write(errand.id(), errand.mail(), now);
      case Errand.DIGEST_DUE ->
          moderator(errand).flatMap(member -> digest(member, errand.id(), now));
      case Errand.SIGN_IN_ASKED -> toStaff.signIn(errand, now);
      case Errand.STAFF_ADDED -> toStaff.welcome(errand);
      default -> errand.isOfRound() ? aboutRound(errand, now) : aboutIdea(errand, now);
    };
  }

  private Optional<Letter> digest(Member member, String region, Instant now) {
    boolean moderates =
        staff.countedOn(Role.MODERATOR, region).stream()
            .anyMatch(moderator -> moderator.id().equals(member.id()));
    return toModerators.digest(member, moderates, region, now);
  }

  /** The letter to its author that an idea was sent. */
  Letter rehearse(Dossier specimen, Errand errand) {
    return about(specimen, errand, specimen.idea().submittedAt()).orElseThrow();
  }

  /** Empty for somebody who is no longer staff, or wants no mail of this kind any more. */
  private Optional<Member> moderator(Errand errand) {
    return errand
        .member()
        .flatMap(staff::find)
        .filter(member -> !member.removed() && member.mailing().wish() != Mailing.Wish.NONE);
  }

  /** An author who can't be written to is called. */
  void cameBack(Errand errand, Instant now) {
    unreachable.call(errand, now);
  }

  private Optional<Letter> aboutRound(Errand errand, Instant now) {
    Optional<String> idea = errand.entrant();
    Optional<String> juror = errand.juror();
    if (idea.isPresent()) {
      return toEntrant(errand, idea.get(), now);
    }
    return juror.isPresent()
        ? toJurors.write(errand, juror.get(), now)
        : moderator(errand).flatMap(member -> toStaff(errand, member, now));
  }

  /** New dates, results and cancellations reach everybody: who has no address is called. */
  private Optional<Letter> toEntrant(Errand errand, String idea, Instant now) {
    Optional<Letter> letter = aboutRounds.toEntrant(errand, idea, now);
    if (letter.isPresent()) {
      return letter;
    }
    if (errand.kind().equals("ROUND_CANCELLED")) {
      unreachable.callOff(idea, errand.id(), rounds.reason(errand.id()), now);
    } else if (errand.kind().equals("ROUND_CHANGED") && aboutRounds.goesOn(errand.id())) {
      unreachable.move(idea, errand.id(), now);
    } else if (aboutRounds.isToldByPhone(errand, idea)) {
      unreachable.call(errand, now);
    }
    return letter;
  }

  private Optional<Letter> toStaff(Errand errand, Member member, Instant now) {
    return aboutJuries
        .toStaff(errand, member, now)
        .or(() -> aboutRounds.toStaff(errand, member, now));
  }

  private Optional<Letter> aboutIdea(Errand errand, Instant now) {
    return about(ideas.find(errand.id()).orElseThrow(), errand, now);
  }

  private Optional<Letter> about(Dossier dossier, Errand errand, Instant now) {
    Happening happening =
        dossier.history().stream()
            .filter(h -> h.version() == errand.version())
            .findFirst()
            .orElseThrow();
    return switch (errand.recipient()) {
      case Errand.AUTHOR -> toAuthor(dossier, happening, errand.mail(), now);
      case Errand.NEW_ADDRESS -> confirmations.newAddress(dossier, happening, now);
      default ->
          moderator(errand)
              .flatMap(moderator -> toModerators.about(dossier, happening, moderator, now));
    };
  }

  private Optional<Letter> toAuthor(
      Dossier dossier, Happening happening, Mails.Mail mail, Instant now) {
    if (happening.event() instanceof IdeaEvent.Submitted submitted) {
      return submitted.source() != Source.ONLINE
          ? confirmations.entered(dossier, mail, now)
          : confirmations.first(dossier, mail, now);
    }
    if (happening.event() instanceof IdeaEvent.ConfirmationReminded) {
      return confirmations.reminder(dossier, mail, now);
    }
    if (happening.event() instanceof IdeaEvent.OfEntry ofEntry) {
      return aboutRounds.toAuthor(dossier, ofEntry, mail);
    }
    return toAuthors.write(dossier, happening, mail);
  }
}
