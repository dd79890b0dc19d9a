package twiza.search.words;

/** How near two spellings are. */
public final class Spelling {

  private Spelling() {}

  /**
   * Whether one text becomes the other when at most one letter is put in, left out, replaced, or
   * exchanged with its neighbour.
   */
  public static boolean isOneLetterAway(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int start = 0;
    int shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    String restOfA = a.substring(start);
    String restOfB = b.substring(start);
    if (restOfA.isEmpty() || restOfB.isEmpty()) {
      return true;
    }
    return restOfA.substring(1).equals(restOfB.substring(1))
        || restOfA.substring(1).equals(restOfB)
        || restOfA.equals(restOfB.substring(1))
        || isExchanged(restOfA, restOfB);
  }

  private static boolean isExchanged(String a, String b) {
    return a.length() == b.length()
        && a.length() > 1
        && a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && a.substring(2).equals(b.substring(2));
  }
}
