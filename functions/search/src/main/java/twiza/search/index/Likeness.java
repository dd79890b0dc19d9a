package twiza.search.index;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import twiza.search.words.Spelling;

/**
 * How alike two gists are: the cosine of their features, each weighted by how rare it is in the
 * bank, where a stem that is one letter away from another counts nearly as much as the same. A stem
 * in a script that the other gist has no word in counts on neither side: an Arabic text is compared
 * with a French one by the things of the glossary alone, of which they must share two, and that
 * says less. From 0, nothing in common, to 1, the same.
 */
final class Likeness {

  private static final double ONE_LETTER_AWAY = 0.8;
  private static final int LONG_ENOUGH_TO_BE_WRONG = 5;
  private static final int FEWEST_THINGS = 2;
  private static final double BY_THINGS_ALONE = 0.6;

  private final ToDoubleFunction<String> rarity;

  /**
   * @param rarity of a feature; 0 or more
   */
  Likeness(ToDoubleFunction<String> rarity) {
    this.rarity = rarity;
  }

  double of(Gist one, Gist other) {
    Map<String, Double> a = weighted(one, scripts(other));
    Map<String, Double> b = weighted(other, scripts(one));
    boolean byThings = a.keySet().stream().allMatch(Gist::isThing);
    if (byThings && a.keySet().stream().filter(b::containsKey).count() < FEWEST_THINGS) {
      return 0;
    }
    return (byThings ? BY_THINGS_ALONE : 1) * cosine(a, b);
  }

  private static double cosine(Map<String, Double> a, Map<String, Double> b) {
    double common = 0;
    for (Map.Entry<String, Double> feature : a.entrySet()) {
      Double same = b.get(feature.getKey());
      common +=
          same == null
              ? nearly(feature.getKey(), feature.getValue(), b)
              : feature.getValue() * same;
    }
    double lengths = length(a) * length(b);
    return lengths == 0 ? 0 : Math.min(1, common / lengths);
  }

  private static double nearly(String feature, double weight, Map<String, Double> others) {
    if (Gist.isThing(feature) || feature.length() < LONG_ENOUGH_TO_BE_WRONG) {
      return 0;
    }
    return others.entrySet().stream()
        .filter(other -> !Gist.isThing(other.getKey()))
        .filter(other -> Spelling.isOneLetterAway(feature, other.getKey()))
        .mapToDouble(other -> ONE_LETTER_AWAY * weight * Math.min(weight, other.getValue()))
        .max()
        .orElse(0);
  }

  private static Set<UnicodeScript> scripts(Gist gist) {
    return gist.features().keySet().stream()
        .map(Likeness::script)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** A thing has none. */
  private static Optional<UnicodeScript> script(String feature) {
    return Gist.isThing(feature)
        ? Optional.empty()
        : Optional.of(UnicodeScript.of(feature.codePointAt(0)));
  }

  private Map<String, Double> weighted(Gist gist, Set<UnicodeScript> comparable) {
    Map<String, Double> weighted = new LinkedHashMap<>();
    gist.features()
        .forEach(
            (feature, weight) -> {
              if (script(feature).filter(script -> !comparable.contains(script)).isEmpty()) {
                weighted.put(feature, weight * rarity.applyAsDouble(feature));
              }
            });
    return weighted;
  }

  private static double length(Map<String, Double> weights) {
    return Math.sqrt(weights.values().stream().mapToDouble(weight -> weight * weight).sum());
  }
}
