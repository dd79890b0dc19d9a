package twiza.jury;

import java.util.List;
import java.util.Map;
import java.util.Set;
import twiza.idea.Contact;
import twiza.place.Language;

/** Something that somebody wants of a jury. */
public sealed interface JuryCommand {

  /** Somebody is to be in it. Nobody hears of it yet. */
  record Enlist(String id, String name, Contact.Email email, Language language, String organisation)
      implements JuryCommand {}

  /**
   * They get their link; those who have it already get another one.
   *
   * @param jurors ids; empty for all who are listed only
   */
  record Invite(Set<String> jurors) implements JuryCommand {}

  /**
   * @param conflicts by the id of the idea
   */
  record Accept(
      String juror, String organisation, Set<Language> reads, Map<String, Conflict> conflicts)
      implements JuryCommand {}

  /** They don't judge, or no longer. */
  record Decline(String juror) implements JuryCommand {}

  /** An organiser takes them off. */
  record Remove(String juror) implements JuryCommand {}

  record Recuse(String juror, String idea, Conflict why) implements JuryCommand {}

  /** Somebody is to say who reads what. */
  record AskAssignment() implements JuryCommand {}

  /**
   * Who reads what from now on.
   *
   * @param ideas that have fewer readers than they should
   */
  record Assign(Assignment assignment, List<String> ideas) implements JuryCommand {}
}
