package twiza.uptake;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import twiza.idea.Contact;

/**
 * Where somebody stands who wants to build an idea. Who they are, and how they are reached, stands
 * apart ({@link Party}).
 *
 * @param province HCP code of where they want to build it
 * @param contact how they are reached; an author who carries the idea is reached as its author is
 * @param flagged whether the form was filled in as machines do
 * @param since when they came to this stage
 * @param agreedAt when the author agreed, or began
 * @param reservedUntil until when the province is kept for them
 * @param warned whether they know that this ends soon
 * @param nudges how often a silent author was spoken to: reminded once, then called
 * @param askAt when they are asked next how it is going
 * @param unanswered how often they were asked since they last said so
 * @param members they are now, as far as they say
 * @param jobs that there are now, as far as they say
 * @param calls who has to be called about it
 * @param forgotten whether nothing is left of who they are
 */
public record Interest(
    String id,
    Aim aim,
    Kind kind,
    String province,
    Contact.Kind contact,
    boolean flagged,
    Stage stage,
    Instant askedAt,
    Instant since,
    Optional<Instant> agreedAt,
    Optional<Instant> reservedUntil,
    boolean warned,
    int nudges,
    Optional<Instant> askAt,
    int unanswered,
    OptionalInt members,
    OptionalInt jobs,
    Optional<Registration> registration,
    Map<Whom, Phoning> calls,
    boolean forgotten) {

  /** Who wants it. */
  public enum Kind {
    /** A registered one. */
    COOPERATIVE,
    /** People who want to form one. */
    GROUP,
    /** The author of the idea. */
    AUTHOR
  }

  public Interest {
    calls = calls.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(calls));
  }

  /** Whether a province is kept for them, by the clock. */
  public boolean reserves(Instant now) {
    return stage.isUnderway() && reservedUntil.filter(now::isBefore).isPresent();
  }

  /** Whether they build it, and say so when asked. */
  public boolean isFollowed() {
    return stage.isUnderway() && aim != Aim.JOIN && unanswered <= Terms.MOST_UNANSWERED;
  }

  /** Since when they have to be called, whichever of the two. */
  public Optional<Instant> callSince() {
    return calls.values().stream().map(Phoning::since).min(Instant::compareTo);
  }
}
