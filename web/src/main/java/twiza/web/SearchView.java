package twiza.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * One page of what somebody looked for.
 *
 * @param text as it was typed; empty for everything
 * @param sort {@code best} or {@code newest}
 * @param rounds titles of those that can be chosen, by their ids; one that is not there can't be
 * @param total how many ideas were found, on all pages
 * @param first whether it is the first page
 * @param next cursor of the page after this one; empty on the last
 */
public record SearchView(
    String text,
    String sort,
    List<Filter> filters,
    Map<String, Words> rounds,
    List<Hit> hits,
    long total,
    boolean first,
    String next) {

  /**
   * What can be chosen.
   *
   * @param name as in an address
   * @param counts by code: how many ideas there would be
   * @param chosen codes
   */
  public record Filter(String name, Map<String, Integer> counts, Set<String> chosen) {

    public boolean isChosen(String code) {
      return chosen.contains(code);
    }
  }

  /**
   * An idea that was found.
   *
   * @param passage of its longer texts; empty when what was looked for is in none
   */
  public record Hit(CardView card, List<Run> title, List<Run> summary, List<Run> passage) {

    /** Of the summary what a list shows. */
    public List<Run> brief() {
      String brief = card.brief();
      if (brief.equals(card.summary())) {
        return summary;
      }
      List<Run> runs = new ArrayList<>();
      int from = 0;
      for (Run run : summary) {
        int to = Math.min(from + run.text.length(), brief.length());
        if (to > from) {
          runs.add(new Run(brief.substring(from, to), run.hit));
        }
        from = to;
      }
      return runs;
    }
  }

  /**
   * A piece of a text.
   *
   * @param hit whether it is what was looked for
   */
  public record Run(String text, boolean hit) {}

  public boolean isFiltered() {
    return filters.stream().anyMatch(filter -> !filter.chosen.isEmpty());
  }

  /** The query of the page after this one, from the question mark on. */
  public String nextQuery() {
    return query(true, next);
  }

  /** The query of this search, from the question mark on. */
  public String ownQuery() {
    return query(true, "");
  }

  /** The query of the same search without what was chosen, from the question mark on. */
  public String widerQuery() {
    return query(false, "");
  }

  private String query(boolean chosen, String cursor) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "q", text);
    if (chosen) {
      filters.forEach(filter -> filter.chosen.forEach(code -> add(query, filter.name, code)));
      add(query, "sort", text.isEmpty() == sort.equals("newest") ? "" : sort);
    }
    add(query, "cursor", cursor);
    return query.toString();
  }

  private static void add(StringJoiner query, String name, String value) {
    if (!value.isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
