package twiza.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Cursors: a position in a list, and a keyed hash over list and position, so that none can be made
 * up, altered or carried into another list. A position is a sort key, which holds whether or not
 * anything still has it.
 */
public final class Cursors {

  private static final int HASH = 22;

  private final Fingerprints fingerprints;

  public Cursors(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  public String at(String list, String position) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(position.getBytes(StandardCharsets.UTF_8));
    return hash(list, encoded) + encoded;
  }

  /** The position; empty when the cursor is not one of this list. */
  public Optional<String> position(String list, String cursor) {
    if (cursor.length() <= HASH) {
      return Optional.empty();
    }
    String encoded = cursor.substring(HASH);
    boolean genuine =
        MessageDigest.isEqual(
            cursor.substring(0, HASH).getBytes(StandardCharsets.UTF_8),
            hash(list, encoded).getBytes(StandardCharsets.UTF_8));
    return genuine
        ? Optional.of(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Over the encoded position: of two encodings of the same bytes only one is ours. */
  private String hash(String list, String encoded) {
    return fingerprints.of("cursor", list + " " + encoded);
  }
}
