package twiza.table;

/** The table could not do it just now, after several attempts: the same request may work later. */
public final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Busy(Throwable cause) {
    super("The table is busy", cause);
  }
}
