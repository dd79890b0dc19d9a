package twiza.uptake;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import twiza.idea.Contact;

/** When something has to happen to somebody's interest by itself. */
final class Deadlines {

  private Deadlines() {}

  static Optional<Instant> of(Interest it, Offer offer, Terms terms) {
    if (isOffWithIt(it, offer)) {
      return Optional.of(it.since());
    }
    return switch (it.stage()) {
      case UNCONFIRMED -> Optional.of(expiry(it));
      case INTERESTED -> Optional.of(answer(it, terms));
      case AGREED -> it.aim() == Aim.JOIN ? forgetting(it) : first(warning(it), it.askAt());
      case IN_PREPARATION -> first(it.reservedUntil(), it.askAt());
      case REGISTERED, RUNNING -> it.askAt();
      case STOPPED, DECLINED, RELEASED, LAPSED, WITHDRAWN, EXPIRED -> forgetting(it);
    };
  }

  /** Whether the idea they wait for is gone, or the author whose own way it is. */
  static boolean isOffWithIt(Interest it, Offer offer) {
    boolean authorGone = offer.author().isEmpty();
    return switch (it.stage()) {
      case UNCONFIRMED, INTERESTED -> !offer.published() || authorGone;
      case AGREED, IN_PREPARATION, REGISTERED, RUNNING -> it.aim() == Aim.CARRY && authorGone;
      case STOPPED, LAPSED -> it.aim() == Aim.CARRY && authorGone && !it.forgotten();
      case DECLINED, RELEASED, WITHDRAWN, EXPIRED -> false;
    };
  }

  static Instant expiry(Interest it) {
    return it.askedAt()
        .plus(it.contact() == Contact.Kind.PHONE ? Terms.CONFIRM_BY_PHONE : Terms.CONFIRM_BY_MAIL);
  }

  private static Instant answer(Interest it, Terms terms) {
    return it.since()
        .plus(
            switch (it.nudges()) {
              case 0 -> terms.remind();
              case 1 -> terms.call();
              default -> terms.release();
            });
  }

  private static Optional<Instant> warning(Interest it) {
    return it.reservedUntil().map(end -> it.warned() ? end : end.minus(Terms.WARNING));
  }

  static Optional<Instant> forgetting(Interest it) {
    return it.forgotten()
        ? Optional.empty()
        : Optional.of(
            it.since().plus(it.stage() == Stage.AGREED ? Terms.FORGET_JOINED : Terms.FORGET));
  }

  private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
  }
}
