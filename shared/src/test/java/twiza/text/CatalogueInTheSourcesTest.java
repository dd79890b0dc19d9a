package twiza.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.place.Language;

/** The catalogue of messages against the templates, scripts and classes that speak it. */
class CatalogueInTheSourcesTest {

  /** Keys put together from a code in a way that no literal of the sources shows. */
  private static final Map<String, String> FROM_CODES =
      Map.of(
          "field.author.", "a hint is there for some fields of a group only",
          "field.party.", "a hint is there for some fields of a group only",
          "mail.pathReported.", "the stage of a project follows",
          "reason.", "a choice and a number follow",
          "said.", "the choices of a group of radio buttons",
          "source.", "the choices of a group of radio buttons",
          "uptake.call.", "who is called and what happened follow",
          "whatsapp.uptake.", "who is written to and what happened follow");

  /** Whole sentences, one after the other. */
  private static final Set<String> WHOLE_SENTENCES = Set.of("results.jte", "CallJson.java");

  private static final String CALL = "text\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)";
  private static final String GLUE = "[\\s\\u00a0]*[:,;–-]?[\\s\\u00a0]*";
  private static final List<Pattern> GLUED =
      List.of(
          Pattern.compile("\\b" + CALL + "\\s*\\+\\s*\"" + GLUE + "\"\\s*\\+"),
          Pattern.compile("\\+\\s*\"" + GLUE + "\"\\s*\\+\\s*(?:\\w+\\.)*text\\("),
          Pattern.compile("\\$\\{(?:\\w+\\.)*" + CALL + "}" + GLUE + "\\$\\{(?!\\s*\\n)"),
          Pattern.compile("}[ \\u00a0]*[:,;–-]?[ \\u00a0]*\\$\\{(?:\\w+\\.)*text\\("));

  /** The names of things that French and English share. */
  private static final Set<String> COGNATES =
      Set.of(
          "audit.column.at",
          "audit.column.kind",
          "bank.filter.province",
          "decide.against.option",
          "desk.board.province",
          "desk.jury.organisation",
          "desk.nav.audit",
          "desk.queue.correction",
          "desk.region.contacts",
          "desk.results.chance.OPEN",
          "field.commune.label",
          "field.province.label",
          "follow.revision",
          "format.minutes.one",
          "format.minutes.other",
          "ideas.column.commune",
          "ideas.column.intention",
          "ideas.column.province",
          "interest.contact.party",
          "mail.decide.contact",
          "mail.signIn.code",
          "search.filter.province",
          "site.name",
          "site.title",
          "start.CAPITAL",
          "terms.version");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

  private static final Map<String, String> SOURCES = sources();

  @Test
  void every_message_is_said_somewhere() {
    Literals literals = Literals.of(SOURCES.values());
    assertThat(Messages.in(Language.FR).sentences())
        .filteredOn(key -> FROM_CODES.keySet().stream().noneMatch(key::startsWith))
        .filteredOn(key -> !literals.name(key))
        .isEmpty();
  }

  @Test
  void what_is_excused_from_being_said_is_still_there() {
    assertThat(FROM_CODES.keySet())
        .allSatisfy(
            prefix -> assertThat(Messages.in(Language.FR).startingWith(prefix)).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({"FR, AR", "AR, EN", "FR, EN"})
  void what_is_said_in_one_language_is_not_said_in_another(Language one, Language other) {
    Messages in = Messages.in(one);
    Messages there = Messages.in(other);
    Set<String> same =
        in.keys().stream()
            .filter(key -> there.keys().contains(key))
            .filter(key -> in.text(key).equals(there.text(key)))
            .filter(key -> LETTERS.matcher(wordsOf(in.text(key))).find())
            .collect(Collectors.toSet());
    assertThat(same).isEqualTo(other == Language.EN && one == Language.FR ? COGNATES : Set.of());
  }

  /** A language puts the parts of a sentence in an order of its own, and spaces its colons. */
  @Test
  void no_sentence_is_glued_from_pieces() {
    List<String> glued = new ArrayList<>();
    SOURCES.forEach(
        (file, source) -> {
          if (WHOLE_SENTENCES.stream().noneMatch(file::endsWith)) {
            GLUED.stream()
                .flatMap(pattern -> pattern.matcher(source).results())
                .forEach(found -> glued.add(file + ": " + found.group()));
          }
        });
    assertThat(glued).isEmpty();
  }

  private static String wordsOf(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("");
  }

  /** What the product's own sources hold; the list of what each script speaks names prefixes. */
  private static Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    for (String directory : List.of("../shared", "../web", "../functions")) {
      try (Stream<Path> files = Files.walk(Path.of(directory))) {
        files
            .filter(CatalogueInTheSourcesTest::speaks)
            .forEach(file -> sources.put(file.toString(), read(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }

  private static boolean speaks(Path file) {
    String name = file.toString();
    return name.matches(".*\\.(java|jte|js)")
        && name.contains("src/main/")
        && !name.contains("/target/")
        && !name.endsWith("Sentences.java");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How the sources name keys: as a whole, by a pattern with a gap, or by a beginning and an ending
   * around a code.
   */
  private record Literals(
      Set<String> whole, List<Pattern> patterns, Set<String> beginnings, Set<String> endings) {

    private static final Pattern QUOTED = Pattern.compile("[\"`]([\\w.${}()-]+)(?=[\"`])");
    private static final Pattern TEMPLATE = Pattern.compile("`([^`\\n]*)(?=`)");
    private static final Pattern GAP = Pattern.compile("\\$\\{[^{}]*}");
    private static final String SEGMENT = "\\w+";

    static Literals of(Iterable<String> sources) {
      Set<String> whole = new HashSet<>();
      for (String source : sources) {
        Stream.of(QUOTED, TEMPLATE)
            .flatMap(pattern -> pattern.matcher(source).results())
            .map(found -> found.group(1))
            .forEach(whole::add);
      }
      return new Literals(
          whole,
          whole.stream()
              .filter(it -> it.matches("[a-zA-Z][\\w.]*\\$\\{.*"))
              .map(Literals::gaps)
              .toList(),
          matching(whole, "[a-zA-Z][\\w.]*\\."),
          matching(whole, "\\.[\\w.]+"));
    }

    private static Pattern gaps(String template) {
      return Pattern.compile(
          Stream.of(GAP.split(template, -1))
              .map(Pattern::quote)
              .collect(Collectors.joining("[\\w.-]+")));
    }

    private static Set<String> matching(Set<String> literals, String form) {
      return literals.stream().filter(it -> it.matches(form)).collect(Collectors.toSet());
    }

    boolean name(String key) {
      return whole.contains(key)
          || patterns.stream().anyMatch(pattern -> pattern.matcher(key).matches())
          || begun(key)
          || endings.stream()
              .filter(key::endsWith)
              .map(ending -> key.substring(0, key.length() - ending.length()))
              .anyMatch(stem -> whole.contains(stem) || begun(stem));
    }

    private boolean begun(String key) {
      return beginnings.stream()
          .anyMatch(
              beginning ->
                  key.startsWith(beginning) && key.substring(beginning.length()).matches(SEGMENT));
    }
  }
}
