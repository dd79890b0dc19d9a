package twiza.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import twiza.round.Phase;

/**
 * A page of the rounds of a region.
 *
 * @param region HCP code
 * @param next cursor of the page after this one; empty on the last
 */
public record RoundsView(String region, List<RoundView> rounds, String next) {

  private static final Map<String, Set<Phase>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("open", EnumSet.of(Phase.OPEN));
    GROUPS.put("soon", EnumSet.of(Phase.ANNOUNCED));
    GROUPS.put("underWay", EnumSet.of(Phase.SCREENING, Phase.JUDGING, Phase.CLOSED));
    GROUPS.put("past", EnumSet.of(Phase.PUBLISHED, Phase.CANCELLED));
  }

  /** The rounds by the name of their group, in the order in which readers look for them. */
  public Map<String, List<RoundView>> groups() {
    Map<String, List<RoundView>> groups = new LinkedHashMap<>();
    GROUPS.forEach(
        (name, phases) -> {
          List<RoundView> found =
              rounds.stream().filter(round -> phases.contains(round.phase())).toList();
          if (!found.isEmpty()) {
            groups.put(name, found);
          }
        });
    return groups;
  }

  /** The query of a feed of the region, from the question mark on. */
  public String regionQuery() {
    return "?region=" + region;
  }

  /** The query of the page after this one, from the question mark on. */
  public String nextQuery() {
    return regionQuery() + "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }
}
