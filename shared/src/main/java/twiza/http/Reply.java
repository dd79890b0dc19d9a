package twiza.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes back to a caller. Nothing is stored on the way unless it is {@link #shared}. */
public record Reply(int status, Map<String, String> headers, List<String> cookies, String body) {

  private static final String NO_STORE = "no-store";
  private static final String SHARED = "public, max-age=0, s-maxage=60, must-revalidate";
  private static final int ETAG_BYTES = 12;

  public static Reply json(int status, Object body) {
    try {
      return of(status, "application/json; charset=utf-8", Json.MAPPER.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Reply html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page);
  }

  public static Reply of(int status, String type, String body) {
    return new Reply(
        status, Map.of("Content-Type", type, "Cache-Control", NO_STORE), List.of(), body);
  }

  /** 303: the page to show after a form. */
  public static Reply seeOther(String address) {
    return new Reply(303, Map.of("Location", address, "Cache-Control", NO_STORE), List.of(), "");
  }

  public Reply with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Reply(status, all, cookies, body);
  }

  public Reply withCookie(String cookie) {
    List<String> all = new ArrayList<>(cookies);
    all.add(cookie);
    return new Reply(status, headers, all, body);
  }

  /**
   * The same for whoever asks: caches on the way may keep it for a minute, and whoever has it
   * already is told so with 304.
   */
  public Reply shared(Request request) {
    String etag = '"' + hash() + '"';
    Reply tagged = with("Cache-Control", SHARED).with("ETag", etag);
    boolean known =
        request.header("if-none-match").map(header -> Arrays.stream(header.split(",", -1))).stream()
            .flatMap(tags -> tags)
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    return known ? new Reply(304, tagged.headers, List.of(), "") : tagged;
  }

  private String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, ETAG_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
