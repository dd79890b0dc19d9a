package twiza.need;

import java.util.List;
import java.util.Optional;
import twiza.idea.Card;
import twiza.idea.Listing;

/** What the territories need. Every write keeps its event with it. */
public interface Needs {

  /**
   * A need, and how many published ideas say that they answer it.
   *
   * @param ideas none is what the desk looks for
   */
  record Answered(Need need, long ideas) {}

  Optional<Need> find(String id);

  /**
   * Those that are open, the newest first.
   *
   * @param place code of a region or province
   * @param cursor from the page before it; empty for the first
   */
  Listing<Need> open(String place, String cursor, int limit);

  /** All of a region, closed ones too, the newest first. */
  Listing<Answered> all(String region, String cursor, int limit);

  /** Those of the hundred newest open needs of a region that no published idea answers. */
  List<Need> unanswered(String region);

  /** The published ideas that answer a need, the newest first. */
  Listing<Card> answers(String need, String cursor, int limit);

  /**
   * @return false when somebody else changed it since it was read; nothing is kept
   */
  boolean save(Need.Edit edit);
}
