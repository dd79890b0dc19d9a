package twiza.jury;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import twiza.idea.Award;
import twiza.jury.Ranking.Caveat;
import twiza.jury.Ranking.Fit;
import twiza.jury.RankingRules.Official;
import twiza.place.Language;

/**
 * The results of a round as they were published. It names ideas by their ids: what they are called
 * and whose they are is read where it may have changed since.
 *
 * @param reason why winners and finalists are not those of the official ranking; blank where they
 *     are
 * @param winners the first prize first
 */
public record Announcement(
    String round,
    Instant at,
    Map<Language, String> statement,
    String reason,
    List<Placed> winners,
    List<Placed> finalists,
    Method method) {

  /**
   * An idea that is placed, and what its marks came to.
   *
   * @param score adjusted, as it is shown: in hundredths of a mark
   * @param rawMean of the weighted marks
   * @param reviews that count
   */
  public record Placed(String idea, double score, double rawMean, int reviews) {}

  /**
   * How the marks became a ranking, in figures.
   *
   * @param inputs the SHA-256, in hexadecimal, of rules and reviews
   * @param seed of draw and chances
   * @param fit empty when no review counts
   * @param prizes how many could win
   * @param ideas that the jury was given
   * @param ranked of them
   * @param jurors who gave a mark
   * @param reviews that count
   * @param leftOut reviews that don't, because their juror gave everybody the same
   */
  public record Method(
      Official official,
      String engine,
      String inputs,
      long seed,
      Optional<Fit> fit,
      int prizes,
      int ideas,
      int ranked,
      int jurors,
      int reviews,
      int leftOut,
      Set<Caveat> caveats) {

    public Method {
      caveats = Collections.unmodifiableSet(new TreeSet<>(caveats));
    }

    static Method of(Ranking ranking) {
      List<Standing> standings = ranking.standings();
      List<JurorFigures> jurors = ranking.jurors();
      return new Method(
          ranking.rules().official(),
          ranking.engine(),
          ranking.inputs(),
          ranking.rules().seed(),
          ranking.fit(),
          ranking.rules().winners(),
          standings.size() + ranking.unranked().size(),
          standings.size(),
          (int) jurors.stream().filter(it -> it.reviews() > 0).count(),
          standings.stream().mapToInt(Standing::reviews).sum(),
          jurors.stream().filter(JurorFigures::constant).mapToInt(JurorFigures::reviews).sum(),
          ranking.caveats());
    }
  }

  public Announcement {
    statement = Map.copyOf(statement);
    winners = List.copyOf(winners);
    finalists = List.copyOf(finalists);
  }

  /** What becomes public of a verdict and the ranking that it rests on. */
  public static Announcement of(Verdict verdict, Ranking ranking, boolean departs, Instant at) {
    Map<String, Standing> standings =
        ranking.standings().stream().collect(Collectors.toMap(Standing::idea, it -> it));
    return new Announcement(
        verdict.round(),
        at,
        verdict.statement(),
        departs ? verdict.reason() : "",
        verdict.winners().stream().map(standings::get).map(Announcement::placed).toList(),
        verdict.finalists().stream().map(standings::get).map(Announcement::placed).toList(),
        Method.of(ranking));
  }

  private static Placed placed(Standing standing) {
    return new Placed(
        standing.idea(), standing.shown().doubleValue(), standing.rawMean(), standing.reviews());
  }

  /** What an idea got. */
  public Optional<Award.Place> place(String idea) {
    if (winners.stream().anyMatch(it -> it.idea().equals(idea))) {
      return Optional.of(Award.Place.WINNER);
    }
    return finalists.stream().anyMatch(it -> it.idea().equals(idea))
        ? Optional.of(Award.Place.FINALIST)
        : Optional.empty();
  }
}
