package twiza.text;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import twiza.delegation.Statement;
import twiza.idea.Choice;
import twiza.place.Language;

/**
 * Reasons to decide by, ready-made in an author's language: the delegation's own, or else those of
 * the house.
 */
public final class CannedReasons {

  private static final Set<Choice> EXPLAINED =
      EnumSet.of(Choice.REQUEST_CHANGES, Choice.REJECT, Choice.UNPUBLISH);

  private CannedReasons() {}

  /** By choice, in the language that the author reads; never empty. */
  public static Map<Choice, List<String>> in(Language language, Statement says) {
    Map<Choice, List<String>> reasons = new EnumMap<>(Choice.class);
    for (Choice choice : EXPLAINED) {
      List<String> own = says.reasons(language, choice);
      // As everywhere, Arabic stands in for what is not there in Tamazight.
      List<String> understood =
          own.isEmpty() && language == Language.ZGH ? says.reasons(Language.AR, choice) : own;
      reasons.put(choice, understood.isEmpty() ? ofTheHouse(language, choice) : understood);
    }
    return reasons;
  }

  private static List<String> ofTheHouse(Language language, Choice choice) {
    return List.copyOf(Messages.in(language).startingWith("reason." + choice + ".").values());
  }
}
