package twiza.snapshot;

import com.github.f4b6a3.ulid.UlidFactory;
import java.util.Random;
import java.util.function.Supplier;

/** What is left to chance: ids in the order of their making, and whatever nobody may foresee. */
public final class Chance {

  private record Dice(Random random, UlidFactory ids) {}

  private final Supplier<Random> source;
  private volatile Dice dice;

  /**
   * @param source of randomness that nobody else has
   */
  public Chance(Supplier<Random> source) {
    this.source = source;
    renew();
  }

  /** A new ULID. */
  public String id() {
    return dice.ids().create().toString();
  }

  public Random random() {
    return dice.random();
  }

  /** Takes fresh randomness, so that two copies of a function do not go on alike. */
  public void renew() {
    Random random = source.get();
    dice = new Dice(random, UlidFactory.newMonotonicInstance(random));
  }
}
