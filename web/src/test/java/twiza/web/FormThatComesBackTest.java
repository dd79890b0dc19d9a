package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.place.Language;
import twiza.round.Phase;

class FormThatComesBackTest {

  private static final Map<String, String> TYPED =
      Map.of(
          "title", "Abc",
          "need", "Deux lignes\nde besoin",
          "province", "05.301",
          "sector", "CRAFTS",
          "author.kind", "ASSOCIATION",
          "author.language", "ar",
          "fullSheetPublic", "false",
          "showName", "on");

  private final String page = Samples.PAGES.submit(Language.FR, new FormView(TYPED, errors()));

  @Test
  void keeps_what_was_typed() {
    assertThat(page)
        .contains("value=\"Abc\"")
        .contains("Deux lignes\nde besoin</textarea>")
        .contains("<option value=\"05.301\" selected>")
        .contains("<option value=\"CRAFTS\" selected>")
        .contains("<option value=\"ar\" lang=\"ar\" selected>")
        .containsPattern("name=\"author.kind\" value=\"ASSOCIATION\" required checked")
        .containsPattern("name=\"fullSheetPublic\" value=\"false\" required checked")
        .containsPattern("name=\"showName\" value=\"true\" checked");
  }

  @Test
  void says_beside_the_field_and_above_the_form_what_is_wrong() {
    assertThat(page)
        .contains("<p class=\"error\" id=\"e-title\">Trop court.</p>")
        .contains("<a href=\"#f-title\">«\u00a0Titre de l’idée\u00a0»\u00a0: Trop court.</a>")
        .contains("<a href=\"#f-author\">Un seul contact.</a>")
        .contains("<p class=\"error\" id=\"e-author\">Un seul contact.</p>");
  }

  @Test
  void a_new_form_publishes_the_whole_sheet_without_a_name_unless_told_otherwise() {
    assertThat(Samples.PAGES.submit(Language.AR, FormView.EMPTY))
        .containsPattern("name=\"fullSheetPublic\" value=\"true\" required checked")
        .doesNotContainPattern("name=\"showName\" value=\"true\" checked")
        .contains("<option value=\"ar\" lang=\"ar\" selected>")
        .doesNotContainPattern("name=\"consent\" value=\"true\" required checked");
  }

  @Test
  void still_names_the_round_that_the_idea_is_sent_for() {
    Map<String, String> typed = Map.of("round", SampleRounds.ID, "roomCode", "THYM42");
    FormView form = new FormView(typed, Map.of("title", "Trop court."));
    assertThat(Samples.PAGES.submit(Language.FR, form))
        .contains("<input type=\"hidden\" name=\"round\" value=\"" + SampleRounds.ID + "\">")
        .containsPattern("name=\"roomCode\" type=\"text\" value=\"THYM42\"")
        .doesNotContain("name=\"lateCode\"")
        .contains("Cette idée est envoyée pour une édition de l’idéathon.");
    assertThat(page).doesNotContain("name=\"round\"");
  }

  @Test
  void a_round_that_takes_no_ideas_leads_to_the_bank() {
    assertThat(Samples.PAGES.submit(Language.FR, SampleRounds.in(Phase.JUDGING)))
        .doesNotContain("<form")
        .contains("href=\"/fr/submit/\"");
  }

  @Test
  void works_without_a_script() {
    assertThat(page)
        .contains("<form id=\"form\" action=\"/api/ideas?language=fr\" method=\"post\" novalidate>")
        .contains("name=\"website\"");
  }

  private static Map<String, String> errors() {
    Map<String, String> errors = new LinkedHashMap<>();
    errors.put("title", "Trop court.");
    errors.put("author", "Un seul contact.");
    return errors;
  }
}
