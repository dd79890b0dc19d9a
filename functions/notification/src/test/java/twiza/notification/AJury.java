package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.jury.Announcement;
import twiza.jury.Assignment;
import twiza.jury.BallotPaper;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryLife;
import twiza.jury.Papers;
import twiza.jury.Ranking;
import twiza.jury.RankingSamples;
import twiza.jury.Rankings;
import twiza.jury.Review;
import twiza.jury.Verdict;
import twiza.place.Language;
import twiza.round.Criterion;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.round.RoundSamples;
import twiza.round.Rounds;
import twiza.round.Via;

/**
 * The jury of a round of a few ideas, on its way; each step must succeed. Jurors are known by their
 * names.
 */
final class AJury {

  private final PostOffice office;
  private final Edition edition;
  private final Map<String, Journey> ideas = new LinkedHashMap<>();
  private Ranking ranking = RankingSamples.ranking(1);

  private AJury(PostOffice office, Edition edition) {
    this.office = office;
    this.edition = edition;
  }

  /** Of a round that is announced, and of which nobody has to be told any more. */
  static AJury of(PostOffice office, RoundSamples.Sample sample) {
    AJury jury = new AJury(office, Edition.announced(office.rounds, sample));
    office.mails();
    return jury;
  }

  /** An idea that is published is entered, and known by a name. */
  AJury reads(String name, Samples.Sample sample) {
    Journey idea = Journey.published(office.ideas, sample);
    assertThat(idea.enters(round().round(), Via.AUTHOR, OPENS, "")).isEqualTo(Ideas.Entering.TAKEN);
    ideas.put(name, idea);
    return this;
  }

  AJury lists(String name, Language language, Instant at) {
    return does(
        new JuryCommand.Enlist(name, name, new Contact.Email(address(name)), language, ""), at);
  }

  AJury invites(Instant at) {
    return does(new JuryCommand.Invite(Set.of()), at);
  }

  AJury invites(String name, Instant at) {
    return does(new JuryCommand.Invite(Set.of(name)), at);
  }

  AJury accepts(String name, Instant at) {
    return does(new JuryCommand.Accept(name, "", EnumSet.allOf(Language.class), Map.of()), at);
  }

  AJury declines(String name, Instant at) {
    return does(new JuryCommand.Decline(name), at);
  }

  AJury removes(String name, Instant at) {
    return does(new JuryCommand.Remove(name), at);
  }

  /**
   * @param lines such as {@code "Amina: thyme walnuts"}
   */
  AJury assigns(Instant at, String... lines) {
    Map<String, Set<String>> reading = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(": ", -1);
      reading.put(
          parts[0],
          List.of(parts[1].split(" ", -1)).stream()
              .map(name -> idea(name).id())
              .collect(Collectors.toSet()));
    }
    return does(new JuryCommand.Assign(Assignment.of(reading), List.of()), at);
  }

  private AJury does(JuryCommand command, Instant at) {
    Jury before = office.juries.of(edition.id(), edition.round().region());
    assertThat(
            office.juries.settle(
                edition.round(),
                RoundSamples.ORGANISER,
                at,
                jury -> JuryLife.decide(jury, command, edition.round().phaseAt(at), at)))
        .satisfies(settled -> assertThat(settled.jury().version()).isGreaterThan(before.version()));
    return this;
  }

  /** The jury begins, and every idea is told. */
  AJury begins() {
    edition.moved(JURY);
    ideas.values().forEach(idea -> happens(idea, admitting(idea)));
    return settles(Phase.JUDGING, JURY.plus(Duration.ofMinutes(1)));
  }

  private Command admitting(Journey idea) {
    return idea.dossier().beforeTheJury(edition.round());
  }

  /** The time of the jury is over. */
  AJury ends() {
    Instant at = edition.round().schedule().judgingClosesAt();
    edition.moved(at);
    return settles(Phase.CLOSED, at.plus(Duration.ofMinutes(1)));
  }

  /**
   * What was marked is ranked for good; {@link RankingSamples} says with which figures.
   *
   * @param order names of ideas, the first prize first
   */
  AJury ranks(Instant at, String... order) {
    ranking =
        RankingSamples.ranking(
            1,
            Stream.of(order)
                .map(name -> RankingSamples.ranked(idea(name).id(), 0.5))
                .toArray(RankingSamples.Ranked[]::new));
    Map<String, String> jurors = new TreeMap<>();
    List<Review> reviews = new ArrayList<>();
    office
        .papers
        .of(edition.id())
        .flatMap(paper -> paper.review().stream())
        .forEach(
            review -> {
              String pseudonym = "J-" + review.juror();
              jurors.put(pseudonym, review.juror());
              reviews.add(new Review(pseudonym, review.idea(), review.marks()));
            });
    assertThat(
            office.rankings.freeze(
                edition.round(), new Rankings.Computed(ranking, reviews, jurors), at))
        .isTrue();
    return this;
  }

  /** The organisers say who won, before it is public. */
  AJury decides(String winner, List<String> finalists, Instant at) {
    Verdict before = office.results.verdict(edition.id());
    Verdict after =
        new Verdict(
            edition.id(),
            before.version() + 1,
            Map.of(Language.FR, "Le jury félicite.", Language.AR, "تهنئ اللجنة."),
            List.of(idea(winner).id()),
            finalists.stream().map(name -> idea(name).id()).toList(),
            "");
    assertThat(office.results.save(edition.round(), before, after, RoundSamples.ORGANISER, at))
        .isTrue();
    return this;
  }

  AJury publishes(Instant at) {
    Verdict verdict = office.results.verdict(edition.id());
    RoundOutcome outcome = RoundLife.decide(edition.round(), new RoundCommand.Publish(), at);
    Announcement announcement = Announcement.of(verdict, ranking, false, at);
    assertThat(
            office.results.publish(
                edition.round(),
                (RoundOutcome.Accepted) outcome,
                verdict,
                announcement,
                RoundSamples.ORGANISER))
        .isTrue();
    return this;
  }

  /** An organiser holds a comment back from its author. */
  AJury withholds(String juror, String idea, Instant at) {
    BallotPaper paper = office.papers.find(edition.id(), juror, idea(idea).id()).orElseThrow();
    assertThat(
            office.papers.withhold(
                edition.round(), paper, Optional.of("Blessant"), RoundSamples.ORGANISER, at))
        .isTrue();
    return this;
  }

  private AJury settles(Phase phase, Instant at) {
    return does(new RoundCommand.Settle(phase), at);
  }

  private AJury does(RoundCommand command, Instant at) {
    RoundOutcome outcome = RoundLife.decide(edition.round(), command, at);
    assertThat(outcome).isInstanceOf(RoundOutcome.Accepted.class);
    Rounds.Edit edit =
        new Rounds.Edit(Optional.of(edition.round()), (RoundOutcome.Accepted) outcome, "", at, "");
    assertThat(office.rounds.save(edit)).isTrue();
    return this;
  }

  private void happens(Journey idea, Command command) {
    office.ideas.settle(
        idea.dossier(),
        dossier -> IdeaLife.decide(dossier.idea(), command, JURY),
        (dossier, accepted) -> Ideas.Edit.of(dossier, accepted, "", ""));
  }

  /** The juror gives the same mark by every criterion. */
  AJury marks(String juror, String idea, int mark, String comment, Instant at) {
    BallotPaper before =
        office
            .papers
            .find(edition.id(), juror, idea(idea).id())
            .orElseGet(() -> BallotPaper.blank(juror, idea(idea).id(), at));
    TreeMap<String, Integer> marks = new TreeMap<>();
    for (Criterion criterion : edition.round().plan().rubric()) {
      marks.put(criterion.code(), mark);
    }
    assertThat(
            office.papers.keep(
                edition.round(), before, before.rewritten(marks, comment, "Entre nous", true, at)))
        .isEqualTo(Papers.Kept.KEPT);
    return this;
  }

  void asksLink(String name, Instant at) {
    office.juries.askLink(office.juries.seat(edition.id(), name).orElseThrow(), at);
  }

  Journey idea(String name) {
    return ideas.get(name);
  }

  Juror juror(String name) {
    return office.juries.juror(edition.id(), name).orElseThrow();
  }

  Edition round() {
    return edition;
  }

  String id() {
    return edition.id();
  }

  static String address(String name) {
    return name + "@jury.example";
  }
}
