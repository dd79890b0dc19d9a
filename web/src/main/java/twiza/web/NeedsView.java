package twiza.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import twiza.need.Need;
import twiza.place.Language;

/**
 * A page of what a region needs.
 *
 * @param region HCP code
 * @param province HCP code of the province chosen; empty for all
 * @param next cursor of the page after this one; empty on the last
 */
public record NeedsView(String region, String province, List<Need> needs, String next) {

  /** The query of the page after this one, from the question mark on. */
  public String nextQuery() {
    String place = province.isEmpty() ? "?region=" + region : "?province=" + encoded(province);
    return place + "&cursor=" + encoded(next);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public static Words title(Need need, Language reader) {
    return Words.of(reader, need.said()::title);
  }

  /** May be empty. */
  public static Words text(Need need, Language reader) {
    return Words.of(reader, need.said()::text);
  }
}
