package twiza.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import twiza.place.Language;

/**
 * Every sentence that a person reads, in one language. The sentences stand in {@code
 * messages.*.properties} and {@code mail.*.properties} beside this class; a value is one whole
 * sentence with named placeholders such as {@code {name}}.
 *
 * <p>A sentence that counts something has a value for each form that its language needs, such as
 * {@code count.min.one}, {@code count.min.two} and {@code count.min.other} (see {@link Plural}). It
 * is asked for by the key without the form; the first number among the values decides.
 *
 * <p>A Tamazight sentence counts once its key is listed under {@code reviewed} in its file; until
 * then the Arabic one stands in for it.
 */
public final class Messages {

  private static final String[] FILES = {"messages", "mail"};
  private static final String REVIEWED = "reviewed";

  /** From this share of reviewed sentences on, a page counts as Tamazight. */
  private static final double OWN_LANGUAGE_SHARE = 0.9;

  private static final Map<Language, Messages> ALL = loadAll();

  private final Language language;
  private final SortedMap<String, String> own;
  private final SortedMap<String, String> texts;
  private final boolean underReview;

  /**
   * @param own the language's own sentences, by key
   * @param standIns what stands in for those that are missing
   */
  Messages(Language language, Map<String, String> own, Map<String, String> standIns) {
    this.language = language;
    this.own = new TreeMap<>(own);
    this.texts = new TreeMap<>(standIns);
    this.texts.putAll(own);
    this.underReview =
        language == Language.ZGH
            && sentences(own.keySet()).size() < sentences().size() * OWN_LANGUAGE_SHARE;
  }

  public static Messages in(Language language) {
    return ALL.get(language);
  }

  public Language language() {
    return language;
  }

  /** The language most of the sentences are really in: Arabic for a Tamazight under review. */
  public Language textLanguage() {
    return underReview() ? Language.AR : language;
  }

  /** Whether too few sentences are reviewed for the pages to be read in this language. */
  public boolean underReview() {
    return underReview;
  }

  /** The value of the HTML attribute {@code dir} that fits {@link #textLanguage()}. */
  public String dir() {
    return textLanguage().direction();
  }

  public boolean has(String key) {
    return texts.containsKey(key) || texts.containsKey(key + Plural.OTHER.suffix());
  }

  /** Whether the sentence is not in {@link #language()} but an Arabic one in its place. */
  public boolean isStandIn(String key) {
    return has(key) && !own.containsKey(key) && !own.containsKey(key + Plural.OTHER.suffix());
  }

  /**
   * The sentence as it stands, with its placeholders.
   *
   * @throws IllegalArgumentException when the catalogue lacks the key
   */
  public String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    return text;
  }

  /**
   * The sentence with its placeholders filled.
   *
   * @param namesAndValues a placeholder's name, its value, the next name, ...; a name that the
   *     sentence lacks is left out. A number in a sentence that counts is written as {@link
   *     Formats#number} does
   * @throws IllegalArgumentException when the catalogue lacks the key, or the sentence counts and
   *     no value is a number
   */
  public String text(String key, Object... namesAndValues) {
    return texts.containsKey(key)
        ? filled(text(key), namesAndValues)
        : filled(text(key + form(key, namesAndValues)), written(namesAndValues));
  }

  private String form(String key, Object... namesAndValues) {
    Language speaking = isStandIn(key) ? Language.AR : language;
    for (int i = 1; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i] instanceof Number number) {
        String form = Plural.of(speaking, number.longValue()).suffix();
        return texts.containsKey(key + form) ? form : Plural.OTHER.suffix();
      }
    }
    throw new IllegalArgumentException("no message " + key + ", or no number for its form");
  }

  private Object[] written(Object... namesAndValues) {
    Object[] written = namesAndValues.clone();
    for (int i = 1; i < written.length; i += 2) {
      if (written[i] instanceof Number number) {
        written[i] = Formats.grouped(number.longValue(), text("format.group"));
      }
    }
    return written;
  }

  private static String filled(String text, Object... namesAndValues) {
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      filled.append(text, from, open);
      filled.append(value(text.substring(open + 1, close), namesAndValues));
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** The sentences whose key starts with the prefix, by key. */
  public SortedMap<String, String> startingWith(String prefix) {
    return Collections.unmodifiableSortedMap(texts.subMap(prefix, prefix + Character.MAX_VALUE));
  }

  Set<String> keys() {
    return Collections.unmodifiableSet(texts.keySet());
  }

  /** The keys, one for all the forms of a sentence that counts. */
  Set<String> sentences() {
    return sentences(texts.keySet());
  }

  private Set<String> sentences(Set<String> keys) {
    Set<String> sentences = new TreeSet<>();
    keys.forEach(key -> sentences.add(counts(withoutForm(key)) ? withoutForm(key) : key));
    return sentences;
  }

  /** Whether the sentence counts something, and so stands in several forms. */
  boolean counts(String key) {
    return texts.containsKey(key + Plural.ONE.suffix())
        && texts.containsKey(key + Plural.OTHER.suffix());
  }

  private static String withoutForm(String key) {
    for (Plural form : Plural.values()) {
      if (key.endsWith(form.suffix())) {
        return key.substring(0, key.length() - form.suffix().length());
      }
    }
    return key;
  }

  private static Object value(String name, Object... namesAndValues) {
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      if (name.equals(namesAndValues[i])) {
        return namesAndValues[i + 1];
      }
    }
    return "{" + name + "}";
  }

  private static Map<Language, Messages> loadAll() {
    Map<Language, Messages> all = new EnumMap<>(Language.class);
    Map<String, String> arabic = load(Language.AR);
    for (Language language : Language.values()) {
      all.put(
          language,
          language == Language.ZGH
              ? new Messages(language, load(language), arabic)
              : new Messages(language, load(language), Map.of()));
    }
    return all;
  }

  private static Map<String, String> load(Language language) {
    Map<String, String> texts = new HashMap<>();
    for (String file : FILES) {
      Map<String, String> read = read(file + "." + language.tag() + ".properties");
      String reviewed = read.remove(REVIEWED);
      if (reviewed != null) {
        read.keySet().retainAll(Set.of(reviewed.strip().split("\\s+")));
      }
      texts.putAll(read);
    }
    return texts;
  }

  private static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (InputStream stream = Messages.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no message file " + file);
      }
      properties.load(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    Map<String, String> texts = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
