package twiza.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import twiza.access.Fingerprints;
import twiza.staff.Moderator;
import twiza.staff.Moderators;

/** The moderators that the settings name. */
public final class ConfiguredModerators implements Moderators {

  private final Supplier<Settings> settings;
  private final Fingerprints fingerprints;

  public ConfiguredModerators(Supplier<Settings> settings, Fingerprints fingerprints) {
    this.settings = settings;
    this.fingerprints = fingerprints;
  }

  @Override
  public List<Moderator> of(String region) {
    return all().filter(moderator -> moderator.region().equals(region)).toList();
  }

  @Override
  public Optional<Moderator> find(String id) {
    return all().filter(moderator -> moderator.id().equals(id)).findFirst();
  }

  private Stream<Moderator> all() {
    return settings.get().moderatorEntries().stream()
        .map(entry -> new Moderator(id(entry), entry.region(), entry.email(), entry.language()));
  }

  private String id(Settings.Entry entry) {
    return fingerprints.of(
        "moderator", entry.region() + " " + entry.email().toLowerCase(Locale.ROOT));
  }
}
