package twiza.watch;

import java.time.Duration;

/** Nobody watches. */
final class NoGauges implements Gauges {

  @Override
  public void submitted() {}

  @Override
  public void decided(Duration waited) {}

  @Override
  public void mailSent() {}

  @Override
  public void mailFailed() {}

  @Override
  public void mailBounced() {}

  @Override
  public void swept(Duration late) {}
}
