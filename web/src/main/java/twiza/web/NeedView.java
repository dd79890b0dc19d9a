package twiza.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import twiza.need.Need;

/**
 * A need, and a page of the published ideas that answer it, the newest first.
 *
 * @param next cursor of the page after this one; empty on the last
 */
public record NeedView(Need need, List<CardView> ideas, String next) {

  /** Its address within a language. */
  public static String path(Need need) {
    return "/needs/" + need.id() + "/";
  }

  /** The query of the page after this one, from the question mark on. */
  public String nextQuery() {
    return "?cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }
}
