package twiza.search.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.facet.FacetsConfig;
import twiza.idea.Publication;
import twiza.uptake.Taken;

/** What ideas can be filtered and counted by. Another one is a name and a line here, and words. */
public enum Facet {
  REGION,
  PROVINCE,
  SECTOR,
  MATURITY,
  INTENTION,
  UPTAKE,
  ROUND,
  AWARD;

  /** The codes under which an idea is counted; none where its author gave none. */
  List<String> codes(Publication idea) {
    return switch (this) {
      case REGION -> List.of(idea.region());
      case PROVINCE -> List.of(idea.sheet().province());
      case SECTOR -> List.of(idea.sheet().sector());
      case MATURITY -> name(idea.sheet().details().maturity());
      case INTENTION -> name(idea.sheet().details().intention());
      case UPTAKE -> List.of(Taken.of(idea.paths()).state().name());
      case ROUND -> idea.rounds();
      case AWARD -> idea.badges().stream().map(badge -> badge.place().name()).distinct().toList();
    };
  }

  private static List<String> name(Optional<? extends Enum<?>> code) {
    return code.map(Enum::name).stream().toList();
  }

  /** What it is called in an address and in an answer. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FacetsConfig config() {
    FacetsConfig config = new FacetsConfig();
    for (Facet facet : values()) {
      config.setMultiValued(facet.name(), true);
    }
    return config;
  }
}
