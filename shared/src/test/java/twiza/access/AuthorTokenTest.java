package twiza.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.settings.TestKeys;

class AuthorTokenTest {

  private static final String IDEA = "01JTWZ00000000000000000042";

  private final Fingerprints fingerprints = TestKeys.fingerprints();

  @Test
  void reads_back_what_it_wrote() {
    AuthorToken token = AuthorToken.onReceipt(IDEA, fingerprints);
    assertThat(AuthorToken.parse(token.toString())).contains(token);
  }

  @Test
  void in_a_mail_sent_twice_is_the_same_and_in_another_mail_another() {
    AuthorToken first = AuthorToken.inMail(IDEA, "EVENT#1 AUTHOR", fingerprints);
    assertThat(AuthorToken.inMail(IDEA, "EVENT#1 AUTHOR", fingerprints)).isEqualTo(first);
    assertThat(AuthorToken.inMail(IDEA, "EVENT#2 AUTHOR", fingerprints)).isNotEqualTo(first);
    assertThat(AuthorToken.onReceipt(IDEA, fingerprints)).isNotEqualTo(first);
  }

  @Test
  void is_kept_as_a_hash_that_does_not_show_the_secret() {
    AuthorToken token = AuthorToken.onReceipt(IDEA, fingerprints);
    assertThat(token.credential()).matches("[0-9a-f]{64}").doesNotContain(token.secret());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "null",
        "01JTWZ00000000000000000042",
        "01JTWZ00000000000000000042.short",
        "01JTWZ00000000000000000042.AAAAAAAAAAAAAAAAAAAAAAA",
        "01jtwz00000000000000000042.AAAAAAAAAAAAAAAAAAAAAA",
        "01JTWZ00000000000000000042.AAAAAAAAAAAAAAAAAAAAAA\n"
      })
  void is_nothing_else(String text) {
    assertThat(AuthorToken.parse(text)).isEmpty();
  }
}
