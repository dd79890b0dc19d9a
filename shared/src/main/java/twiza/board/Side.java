package twiza.board;

/** By what counts are told apart. Each of them splits all that was counted. */
public enum Side {
  PROVINCE,
  SECTOR,
  /** The kind of author. */
  KIND
}
