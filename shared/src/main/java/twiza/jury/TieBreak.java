package twiza.jury;

/** What puts one of two ideas of equal score before the other: more of it does. */
public enum TieBreak {
  RAW_MEAN,
  MEDIAN,
  /** The mean mark of the one criterion that was named before the round opened. */
  PRIORITY_CRITERION,
  MORE_REVIEWS,
  /** Made of the seed that was announced, and of the idea's id: anybody can repeat it. */
  DRAW
}
