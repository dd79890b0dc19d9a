package twiza.delegation;

/** What a delegation says in one line, the same in every language. */
public enum Line {
  EMAIL,
  PHONE,
  /** Receipt number of the declaration to the CNDP. */
  DECLARATION,
  /** Receipt number of the authorisation to host abroad. */
  TRANSFER
}
