package twiza.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/**
 * One page of the bank.
 *
 * @param region HCP code of the region chosen; empty for all
 * @param province HCP code of the province chosen; empty for all
 * @param sector code of the sector chosen; empty for all
 * @param next cursor of the page after this one; empty on the last
 */
public record BankView(
    String region, String province, String sector, List<CardView> cards, String next) {

  public boolean filtered() {
    return !(region.isEmpty() && province.isEmpty() && sector.isEmpty());
  }

  /** The query of the whole list, to be taken away: from the question mark on, if there is any. */
  public String listQuery() {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "region", region);
    add(query, "province", province);
    add(query, "sector", sector);
    return query.toString();
  }

  /** The query of the page after this one, from the question mark on. */
  public String nextQuery() {
    StringJoiner query = new StringJoiner("&", "?", "");
    add(query, "region", region);
    add(query, "province", province);
    add(query, "sector", sector);
    add(query, "cursor", next);
    return query.toString();
  }

  private static void add(StringJoiner query, String name, String value) {
    if (!value.isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
