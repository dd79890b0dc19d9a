package twiza.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A key that may be rotated: the current one, and the one before it, which still counts. They are
 * kept for five minutes; a key id nobody knows makes them be read again, at most once in ten
 * seconds.
 */
final class LiveKeys {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration BETWEEN_RELOADS = Duration.ofSeconds(10);

  private final Supplier<List<Secrets.Version>> source;
  private final InstantSource clock;
  private List<Secrets.Version> keys = List.of();
  private Instant readAt = Instant.MIN;

  LiveKeys(Supplier<List<Secrets.Version>> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * @param name of the secret
   */
  static LiveKeys of(Secrets secrets, String name, InstantSource clock) {
    return new LiveKeys(
        () ->
            Stream.of(Secrets.Stage.values())
                .flatMap(stage -> secrets.version(name, stage).stream())
                .toList(),
        clock);
  }

  Secrets.Version current() {
    return all().getFirst();
  }

  synchronized Optional<Secrets.Version> find(String id) {
    if (keys.isEmpty() || olderThan(KEPT) || (known(id).isEmpty() && olderThan(BETWEEN_RELOADS))) {
      reload();
    }
    return known(id);
  }

  synchronized List<Secrets.Version> all() {
    if (keys.isEmpty() || olderThan(KEPT)) {
      reload();
    }
    return keys;
  }

  private boolean olderThan(Duration age) {
    return readAt.isBefore(clock.instant().minus(age));
  }

  private void reload() {
    keys = source.get();
    readAt = clock.instant();
  }

  private Optional<Secrets.Version> known(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }
}
