package twiza.access;

/**
 * Keyed hashes: the same for the same purpose and value, and of no use to whoever lacks the key.
 * What must be found again but not read, such as an address, is kept as one.
 */
public interface Fingerprints {

  /**
   * @return 22 characters of base64url, which is 128 bits
   */
  String of(String purpose, String value);
}
