package twiza.scoring.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import twiza.jury.Ranking;
import twiza.jury.RankingRules;
import twiza.jury.RankingRules.Official;
import twiza.jury.Review;
import twiza.jury.Standing;
import twiza.jury.TieBreak;

/** A round as its jury left it: two criteria, of 60 and 40 percent. */
final class JudgedRound {

  private final TreeSet<String> ideas = new TreeSet<>();
  private final TreeSet<String> jurors = new TreeSet<>();
  private final List<Review> reviews = new ArrayList<>();
  private int winners = 1;
  private Official official = Official.ADJUSTED;
  private List<TieBreak> tieBreaks = RankingRules.USUAL_TIE_BREAKS;
  private long seed = 2026;

  JudgedRound winners(int count) {
    winners = count;
    return this;
  }

  JudgedRound official(Official which) {
    official = which;
    return this;
  }

  JudgedRound tieBreaks(TieBreak... order) {
    tieBreaks = List.of(order);
    return this;
  }

  JudgedRound seed(long announced) {
    seed = announced;
    return this;
  }

  JudgedRound entered(String... entries) {
    ideas.addAll(List.of(entries));
    return this;
  }

  JudgedRound invited(String... members) {
    jurors.addAll(List.of(members));
    return this;
  }

  /** A mark for both criteria alike. */
  JudgedRound marks(String juror, String idea, int mark) {
    return marks(juror, idea, mark, mark);
  }

  JudgedRound marks(String juror, String idea, int impact, int novelty) {
    entered(idea);
    invited(juror);
    reviews.add(new Review(juror, idea, Map.of("impact", impact, "novelty", novelty)));
    return this;
  }

  /** One juror's marks for the ideas A, B, C and so on; a hyphen for one they didn't review. */
  JudgedRound sheet(String juror, String marks) {
    for (int at = 0; at < marks.length(); at++) {
      String idea = String.valueOf((char) ('A' + at));
      entered(idea);
      if (marks.charAt(at) != '-') {
        marks(juror, idea, marks.charAt(at) - '0');
      }
    }
    return this;
  }

  RankingInputs inputs() {
    RankingRules rules =
        new RankingRules(
            new TreeMap<>(Map.of("impact", 60, "novelty", 40)),
            winners,
            official,
            tieBreaks,
            "impact",
            seed);
    return new RankingInputs(rules, List.copyOf(ideas), List.copyOf(jurors), reviews);
  }

  Ranking rank() {
    return RankingEngine.rank(inputs());
  }

  static List<String> order(Ranking ranking) {
    return ranking.standings().stream().map(Standing::idea).toList();
  }

  static Standing of(Ranking ranking, String idea) {
    return ranking.standings().stream()
        .filter(it -> it.idea().equals(idea))
        .findFirst()
        .orElseThrow();
  }
}
