package twiza.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import twiza.place.Language;

/** A request as the gateway received it. */
public final class Request {

  /** Far more than the longest submission needs. */
  private static final int LARGEST_BODY = 128 * 1024;

  private static final int IPV6_PREFIX_BYTES = 8;
  private static final int LONGEST_ID = 100;
  private static final Pattern SITE = Pattern.compile("https?://[a-z0-9.-]{1,253}(:\\d{1,5})?");

  private final APIGatewayV2HTTPEvent event;
  private final Predicate<String> isOrigin;

  /**
   * @param isOrigin whether a secret is the one by which the site's front shows itself
   */
  Request(APIGatewayV2HTTPEvent event, Predicate<String> isOrigin) {
    this.event = event;
    this.isOrigin = isOrigin;
  }

  /** The instant the gateway received it, so that a slow start makes nobody late. */
  public Instant now() {
    return Instant.ofEpochMilli(event.getRequestContext().getTimeEpoch());
  }

  String method() {
    return event.getRequestContext().getHttp().getMethod();
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(map(event.getHeaders()).get(lowerCaseName));
  }

  public String path(String parameter) {
    return map(event.getPathParameters()).getOrDefault(parameter, "");
  }

  /** What the path names by its id: empty when that is longer than any id is. */
  public String id() {
    String id = path("id");
    return id.length() > LONGEST_ID ? "" : id;
  }

  /** Empty when it is not given. */
  public String query(String parameter) {
    return map(event.getQueryStringParameters()).getOrDefault(parameter, "").strip();
  }

  /** The token of {@code Authorization: Bearer}. */
  public Optional<String> bearer() {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  public Optional<String> cookie(String name) {
    String start = name + "=";
    return cookies()
        .filter(cookie -> cookie.startsWith(start))
        .map(cookie -> cookie.substring(start.length()))
        .findFirst();
  }

  /** API Gateway sets them apart; what stands in for it may leave them in their header. */
  private Stream<String> cookies() {
    List<String> apart = event.getCookies();
    return apart == null
        ? header("cookie").stream().flatMap(sent -> Stream.of(sent.split(";\\s*")))
        : apart.stream();
  }

  /** What the caller reads best, of the site's languages; French when none fits. */
  public Language language() {
    return header("accept-language").flatMap(Request::best).orElse(Language.FR);
  }

  private static Optional<Language> best(String header) {
    try {
      List<String> tags = Arrays.stream(Language.values()).map(Language::tag).toList();
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(header), tags);
      return Optional.ofNullable(tag).flatMap(Language::ofTag);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The network the request came from: an IPv4 address, or the first 64 bits of an IPv6 one. What a
   * header says about it counts only beside the secret of the site's front.
   */
  public String source() {
    String address =
        header("x-twiza-viewer")
            .filter(_ -> header("x-twiza-origin").filter(isOrigin).isPresent())
            .orElseGet(() -> event.getRequestContext().getHttp().getSourceIp());
    try {
      if (InetAddress.ofLiteral(address) instanceof Inet6Address v6) {
        byte[] prefix = Arrays.copyOf(v6.getAddress(), IPV6_PREFIX_BYTES);
        return HexFormat.of().formatHex(prefix) + "/64";
      }
      return address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  /** The address at which the caller sees the site, without a slash; empty when nobody says. */
  public String site() {
    return header("x-twiza-site").filter(it -> SITE.matcher(it).matches()).orElse("");
  }

  /** Whether the body is a plain HTML form, so that the answer must be a page. */
  public boolean isForm() {
    return contentType().equals("application/x-www-form-urlencoded");
  }

  private String contentType() {
    String type = header("content-type").orElse("");
    int semicolon = type.indexOf(';');
    String bare = semicolon < 0 ? type : type.substring(0, semicolon);
    return bare.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The fields of a JSON body.
   *
   * @throws Problem 400, 413 or 415 when it can't be read
   */
  public Input json() {
    return json(LARGEST_BODY);
  }

  /**
   * The same of a body that may be larger than others.
   *
   * @param largest in bytes
   */
  public Input json(int largest) {
    if (!contentType().equals("application/json")) {
      throw Problem.of(415, "UNSUPPORTED_TYPE");
    }
    return Input.ofJson(body(largest));
  }

  /** The fields of a JSON body, or of a form where pages must work without JavaScript. */
  public Input jsonOrForm() {
    return isForm() ? Input.ofForm(body(LARGEST_BODY)) : json();
  }

  private String body(int largest) {
    String body = Optional.ofNullable(event.getBody()).orElse("");
    if (body.length() > largest * 4 / 3 + 4) {
      throw Problem.of(413, "TOO_LARGE");
    }
    byte[] bytes = bytes(body);
    if (bytes.length > largest) {
      throw Problem.of(413, "TOO_LARGE");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.of(400, "NOT_UTF8");
    }
  }

  private byte[] bytes(String body) {
    if (!event.getIsBase64Encoded()) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "NOT_READABLE");
    }
  }

  private static Map<String, String> map(Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
