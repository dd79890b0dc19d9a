package twiza.access;

/** What was asked could not be done now, though nothing is wrong with it: trying again will do. */
public final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Busy() {
    super("busy");
  }

  public Busy(Throwable cause) {
    super("busy", cause);
  }
}
