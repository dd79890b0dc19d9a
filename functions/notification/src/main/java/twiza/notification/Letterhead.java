package twiza.notification;

import java.util.Map;
import java.util.Optional;
import twiza.delegation.Delegations;
import twiza.delegation.Line;
import twiza.place.Places;
import twiza.place.Region;

/** Who answers for a letter: a region, whose delegation is reached as it says itself. */
final class Letterhead {

  private final Places places;
  private final Delegations delegations;

  Letterhead(Places places, Delegations delegations) {
    this.places = places;
    this.delegations = delegations;
  }

  Optional<Region> of(String code) {
    return places.region(code).map(this::asItSays);
  }

  private Region asItSays(Region region) {
    Map<Line, String> lines = delegations.of(region.code()).says().lines();
    Region.Contact house = region.contact();
    Region.Contact contact =
        new Region.Contact(
            house.nameFr(),
            house.nameAr(),
            lines.getOrDefault(Line.EMAIL, house.email()),
            lines.getOrDefault(Line.PHONE, house.phone()));
    return new Region(region.code(), region.name(), contact, region.provinces());
  }
}
