package twiza.jury;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the jury's marks come to. Figures of marks are in marks.
 *
 * @param engine what computed it, with its version: the same inputs give it the same bits
 * @param inputs the SHA-256, in hexadecimal, of rules and reviews
 * @param fit empty when no review counts
 * @param standings in the order of the official ranking
 * @param unranked the ids of the ideas without a review that counts
 * @param jurors by id
 * @param panels what the reviews connect with one another; one, unless the jury is split
 */
public record Ranking(
    String engine,
    String inputs,
    RankingRules rules,
    Optional<Fit> fit,
    Set<Caveat> caveats,
    List<Standing> standings,
    List<String> unranked,
    List<JurorFigures> jurors,
    List<Panel> panels) {

  /** What whoever reads the ranking must be told. */
  public enum Caveat {
    /** Too few reviews to tell the variances: they share out that of the marks as is usual. */
    THIN_DATA,
    /** Panels that no juror connects: compared as if they were alike. */
    DISCONNECTED_PANELS,
    /** The jurors' severities do not differ more than chance would have it. */
    NO_ADJUSTMENT_NEEDED,
    /** An idea wins in one of the two rankings only. */
    WINNERS_DIFFER,
    /** Ideas and severities explain every mark; what noise there is was set to next to nothing. */
    EXACT_FIT,
    /** All marks are the same: they tell no idea from another, nor how sure that is. */
    NO_SPREAD
  }

  /**
   * The model's estimates.
   *
   * @param mean of the marks that a usual juror gives to a usual idea
   * @param residual variance of a mark, beside what ideas and jurors explain
   * @param ideas variance between ideas
   * @param jurors variance between the jurors' severities
   */
  public record Fit(double mean, double residual, double ideas, double jurors) {}

  /** A juror and an idea that no review brings together yet, and one might. */
  public record Bridge(String juror, String idea) {}

  /**
   * Ideas and jurors that reviews connect.
   *
   * @param ideas ids in their order
   * @param jurors ids in their order
   */
  public record Panel(List<String> ideas, List<String> jurors) {}

  public Ranking {
    // Sorted, so that the same ranking is the same text.
    caveats = Collections.unmodifiableSet(new TreeSet<>(caveats));
    standings = List.copyOf(standings);
    unranked = List.copyOf(unranked);
    jurors = List.copyOf(jurors);
    panels = List.copyOf(panels);
  }
}
