package twiza.scoring.results;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import twiza.idea.Entries;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;
import twiza.jury.BallotPaper;
import twiza.jury.Juries;
import twiza.jury.Juror;
import twiza.jury.Papers;
import twiza.jury.RankingRules;
import twiza.jury.Rankings.Computed;
import twiza.jury.Review;
import twiza.round.Round;
import twiza.scoring.ranking.RankingEngine;
import twiza.scoring.ranking.RankingInputs;

/**
 * Ranks what a jury has marked. Jurors go by pseudonyms, in the order in which they were listed, so
 * that what is published of a ranking is what it was made of.
 */
final class JuryMarks {

  private final Entries entries;
  private final Juries juries;
  private final Papers papers;

  JuryMarks(Entries entries, Juries juries, Papers papers) {
    this.entries = entries;
    this.juries = juries;
    this.papers = papers;
  }

  /**
   * The ideas that are before the jury now, and every complete review of them that was submitted by
   * somebody who has not recused from it since.
   */
  Computed rank(Round round) {
    RankingRules rules = RankingRules.of(round.plan());
    List<String> ideas = ideas(round.id());
    List<Juror> jurors = juries.of(round.id(), round.region()).jurors();
    Map<String, String> pseudonyms = new TreeMap<>();
    Map<String, Juror> members = new TreeMap<>();
    for (Juror juror : jurors) {
      pseudonyms.put(juror.id(), "J" + (pseudonyms.size() + 1));
      members.put(juror.id(), juror);
    }
    List<Review> reviews;
    try (Stream<BallotPaper> all = papers.of(round.id())) {
      reviews =
          all.filter(it -> counts(it, members, rules))
              .flatMap(it -> it.review().stream())
              .filter(it -> Collections.binarySearch(ideas, it.idea()) >= 0)
              .map(it -> new Review(pseudonyms.get(it.juror()), it.idea(), it.marks()))
              .toList();
    }
    RankingInputs inputs =
        new RankingInputs(rules, ideas, List.copyOf(pseudonyms.values()), reviews);
    Map<String, String> ids = new TreeMap<>();
    pseudonyms.forEach((id, pseudonym) -> ids.put(pseudonym, id));
    return new Computed(RankingEngine.rank(inputs), inputs.reviews(), ids);
  }

  private List<String> ideas(String round) {
    try (Stream<Entrant> all = entries.of(round)) {
      return all.filter(it -> it.standing() == Entry.Standing.ADMITTED)
          .map(Entrant::idea)
          .sorted()
          .toList();
    }
  }

  private static boolean counts(BallotPaper paper, Map<String, Juror> members, RankingRules rules) {
    return paper.submitted()
        && paper.marks().keySet().equals(rules.weights().keySet())
        && members.containsKey(paper.juror())
        && !members.get(paper.juror()).conflicts().containsKey(paper.idea());
  }
}
