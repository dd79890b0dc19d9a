package twiza.delegation;

/** What a delegation says in each language: plain text, in paragraphs. */
public enum Text {
  ADDRESS(300),
  /** When its office is open. */
  HOURS(200),
  /** The introduction on the first page. */
  HOME(1000),
  /** The terms of use. */
  TERMS(4000),
  /** What happens with personal data, beside the facts that stand in their own fields. */
  PRIVACY(4000),
  HOSTING_COUNTRY(200),
  /** On what legal ground data is hosted abroad. */
  HOSTING_BASIS(500);

  private final int longest;

  Text(int longest) {
    this.longest = longest;
  }

  /** In characters. */
  public int longest() {
    return longest;
  }
}
