package twiza.jury;

/** What becomes of a command. */
public sealed interface JuryOutcome {

  /** One change, and one event. */
  record Accepted(Jury jury, JuryEvent event) implements JuryOutcome {}

  /** Nothing changes: it is already so. */
  record Unchanged(Jury jury) implements JuryOutcome {}

  record Refused(JuryRefusal refusal) implements JuryOutcome {}
}
