package twiza.bench.jury;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.idea.Contact;
import twiza.idea.Samples;
import twiza.jury.BallotPaper;
import twiza.jury.Juries;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryLife;
import twiza.place.Language;
import twiza.round.Criterion;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.round.RoundSamples;
import twiza.round.Rounds;
import twiza.round.Schedule;
import twiza.round.StandardRubric;
import twiza.table.FullBank;
import twiza.table.TableJuries;
import twiza.table.TableRounds;

/**
 * A round with a full jury in a table, as large as one likes: the titles are as long as they may
 * be, and each review says something to the author and to the jury.
 */
public final class LargeRound {

  private static final String TITLE = "تعاونية".repeat(17);
  private static final String WORDS = "يستحق المشروع الدعم لأنه يشغل نساء القرية. ".repeat(7);
  private static final List<Criterion> RUBRIC = StandardRubric.load();
  private static final List<String> CRITERIA = RUBRIC.stream().map(Criterion::code).toList();
  private static final Duration DAY = Duration.ofDays(1);

  private final Rounds rounds;
  private final Juries juries;
  private final FullBank bank;
  private final String id;
  private final Schedule schedule;

  /**
   * @param now when its results are about to be published
   */
  public LargeRound(DynamoDbClient client, String table, Fingerprints fingerprints, Instant now) {
    this.rounds = new TableRounds(client, table, fingerprints);
    this.juries = new TableJuries(client, table);
    this.bank = new FullBank(client, table);
    this.schedule =
        new Schedule(
            now.minus(DAY.multipliedBy(4)),
            now.minus(DAY.multipliedBy(3)),
            now.minus(DAY.multipliedBy(2)),
            now.minus(DAY),
            Duration.ZERO);
    RoundSamples.Sample sample = RoundSamples.aRound();
    this.id = sample.id();
    Instant before = schedule.opensAt().minus(DAY);
    RoundOutcome.Accepted drafted = RoundLife.draft(id, sample.region(), plan(sample), before);
    keep(Optional.empty(), drafted, before);
    does(new RoundCommand.Announce(""), before);
  }

  private Plan plan(RoundSamples.Sample sample) {
    Plan p = sample.plan();
    return new Plan(
        p.texts(),
        p.entriesPerAuthor(),
        p.complaintDays(),
        p.prizes(),
        schedule,
        RUBRIC,
        OptionalInt.of(Plan.MOST_REVIEWS),
        p.official(),
        p.tieBreaks(),
        CRITERIA.getFirst(),
        p.seed(),
        p.live(),
        p.namesHidden());
  }

  public String id() {
    return id;
  }

  public Instant beforeJudging() {
    return schedule.judgingOpensAt().minus(Duration.ofHours(1));
  }

  Instant whileJudging() {
    return schedule.judgingOpensAt().plus(Duration.ofHours(1));
  }

  private Round round() {
    return rounds.find(id).orElseThrow();
  }

  private void does(RoundCommand command, Instant at) {
    switch (RoundLife.decide(round(), command, at)) {
      case RoundOutcome.Accepted accepted -> keep(Optional.of(round()), accepted, at);
      case RoundOutcome.Unchanged _ -> {}
      case RoundOutcome.Refused(var why) -> throw new IllegalStateException(why.toString());
    }
  }

  private void keep(Optional<Round> before, RoundOutcome.Accepted accepted, Instant at) {
    if (!rounds.save(new Rounds.Edit(before, accepted, RoundSamples.ORGANISER, at, ""))) {
      throw new IllegalStateException("the round is not kept");
    }
  }

  void fill(int ideas) {
    fill(ideas, Jury.MOST_JURORS);
  }

  public void fill(int ideas, int jurors) {
    bank.fillJury(round(), ideas, Samples.titled(TITLE));
    for (int i = 0; i < jurors; i++) {
      JuryCommand enlist =
          new JuryCommand.Enlist(
              id + i,
              "Juror " + i,
              new Contact.Email("juror@jury-" + i + ".example"),
              Language.FR,
              "");
      juries.settle(
          round(),
          "",
          beforeJudging(),
          jury -> JuryLife.decide(jury, enlist, Phase.SCREENING, beforeJudging()));
    }
  }

  /** Somebody asks who reads what. */
  public void asksForAssignment() {
    juries.settle(
        round(),
        "",
        beforeJudging(),
        jury ->
            JuryLife.decide(
                jury, new JuryCommand.AskAssignment(), Phase.SCREENING, beforeJudging()));
  }

  /** An idea that somebody was asked to read. */
  public String idea() {
    return juries
        .of(id, round().region())
        .assignment()
        .ideas()
        .values()
        .iterator()
        .next()
        .iterator()
        .next();
  }

  /** Whole marks from 1 to 5, by jurors of whom some are more severe than others. */
  public void mark() {
    Random random = new Random(1);
    Jury jury = juries.of(id, round().region());
    Map<String, Double> worth = new TreeMap<>();
    List<BallotPaper> papers = new ArrayList<>();
    jury.assignment()
        .ideas()
        .forEach(
            (juror, ideas) -> {
              double leniency = 0.5 * random.nextGaussian();
              for (String idea : ideas) {
                double felt =
                    leniency + worth.computeIfAbsent(idea, _ -> 3.2 + 0.8 * random.nextGaussian());
                papers.add(paper(juror, idea, felt, random));
              }
            });
    bank.fillPapers(round(), papers);
  }

  private BallotPaper paper(String juror, String idea, double felt, Random random) {
    TreeMap<String, Integer> marks = new TreeMap<>();
    for (String code : CRITERIA) {
      marks.put(code, Math.clamp(Math.round(felt + random.nextGaussian()), 1, 5));
    }
    return BallotPaper.blank(juror, idea, whileJudging())
        .rewritten(marks, WORDS, WORDS, true, whileJudging());
  }

  /** The jury is done, and everything that came in time is kept. */
  public void close() {
    Instant at = schedule.judgingClosesAt().plus(Duration.ofMinutes(1));
    for (Phase phase : List.of(Phase.JUDGING, Phase.CLOSED)) {
      moveOn(at);
      does(new RoundCommand.Settle(phase), at);
    }
  }

  private void moveOn(Instant at) {
    long version;
    do {
      version = round().version();
      does(new RoundCommand.DoWhatIsDue(), at);
    } while (round().version() > version);
  }
}
