package twiza.staff;

/**
 * How a member of staff wants to hear of what waits.
 *
 * @param digestHour 0 to 23, in Morocco, at which the daily mail is sent
 */
public record Mailing(Wish wish, int digestHour) {

  /** Early enough to be there when an office opens. */
  private static final int MORNING = 8;

  public static final Mailing EACH_IDEA = new Mailing(Wish.EACH, MORNING);

  /** How often. */
  public enum Wish {
    /** At once, for each idea. */
    EACH,
    /** Once a day, if something waits. */
    DIGEST,
    /** Never. */
    NONE
  }

  public Mailing {
    if (digestHour < 0 || digestHour > 23) {
      throw new IllegalArgumentException("no hour of a day: " + digestHour);
    }
  }
}
