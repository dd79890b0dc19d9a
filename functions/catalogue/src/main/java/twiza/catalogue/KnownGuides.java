package twiza.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import twiza.delegation.Guide;
import twiza.delegation.Guides;

/**
 * What cooperatives need to start, read once a minute for all who ask about a region: it does not
 * add to what a reader of an idea costs.
 */
final class KnownGuides {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Guides guides;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(Guide.Content says, Instant readAt) {

    boolean isFresh(Instant now) {
      return now.isBefore(readAt.plus(KEPT));
    }
  }

  KnownGuides(Guides guides) {
    this.guides = guides;
  }

  Guide.Content of(String region, Instant now) {
    return known
        .compute(
            region,
            (code, last) ->
                last != null && last.isFresh(now) ? last : new Known(guides.of(code).says(), now))
        .says();
  }
}
