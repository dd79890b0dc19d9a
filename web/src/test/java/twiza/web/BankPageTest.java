package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.delegation.Guide;
import twiza.place.Language;
import twiza.text.Messages;

class BankPageTest {

  @Test
  void a_card_leads_to_its_idea_and_names_places_and_sectors() {
    assertThat(Samples.PAGES.bank(Language.AR, Samples.bank(Samples.FIGS)))
        .contains("href=\"/ar/ideas/01JABCDEF/\"")
        .contains("أزيلال")
        .contains("المواد الغذائية")
        .contains("نُشرت في 1 أكتوبر 2026");
  }

  @Test
  void the_filters_are_a_plain_form_that_remembers_the_choice() {
    assertThat(Samples.PAGES.bank(Language.FR, Samples.bank(Samples.FIGS)))
        .contains("<form class=\"filters\" method=\"get\" action=\"/fr/ideas/\">")
        .contains("<option value=\"05.081\" selected>Azilal</option>");
  }

  @Test
  void the_next_page_keeps_the_choice() {
    assertThat(Samples.PAGES.bank(Language.FR, Samples.bank(Samples.FIGS)))
        .contains("href=\"/fr/ideas/?province=05.081&amp;cursor=cursor-2\"");
  }

  @Test
  void another_language_keeps_the_choice_and_the_place_in_the_menu() {
    assertThat(Samples.PAGES.bank(Language.FR, Samples.bank(Samples.FIGS)))
        .contains("<a href=\"/ar/ideas/?province=05.081\" lang=\"ar\"")
        .contains("<a href=\"/fr/ideas/\" aria-current=\"page\">");
  }

  @Test
  void a_list_shows_the_beginning_of_a_long_summary_up_to_the_end_of_a_word() {
    CardView card = summarised("تجفيف ".repeat(80).strip());
    assertThat(card.brief()).hasSizeBetween(190, 201).endsWith(" تجفيف…");
    assertThat(Samples.PAGES.bank(Language.AR, Samples.bank(card)))
        .contains(card.brief())
        .doesNotContain(card.summary());
    assertThat(summarised("Court.").brief()).isEqualTo("Court.");
  }

  /** Twenty different ones, each with as long a summary as there may be. */
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"FR", "AR"})
  void a_full_page_and_its_styles_stay_light(Language language) {
    List<String> words =
        Pattern.compile("\\P{L}+")
            .splitAsStream(String.join(" ", Messages.in(language).startingWith("home.").values()))
            .filter(word -> word.length() > 2)
            .toList();
    Random random = new Random(1);
    CardView[] cards = new CardView[20];
    for (int i = 0; i < cards.length; i++) {
      StringBuilder summary = new StringBuilder();
      while (summary.length() < 480) {
        summary.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      cards[i] = summarised(summary.toString().strip());
    }
    assertThat(Samples.bytesBeforeAnythingShows(Samples.PAGES.bank(language, Samples.bank(cards))))
        .isLessThan(14_000);
  }

  private static CardView summarised(String summary) {
    return new CardView(
        "01JABCDEF",
        "Sécher les figues",
        summary,
        "05.081",
        "Ouaoula",
        "FOOD",
        "ar",
        "SEEK_MEMBERS",
        "PREPARING",
        "COOPERATIVE",
        "Coopérative Tifaouine",
        Instant.parse("2026-10-01T10:00:00Z"),
        List.of(),
        "");
  }

  @Test
  void an_empty_bank_says_what_to_do_next() {
    assertThat(Samples.PAGES.bank(Language.EN, new BankView("", "", "", List.of(), "")))
        .contains("No idea here for the moment")
        .contains("href=\"/en/submit/\"")
        .doesNotContain("rel=\"next\"");
  }

  @Test
  void an_idea_can_be_shared_by_its_title_and_summary() {
    assertThat(Samples.PAGES.idea(Language.FR, Samples.SHEET, ""))
        .contains("<meta property=\"og:title\" content=\"Sécher les figues d&#39;Ouaoula\">")
        .contains("<link rel=\"canonical\" href=\"/fr/ideas/01JABCDEF/\">")
        .contains("150\u202f000 DH")
        .contains("<bdi>60\u00a0%</bdi>");
  }

  @Test
  void an_author_may_publish_only_the_title_and_the_summary() {
    IdeaView partial =
        new IdeaView(
            Samples.FIGS,
            Samples.FIGS.publishedAt(),
            Map.of(),
            Map.of(),
            false,
            null,
            List.of(),
            "TAKE_UP",
            List.of(),
            null,
            Guide.Content.NOTHING);
    assertThat(Samples.PAGES.idea(Language.EN, partial, ""))
        .contains("The author chose to publish only the title and the summary.");
  }

  @Test
  void a_page_tells_who_builds_the_idea_where_since_when_and_how_to_ask() {
    assertThat(Samples.PAGES.idea(Language.FR, Samples.SHEET, ""))
        .contains("En activité à Azilal depuis mai 2027")
        .contains("En préparation à Béni Mellal depuis juin 2027")
        .contains("<bdi dir=\"ltr\">13/4521</bdi>")
        .contains("action=\"/api/ideas/01JABCDEF/interests?language=fr\"")
        .contains("Rejoindre l’auteur");
    assertThat(Samples.PAGES.bank(Language.FR, Samples.bank(Samples.FIGS)))
        .contains("Coopérative en activité");
  }

  private static IdeaView translated(boolean older) {
    return new IdeaView(
        Samples.FIGS,
        Samples.FIGS.publishedAt(),
        Map.of(),
        Map.of(),
        true,
        new IdeaView.Note("Un local est trouvé.", Instant.parse("2026-10-20T10:00:00Z")),
        List.of(new IdeaView.Title("ar", "تجفيف التين", "مجفف مشترك للتين.", older)),
        "JOIN",
        List.of(),
        null,
        Guide.Content.NOTHING);
  }

  @Test
  void an_idea_is_titled_in_the_language_of_the_page_when_staff_translated_it() {
    assertThat(Samples.PAGES.idea(Language.AR, translated(false), ""))
        .contains("<h1 dir=\"auto\" lang=\"ar\">تجفيف التين</h1>")
        .contains("<bdi lang=\"fr\">Sécher les figues")
        .contains(Messages.in(Language.AR).text("idea.translated"));
    assertThat(Samples.PAGES.idea(Language.FR, translated(false), ""))
        .contains("<h1 dir=\"auto\" lang=\"fr\">")
        .doesNotContain("تجفيف");
  }

  @Test
  void a_translation_of_an_older_text_says_so() {
    assertThat(Samples.PAGES.idea(Language.AR, translated(true), ""))
        .contains(Messages.in(Language.AR).text("idea.translated.older"));
  }

  @Test
  void a_note_of_the_delegation_stands_on_the_page() {
    assertThat(Samples.PAGES.idea(Language.FR, translated(false), ""))
        .contains("Note de la délégation")
        .contains("Un local est trouvé.");
  }
}
