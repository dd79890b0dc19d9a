package twiza.round;

/**
 * What parts ideas of the same score. Whatever it leaves tied goes on to the next, and then to a
 * draw.
 */
public enum TieBreak {
  RAW_MEAN,
  MEDIAN,
  PRIORITY_CRITERION,
  MORE_REVIEWS
}
