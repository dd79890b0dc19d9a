package twiza.jury;

/** What becomes of a verdict that is wanted. */
public sealed interface VerdictOutcome {

  record Accepted(Verdict verdict) implements VerdictOutcome {}

  /** Nothing changes: it is already so. */
  record Unchanged(Verdict verdict) implements VerdictOutcome {}

  record Refused(VerdictRefusal refusal) implements VerdictOutcome {}
}
