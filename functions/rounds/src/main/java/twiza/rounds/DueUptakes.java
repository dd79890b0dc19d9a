package twiza.rounds;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import twiza.uptake.Terms;
import twiza.uptake.UptakeCommand;
import twiza.uptake.UptakeLife;
import twiza.uptake.UptakeOutcome;
import twiza.uptake.Uptakes;
import twiza.uptake.Uptakes.Dealings;
import twiza.uptake.Uptakes.Edit;

/**
 * Reminds authors of those who wait, ends reservations, asks how it is going. Whatever stops this
 * half-way, doing it again goes on from there: a step that was done is not done twice.
 */
final class DueUptakes {

  private final Uptakes uptakes;
  private final Supplier<Terms> terms;

  DueUptakes(Uptakes uptakes, Supplier<Terms> terms) {
    this.uptakes = uptakes;
    this.terms = terms;
  }

  /**
   * Takes every step that is due around one idea. Whoever else changes something meanwhile wins:
   * what is due then is for the next sweep.
   *
   * @param idea its id
   */
  void move(String idea, Instant now) {
    Terms within = terms.get();
    Optional<Dealings> found = uptakes.find(idea);
    while (found.isPresent()) {
      Dealings dealings = found.get();
      UptakeOutcome outcome =
          UptakeLife.decide(
              dealings.uptake(), new UptakeCommand.DoWhatIsDue(), dealings.offer(), within, now);
      found =
          outcome instanceof UptakeOutcome.Accepted accepted
              ? Optional.of(Edit.of(dealings, accepted, within, "", now))
                  .filter(uptakes::save)
                  .map(Edit::result)
              : Optional.empty();
    }
  }
}
