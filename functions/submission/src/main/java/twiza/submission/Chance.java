package twiza.submission;

import com.github.f4b6a3.ulid.UlidFactory;
import java.util.Random;
import java.util.function.Supplier;
import twiza.idea.TrackingCode;

/** What is left to chance: ids in the order of their making, and tracking codes. */
final class Chance {

  private record Dice(Random random, UlidFactory ids) {}

  private final Supplier<Random> source;
  private volatile Dice dice;

  /**
   * @param source of randomness that nobody else has
   */
  Chance(Supplier<Random> source) {
    this.source = source;
    renew();
  }

  String id() {
    return dice.ids().create().toString();
  }

  String trackingCode() {
    return TrackingCode.random(dice.random());
  }

  /** Takes fresh randomness, so that two copies of a function do not go on alike. */
  void renew() {
    Random random = source.get();
    dice = new Dice(random, UlidFactory.newMonotonicInstance(random));
  }
}
