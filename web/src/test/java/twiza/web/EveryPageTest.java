package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import twiza.place.Language;
import twiza.text.Messages;

class EveryPageTest {

  private static final Pattern FIELD =
      Pattern.compile("<(?:input(?! type=\"hidden\")|select|textarea)\\s[^>]*>", Pattern.DOTALL);

  static Stream<Arguments> pages() {
    return Stream.of(Language.values())
        .flatMap(
            language ->
                Samples.everyPage(language).entrySet().stream()
                    .map(page -> Arguments.of(language, page.getKey(), page.getValue())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void says_its_language_and_direction(Language language, String name, String html) {
    Messages messages = Messages.in(language);
    assertThat(html)
        .contains(
            "<html lang=\"%s\" dir=\"%s\" data-language=\"%s\">"
                .formatted(messages.textLanguage().tag(), messages.dir(), language.tag()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void has_one_title_one_heading_and_a_description(Language language, String name, String html) {
    assertThat(all("<title>[^<]+</title>", html)).hasSize(1);
    assertThat(all("<h1[ >]", html)).hasSize(1);
    assertThat(all("<meta name=\"description\" content=\"[^\"]+\">", html)).hasSize(1);
  }

  /** What staff and jurors work with has a style sheet more. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void shows_after_few_bytes(Language language, String name, String html) {
    if (!html.contains("/assets/work.")) {
      assertThat(Samples.bytesBeforeAnythingShows(html)).isLessThan(14_000);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void leaves_no_placeholder_open(Language language, String name, String html) {
    String visible = html.replaceAll("(?s)<script type=\"application/json\".*?</script>", "");
    assertThat(all("\\{\\w+}", visible)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void labels_every_field(Language language, String name, String html) {
    for (String field : FIELD.matcher(html).results().map(MatchResult::group).toList()) {
      List<String> id = all("(?<= id=\")[^\"]+", field);
      boolean labelled =
          id.isEmpty()
              ? Pattern.compile("<label[^>]*>\\s*" + Pattern.quote(field)).matcher(html).find()
              : html.contains("for=\"" + id.getFirst() + "\"");
      assertThat(labelled).as(field).isTrue();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void uses_an_id_once(Language language, String name, String html) {
    assertThat(all("(?<= id=\")[^\"]+", html)).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void describes_and_labels_by_elements_that_exist(Language language, String name, String html) {
    List<String> ids = all("(?<= id=\")[^\"]+", html);
    for (String references : all("(?<=aria-(?:describedby|labelledby)=\")[^\"]+", html)) {
      assertThat(references.split(" ")).isSubsetOf(ids);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void fits_a_strict_content_security_policy(Language language, String name, String html) {
    assertThat(html).doesNotContain("<style").doesNotContain(" style=").doesNotContain("<script>");
    assertThat(all("\\son\\w+=", html)).isEmpty();
    assertThat(all("(?<=(?:src|href)=\")(?:https?:)?//[^\"]+", html))
        .allMatch(address -> address.startsWith("https://twiza.example/"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void names_only_assets_that_exist(Language language, String name, String html) {
    Map<String, String> assets = Samples.PAGES.assets().contents();
    assertThat(all("(?<=\")/assets/[^\"]+", html)).isNotEmpty().isSubsetOf(assets.keySet());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pages")
  void offers_itself_in_the_other_languages(Language language, String name, String html) {
    for (Language other : Language.values()) {
      assertThat(html).contains("lang=\"%s\" dir=\"%s\"".formatted(other.tag(), other.direction()));
    }
  }

  private static List<String> all(String pattern, String html) {
    return Pattern.compile(pattern).matcher(html).results().map(MatchResult::group).toList();
  }
}
