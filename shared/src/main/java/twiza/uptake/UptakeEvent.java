package twiza.uptake;

import java.time.Instant;
import twiza.idea.Call;

/**
 * Something that happened around an idea that is to be built. Events hold ids and codes only: no
 * name, no address, no free text.
 */
public sealed interface UptakeEvent {

  /** The id of the interest. */
  String interest();

  /** Its stable code. */
  default String code() {
    return switch (this) {
      case Asked _ -> "INTEREST_ASKED";
      case Started _ -> "PATH_STARTED";
      case Confirmed _ -> "INTEREST_CONFIRMED";
      case Expired _ -> "INTEREST_EXPIRED";
      case AuthorReminded _ -> "INTEREST_REMINDED";
      case AuthorSilent _ -> "INTEREST_UNANSWERED";
      case Released _ -> "INTEREST_RELEASED";
      case Agreed _ -> "INTEREST_AGREED";
      case Declined _ -> "INTEREST_DECLINED";
      case Reported _ -> "PATH_REPORTED";
      case Withdrawn _ -> "INTEREST_WITHDRAWN";
      case Erased _ -> "INTEREST_ERASED";
      case Unregistered _ -> "REGISTRATION_REMOVED";
      case Called _ -> "INTEREST_CALLED";
      case Bounced _ -> "INTEREST_BOUNCED";
      case ReservationEnding _ -> "RESERVATION_ENDING";
      case ReservationExpired _ -> "RESERVATION_EXPIRED";
      case FollowUpAsked _ -> "FOLLOW_UP_ASKED";
      case Unfollowed _ -> "PATH_UNFOLLOWED";
      case Forgotten _ -> "INTEREST_FORGOTTEN";
    };
  }

  record Asked(String interest, Aim aim, Interest.Kind kind, String province)
      implements UptakeEvent {}

  /** The author began to build it. */
  record Started(String interest, String province, Instant reservedUntil) implements UptakeEvent {}

  record Confirmed(String interest) implements UptakeEvent {}

  record Expired(String interest) implements UptakeEvent {}

  record AuthorReminded(String interest) implements UptakeEvent {}

  /** The author has to be called. */
  record AuthorSilent(String interest) implements UptakeEvent {}

  /** Whoever asked is free. */
  record Released(String interest, Reason why) implements UptakeEvent {}

  enum Reason {
    /** The author never answered. */
    SILENCE,
    /** The author agreed to somebody else in the province. */
    PROVINCE_TAKEN,
    /** The idea left the bank, or its author did. */
    IDEA_GONE
  }

  /** Contacts are exchanged. */
  record Agreed(String interest) implements UptakeEvent {}

  record Declined(String interest) implements UptakeEvent {}

  record Reported(String interest, Stage stage) implements UptakeEvent {}

  record Withdrawn(String interest) implements UptakeEvent {}

  record Erased(String interest) implements UptakeEvent {}

  /** Staff took the cooperative's name and number out. */
  record Unregistered(String interest) implements UptakeEvent {}

  record Called(String interest, Whom whom, Call.Result result) implements UptakeEvent {}

  record Bounced(String interest, Whom whom) implements UptakeEvent {}

  record ReservationEnding(String interest) implements UptakeEvent {}

  record ReservationExpired(String interest) implements UptakeEvent {}

  /**
   * @param number how often since they last answered
   */
  record FollowUpAsked(String interest, int number) implements UptakeEvent {}

  /** They were asked and did not answer, too often. */
  record Unfollowed(String interest) implements UptakeEvent {}

  /** It is long over: nothing is left of who they are. */
  record Forgotten(String interest) implements UptakeEvent {}
}
