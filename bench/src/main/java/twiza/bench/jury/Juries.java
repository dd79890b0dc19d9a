package twiza.bench.jury;

/** Prints how fair the ranking is in rounds whose truth is known, and what large rounds cost. */
public final class Juries {

  private Juries() {}

  /** Takes {@code bench.rounds}: how many rounds are simulated for each severity. */
  public static void main(String[] arguments) {
    System.out.println("\n## What a round costs\n");
    new Growth().print();
    System.out.println("\n## How near to the truth\n");
    new Fairness(Integer.getInteger("bench.rounds", 1000)).print();
  }
}
