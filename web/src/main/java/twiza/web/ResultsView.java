package twiza.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import twiza.jury.Announcement;
import twiza.jury.Ranking.Caveat;
import twiza.place.Language;

/**
 * The published results of a round as the public reads them.
 *
 * @param winners the first prize first
 * @param others a page of the ideas that were not placed, without rank
 * @param next cursor of the page after that; empty on the last
 */
public record ResultsView(
    RoundView round,
    Announcement announcement,
    List<Placed> winners,
    List<Placed> finalists,
    List<Other> others,
    String next) {

  /**
   * An idea that is placed.
   *
   * @param title empty when the idea is not public any more
   * @param language tag of the language the author writes in
   * @param author empty unless they said that they may be named
   * @param score adjusted
   * @param rawMean of the marks as they were given
   */
  public record Placed(
      String idea,
      String title,
      String language,
      String author,
      double score,
      double rawMean,
      int reviews) {}

  public record Other(String idea, String title, String language) {}

  /** The page's address without the language. */
  public String path() {
    return round.resultsPath();
  }

  public Words statement(Language reader) {
    return RoundView.in(reader, announcement.statement());
  }

  public Announcement.Method method() {
    return announcement.method();
  }

  /** The keys of the sentences that whoever reads the scores must be told. */
  public List<String> caveats() {
    List<String> keys = new ArrayList<>();
    for (Caveat caveat : method().caveats()) {
      keys.add("results.caveat." + caveat);
    }
    if (method().leftOut() > 0) {
      keys.add("results.caveat.LEFT_OUT");
    }
    return keys;
  }

  /** The query of the page of other ideas after this one, from the question mark on. */
  public String nextQuery() {
    return "?cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }
}
