package twiza.scoring.results;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import twiza.idea.Entries;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;

/** What the jury knows ideas by, and which of them are out of the round by now. */
final class IdeaTitles {

  private final Map<String, Entrant> entrants;

  private IdeaTitles(Map<String, Entrant> entrants) {
    this.entrants = new HashMap<>(entrants);
  }

  static IdeaTitles of(Entries entries, String round, Collection<String> ideas) {
    return new IdeaTitles(entries.among(round, ideas));
  }

  /** Empty for a text that is erased. */
  String title(String idea) {
    return entrants.containsKey(idea) ? entrants.get(idea).title() : "";
  }

  boolean isGone(String idea) {
    return !entrants.containsKey(idea) || entrants.get(idea).standing() != Entry.Standing.ADMITTED;
  }
}
