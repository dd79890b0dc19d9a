package twiza.delegation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import twiza.idea.Choice;
import twiza.idea.Retention;
import twiza.place.Language;

/**
 * All that the delegation of a region says in its own words. What is absent is left to the words of
 * the house; nothing in here is empty.
 *
 * @param reasons ready-made, by the language of the author who is given one
 */
public record Statement(
    Map<Line, String> lines,
    Map<Language, Map<Text, String>> texts,
    Map<Language, Map<Choice, List<String>>> reasons,
    Retention retention) {

  public static final Statement NOTHING =
      new Statement(Map.of(), Map.of(), Map.of(), Retention.UNDECIDED);

  /** Reasons of one choice in one language. */
  public static final int MOST_REASONS = 5;

  /** In characters. */
  public static final int LONGEST_REASON = 300;

  /** Empty when the delegation does not say. */
  public List<String> reasons(Language language, Choice choice) {
    return reasons.getOrDefault(language, Map.of()).getOrDefault(choice, List.of());
  }

  /** One text in the languages in which it is said. */
  public Map<Language, String> in(Text text) {
    Map<Language, String> said = new EnumMap<>(Language.class);
    texts.forEach(
        (language, own) ->
            Optional.ofNullable(own.get(text)).ifPresent(words -> said.put(language, words)));
    return said;
  }

  /** Codes of what another statement says otherwise, such as {@code EMAIL} or {@code HOME}. */
  Set<String> differences(Statement other) {
    Set<String> codes = new TreeSet<>();
    for (Line line : Line.values()) {
      addIf(!same(line, other), line.name(), codes);
    }
    for (Text text : Text.values()) {
      addIf(!same(text, other), text.name(), codes);
    }
    addIf(!reasons.equals(other.reasons), "REASONS", codes);
    addIf(!retention.equals(other.retention), "RETENTION", codes);
    return codes;
  }

  private static void addIf(boolean differs, String code, Set<String> codes) {
    if (differs) {
      codes.add(code);
    }
  }

  private boolean same(Line line, Statement other) {
    return lines.getOrDefault(line, "").equals(other.lines.getOrDefault(line, ""));
  }

  private boolean same(Text text, Statement other) {
    return in(text).equals(other.in(text));
  }
}
