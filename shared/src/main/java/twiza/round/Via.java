package twiza.round;

/** The way in which an idea comes to a round. */
public enum Via {
  /** Sent with the round, or entered by its author. */
  AUTHOR,
  /** With the code on the wall of the room. */
  ROOM,
  /** With a code for one author who was late. */
  LATE_CODE,
  /** Entered by an organiser. */
  ORGANISER
}
