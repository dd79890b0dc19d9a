package twiza.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import twiza.need.Need;
import twiza.need.Needs;

/** What a region needs and no published idea answers. */
public final class UnansweredNeeds implements Matters {

  private final Needs needs;

  public UnansweredNeeds(Needs needs) {
    this.needs = needs;
  }

  @Override
  public List<Matter> of(String region, Instant now) {
    List<Need> unanswered = needs.unanswered(region);
    return List.of(
        new Matter(
            Matter.Kind.NEEDS_WITHOUT_IDEAS,
            unanswered.size(),
            false,
            unanswered.stream().map(Need::publishedAt).min(Comparator.naturalOrder())));
  }
}
