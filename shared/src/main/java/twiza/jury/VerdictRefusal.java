package twiza.jury;

import java.util.List;
import java.util.Set;
import twiza.place.Language;

/** Why a verdict can't be as it is wanted, or can't be published. */
public sealed interface VerdictRefusal {

  /** The jury is not done. */
  record NotClosed() implements VerdictRefusal {}

  /** The results are public, or the round is cancelled. */
  record Over() implements VerdictRefusal {}

  /** The marks are not ranked for good yet. */
  record NotRanked() implements VerdictRefusal {}

  /** Somebody else changed it. */
  record Stale() implements VerdictRefusal {}

  /** No mark that counts was given to them. */
  record NotAmongTheRanked(Place as, List<String> ideas) implements VerdictRefusal {}

  /** They are out of the round by now. */
  record Gone(Place as, List<String> ideas) implements VerdictRefusal {}

  /** They are named more than once. */
  record NamedTwice(Place as, List<String> ideas) implements VerdictRefusal {}

  record TooManyWinners(int most) implements VerdictRefusal {}

  /** Neither the official ranking nor the doubt about it lets them get that. */
  record OutOfReach(Place as, List<String> ideas) implements VerdictRefusal {}

  /** Winners or finalists are not those of the official ranking, and nobody says why. */
  record ReasonRequired() implements VerdictRefusal {}

  /** The jury says nothing in these languages. */
  record StatementMissing(Set<Language> languages) implements VerdictRefusal {}

  /** Which list it is about. */
  enum Place {
    WINNERS,
    FINALISTS
  }
}
