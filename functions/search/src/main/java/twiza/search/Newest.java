package twiza.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.access.Busy;
import twiza.search.index.IdeaSearcher;
import twiza.search.index.IdeaWriter;
import twiza.search.store.Edition;
import twiza.search.store.Editions;

/**
 * The newest index, in memory. Whether there is a newer one is asked at most every half minute; of
 * that, only the files that are new are read, and by one caller, while all others go on with the
 * one before. It stays when the store can't be reached.
 */
final class Newest {

  private static final Logger LOG = LoggerFactory.getLogger(Newest.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  private final Editions editions;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Optional<Open> open = Optional.empty();
  private volatile Instant lookedAt = Instant.MIN;

  private record Open(Edition edition, Directory directory, IdeaSearcher searcher) {}

  Newest(Editions editions, InstantSource clock) {
    this.editions = editions;
    this.clock = clock;
  }

  /**
   * Empty before the first was built.
   *
   * @throws Busy when none can be read
   */
  Optional<IdeaSearcher> searcher() {
    Optional<Open> known = open;
    if (known.isEmpty()) {
      looking.lock();
    } else if (!isTimeToLook() || !looking.tryLock()) {
      return known.map(Open::searcher);
    }
    try {
      if (open.isEmpty() || isTimeToLook()) {
        look();
      }
    } finally {
      looking.unlock();
    }
    return open.map(Open::searcher);
  }

  private boolean isTimeToLook() {
    return clock.instant().isAfter(lookedAt.plus(BETWEEN_LOOKS));
  }

  private void look() {
    Instant now = clock.instant();
    try {
      editions
          .newest()
          .filter(edition -> edition.format() == IdeaWriter.FORMAT)
          .filter(edition -> !open.map(it -> it.edition.number()).equals(number(edition)))
          .flatMap(this::read)
          .ifPresent(read -> open = Optional.of(read));
      lookedAt = now;
    } catch (RuntimeException e) {
      if (open.isEmpty()) {
        throw e;
      }
      LOG.warn("no newer index could be read", e);
      lookedAt = now;
    }
  }

  private static Optional<String> number(Edition edition) {
    return Optional.of(edition.number());
  }

  private Optional<Open> read(Edition edition) {
    Map<String, Directory> known = new HashMap<>();
    open.ifPresent(
        it -> it.edition.files().values().forEach(file -> known.put(file, it.directory)));
    return editions.load(edition, known).map(directory -> open(edition, directory));
  }

  private static Open open(Edition edition, Directory directory) {
    try {
      return new Open(edition, directory, new IdeaSearcher(directory));
    } catch (IOException e) {
      throw new Busy(e);
    }
  }

  /** Forgets what was read, as after a restore. */
  void forget() {
    open = Optional.empty();
    lookedAt = Instant.MIN;
  }
}
