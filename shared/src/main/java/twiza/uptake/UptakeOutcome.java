package twiza.uptake;

import java.util.Set;

/** What becomes of a command. */
public sealed interface UptakeOutcome {

  /**
   * One change, and one event.
   *
   * @param tell who is written to; whoever has no address stands among the calls instead
   */
  record Accepted(Uptake uptake, UptakeEvent event, Set<Whom> tell) implements UptakeOutcome {

    public Interest interest() {
      return uptake.interest(event.interest()).orElseThrow();
    }
  }

  /** Nothing changes: it is already so. */
  record Unchanged(Uptake uptake) implements UptakeOutcome {}

  record Refused(UptakeRefusal refusal) implements UptakeOutcome {}
}
