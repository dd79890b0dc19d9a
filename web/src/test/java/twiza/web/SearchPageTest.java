package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.place.Language;

class SearchPageTest {

  private static final String FOUND =
      Samples.PAGES.search(Language.FR, Samples.search(Samples.FIGS));

  @Test
  void what_was_looked_for_is_marked_and_nothing_of_it_is_markup() {
    assertThat(FOUND)
        .contains("Sécher les <mark>figues</mark> d'Ouaoula")
        .contains("<mark>&lt;b&gt;figues&lt;/b&gt;</mark>");
  }

  @Test
  void the_form_is_plain_and_remembers_what_was_asked_with_counts() {
    assertThat(FOUND)
        .contains("role=\"search\" method=\"get\" action=\"/fr/search/\"")
        .contains("name=\"q\" type=\"search\" value=\"figues\" dir=\"auto\"")
        .contains("<option value=\"05.081\" selected>Azilal (3)</option>")
        .contains("<option value=\"FOOD\">Denrées alimentaires (3)</option>");
  }

  @Test
  void the_next_page_and_the_other_languages_are_the_same_search() {
    assertThat(FOUND)
        .contains("href=\"/fr/search/?q=figues&amp;province=05.081&amp;cursor=cursor-2\"")
        .contains("href=\"/ar/search/?q=figues&amp;province=05.081\"");
  }

  @Test
  void it_reads_from_right_to_left_in_arabic() {
    assertThat(Samples.PAGES.search(Language.AR, Samples.search(Samples.FIGS)))
        .contains("dir=\"rtl\"")
        .contains("أزيلال (3)");
  }

  @Test
  void rounds_are_called_by_their_titles_and_those_without_one_are_not_offered() {
    assertThat(Samples.PAGES.search(Language.FR, Samples.search(Samples.FIGS)))
        .contains("<option value=\"" + Samples.THYME + "\" lang=\"ar\" dir=\"rtl\">")
        .contains("دورة الزعتر (1)")
        .doesNotContain("unheard of");
  }

  @Test
  void what_leaves_no_choice_is_not_asked() {
    assertThat(Samples.PAGES.search(Language.FR, Samples.search(Samples.FIGS)))
        .contains("Pas encore entreprise (2)")
        .doesNotContain("id=\"award\"");
  }

  @Test
  void where_nothing_was_found_it_says_what_to_try() {
    SearchView nothing =
        new SearchView(
            "mil",
            "best",
            List.of(new SearchView.Filter("sector", Map.of("FOOD", 0), Set.of("FOOD"))),
            Map.of(),
            List.of(),
            0,
            true,
            "");
    assertThat(Samples.PAGES.search(Language.FR, nothing))
        .contains("Aucune idée ne correspond")
        .contains("href=\"/fr/search/?q=mil\"")
        .contains("href=\"/fr/ideas/\"");
  }
}
