package twiza.idea;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import twiza.place.Language;
import twiza.round.Via;

/** The ideas that were sent for a round. */
public interface Entries {

  /**
   * @param revision that the jury reads, once it is admitted
   * @param byPhone whether the author can't be written to
   * @param title of the text that a moderator is shown, or that the jury reads
   */
  record Entrant(
      String idea,
      Entry.Place place,
      Entry.Standing standing,
      Via via,
      Instant at,
      OptionalInt revision,
      String title,
      String province,
      String sector,
      Language language,
      boolean byPhone) {}

  /** All of them, those that are out too, read page by page while they are consumed. */
  Stream<Entrant> of(String round);

  /** Those of some ideas, by their ids; an idea that was never sent for the round is missing. */
  Map<String, Entrant> among(String round, Collection<String> ideas);

  Listing<Entrant> page(String round, String cursor, int limit);

  /** Those that wait for a moderator, the one that has waited longest first. */
  Listing<Entrant> waiting(String round, String cursor, int limit);

  /** Those that the public may read, newest first. */
  Listing<Card> shown(String round, String cursor, int limit);
}
