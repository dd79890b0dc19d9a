package twiza.scoring.ranking;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twiza.jury.Ranking;
import twiza.jury.Ranking.Caveat;
import twiza.jury.Ranking.Fit;
import twiza.jury.RankingRules;
import twiza.jury.RankingRules.Official;
import twiza.jury.Review;
import twiza.jury.Standing;

/**
 * Ranks the ideas of a round. The same inputs give the same bits, whenever and in whatever order:
 * there is no clock here, and no chance but the seed's.
 *
 * <p>The reviews of a juror who gives everybody the same are left out of both rankings, so that the
 * two differ by the adjustment alone.
 */
public final class RankingEngine {

  /** Changes whenever the same inputs would give other figures. */
  public static final String VERSION = "twiza-ranking/1";

  private final RankingInputs inputs;
  private final Jury jury;
  private final Map<String, IdeaMarks> marks = new HashMap<>();
  private final Map<String, Integer> leftOut = new HashMap<>();
  private final Optional<SeverityModel> model;

  private RankingEngine(RankingInputs inputs) {
    this.inputs = inputs;
    jury = new Jury(inputs);
    Set<String> constant = new HashSet<>(jury.constant());
    Map<Boolean, List<Review>> reviews =
        inputs.reviews().stream()
            .collect(Collectors.partitioningBy(it -> constant.contains(it.juror())));
    reviews.get(true).forEach(it -> leftOut.merge(it.idea(), 1, Integer::sum));
    reviews.get(false).stream()
        .collect(Collectors.groupingBy(Review::idea))
        .forEach((idea, its) -> marks.put(idea, IdeaMarks.of(idea, its, inputs.rules())));
    List<Score> scores = reviews.get(false).stream().map(this::score).toList();
    model = scores.isEmpty() ? Optional.empty() : Optional.of(SeverityModel.fit(scores));
  }

  /** Ranks every idea that has a review of a juror who tells ideas apart. */
  public static Ranking rank(RankingInputs inputs) {
    return new RankingEngine(inputs).rank();
  }

  private Score score(Review review) {
    return new Score(
        review.juror(), review.idea(), review.hundredths(inputs.rules().weights()) / 100.0);
  }

  private Ranking rank() {
    List<Standing> standings = model.map(this::standings).orElse(List.of());
    return new Ranking(
        VERSION,
        inputs.digest(),
        inputs.rules(),
        model.map(RankingEngine::fit),
        caveats(standings),
        standings,
        inputs.ideas().stream().filter(idea -> !marks.containsKey(idea)).toList(),
        jury.figures(model),
        model.map(SeverityModel::panels).orElse(List.of()));
  }

  private static Fit fit(SeverityModel model) {
    Variances variances = model.variances();
    return new Fit(model.mean(), variances.residual(), variances.ideas(), variances.jurors());
  }

  private List<Standing> standings(SeverityModel fitted) {
    RankingRules rules = inputs.rules();
    List<Order.Candidate> candidates =
        fitted.ideas().stream()
            .map(it -> new Order.Candidate(marks.get(it), fitted.mean() + fitted.worth(it)))
            .toList();
    Order order = new Order(rules.official(), rules);
    List<Order.Candidate> sorted = order.sort(candidates);
    Map<String, Integer> otherRanks = new HashMap<>();
    new Order(rules.official() == Official.RAW ? Official.ADJUSTED : Official.RAW, rules)
        .sort(candidates)
        .forEach(it -> otherRanks.put(it.idea(), otherRanks.size() + 1));
    double[] chances = fitted.chances(rules.winners(), rules.seed());
    return IntStream.range(0, sorted.size())
        .mapToObj(
            place -> {
              Order.Candidate it = sorted.get(place);
              int at = Places.of(it.idea(), fitted.ideas());
              return new Standing(
                  it.idea(),
                  place + 1,
                  otherRanks.get(it.idea()),
                  order.tie(sorted, place),
                  it.marks().reviews(),
                  leftOut.getOrDefault(it.idea(), 0),
                  it.marks().rawMean(),
                  it.marks().median(),
                  it.marks().byCriterion(),
                  it.score(),
                  fitted.standardError(it.idea()),
                  chances[at],
                  fitted.components().ofIdea(at));
            })
        .toList();
  }

  private Set<Caveat> caveats(List<Standing> standings) {
    Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
    model.ifPresent(fitted -> caveats.addAll(caveats(fitted)));
    if (!winners(standings, Standing::rank).equals(winners(standings, Standing::otherRank))) {
      caveats.add(Caveat.WINNERS_DIFFER);
    }
    return caveats;
  }

  private static Set<Caveat> caveats(SeverityModel fitted) {
    Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
    switch (fitted.variances().basis()) {
      case THIN_DATA -> caveats.add(Caveat.THIN_DATA);
      case EXACT_FIT -> caveats.add(Caveat.EXACT_FIT);
      case NO_SPREAD -> caveats.add(Caveat.NO_SPREAD);
      case MOMENTS -> {}
    }
    if (!fitted.variances().jurorsDiffer()) {
      caveats.add(Caveat.NO_ADJUSTMENT_NEEDED);
    }
    if (fitted.components().count() > 1) {
      caveats.add(Caveat.DISCONNECTED_PANELS);
    }
    return caveats;
  }

  private Set<String> winners(List<Standing> standings, ToIntFunction<Standing> rank) {
    return standings.stream()
        .filter(it -> rank.applyAsInt(it) <= inputs.rules().winners())
        .map(Standing::idea)
        .collect(Collectors.toSet());
  }
}
