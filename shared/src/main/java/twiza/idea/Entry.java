package twiza.idea;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import twiza.round.Via;

/**
 * An idea's part in a round.
 *
 * @param round opaque id
 * @param at when it was sent for the round
 * @param until when the jury was to begin, as was known then
 * @param revision that the jury reads, once it is admitted
 * @param award what the jury gave it, once that is public
 */
public record Entry(
    String round,
    Via via,
    Instant at,
    Instant until,
    Place place,
    OptionalInt revision,
    Optional<Award> award) {

  /** How far it has come by itself, whatever becomes of the idea. */
  public enum Place {
    ENTERED,
    /** The jury has begun; the idea goes there as soon as a moderator approves it. */
    HELD,
    ADMITTED,
    /** Its author, or staff, took it out. */
    LEFT,
    /** It was not ready when it had to be. */
    UNREADY
  }

  /** What it is worth, given where the idea stands. */
  public enum Standing {
    UNCONFIRMED,
    /** For a moderator. */
    WAITING,
    /** Changes are asked of its author. */
    ASKED,
    /** Published, and not before the jury yet. */
    READY,
    /** Before the jury. */
    ADMITTED,
    OUT
  }

  static Entry of(IdeaEvent.Entered entered, Instant at) {
    return new Entry(
        entered.round(),
        entered.via(),
        at,
        entered.until(),
        Place.ENTERED,
        OptionalInt.empty(),
        Optional.empty());
  }

  Entry prolonged(Instant longer) {
    return new Entry(round, via, at, longer, place, revision, award);
  }

  Entry place(Place next) {
    return new Entry(round, via, at, until, next, revision, award);
  }

  Entry admitted(int text) {
    return new Entry(round, via, at, until, Place.ADMITTED, OptionalInt.of(text), award);
  }

  Entry awarded(Award given) {
    return new Entry(round, via, at, until, place, revision, Optional.of(given));
  }

  /** Whether it is still in the round. */
  public boolean isIn() {
    return place != Place.LEFT && place != Place.UNREADY;
  }

  /** Whether the jury has not begun with it. */
  boolean isBeforeTheJury() {
    return place == Place.ENTERED || place == Place.HELD;
  }

  public Standing standing(State state) {
    return switch (place) {
      case LEFT, UNREADY -> Standing.OUT;
      case ADMITTED -> state == State.PUBLISHED ? Standing.ADMITTED : Standing.OUT;
      case ENTERED, HELD ->
          switch (state) {
            case UNCONFIRMED -> Standing.UNCONFIRMED;
            case PENDING -> Standing.WAITING;
            case CHANGES_REQUESTED -> Standing.ASKED;
            case PUBLISHED -> Standing.READY;
            case REJECTED, UNPUBLISHED, WITHDRAWN, EXPIRED -> Standing.OUT;
          };
    };
  }
}
