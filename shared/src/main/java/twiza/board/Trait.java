package twiza.board;

/** What authors may say of themselves, and what is only ever counted. */
public enum Trait {
  WOMEN,
  /** Aged 18 to 35. */
  YOUTH
}
