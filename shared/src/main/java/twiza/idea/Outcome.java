package twiza.idea;

import java.util.List;

/** What becomes of a command. */
public sealed interface Outcome {

  /**
   * It happened.
   *
   * @param idea as it stands afterwards
   * @param events in order, at least one
   */
  record Accepted(Idea idea, List<IdeaEvent> events) implements Outcome {}

  /** What was asked already stands; nothing happened. */
  record Unchanged(Idea idea) implements Outcome {}

  record Refused(Refusal why) implements Outcome {}
}
