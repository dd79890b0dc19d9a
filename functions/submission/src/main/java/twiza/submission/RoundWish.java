package twiza.submission;

import java.util.Optional;
import twiza.http.Input;
import twiza.round.RoundCode;

/**
 * The round that somebody sends an idea for.
 *
 * @param round opaque id
 * @param roomCode on the wall of the room; empty for none
 * @param lateCode that they were given; empty for none
 */
record RoundWish(String round, String roomCode, String lateCode) {

  private static final int LONGEST_ID = 60;
  private static final int LONGEST_CODE = 30;

  static Optional<RoundWish> read(Input input) {
    return read(input, "round");
  }

  /**
   * @param field that names the round
   */
  static Optional<RoundWish> read(Input input, String field) {
    String round = input.optionalLine(field, LONGEST_ID);
    String room = RoundCode.normal(input.optionalLine("roomCode", LONGEST_CODE));
    String late = RoundCode.normal(input.optionalLine("lateCode", LONGEST_CODE));
    if (round.isEmpty() && !(room.isEmpty() && late.isEmpty())) {
      input.refuse(field, "REQUIRED");
    }
    return round.isEmpty() ? Optional.empty() : Optional.of(new RoundWish(round, room, late));
  }
}
