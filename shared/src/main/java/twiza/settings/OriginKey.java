package twiza.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Predicate;

/** Tells whether a request came through the site's own front, which alone knows this key. */
public final class OriginKey implements Predicate<String> {

  private final LiveKeys keys;

  OriginKey(LiveKeys keys) {
    this.keys = keys;
  }

  /**
   * @param environment names the secret as {@code TWIZA_ORIGIN_KEY}
   */
  public static OriginKey of(
      Secrets secrets, Map<String, String> environment, InstantSource clock) {
    return new OriginKey(LiveKeys.of(secrets, environment.get("TWIZA_ORIGIN_KEY"), clock));
  }

  /**
   * @param sent what the request says the key is
   */
  @Override
  public boolean test(String sent) {
    return keys.all().stream()
        .anyMatch(key -> MessageDigest.isEqual(bytes(key.value()), bytes(sent)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
