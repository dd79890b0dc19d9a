package twiza.submission;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import twiza.access.Busy;
import twiza.watch.Trace;

/**
 * Does the same with each of many things, several at once: what waits for the table one after
 * another takes longer than a gateway does. After one that fails no other is begun.
 */
final class SeveralAtOnce {

  private static final int THREADS = 8;

  private SeveralAtOnce() {}

  /** The results, in the order of the things. */
  static <T, R> List<R> each(List<T> things, Function<T, R> work) {
    Optional<String> trace = Trace.current();
    AtomicBoolean failed = new AtomicBoolean();
    List<Callable<R>> tasks =
        things.stream().map(thing -> task(thing, work, trace, failed)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<R>> done = threads.invokeAll(tasks);
      done.stream()
          .filter(result -> result.state() == Future.State.FAILED)
          .filter(result -> result.exceptionNow() instanceof RuntimeException)
          .findFirst()
          .ifPresent(
              result -> {
                throw (RuntimeException) result.exceptionNow();
              });
      return done.stream().map(Future::resultNow).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(e);
    }
  }

  private static <T, R> Callable<R> task(
      T thing, Function<T, R> work, Optional<String> trace, AtomicBoolean failed) {
    return () -> {
      Trace.follow(trace.orElse(""));
      if (failed.get()) {
        throw new Busy();
      }
      try {
        return work.apply(thing);
      } catch (RuntimeException e) {
        failed.set(true);
        throw e;
      }
    };
  }
}
