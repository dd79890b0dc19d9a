package twiza.jury;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.idea.Award;
import twiza.place.Language;

/**
 * What a jury is going to make known. Nobody but organisers sees it before it is published.
 *
 * @param round opaque id
 * @param version counts the changes; 0 before the first
 * @param statement the jury's words; no language is there without any
 * @param winners ids of ideas, the first prize first
 * @param finalists ids of ideas
 * @param reason why winners and finalists are not those of the official ranking; blank where they
 *     are
 */
public record Verdict(
    String round,
    long version,
    Map<Language, String> statement,
    List<String> winners,
    List<String> finalists,
    String reason) {

  /** In characters. */
  public static final int LONGEST_STATEMENT = 4000;

  public static final int LONGEST_REASON = 1000;

  public static final int MOST_FINALISTS = 20;

  public Verdict {
    EnumMap<Language, String> said = new EnumMap<>(Language.class);
    statement.forEach(
        (language, words) -> {
          if (!words.isBlank()) {
            said.put(language, words);
          }
        });
    statement = Collections.unmodifiableMap(said);
    winners = List.copyOf(winners);
    finalists = List.copyOf(finalists);
  }

  /** Nothing is said, and nobody has won, yet. */
  public static Verdict none(String round) {
    return new Verdict(round, 0, Map.of(), List.of(), List.of(), "");
  }

  /** What an idea gets. */
  public Optional<Award.Place> place(String idea) {
    if (winners.contains(idea)) {
      return Optional.of(Award.Place.WINNER);
    }
    return finalists.contains(idea) ? Optional.of(Award.Place.FINALIST) : Optional.empty();
  }

  boolean saysTheSameAs(Verdict other) {
    return statement.equals(other.statement)
        && winners.equals(other.winners)
        && finalists.equals(other.finalists)
        && reason.equals(other.reason);
  }

  Verdict next(Verdict wanted) {
    return new Verdict(
        round, version + 1, wanted.statement, wanted.winners, wanted.finalists, wanted.reason);
  }
}
