package twiza.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** A thread that takes one step after another until it is closed. */
final class Worker implements AutoCloseable {
  private static final Logger LOG = LogManager.getLogger(Worker.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /** What a worker does again and again. */
  interface Step {
    void take() throws InterruptedException;
  }

  private Worker(String name, Step step, Duration pause) {
    thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> work(step, pause));
  }

  static Worker start(String name, Step step, Duration pause) {
    Worker worker = new Worker(name, step, pause);
    worker.thread.start();
    return worker;
  }

  private void work(Step step, Duration pause) {
    try {
      while (!closedAfter(takeStep(step) ? pause : AFTER_FAILURE)) {
        LOG.trace("another step");
      }
    } catch (InterruptedException e) {
      LOG.debug("{} was interrupted", thread.getName());
    }
  }

  private boolean takeStep(Step step) throws InterruptedException {
    try {
      step.take();
      return true;
    } catch (RuntimeException | Error e) {
      if (closed.getCount() > 0) {
        LOG.warn("{} goes on after a failure", thread.getName(), e);
      }
      return false;
    }
  }

  private boolean closedAfter(Duration pause) throws InterruptedException {
    return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Takes no further step. */
  void stopSoon() {
    closed.countDown();
  }

  /** Lets the step that runs come to its end, but not for long. */
  @Override
  public void close() {
    stopSoon();
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
        thread.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
