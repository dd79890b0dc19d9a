package twiza.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import twiza.idea.Entries;
import twiza.idea.Entry;
import twiza.jury.Juries;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.Papers;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.Rounds;
import twiza.staff.Member;
import twiza.staff.Role;

/** Letters about a round's jury, to the organisers of its region. */
final class JuryLetters {

  /** An idea with fewer reviews has a score of little weight. */
  private static final int FEW = 2;

  private static final int MOST_GONE = 5;

  private final Juries juries;
  private final Papers papers;
  private final Entries entries;
  private final Rounds rounds;
  private final Links links;
  private final Letterhead letterhead;

  JuryLetters(
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

  /** How much of what they read somebody has not marked. */
  private record Behind(Juror juror, int ideas, int left) {}

  /** Empty when it is nothing about a jury, or nobody has to be told any more. */
  Optional<Letter> toStaff(Errand errand, Member member, Instant now) {
    Round round = rounds.find(errand.id()).orElseThrow();
    if (!member.rolesIn(round.region()).contains(Role.ORGANISER)) {
      return Optional.empty();
    }
    Phase phase = round.phaseAt(now);
    return switch (errand.kind()) {
      case "JUROR_DECLINED" -> phase.isOver() ? Optional.empty() : gone(round, member);
      case "ROUND_REMINDED" -> phase == Phase.JUDGING ? behind(round, member) : Optional.empty();
      case "ROUND_JUDGING_CLOSED" ->
          phase.isOver() ? Optional.empty() : Optional.of(closed(round, member));
      case "ROUND_RANKED" -> phase.isOver() ? Optional.empty() : Optional.of(ranked(round, member));
      default -> Optional.empty();
    };
  }

  /** The last ones who said no stand first. */
  private Optional<Letter> gone(Round round, Member member) {
    Draft draft = begin("mail.juryGone", round, member);
    List<Letter.Fact> gone =
        jury(round).jurors().stream()
            .filter(juror -> !juror.state().isAsked())
            .sorted(Comparator.comparing(Juror::changedAt).reversed())
            .limit(MOST_GONE)
            .map(
                juror ->
                    new Letter.Fact(
                        draft.text("mail.juryGone." + juror.state(), "date", day(draft, juror)),
                        juror.name()))
            .toList();
    return gone.isEmpty()
        ? Optional.empty()
        : Optional.of(end("mail.juryGone", draft.facts(gone), round));
  }

  private static String day(Draft draft, Juror juror) {
    return draft.formats().date(juror.changedAt());
  }

  private Optional<Letter> behind(Round round, Member member) {
    List<Behind> behind = behind(round);
    if (behind.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = begin("mail.juryBehind", round, member);
    draft.facts(List.of(RoundLetters.juryCloses(draft, round.schedule())));
    draft.heading(draft.text("mail.juryBehind.who"));
    draft.facts(
        behind.stream().map(it -> new Letter.Fact(howFar(draft, it), it.juror().name())).toList());
    return Optional.of(end("mail.juryBehind", draft, round, "count", behind.size()));
  }

  private static String howFar(Draft draft, Behind behind) {
    return draft.text(
        behind.juror().state() == Juror.State.ACCEPTED
            ? "mail.juror.leftOf"
            : "mail.juryBehind.unanswered",
        "left",
        behind.left(),
        "total",
        behind.ideas());
  }

  /** Who has most left stands first. */
  private List<Behind> behind(Round round) {
    Set<String> read = admitted(round);
    Map<String, Set<String>> done = submitted(round);
    List<Behind> behind = new ArrayList<>();
    for (Juror juror : jury(round).panel()) {
      Set<String> theirs = new HashSet<>(juror.ideas());
      theirs.retainAll(read);
      Set<String> left = new HashSet<>(theirs);
      left.removeAll(done.getOrDefault(juror.id(), Set.of()));
      if (!left.isEmpty() && juror.state() != Juror.State.LISTED) {
        behind.add(new Behind(juror, theirs.size(), left.size()));
      }
    }
    behind.sort(Comparator.comparingInt(Behind::left).reversed());
    return behind;
  }

  /** What the jury has handed in when its time is over. */
  private Letter closed(Round round, Member member) {
    Map<String, Integer> reviews = new HashMap<>();
    Set<String> read = admitted(round);
    submitted(round)
        .values()
        .forEach(ideas -> ideas.forEach(idea -> reviews.merge(idea, 1, Integer::sum)));
    reviews.keySet().retainAll(read);
    long few = read.stream().filter(idea -> reviews.getOrDefault(idea, 0) < FEW).count();
    int all = reviews.values().stream().mapToInt(Integer::intValue).sum();
    Draft draft = begin("mail.roundJudged", round, member);
    draft.facts(
        List.of(
            new Letter.Fact(draft.text("mail.roundJudged.ideas"), number(draft, read.size())),
            new Letter.Fact(draft.text("mail.roundJudged.reviews"), number(draft, all)),
            new Letter.Fact(draft.text("mail.roundJudged.few"), number(draft, few))));
    if (all == 0) {
      draft.paragraph("mail.roundJudged.nobody");
    } else {
      draft.paragraph(few > 0 ? "mail.roundJudged.thin" : "mail.roundJudged.enough");
    }
    return end("mail.roundJudged", draft, round);
  }

  private Letter ranked(Round round, Member member) {
    Draft draft = begin("mail.roundRanked", round, member).paragraph("mail.roundRanked.next");
    return end("mail.roundRanked", draft, round);
  }

  private static String number(Draft draft, long number) {
    return draft.formats().number(number);
  }

  private Jury jury(Round round) {
    return juries.of(round.id(), round.region());
  }

  private Set<String> admitted(Round round) {
    return entries
        .of(round.id())
        .filter(entrant -> entrant.standing() == Entry.Standing.ADMITTED)
        .map(Entries.Entrant::idea)
        .collect(Collectors.toSet());
  }

  /** The ideas that each juror has submitted marks for. */
  private Map<String, Set<String>> submitted(Round round) {
    return papers
        .progress(round.id())
        .filter(Papers.Progress::submitted)
        .collect(
            Collectors.groupingBy(
                Papers.Progress::juror,
                Collectors.mapping(Papers.Progress::idea, Collectors.toSet())));
  }

  private static Draft begin(String key, Round round, Member member) {
    Draft draft = new Draft(member.email(), member.language()).greet();
    return draft.paragraph(key + ".text", "round", RoundLetters.title(draft, round));
  }

  private Letter end(String key, Draft draft, Round round, Object... more) {
    draft.button("mail.round.desk", links.roundAtDesk(round.id(), draft.language()));
    List<Object> values = new ArrayList<>(List.of("round", RoundLetters.title(draft, round)));
    values.addAll(List.of(more));
    return draft.notice(key, letterhead.of(round.region()), values.toArray());
  }
}
