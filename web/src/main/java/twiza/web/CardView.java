package twiza.web;

import java.time.Instant;
import java.util.List;

/**
 * A published idea in the list of the bank.
 *
 * @param province HCP code
 * @param commune as the author wrote it; empty when not given
 * @param sector sector code
 * @param language tag of the language the author writes in
 * @param intention code; empty when not given
 * @param maturity code; empty when not given
 * @param kind what the author is, such as {@code COOPERATIVE}
 * @param name the author's name; empty unless the author chose to be named
 * @param awards what juries gave it, in the order of the rounds
 */
public record CardView(
    String id,
    String title,
    String summary,
    String province,
    String commune,
    String sector,
    String language,
    String intention,
    String maturity,
    String kind,
    String name,
    Instant publishedAt,
    List<Award> awards) {

  /**
   * What a jury gave an idea.
   *
   * @param round id
   * @param place {@code WINNER} or {@code FINALIST}
   */
  public record Award(String round, String place) {

    /** The address of the results, without the language. */
    public String resultsPath() {
      return RoundView.resultsPath(round);
    }
  }

  public CardView {
    awards = List.copyOf(awards);
  }
}
