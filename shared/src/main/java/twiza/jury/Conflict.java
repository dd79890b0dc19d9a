package twiza.jury;

/** Why a juror must not judge an idea. */
public enum Conflict {
  /** The juror submitted it. */
  OWN_IDEA,
  SAME_ORGANISATION,
  /** Family, friendship, a quarrel: what the juror says it is. */
  PERSONAL,
  /** Anything else that the juror declared. */
  DECLARED,
  /** The juror doesn't read the language it is written in. */
  LANGUAGE
}
