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

  @ParameterizedTest
  @EnumSource
  void no_language_lacks_a_key_or_has_one_too_many(Language language) {
    assertThat(Messages.in(language).keys()).isEqualTo(Messages.in(Language.FR).keys());
  }

  @ParameterizedTest
  @EnumSource
  void every_language_uses_the_same_placeholders(Language language) {
    for (String key : Messages.in(Language.FR).keys()) {
      assertThat(placeholders(Messages.in(language), key))
          .as(key)
          .isEqualTo(placeholders(Messages.in(Language.FR), key));
    }
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

  private static Set<String> placeholders(Messages messages, String key) {
    return PLACEHOLDER
        .matcher(messages.text(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
