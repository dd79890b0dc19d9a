package twiza.rounds;

import java.util.stream.Collectors;
import twiza.snapshot.Chance;

/**
 * Codes that people read from a wall or hear on the phone: none of their characters is mistaken.
 */
final class Codes {

  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int OF_ROOM = 6;
  private static final int OF_LATE = 8;

  private final Chance chance;

  Codes(Chance chance) {
    this.chance = chance;
  }

  String ofRoom() {
    return random(OF_ROOM);
  }

  String ofLate() {
    return random(OF_LATE);
  }

  private String random(int length) {
    return chance
        .random()
        .ints(length, 0, ALPHABET.length())
        .mapToObj(place -> ALPHABET.substring(place, place + 1))
        .collect(Collectors.joining());
  }
}
