package twiza.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import twiza.event.Mails;
import twiza.idea.Dossier;
import twiza.idea.Entries;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;
import twiza.idea.Entry.Standing;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.Ideas;
import twiza.idea.Revision;
import twiza.place.Language;
import twiza.place.Region;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.Rounds;
import twiza.round.Schedule;
import twiza.staff.Member;

/** Letters about a round: to staff of its region, and to those who have an idea in it. */
final class RoundLetters {

  private static final String MOVED = "mail.entrantMoved";
  private static final String ENTERED = "mail.entryEntered";

  /** Letters to those whose idea is in a round that goes on. */
  private static final Set<String> TAKES_PART = Set.of(MOVED, ENTERED);

  private final Rounds rounds;
  private final Entries entries;
  private final Ideas ideas;
  private final Links links;
  private final ConfirmationLetters confirmations;
  private final ResultLetters results;
  private final Letterhead letterhead;

  RoundLetters(
      Rounds rounds,
      Entries entries,
      Ideas ideas,
      Links links,
      ConfirmationLetters confirmations,
      ResultLetters results,
      Letterhead letterhead) {
    this.rounds = rounds;
    this.entries = entries;
    this.ideas = ideas;
    this.links = links;
    this.confirmations = confirmations;
    this.results = results;
    this.letterhead = letterhead;
  }

  /** Empty when nothing has to be done about it, and once the round is cancelled. */
  Optional<Letter> toStaff(Errand errand, Member member, Instant now) {
    Optional<String> key = staffKey(errand.kind());
    Round round = rounds.find(errand.id()).orElseThrow();
    boolean cancellation = errand.kind().equals("ROUND_CANCELLED");
    if (key.isEmpty() || (round.phase() == Phase.CANCELLED && !cancellation)) {
      return Optional.empty();
    }
    Map<Standing, Integer> counts = counts(round);
    boolean undecided =
        counts.getOrDefault(Standing.WAITING, 0) > 0
            && now.isBefore(round.schedule().judgingOpensAt());
    return errand.kind().equals("ROUND_REMINDED") && !undecided
        ? Optional.empty()
        : Optional.of(toStaff(key.get(), round, counts, member));
  }

  private static Optional<String> staffKey(String kind) {
    return switch (kind) {
      case "ROUND_ANNOUNCED" -> Optional.of("mail.roundAnnounced");
      case "ROUND_CHANGED" -> Optional.of("mail.roundMoved");
      case "ROUND_OPENED" -> Optional.of("mail.roundOpened");
      case "ROUND_SUBMISSIONS_CLOSED" -> Optional.of("mail.roundClosed");
      case "ROUND_REMINDED" -> Optional.of("mail.roundUndecided");
      case "ROUND_JUDGING_OPENED" -> Optional.of("mail.roundJudging");
      case "ROUND_CANCELLED" -> Optional.of("mail.roundCancelled");
      default -> Optional.empty();
    };
  }

  private Map<Standing, Integer> counts(Round round) {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    entries.of(round.id()).map(Entrant::standing).forEach(it -> counts.merge(it, 1, Integer::sum));
    return counts;
  }

  private Letter toStaff(String key, Round round, Map<Standing, Integer> counts, Member member) {
    Draft draft = new Draft(member.email(), member.language()).greet();
    String title = title(draft, round);
    draft.paragraph(key + ".text", "round", title);
    reason(draft, round);
    draft.facts(dates(draft, round.schedule()));
    List<Letter.Fact> numbers = new ArrayList<>();
    counts.forEach(
        (standing, count) ->
            numbers.add(
                new Letter.Fact(
                    draft.text("standing." + standing), draft.formats().number(count))));
    if (!numbers.isEmpty()) {
      draft.heading(draft.text("mail.round.entries")).facts(numbers);
    }
    draft.button("mail.round.desk", links.roundAtDesk(round.id(), member.language()));
    return draft.notice(key, region(round), "round", title);
  }

  /**
   * To the author of an idea in the round. Empty when it concerns them no more.
   *
   * @param idea opaque id
   */
  Optional<Letter> toEntrant(Errand errand, String idea, Instant now) {
    Round round = rounds.find(errand.id()).orElseThrow();
    Dossier dossier = ideas.find(idea).orElseThrow();
    Optional<Standing> standing =
        dossier.idea().entry(round.id()).map(entry -> entry.standing(dossier.idea().state()));
    if (standing.isEmpty() || standing.get() == Standing.OUT) {
      return Optional.empty();
    }
    boolean cancelled = round.phase() == Phase.CANCELLED;
    return switch (errand.kind()) {
      case "ROUND_CANCELLED" -> told(dossier, errand.mail(), round, "mail.entrantCancelled");
      case "ROUND_CHANGED" ->
          cancelled ? Optional.empty() : told(dossier, errand.mail(), round, MOVED);
      case "ROUND_REMINDED" ->
          cancelled || !now.isBefore(round.schedule().judgingOpensAt())
              ? Optional.empty()
              : reminded(dossier, errand.mail(), round, standing.get());
      case Errand.ROUND_PUBLISHED ->
          standing.get() == Standing.ADMITTED
              ? results.write(dossier, round, errand.mail())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Whether its dates still concern anybody. */
  boolean goesOn(String round) {
    return rounds.find(round).filter(it -> !it.phase().isOver()).isPresent();
  }

  /** Whether it is what the jury made of an idea whose author has a phone only. */
  boolean isToldByPhone(Errand errand, String idea) {
    return errand.kind().equals(Errand.ROUND_PUBLISHED)
        && ideas
            .find(idea)
            .filter(it -> it.author().isPresent() && Reader.of(it).isEmpty())
            .flatMap(
                it -> it.idea().entry(errand.id()).map(entry -> entry.standing(it.idea().state())))
            .filter(standing -> standing == Standing.ADMITTED)
            .isPresent();
  }

  private Optional<Letter> reminded(
      Dossier dossier, Mails.Mail mail, Round round, Standing standing) {
    return switch (standing) {
      case UNCONFIRMED -> unconfirmed(dossier, round);
      case ASKED -> told(dossier, mail, round, "mail.entrantAsked");
      case WAITING, READY, ADMITTED, OUT -> Optional.empty();
    };
  }

  /**
   * To the address that has to be confirmed, which may be another by now. Nobody knows yet who
   * reads it: it greets nobody by name, and opens nothing.
   */
  private Optional<Letter> unconfirmed(Dossier dossier, Round round) {
    return Reader.awaited(dossier)
        .map(
            reader -> {
              Draft draft = reader.draft().greet();
              String title = title(draft, round);
              draft.paragraph("mail.entrantUnconfirmed.text", "round", title);
              draft.facts(List.of(juryOpens(draft, round.schedule())));
              confirmations.ask(draft, dossier.idea(), reader.author());
              draft.paragraph("mail.confirm.ignore");
              return draft.answer(
                  "mail.entrantUnconfirmed",
                  region(round),
                  "round",
                  title,
                  "code",
                  Isolated.of(dossier.idea().trackingCode()));
            });
  }

  /** What happened to an idea's part in a round, to its author. */
  Optional<Letter> toAuthor(Dossier dossier, IdeaEvent.OfEntry event, Mails.Mail mail) {
    Idea idea = dossier.idea();
    Round round = rounds.find(event.round()).orElseThrow();
    boolean over = round.phase() == Phase.CANCELLED || isGone(idea);
    return over || !holds(event, idea)
        ? Optional.empty()
        : told(dossier, mail, round, authorKey(event));
  }

  private static boolean isGone(Idea idea) {
    return switch (idea.state()) {
      case WITHDRAWN, EXPIRED -> true;
      case UNCONFIRMED, PENDING, CHANGES_REQUESTED, PUBLISHED, REJECTED, UNPUBLISHED -> false;
    };
  }

  /** Whether the idea's part in the round is still what the event made of it. */
  private static boolean holds(IdeaEvent.OfEntry event, Idea idea) {
    Entry.Place place =
        switch (event) {
          case IdeaEvent.Entered _,
              IdeaEvent.EntryProlonged _,
              IdeaEvent.EntryMoved _,
              IdeaEvent.EntryCalledOff _ ->
              Entry.Place.ENTERED;
          case IdeaEvent.EntryHeld _ -> Entry.Place.HELD;
          case IdeaEvent.Admitted _ -> Entry.Place.ADMITTED;
          case IdeaEvent.EntryLeft _ -> Entry.Place.LEFT;
          case IdeaEvent.EntryUnready _ -> Entry.Place.UNREADY;
        };
    return idea.entry(event.round()).filter(entry -> entry.place() == place).isPresent();
  }

  private static String authorKey(IdeaEvent.OfEntry event) {
    return switch (event) {
      case IdeaEvent.Entered _, IdeaEvent.EntryProlonged _ -> ENTERED;
      case IdeaEvent.EntryMoved _ -> MOVED;
      case IdeaEvent.EntryCalledOff _ -> "mail.entrantCancelled";
      case IdeaEvent.EntryHeld _ -> "mail.entryHeld";
      case IdeaEvent.Admitted _ -> "mail.entryAdmitted";
      case IdeaEvent.EntryLeft _ -> "mail.entryLeft";
      case IdeaEvent.EntryUnready _ -> "mail.entryUnready";
    };
  }

  private Optional<Letter> told(Dossier dossier, Mails.Mail mail, Round round, String key) {
    return Reader.awaited(dossier).map(reader -> told(dossier, reader, mail, round, key));
  }

  private Letter told(Dossier dossier, Reader reader, Mails.Mail mail, Round round, String key) {
    Draft draft = reader.greeted();
    String title = title(draft, round);
    String idea =
        Isolated.of(dossier.latest().map(Revision::sheet).map(sheet -> sheet.title()).orElse(""));
    draft.paragraph(key + ".text", "round", title, "title", idea);
    if (key.equals("mail.entrantAsked")) {
      draft.reason(dossier.standingReason());
    }
    reason(draft, round);
    if (round.phase() != Phase.CANCELLED) {
      draft.facts(dates(draft, round.schedule()));
    }
    if (round.phase() != Phase.CANCELLED && TAKES_PART.contains(key)) {
      whatIsLeft(draft, dossier, reader, round, key);
    }
    draft.link("mail.round.page", links.round(round.id(), draft.language()));
    if (reader.mayOpen()) {
      String follow = links.follow(dossier.idea().id(), mail, reader.author().language());
      draft.button("mail.follow.button", follow).paragraph("mail.follow.private");
    }
    draft.fact("field.trackingCode.label", dossier.idea().trackingCode());
    return draft.notice(
        key, region(round), "round", title, "title", reader.inSubject(idea, dossier));
  }

  /** What an author has to do before the jury can have the idea. */
  private void whatIsLeft(Draft draft, Dossier dossier, Reader reader, Round round, String key) {
    Standing standing =
        dossier.idea().entry(round.id()).orElseThrow().standing(dossier.idea().state());
    switch (standing) {
      case UNCONFIRMED -> {
        draft.paragraph("mail.entrant.unconfirmed");
        Instant jury = round.schedule().judgingOpensAt();
        confirmations.askBefore(jury, draft, dossier.idea(), reader.author());
        draft.paragraph("mail.confirm.ignore");
      }
      case ASKED -> draft.paragraph("mail.entrant.asked").reason(dossier.standingReason());
      case WAITING, READY, ADMITTED, OUT -> {
        if (key.equals(MOVED)) {
          draft.paragraph("mail.entrant.ready");
        }
      }
    }
  }

  /** The words that came with a cancellation. */
  private void reason(Draft draft, Round round) {
    if (round.phase() == Phase.CANCELLED) {
      draft.reason(rounds.reason(round.id()));
    }
  }

  private static List<Letter.Fact> dates(Draft draft, Schedule schedule) {
    return List.of(
        date(draft, "mail.round.opensAt", schedule.opensAt()),
        date(draft, "mail.round.submissionsCloseAt", schedule.submissionsCloseAt()),
        juryOpens(draft, schedule),
        juryCloses(draft, schedule));
  }

  static Letter.Fact juryOpens(Draft draft, Schedule schedule) {
    return date(draft, "mail.round.judgingOpensAt", schedule.judgingOpensAt());
  }

  static Letter.Fact juryCloses(Draft draft, Schedule schedule) {
    return date(draft, "mail.round.judgingClosesAt", schedule.judgingClosesAt());
  }

  private static Letter.Fact date(Draft draft, String key, Instant at) {
    return new Letter.Fact(draft.text(key), draft.formats().dateTimeWithZone(at));
  }

  /** Words of an organiser in a language, or else in one that every announced round has. */
  static String said(Map<Language, String> words, Language language) {
    return Stream.of(language, Language.FR, Language.AR)
        .map(each -> words.getOrDefault(each, ""))
        .filter(word -> !word.isBlank())
        .findFirst()
        .orElse("");
  }

  static String title(Draft draft, Round round) {
    return Isolated.of(round.plan().title(draft.textLanguage()));
  }

  private Optional<Region> region(Round round) {
    return letterhead.of(round.region());
  }
}
