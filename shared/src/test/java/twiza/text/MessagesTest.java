package twiza.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.place.Language;

class MessagesTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
  private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");

  /** A figure, and a word that does not begin another thought, such as "of" or "to". */
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\{(count|min|max|days|minutes|months|hours|left|asked|allowed|most|total|load|ideas"
              + "|jurors|reviews|entries|removed|kept)}[ \u00a0]"
              + "(?!(sur|et|à|au plus|of|to|and|at most|left|من|على|و)(?!\\p{L}))\\p{L}");

  @ParameterizedTest
  @EnumSource
  void no_language_lacks_a_key_or_has_one_too_many(Language language) {
    assertThat(Messages.in(language).sentences()).isEqualTo(Messages.in(Language.FR).sentences());
  }

  @ParameterizedTest
  @EnumSource
  void every_language_uses_the_same_placeholders(Language language) {
    Messages messages = Messages.in(language);
    Messages french = Messages.in(Language.FR);
    for (String key : french.sentences()) {
      String whole = french.counts(key) ? key + ".other" : key;
      assertThat(placeholders(messages, whole)).as(key).isEqualTo(placeholders(french, whole));
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_counted_has_every_form_that_its_language_needs(Language language) {
    Messages messages = Messages.in(language);
    Set<String> needed = formsOf(messages.textLanguage());
    for (String key : countedIn(messages)) {
      assertThat(messages.startingWith(key + ".").keySet())
          .as(key)
          .filteredOn(form -> FORM.matcher(form.substring(key.length())).matches())
          .containsExactlyInAnyOrderElementsOf(needed.stream().map(form -> key + form).toList());
    }
  }

  /** What a word counts in itself, such as one or two, need not be written as a figure. */
  @ParameterizedTest
  @EnumSource
  void a_form_names_nothing_that_the_whole_sentence_does_not(Language language) {
    Messages messages = Messages.in(language);
    for (String key : countedIn(messages)) {
      Set<String> whole = placeholders(messages, key + ".other");
      for (String form : formsOf(messages.textLanguage())) {
        assertThat(whole).as(key + form).containsAll(placeholders(messages, key + form));
        assertThat(placeholders(messages, key + form))
            .as(key + form)
            .hasSizeGreaterThanOrEqualTo(whole.size() - 1);
      }
    }
  }

  /** "5 characters" asks for another form at 1; "5 of 8" and "Ideas: 5" do not. */
  @ParameterizedTest
  @EnumSource
  void a_number_before_what_it_counts_stands_in_a_sentence_with_forms(Language language) {
    Messages messages = Messages.in(language);
    assertThat(messages.keys())
        .filteredOn(key -> COUNTED.matcher(messages.text(key)).find())
        .filteredOn(key -> !messages.counts(FORM.matcher(key).replaceFirst("")))
        .isEmpty();
  }

  @Test
  void a_sentence_takes_the_form_of_the_first_number_among_its_values() {
    assertThat(Messages.in(Language.AR).text("count.min", "min", 5)).isEqualTo("5 أحرف على الأقل");
    assertThat(Messages.in(Language.AR).text("count.min", "min", 2)).isEqualTo("حرفان على الأقل");
    assertThat(Messages.in(Language.ZGH).text("count.min", "min", 11L))
        .isEqualTo("11 حرفا على الأقل");
    assertThat(Messages.in(Language.FR).text("desk.calls.uptake.text", "count", 1))
        .isEqualTo("Un appel concerne une idée que quelqu’un veut réaliser.");
    assertThat(Messages.in(Language.EN).text("error.field.TOO_LONG", "max", 4000))
        .isEqualTo("Write at most 4,000 characters.");
    assertThat(Messages.in(Language.EN).text("count.min", "shown", "30+", "min", 30))
        .isEqualTo("At least 30 characters");
  }

  @Test
  void a_sentence_that_counts_is_refused_without_a_number() {
    assertThatThrownBy(() -> Messages.in(Language.FR).text("count.min", "min", "5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("count.min");
  }

  /** Of two, the one that is read is not the one that somebody has just changed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages.fr",
        "messages.ar",
        "messages.en",
        "messages.zgh",
        "mail.fr",
        "mail.ar",
        "mail.en",
        "mail.zgh"
      })
  void no_key_stands_twice(String catalogue) throws IOException {
    try (InputStream file = Messages.class.getResourceAsStream(catalogue + ".properties")) {
      List<String> keys =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && line.contains("="))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertThat(keys).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_message_is_blank_or_badly_encoded(Language language) {
    Messages messages = Messages.in(language);
    assertThat(messages.keys())
        .allSatisfy(key -> assertThat(messages.text(key)).isNotEmpty().doesNotContain("\ufffd"));
  }

  @Test
  void a_placeholder_takes_the_value_of_its_name() {
    assertThat(Messages.in(Language.EN).text("error.field.OUT_OF_RANGE", "max", 100, "min", 0))
        .isEqualTo("Write a number between 0 and 100.");
  }

  @Test
  void a_value_that_looks_like_a_placeholder_is_left_alone() {
    assertThat(Messages.in(Language.EN).text("footer.email", "value", "{value}"))
        .isEqualTo("E-mail: {value}");
  }

  @Test
  void an_unknown_key_is_refused_by_its_name() {
    assertThatThrownBy(() -> Messages.in(Language.FR).text("no.such.key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such.key");
  }

  @Test
  void tamazight_under_review_speaks_arabic_from_right_to_left() {
    Messages tamazight = Messages.in(Language.ZGH);
    assertThat(tamazight.text("submit.button"))
        .isEqualTo(Messages.in(Language.AR).text("submit.button"));
    assertThat(tamazight.language()).isEqualTo(Language.ZGH);
    assertThat(tamazight.textLanguage()).isEqualTo(Language.AR);
    assertThat(tamazight.dir()).isEqualTo("rtl");
  }

  /** CLDR's categories but those for nothing and for millions, which read as the last one. */
  private static Set<String> formsOf(Language language) {
    return switch (language) {
      case FR, EN -> Set.of(".one", ".other");
      case AR -> Set.of(".one", ".two", ".few", ".many", ".other");
      case ZGH -> Set.of(".other");
    };
  }

  private static List<String> countedIn(Messages messages) {
    return messages.sentences().stream().filter(messages::counts).toList();
  }

  private static Set<String> placeholders(Messages messages, String key) {
    return PLACEHOLDER
        .matcher(messages.text(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
