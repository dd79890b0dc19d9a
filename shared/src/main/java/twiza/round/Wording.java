package twiza.round;

/** What a round says in each language of the site: plain text, in paragraphs. */
public enum Wording {
  TITLE(120),
  THEME(2000),
  /** Who may take part, with what. */
  ELIGIBILITY(4000),
  /** How and to whom to complain. */
  COMPLAINTS(2000),
  /** Who judges, as far as it is known; may stay empty. */
  JURY(2000);

  private final int longest;

  Wording(int longest) {
    this.longest = longest;
  }

  /** Whether no round is announced without it. */
  boolean isRequired() {
    return this != JURY;
  }

  /** In characters. */
  public int longest() {
    return longest;
  }
}
