package twiza.web;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import twiza.place.Language;

/**
 * What an organiser says in some of the site's languages, in the one of them that a reader
 * understands best.
 *
 * @param text empty when it is said in none
 */
public record Words(String text, Language language) {

  /** Who reads the first understands these next. */
  private static final Map<Language, List<Language>> NEXT =
      new EnumMap<>(
          Map.of(
              Language.FR, List.of(Language.AR, Language.EN),
              Language.AR, List.of(Language.FR, Language.EN),
              Language.ZGH, List.of(Language.AR, Language.FR),
              Language.EN, List.of(Language.FR, Language.AR)));

  /**
   * @param said empty where nothing is said in a language
   */
  public static Words of(Language reader, Function<Language, String> said) {
    SequencedSet<Language> languages = new LinkedHashSet<>(List.of(reader));
    languages.addAll(NEXT.get(reader));
    languages.addAll(List.of(Language.values()));
    return languages.stream()
        .map(language -> new Words(said.apply(language), language))
        .filter(words -> !words.text.isBlank())
        .findFirst()
        .orElseGet(() -> new Words("", reader));
  }

  public String lang() {
    return language.tag();
  }

  public String dir() {
    return language.direction();
  }
}
