package twiza.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import twiza.settings.TestKeys;

class ConfirmationCodeTest {

  private final Fingerprints fingerprints = TestKeys.fingerprints();

  @Test
  void is_six_digits_of_its_own_for_each_address_asked() {
    assertThat(
            IntStream.range(0, 200)
                .mapToObj(serial -> ConfirmationCode.of("idea", serial, fingerprints)))
        .allMatch(code -> code.matches("[0-9]{6}"));
    assertThat(ConfirmationCode.of("idea", 1, fingerprints))
        .isEqualTo(ConfirmationCode.of("idea", 1, fingerprints))
        .isNotEqualTo(ConfirmationCode.of("idea", 2, fingerprints))
        .isNotEqualTo(ConfirmationCode.of("another", 1, fingerprints));
  }

  @Test
  void matches_however_it_was_grouped() {
    assertThat(ConfirmationCode.matches("012 345", "012345")).isTrue();
    assertThat(ConfirmationCode.matches(" 012-345 ", "012345")).isTrue();
    assertThat(ConfirmationCode.matches("12345", "012345")).isFalse();
    assertThat(ConfirmationCode.matches("", "012345")).isFalse();
  }
}
