package twiza.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import twiza.access.Fingerprints;
import twiza.place.Language;
import twiza.place.Places;
import twiza.place.Region;
import twiza.staff.Mailing;
import twiza.staff.Member;
import twiza.staff.Role;

/** The admin whom the settings name, who lets all others in. */
public final class FirstAdmin implements Supplier<Member> {

  private final Supplier<Settings> settings;
  private final Fingerprints fingerprints;
  private final List<Region> regions;

  public static FirstAdmin of(Supplier<Settings> settings, Fingerprints fingerprints) {
    return new FirstAdmin(settings, fingerprints, Places.load().joinedRegions());
  }

  /**
   * @param regions that have joined
   */
  FirstAdmin(Supplier<Settings> settings, Fingerprints fingerprints, List<Region> regions) {
    this.settings = settings;
    this.fingerprints = fingerprints;
    this.regions = List.copyOf(regions);
  }

  /** Of version 0: nobody has kept them yet. */
  @Override
  public Member get() {
    String email = settings.get().adminEmail();
    return new Member(
        fingerprints.of("first admin", email.toLowerCase(Locale.ROOT)),
        email.replaceFirst("@.*", ""),
        email,
        Language.FR,
        Mailing.EACH_IDEA,
        true,
        regions.stream()
            .map(Region::code)
            .collect(
                Collectors.toMap(
                    Function.identity(), _ -> EnumSet.of(Role.MODERATOR, Role.ORGANISER))),
        0,
        0,
        false);
  }
}
