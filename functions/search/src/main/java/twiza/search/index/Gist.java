package twiza.search.index;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import twiza.search.words.Glossary;
import twiza.search.words.Word;

/**
 * What a title and a summary are about: stems, and instead of them the things of the glossary,
 * which have no language. What the title says counts more.
 *
 * @param features weights, as often as said
 */
record Gist(Map<String, Double> features) {

  private static final double IN_TITLE = 1.5;
  private static final double IN_SUMMARY = 1;
  private static final char THING = '#';

  static Gist of(String title, String summary, Glossary glossary) {
    Map<String, Double> features = new LinkedHashMap<>();
    add(features, title, IN_TITLE, glossary);
    add(features, summary, IN_SUMMARY, glossary);
    return new Gist(features);
  }

  private static void add(
      Map<String, Double> features, String text, double weight, Glossary glossary) {
    List<Word> words = Word.of(text, Fields.ANALYZER);
    boolean[] named = new boolean[words.size()];
    for (Glossary.Mention mention : glossary.mentions(words)) {
      Arrays.fill(named, mention.from(), mention.from() + mention.length(), true);
      features.merge(THING + Integer.toString(mention.number()), weight, Double::max);
    }
    for (int i = 0; i < named.length; i++) {
      if (!named[i]) {
        features.merge(words.get(i).stem(), weight, Double::max);
      }
    }
  }

  /** Whether a feature is a thing of the glossary, not a stem. */
  static boolean isThing(String feature) {
    return feature.charAt(0) == THING;
  }

  /** One line a feature. */
  @Override
  public String toString() {
    return features.entrySet().stream()
        .map(feature -> feature.getValue() + " " + feature.getKey())
        .collect(Collectors.joining("\n"));
  }

  /** Reads what {@link #toString} wrote. */
  static Gist parse(String text) {
    Map<String, Double> features = new LinkedHashMap<>();
    text.lines()
        .map(line -> line.split(" ", 2))
        .forEach(parts -> features.put(parts[1], Double.valueOf(parts[0])));
    return new Gist(features);
  }
}
