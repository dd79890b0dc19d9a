package twiza.jury;

/**
 * Something to do for a round that takes longer than a request may. An event asks for it; doing it
 * again does no harm.
 *
 * @param round opaque id
 */
public record Work(Kind kind, String round) {

  /** What there is to do. */
  public enum Kind {
    /** Says who reads what, where that is not said yet. */
    ASSIGN,
    /** Ranks what the jury has marked, for good. */
    RANK,
    /** Ranks what is marked so far, for organisers. */
    PREVIEW,
    /** Tells the ideas of winners and finalists. */
    AWARD,
    /** Forgets who the jurors were, and what they wrote in words. */
    FORGET
  }

  /** As it stands in a message, such as {@code RANK 01KG0Z3V9QW7M4T2R8N6P5D1XA}. */
  public String body() {
    return kind + " " + round;
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #body()} wrote
   */
  public static Work parse(String body) {
    String[] words = body.split(" ", -1);
    if (words.length != 2 || words[1].isEmpty()) {
      throw new IllegalArgumentException("no work");
    }
    return new Work(Kind.valueOf(words[0]), words[1]);
  }
}
