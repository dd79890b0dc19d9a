package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twiza.place.Language;
import twiza.place.Places;
import twiza.text.Messages;
import twiza.text.MostlyReviewed;

/** Tamazight is reviewed but for a few sentences, which are Arabic. */
class ArabicStandsInTest {

  private static final Messages TAMAZIGHT = MostlyReviewed.tamazight();

  private static final Pages PAGES =
      new Pages(
          Places.load(), language -> language == Language.ZGH ? TAMAZIGHT : Messages.in(language));

  static List<String> pages() {
    return List.of(
        PAGES.home(Language.ZGH),
        PAGES.submit(Language.ZGH, FormView.EMPTY),
        PAGES.receipt(Language.ZGH, Optional.empty()),
        PAGES.follow(Language.ZGH),
        PAGES.jury(Language.ZGH),
        PAGES.deskResults(Language.ZGH),
        PAGES.bank(Language.ZGH, Samples.bank(Samples.FIGS)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_page_is_tamazight_and_what_is_arabic_in_it_says_so(String html) {
    assertThat(html)
        .contains("<html lang=\"zgh\" dir=\"ltr\" data-language=\"zgh\">")
        .contains("<span lang=\"ar\" dir=\"rtl\">");
    assertThat(withoutArabicElements(html.substring(html.indexOf("<body>"))))
        .doesNotContainPattern("\\p{IsArabic}");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothing_else_is_left_of_the_mark(String html) {
    assertThat(html)
        .doesNotContainPattern("[\\ufdd0\\ufdd1]")
        .doesNotContainPattern("<(title|option|textarea|text)[^>]*>[^<]*<span")
        .doesNotContainPattern("=\"[^\"<>]*<span");
  }

  @Test
  void a_script_is_told_what_is_arabic() {
    String standIn =
        TAMAZIGHT.startingWith("field.").keySet().stream()
            .filter(TAMAZIGHT::isStandIn)
            .findFirst()
            .orElseThrow();
    String said = new Sentences(Places.load()).of(List.of("field."), TAMAZIGHT);
    assertThat(said.substring(said.indexOf("\"standIns\":"))).contains("\"" + standIn + "\"");
    assertThat(new Sentences(Places.load()).of("submit.js", Language.FR))
        .doesNotContain("standIns");
  }

  /** What is left of a page without elements that say that they are Arabic, and without tags. */
  private static String withoutArabicElements(String html) {
    String rest =
        html.replaceAll("(?s)<(title|option|textarea|text|script)\\b.*?</\\1>", "")
            .replaceAll("(?s)</?(bdi|strong|b|br|em|small|time)(?! lang)[^>]*>", "");
    String before;
    do {
      before = rest;
      rest = rest.replaceAll("(?s)<(\\w+)\\b[^>]* lang=\"ar\"[^>]*>[^<]*</\\1>", "");
    } while (!rest.equals(before));
    return rest.replaceAll("(?s)<[^>]*>", "");
  }
}
