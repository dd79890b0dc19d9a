package twiza.interests;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import twiza.http.Problem;
import twiza.uptake.Party;
import twiza.uptake.Terms;
import twiza.uptake.UptakeCommand;
import twiza.uptake.UptakeLife;
import twiza.uptake.UptakeOutcome;
import twiza.uptake.Uptakes;
import twiza.uptake.Uptakes.Dealings;
import twiza.uptake.Uptakes.Edit;

/** Takes one step with an interest, and keeps it. */
final class Steps {

  private final Uptakes uptakes;
  private final Supplier<Terms> terms;

  Steps(Uptakes uptakes, Supplier<Terms> terms) {
    this.uptakes = uptakes;
    this.terms = terms;
  }

  /**
   * @param by the opaque id of the member of staff who takes it; empty when one of the two does
   * @return everything as it stands then
   * @throws Problem when it is refused
   */
  Dealings take(Dealings dealings, UptakeCommand command, String by, Instant now) {
    return take(dealings, command, by, now, (_, edit) -> edit);
  }

  /** They are reached where they say. */
  Dealings confirm(Dealings dealings, String interest, String by, Instant now) {
    return take(
        dealings,
        current -> new UptakeCommand.Confirm(interest, current.knowsOtherwise(interest)),
        by,
        now,
        (_, edit) -> edit);
  }

  /**
   * @param with what else the edit changes
   */
  Dealings take(
      Dealings dealings,
      UptakeCommand command,
      String by,
      Instant now,
      BiFunction<Dealings, Edit, Edit> with) {
    return take(dealings, _ -> command, by, now, with);
  }

  private Dealings take(
      Dealings dealings,
      Function<Dealings, UptakeCommand> command,
      String by,
      Instant now,
      BiFunction<Dealings, Edit, Edit> with) {
    Terms within = terms.get();
    Uptakes.Settled settled =
        uptakes.settle(
            dealings,
            current ->
                UptakeLife.decide(
                    current.uptake(), command.apply(current), current.offer(), within, now),
            (current, accepted) ->
                with.apply(current, Edit.of(current, accepted, within, by, now)));
    if (settled.outcome() instanceof UptakeOutcome.Refused refused) {
      throw Problem.of(refused.refusal());
    }
    return settled.dealings();
  }

  /**
   * Withdraws a request.
   *
   * @param erase leaves nothing of who they are, too
   */
  Dealings leave(Dealings dealings, String interest, boolean erase, String by, Instant now) {
    return erase
        ? take(
            dealings,
            new UptakeCommand.Erase(interest),
            by,
            now,
            (_, edit) -> edit.withParty(Party.FORGOTTEN))
        : take(dealings, new UptakeCommand.Withdraw(interest), by, now);
  }

  /** Says how it is going; what they have learnt stands with who they are. */
  Dealings report(Dealings dealings, String interest, ProgressForm form, String by, Instant now) {
    UptakeCommand command = new UptakeCommand.Report(interest, form.progress());
    return take(
        dealings,
        command,
        by,
        now,
        (current, edit) ->
            form.learnt().isEmpty() ? edit : edit.withParty(learning(current, interest, form)));
  }

  private static Party learning(Dealings current, String interest, ProgressForm form) {
    return current.party(interest).orElse(Party.FORGOTTEN).learning(form.learnt());
  }
}
