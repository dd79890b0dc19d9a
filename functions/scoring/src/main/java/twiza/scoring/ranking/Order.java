package twiza.scoring.ranking;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import twiza.jury.RankingRules;
import twiza.jury.RankingRules.Official;
import twiza.jury.Standing;
import twiza.jury.TieBreak;

/** One of the two rankings: by the raw mean, or by the adjusted score as it is shown. */
final class Order {

  /** An idea's figures that may decide its place. */
  record Candidate(IdeaMarks marks, double score) {

    String idea() {
      return marks.idea();
    }

    BigDecimal shown() {
      return Standing.shown(score);
    }
  }

  private final RankingRules rules;
  private final Comparator<Candidate> byScore;

  Order(Official official, RankingRules rules) {
    this.rules = rules;
    byScore =
        switch (official) {
          case RAW -> by(TieBreak.RAW_MEAN);
          case ADJUSTED -> Comparator.comparing(Candidate::shown).reversed();
        };
  }

  /** The best first. */
  List<Candidate> sort(Collection<Candidate> candidates) {
    Comparator<Candidate> all = byScore;
    for (TieBreak tieBreak : rules.tieBreaks()) {
      all = all.thenComparing(by(tieBreak));
    }
    return candidates.stream().sorted(all).toList();
  }

  /** What decided between an idea and the one above it, or else the one below, of equal score. */
  Optional<TieBreak> tie(List<Candidate> sorted, int place) {
    Candidate candidate = sorted.get(place);
    if (place > 0 && byScore.compare(sorted.get(place - 1), candidate) == 0) {
      return Optional.of(between(sorted.get(place - 1), candidate));
    }
    if (place + 1 < sorted.size() && byScore.compare(candidate, sorted.get(place + 1)) == 0) {
      return Optional.of(between(candidate, sorted.get(place + 1)));
    }
    return Optional.empty();
  }

  private TieBreak between(Candidate above, Candidate below) {
    return rules.tieBreaks().stream()
        .filter(tieBreak -> by(tieBreak).compare(above, below) != 0)
        .findFirst()
        .orElseThrow();
  }

  private Comparator<Candidate> by(TieBreak tieBreak) {
    return switch (tieBreak) {
      case RAW_MEAN -> most(it -> it.marks().rawMean());
      case MEDIAN -> most(it -> it.marks().median());
      case PRIORITY_CRITERION -> most(it -> it.marks().byCriterion().get(rules.priority()));
      case MORE_REVIEWS -> most(it -> it.marks().reviews());
      case DRAW -> Comparator.comparing(it -> lot(rules.seed(), it.idea()));
    };
  }

  private static Comparator<Candidate> most(ToDoubleFunction<Candidate> of) {
    return Comparator.comparingDouble(of).reversed();
  }

  /**
   * The lot that an idea draws: the SHA-256 of the seed in decimal, a space, and the idea's id. The
   * smallest in hexadecimal comes first.
   */
  static String lot(long seed, String idea) {
    return RankingInputs.sha256(seed + " " + idea);
  }
}
