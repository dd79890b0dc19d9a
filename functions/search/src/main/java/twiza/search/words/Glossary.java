package twiza.search.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;

/**
 * What the same thing is called in the languages of the region: {@code glossary.tsv}, which a
 * delegation edits. So an idea told in Arabic is found by whoever asks in French, and one told
 * twice, in two languages, is noticed.
 */
public final class Glossary {

  /** Shorter words are too often one letter away from another thing. */
  private static final int LONG_ENOUGH = 5;

  private final Map<List<String>, Integer> things = new HashMap<>();
  private final List<List<List<String>>> names = new ArrayList<>();
  private final Map<Integer, List<String>> byLength = new HashMap<>();
  private int longest = 1;

  private Glossary() {}

  /** Reads the data file that is on the class path. */
  public static Glossary load(Analyzer analyzer) {
    Glossary glossary = new Glossary();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Glossary.class.getResourceAsStream("glossary.tsv")),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .forEach(line -> glossary.add(line, analyzer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return glossary;
  }

  private void add(String line, Analyzer analyzer) {
    int thing = names.size();
    List<List<String>> all =
        Arrays.stream(line.split("[\t,]", -1))
            .filter(name -> !name.isBlank())
            .map(name -> stems(Word.of(name, analyzer)))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    names.add(all);
    for (List<String> name : all) {
      longest = Math.max(longest, name.size());
      if (things.putIfAbsent(name, thing) == null && name.size() == 1) {
        String word = name.getFirst();
        byLength.computeIfAbsent(word.length(), _ -> new ArrayList<>()).add(word);
      }
    }
  }

  private static List<String> stems(List<Word> words) {
    return words.stream().map(Word::stem).toList();
  }

  /**
   * A thing that a text names.
   *
   * @param from index of the first word that names it
   * @param length how many words do
   * @param number of the thing
   */
  public record Mention(int from, int length, int number) {}

  /** The things that a text names, in its order, the longest names first where they overlap. */
  public List<Mention> mentions(List<Word> words) {
    List<String> stems = stems(words);
    List<Mention> mentions = new ArrayList<>();
    int from = 0;
    while (from < stems.size()) {
      Optional<Mention> found = mention(stems, from);
      found.ifPresent(mentions::add);
      from += found.map(Mention::length).orElse(1);
    }
    return mentions;
  }

  private Optional<Mention> mention(List<String> stems, int from) {
    for (int length = Math.min(longest, stems.size() - from); length > 0; length--) {
      Integer number = things.get(stems.subList(from, from + length));
      if (number != null) {
        return Optional.of(new Mention(from, length, number));
      }
    }
    return nearly(stems.get(from)).map(number -> new Mention(from, 1, number));
  }

  /** The one thing whose name is a letter away from a word. */
  private Optional<Integer> nearly(String stem) {
    if (stem.length() < LONG_ENOUGH) {
      return Optional.empty();
    }
    List<Integer> near = new ArrayList<>();
    for (int length = stem.length() - 1; length <= stem.length() + 1; length++) {
      for (String name : byLength.getOrDefault(length, List.of())) {
        if (Spelling.isOneLetterAway(stem, name)) {
          near.add(things.get(List.of(name)));
        }
      }
    }
    return near.stream().distinct().count() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
  }

  /** Every name of a thing, each as the stems of its words. */
  public List<List<String>> names(int number) {
    return names.get(number);
  }
}
