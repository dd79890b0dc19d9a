package twiza.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The keys that sign links: the current one, and the one before it, which still verifies. They are
 * kept for five minutes; a key id nobody knows makes them be read again, at most once in ten
 * seconds.
 */
final class LinkKeys {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration BETWEEN_RELOADS = Duration.ofSeconds(10);

  private final Supplier<List<Secrets.Version>> source;
  private final InstantSource clock;
  private List<Secrets.Version> keys = List.of();
  private Instant readAt = Instant.MIN;

  LinkKeys(Supplier<List<Secrets.Version>> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  static LinkKeys of(Secrets secrets, Map<String, String> environment, InstantSource clock) {
    String name = environment.get("TWIZA_LINK_KEY");
    return new LinkKeys(
        () ->
            Stream.of(Secrets.Stage.values())
                .flatMap(stage -> secrets.version(name, stage).stream())
                .toList(),
        clock);
  }

  synchronized Secrets.Version current() {
    if (keys.isEmpty() || olderThan(KEPT)) {
      reload();
    }
    return keys.getFirst();
  }

  synchronized Optional<Secrets.Version> find(String id) {
    if (keys.isEmpty() || olderThan(KEPT) || (known(id).isEmpty() && olderThan(BETWEEN_RELOADS))) {
      reload();
    }
    return known(id);
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
