package twiza.snapshot;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens around the snapshot that SnapStart takes of a function: it is primed before, and its
 * copies become different from each other after they are restored.
 */
public final class Snapshot implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);
  private static final ScopedValue<Boolean> TAKEN = ScopedValue.newInstance();

  /** The runtime itself holds them weakly. */
  private static final Collection<Snapshot> KEPT = new ConcurrentLinkedQueue<>();

  private final Primed function;

  private Snapshot(Primed function) {
    this.function = function;
  }

  /** For the constructor that Lambda calls: nothing happens where no snapshot is taken. */
  public static void of(Primed function) {
    register(function, Core.getGlobalContext());
  }

  static void register(Primed function, Context<Resource> context) {
    Snapshot snapshot = new Snapshot(function);
    KEPT.add(snapshot);
    context.register(snapshot);
  }

  /** Whether this thread is priming a function. */
  public static boolean isBeingTaken() {
    return TAKEN.isBound();
  }

  /** A function that can't be primed starts no faster than without, but it does start. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      prime(function);
      LOG.info("primed");
    } catch (RuntimeException e) {
      LOG.warn("not primed", e);
    }
  }

  static void prime(Primed function) {
    ScopedValue.where(TAKEN, true).run(function::prime);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    function.renew();
  }
}
