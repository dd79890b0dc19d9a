package twiza.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import twiza.access.Fingerprints;

/** Fingerprints as HMAC-SHA256 under a key that never rotates, cut to 128 bits. */
public final class IndexKey implements Fingerprints {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final Supplier<String> secret;
  private SecretKeySpec key;

  /** The secret is read when the first fingerprint is asked for. */
  public IndexKey(Supplier<String> secret) {
    this.secret = secret;
  }

  /**
   * @param environment names the secret as {@code TWIZA_INDEX_KEY}
   */
  public static IndexKey of(Secrets secrets, Map<String, String> environment) {
    return new IndexKey(() -> secrets.current(environment.get("TWIZA_INDEX_KEY")));
  }

  @Override
  public String of(String purpose, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized SecretKeySpec key() {
    if (key == null) {
      key = new SecretKeySpec(secret.get().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }
    return key;
  }
}
