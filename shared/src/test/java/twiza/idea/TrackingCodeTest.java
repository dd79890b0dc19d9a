package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingCodeTest {

  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  static Stream<String> codes() {
    return IntStream.range(0, 50).mapToObj(seed -> TrackingCode.random(new Random(seed)));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void is_three_groups_of_characters_that_are_hard_to_mistake(String code) {
    String group = "[" + ALPHABET + "]{3}";
    assertThat(code).matches(group + "-" + group + "-" + group);
    assertThat(TrackingCode.parse(code)).contains(code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void no_single_wrong_character_makes_another_code(String code) {
    String plain = code.replace("-", "");
    for (int i = 0; i < plain.length(); i++) {
      for (int c = 0; c < ALPHABET.length(); c++) {
        char other = ALPHABET.charAt(c);
        if (other != plain.charAt(i)) {
          String typed = plain.substring(0, i) + other + plain.substring(i + 1);
          assertThat(TrackingCode.parse(typed)).as(typed).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void no_two_characters_swapped_make_another_code(String code) {
    String plain = code.replace("-", "");
    for (int i = 0; i < plain.length(); i++) {
      for (int j = i + 1; j < plain.length(); j++) {
        StringBuilder typed = new StringBuilder(plain);
        typed.setCharAt(i, plain.charAt(j));
        typed.setCharAt(j, plain.charAt(i));
        if (!typed.toString().equals(plain)) {
          assertThat(TrackingCode.parse(typed.toString())).as(typed.toString()).isEmpty();
        }
      }
    }
  }

  @Test
  void is_read_however_it_was_typed() {
    String code = TrackingCode.random(new Random(7));
    String plain = code.replace("-", "");
    assertThat(
            Stream.of(
                plain,
                code.toLowerCase(Locale.ROOT),
                " " + code.replace('-', ' ') + "\n",
                code.replace('-', '–'),
                code.replace('-', '.')))
        .allSatisfy(typed -> assertThat(TrackingCode.parse(typed)).contains(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "7KM-2XQ", "7KM-2XQ-HRAA", "OOO-III-LLL", "١٢٣-٤٥٦-٧٨٩", "😀😀😀"})
  void is_nothing_else(String typed) {
    assertThat(TrackingCode.parse(typed)).isEmpty();
  }
}
