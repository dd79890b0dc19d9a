package twiza.web;

import java.time.Instant;
import java.util.List;
import twiza.idea.Badge;
import twiza.idea.Card;
import twiza.uptake.Taken;

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
 * @param taken how far it has been taken up, such as {@code IN_PREPARATION}; empty while it is
 *     offered
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
    List<Badge> badges,
    String taken) {

  /** Characters of a summary in a list, which shows four lines of it. */
  private static final int LISTED = 200;

  /** The summary as a list shows it: where it is long, up to the end of a word. */
  public String brief() {
    if (summary.codePointCount(0, summary.length()) <= LISTED) {
      return summary;
    }
    int most = summary.offsetByCodePoints(0, LISTED);
    int space = summary.lastIndexOf(' ', most);
    return summary.substring(0, space > 0 ? space : most) + "…";
  }

  public static CardView of(Card card) {
    return new CardView(
        card.id(),
        card.title(),
        card.summary(),
        card.province(),
        card.commune(),
        card.sector(),
        card.language().tag(),
        card.intention().map(Enum::name).orElse(""),
        card.maturity().map(Enum::name).orElse(""),
        card.kind().name(),
        card.name().orElse(""),
        card.publishedAt(),
        card.badges(),
        card.uptake().state() == Taken.State.OFFERED ? "" : card.uptake().state().name());
  }
}
