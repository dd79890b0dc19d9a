package twiza.bench.jury;

/** Prints what large rounds cost, and how fair the ranking is in rounds whose truth is known. */
public final class Juries {

  private Juries() {}

  /**
   * Takes {@code bench.rounds}: how many rounds are simulated for each severity; {@code
   * bench.ideas}: how many ideas the large rounds have, by commas; and {@code bench.options} of the
   * JVM that each job gets.
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("\n## What a large round takes of its function\n");
    ThroughTheTable.print();
    System.out.println("\n## What the computing alone costs\n");
    new Growth().print();
    System.out.println("\n## How near to the truth\n");
    new Fairness(Integer.getInteger("bench.rounds", 1000)).print();
    System.exit(0);
  }
}
