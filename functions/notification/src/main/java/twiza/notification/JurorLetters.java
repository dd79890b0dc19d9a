package twiza.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import twiza.idea.Entries;
import twiza.idea.Entry;
import twiza.jury.BallotPaper;
import twiza.jury.Juries;
import twiza.jury.Juries.Seat;
import twiza.jury.Juror;
import twiza.jury.Papers;
import twiza.round.Criterion;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.Rounds;

/**
 * Letters to a juror, in their language. What they say is true of the juror now: whoever has left
 * the jury since is told of that alone, and whoever has nothing left to do is not reminded of it.
 */
final class JurorLetters {

  /** As long as the key that signs a link is sure to be known. */
  private static final Duration LINK_LASTS = Duration.ofDays(30);

  private static final Set<Phase> AHEAD =
      EnumSet.of(Phase.ANNOUNCED, Phase.OPEN, Phase.SCREENING, Phase.JUDGING);

  private final Juries juries;
  private final Papers papers;
  private final Entries entries;
  private final Rounds rounds;
  private final Links links;
  private final Letterhead letterhead;

  JurorLetters(
      Juries juries,
      Papers papers,
      Entries entries,
      Rounds rounds,
      Links links,
      Letterhead letterhead) {
    this.juries = juries;
    this.papers = papers;
    this.entries = entries;
    this.rounds = rounds;
    this.links = links;
    this.letterhead = letterhead;
  }

  /**
   * What a juror has to read.
   *
   * @param ideas that the jury still has before it
   * @param left of them, those without submitted marks
   */
  private record Task(int ideas, int left) {}

  /**
   * Empty when it concerns them no more.
   *
   * @param id of the juror
   */
  Optional<Letter> write(Errand errand, String id, Instant now) {
    return juries
        .seat(errand.id(), id)
        .filter(seat -> !seat.juror().isForgotten())
        .flatMap(seat -> write(errand.kind(), seat, now));
  }

  private Optional<Letter> write(String kind, Seat seat, Instant now) {
    Phase phase = seat.round().phaseAt(now);
    return switch (seat.juror().state()) {
      case LISTED, DECLINED -> Optional.empty();
      case LEFT ->
          switch (kind) {
            case "JUROR_REMOVED" ->
                phase == Phase.CANCELLED ? Optional.empty() : Optional.of(removed(seat));
            case Errand.ROUND_PUBLISHED ->
                phase == Phase.PUBLISHED && marked(seat) > 0
                    ? Optional.of(thanks(seat))
                    : Optional.empty();
            default -> Optional.empty();
          };
      case INVITED, ACCEPTED ->
          switch (kind) {
            case "JURORS_INVITED" -> AHEAD.contains(phase) ? invited(seat, now) : Optional.empty();
            case "JURY_LINK_ASKED" ->
                phase == Phase.CANCELLED ? Optional.empty() : Optional.of(link(seat, true, now));
            case "ROUND_CHANGED" ->
                AHEAD.contains(phase) ? Optional.of(moved(seat, now)) : Optional.empty();
            case "ROUND_JUDGING_OPENED" -> asked("mail.jurorJudging", seat, phase, now);
            case "JURY_ASSIGNED" -> asked("mail.jurorAssigned", seat, phase, now);
            case "ROUND_REMINDED" -> asked("mail.jurorReminder", seat, phase, now);
            case "ROUND_CANCELLED" ->
                phase == Phase.CANCELLED ? Optional.of(cancelled(seat)) : Optional.empty();
            case Errand.ROUND_PUBLISHED ->
                phase == Phase.PUBLISHED && seat.juror().state() == Juror.State.ACCEPTED
                    ? Optional.of(thanks(seat))
                    : Optional.empty();
            default -> Optional.empty();
          };
    };
  }

  /** Whoever has accepted already gets another link. */
  private Optional<Letter> invited(Seat seat, Instant now) {
    return Optional.of(
        seat.juror().state() == Juror.State.INVITED
            ? invitation(seat, now)
            : link(seat, false, now));
  }

  private Letter invitation(Seat seat, Instant now) {
    Draft draft = greet(seat);
    String title = RoundLetters.title(draft, seat.round());
    String region =
        letterhead
            .of(seat.round().region())
            .map(it -> it.name().in(draft.textLanguage()))
            .orElse(seat.round().region());
    draft.paragraph("mail.jurorInvited.text", "round", title, "region", region);
    draft.paragraph("mail.jurorInvited.work");
    draft.facts(dates(draft, seat));
    draft.heading(draft.text("mail.juror.criteria")).facts(criteria(draft, seat.round()));
    draft.paragraph("mail.jurorInvited.answer");
    open(draft, "mail.jurorInvited.button", seat, now);
    draft.link("mail.round.page", links.round(seat.round().id(), draft.language()));
    return notice("mail.jurorInvited", draft, seat);
  }

  private static List<Letter.Fact> criteria(Draft draft, Round round) {
    return round.plan().rubric().stream()
        .map(
            criterion ->
                new Letter.Fact(
                    draft.formats().percent(criterion.weight()), title(draft, criterion)))
        .toList();
  }

  private static String title(Draft draft, Criterion criterion) {
    return RoundLetters.said(criterion.title(), draft.textLanguage());
  }

  /**
   * @param asked by the juror, and not by an organiser
   */
  private Letter link(Seat seat, boolean asked, Instant now) {
    String key = "mail.jurorLink";
    Draft draft = begin(key, seat);
    open(draft, button(seat), seat, now);
    if (!asked) {
      return notice(key, draft, seat);
    }
    draft.paragraph("mail.links.ignore");
    return draft.answer(
        key,
        letterhead.of(seat.round().region()),
        "round",
        RoundLetters.title(draft, seat.round()));
  }

  private Letter moved(Seat seat, Instant now) {
    Draft draft = begin("mail.jurorMoved", seat);
    draft.facts(dates(draft, seat));
    open(draft, button(seat), seat, now);
    return notice("mail.jurorMoved", draft, seat);
  }

  /** While there is something to do. Who never answered is asked for an answer instead. */
  private Optional<Letter> asked(String key, Seat seat, Phase phase, Instant now) {
    Task task = task(seat);
    if (phase != Phase.JUDGING || task.left() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        seat.juror().state() == Juror.State.INVITED
            ? asked("mail.jurorUnanswered", seat, task, now)
            : asked(key, seat, task, now));
  }

  private Letter asked(String key, Seat seat, Task task, Instant now) {
    Draft draft = greet(seat);
    String title = RoundLetters.title(draft, seat.round());
    draft.paragraph(key + ".text", "round", title, "left", task.left(), "total", task.ideas());
    draft.facts(
        List.of(
            new Letter.Fact(draft.text("mail.juror.left"), leftOf(draft, task)),
            RoundLetters.juryCloses(draft, seat.round().schedule())));
    open(draft, button(seat), seat, now);
    return draft.notice(
        key,
        letterhead.of(seat.round().region()),
        "round",
        title,
        "left",
        task.left(),
        "total",
        task.ideas());
  }

  private static String leftOf(Draft draft, Task task) {
    return draft.text("mail.juror.leftOf", "left", task.left(), "total", task.ideas());
  }

  /** An idea that is out of the round is nobody's work any more. */
  private Task task(Seat seat) {
    Set<String> read =
        entries.among(seat.round().id(), seat.juror().ideas()).values().stream()
            .filter(entrant -> entrant.standing() == Entry.Standing.ADMITTED)
            .map(Entries.Entrant::idea)
            .collect(Collectors.toSet());
    long done = read.isEmpty() ? 0 : papers.submitted(seat.round().id(), seat.juror().id(), read);
    return new Task(read.size(), read.size() - (int) done);
  }

  private Letter removed(Seat seat) {
    Draft draft = begin("mail.jurorRemoved", seat);
    if (marked(seat) > 0) {
      draft.paragraph("mail.jurorRemoved.counts");
    }
    draft.paragraph("mail.jurorRemoved.mistake");
    return notice("mail.jurorRemoved", draft, seat);
  }

  private Letter cancelled(Seat seat) {
    Draft draft = begin("mail.jurorCancelled", seat).reason(rounds.reason(seat.round().id()));
    return notice("mail.jurorCancelled", draft, seat);
  }

  private Letter thanks(Seat seat) {
    Draft draft = begin("mail.jurorThanks", seat);
    long marked = marked(seat);
    if (marked > 0) {
      draft.fact("mail.juror.marked", draft.formats().number(marked));
    }
    draft.button("mail.results.page", links.results(seat.round().id(), draft.language()));
    return notice("mail.jurorThanks", draft, seat);
  }

  /** How many ideas have marks of theirs that count. */
  private long marked(Seat seat) {
    return papers.by(seat.round().id(), seat.juror().id()).stream()
        .filter(BallotPaper::submitted)
        .filter(paper -> !seat.juror().isKeptFrom(paper.idea()))
        .count();
  }

  private static Draft greet(Seat seat) {
    Juror juror = seat.juror();
    return new Draft(juror.email().orElseThrow().value(), juror.language()).greet(juror.name());
  }

  private static Draft begin(String key, Seat seat) {
    Draft draft = greet(seat);
    return draft.paragraph(key + ".text", "round", RoundLetters.title(draft, seat.round()));
  }

  private Letter notice(String key, Draft draft, Seat seat) {
    return draft.notice(
        key,
        letterhead.of(seat.round().region()),
        "round",
        RoundLetters.title(draft, seat.round()));
  }

  /** The private link, until when it opens, and how to get another one. */
  private void open(Draft draft, String labelKey, Seat seat, Instant now) {
    Instant until = now.plus(LINK_LASTS);
    String address = links.judge(seat.round().id(), seat.juror().id(), until, draft.language());
    draft.button(labelKey, address);
    draft.paragraph("mail.juror.private", "at", draft.formats().dateTimeWithZone(until));
  }

  private static String button(Seat seat) {
    return seat.juror().state() == Juror.State.INVITED
        ? "mail.jurorInvited.button"
        : "mail.juror.button";
  }

  private static List<Letter.Fact> dates(Draft draft, Seat seat) {
    return List.of(
        RoundLetters.juryOpens(draft, seat.round().schedule()),
        RoundLetters.juryCloses(draft, seat.round().schedule()));
  }
}
