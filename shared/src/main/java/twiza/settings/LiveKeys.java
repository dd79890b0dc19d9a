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
 * kept for five minutes; an unknown key id makes them be read again at once. Where that was in
 * vain, whoever makes ids up can't have them read again for ten seconds.
 */
final class LiveKeys {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration AFTER_ONE_IN_VAIN = Duration.ofSeconds(10);

  private final Supplier<List<Secrets.Version>> source;
  private final InstantSource clock;
  private List<Secrets.Version> keys = List.of();
  private Instant readAt = Instant.MIN;
  private Instant inVainAt = Instant.MIN;

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
    Optional<Secrets.Version> found = known(id);
    if (isOver(readAt, KEPT) || (found.isEmpty() && isOver(inVainAt, AFTER_ONE_IN_VAIN))) {
      reload();
      found = known(id);
      inVainAt = found.isEmpty() ? readAt : Instant.MIN;
    }
    return found;
  }

  synchronized List<Secrets.Version> all() {
    if (isOver(readAt, KEPT)) {
      reload();
    }
    return keys;
  }

  private boolean isOver(Instant since, Duration time) {
    return since.isBefore(clock.instant().minus(time));
  }

  private void reload() {
    keys = source.get();
    readAt = clock.instant();
  }

  private Optional<Secrets.Version> known(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }
}
