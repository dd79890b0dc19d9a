package twiza.jury;

/** Why a jury does not do what was asked of it. */
public sealed interface JuryRefusal {

  /** The jury is done, or the round is cancelled. */
  record Over() implements JuryRefusal {}

  /** The round is not announced. */
  record NotAnnounced() implements JuryRefusal {}

  /** Somebody with this address is in the jury. */
  record AlreadyListed() implements JuryRefusal {}

  record TooMany() implements JuryRefusal {}

  record NoSuchJuror() implements JuryRefusal {}

  /** They declined, or were taken off. */
  record NotInTheJury() implements JuryRefusal {}

  /** Only who has accepted does this. */
  record NotAccepted() implements JuryRefusal {}

  /** The juror was not asked to read it. */
  record NotAssigned() implements JuryRefusal {}

  /** There is nobody who could read. */
  record NobodyToAsk() implements JuryRefusal {}
}
