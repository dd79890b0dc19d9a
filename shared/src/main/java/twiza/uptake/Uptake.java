package twiza.uptake;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All who want to build an idea, or do.
 *
 * @param version counts the changes; 0 as long as nobody asked
 * @param interests in the order in which they asked
 */
public record Uptake(long version, List<Interest> interests) {

  /** Nobody has asked yet. */
  public static final Uptake NONE = new Uptake(0, List.of());

  /** So many may wait for the answer of one author. */
  public static final int MOST_WAITING = 50;

  /**
   * How many the author has to answer. Whoever has not confirmed does not count: anybody can ask.
   */
  public long waiting() {
    return interests.stream().filter(it -> it.stage() == Stage.INTERESTED).count();
  }

  public Optional<Interest> interest(String id) {
    return interests.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** The author's own way, if they are on it. */
  public Optional<Interest> carrier() {
    return interests.stream()
        .filter(it -> it.aim() == Aim.CARRY && it.stage().isUnderway())
        .findFirst();
  }

  /** For whom a province is kept. */
  public Optional<Interest> holder(String province, Instant now) {
    return interests.stream()
        .filter(it -> it.province().equals(province) && it.reserves(now))
        .findFirst();
  }

  /** When something has to happen by itself, if ever. */
  public Optional<Instant> dueAt(Offer offer, Terms terms) {
    return interests.stream()
        .flatMap(it -> Deadlines.of(it, offer, terms).stream())
        .min(Comparator.naturalOrder());
  }
}
