package twiza.submission;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import twiza.access.Busy;
import twiza.http.Problem;
import twiza.idea.Ideas.Entering;
import twiza.idea.Ideas.Ticket;
import twiza.round.Arrivals;
import twiza.round.Door;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.Rounds;
import twiza.round.Via;

/** Says whether a round takes an idea, and why not. */
final class RoundDoor {

  private final Rounds rounds;
  private final Arrivals arrivals;

  RoundDoor(Rounds rounds, Arrivals arrivals) {
    this.rounds = rounds;
    this.arrivals = arrivals;
  }

  /** Why an idea stays in the bank alone. */
  enum Why {
    /** There is no such round, or it is not public. */
    UNKNOWN,
    OTHER_REGION,
    NOT_YET,
    LATE,
    CANCELLED,
    /** The author has as many ideas in it as its rules allow. */
    TOO_MANY;

    static Why of(Entering refused) {
      return refused == Entering.TOO_MANY ? TOO_MANY : LATE;
    }
  }

  /** What became of the wish. */
  sealed interface Answer {
    record In(Ticket ticket) implements Answer {}

    record Out(Why why) implements Answer {}
  }

  /**
   * @param region of the idea
   * @param attempt what makes another try the same
   * @throws Problem 422 when a code is wrong, so that it can be typed again
   */
  Answer knock(RoundWish wish, String region, String attempt, Instant now) {
    Optional<Round> found = rounds.find(wish.round()).filter(round -> round.phase() != Phase.DRAFT);
    if (found.isEmpty()) {
      return new Answer.Out(Why.UNKNOWN);
    }
    Round round = found.get();
    if (!round.region().equals(region)) {
      return new Answer.Out(Why.OTHER_REGION);
    }
    Instant sentAt = sentAt(round, attempt, now);
    Via via = via(round, wish, sentAt);
    return switch (round.door(via, sentAt)) {
      case OPEN -> new Answer.In(new Ticket(round, via, sentAt, wish.lateCode()));
      case NOT_YET -> new Answer.Out(Why.NOT_YET);
      case LATE -> new Answer.Out(Why.LATE);
      case CANCELLED -> new Answer.Out(Why.CANCELLED);
    };
  }

  /** Who is late now may have been in time, when too many came at once. */
  private Instant sentAt(Round round, String attempt, Instant now) {
    boolean late = round.door(Via.AUTHOR, now) == Door.LATE;
    return late && round.waitsFor(now) ? arrivals.first(attempt, now).orElse(now) : now;
  }

  /**
   * Goes through a door that is open. When too many do so at once, the instant is noted before
   * whoever asks is told to try again.
   */
  <T> T through(Optional<Answer> door, String attempt, Supplier<T> keep) {
    try {
      return keep.get();
    } catch (Busy busy) {
      if (door.isPresent() && door.get() instanceof Answer.In(Ticket ticket)) {
        arrivals.note(attempt, ticket.sentAt());
      }
      throw busy;
    }
  }

  /** A late code is kept for when it is needed. */
  private static Via via(Round round, RoundWish wish, Instant sentAt) {
    if (!wish.roomCode().isEmpty()) {
      if (!wish.roomCode().equals(round.roomCode())) {
        throw Problem.invalid("roomCode", "WRONG_ROOM_CODE");
      }
      return Via.ROOM;
    }
    boolean late = round.door(Via.AUTHOR, sentAt) == Door.LATE;
    return late && !wish.lateCode().isEmpty() ? Via.LATE_CODE : Via.AUTHOR;
  }
}
