package twiza.scoring.ranking;

/**
 * What a juror gave an idea, all criteria together.
 *
 * @param value in marks; any scale will do
 */
public record Score(String juror, String idea, double value) {

  /**
   * @throws IllegalArgumentException if the value is no finite number
   */
  public Score {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(juror + " gave " + idea + " " + value);
    }
  }
}
