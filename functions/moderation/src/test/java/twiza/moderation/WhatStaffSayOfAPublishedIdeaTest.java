package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Award;
import twiza.idea.Command;
import twiza.idea.Journey;
import twiza.idea.ReportKind;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.moderation.Desk.Answer;
import twiza.place.Language;
import twiza.round.Via;

/** Staff write a note, translate, and look at what the public reported. */
class WhatStaffSayOfAPublishedIdeaTest {

  private static final String NOTE = "/api/desk/ideas/{id}/note";
  private static final String TRANSLATION = "/api/desk/ideas/{id}/translations/{language}";
  private static final String NAMING = "/api/desk/ideas/{id}/naming/{round}";
  private static final String ROUND = "01JRND00000000000000000001";
  private static final String DISMISSAL = "/api/desk/ideas/{id}/reports/dismissal";
  private static final Map<String, Object> IN_ARABIC =
      Map.of(
          "title",
          "مجفف شمسي للزعتر",
          "summary",
          "مجفف مشترك لتبيع اثنتا عشرة أسرة زعترها طوال السنة.");

  private final Desk desk = new Desk();
  private final Journey idea = Journey.published(desk.ideas, Samples.anIdea());

  private Answer notes(String text) {
    return desk.says(
        desk.first(), Requests.put(NOTE).path("id", idea.id()).json(Map.of("text", text)));
  }

  private Answer translates(String language) {
    return desk.says(
        desk.first(),
        Requests.put(TRANSLATION).path("id", idea.id()).path("language", language).json(IN_ARABIC));
  }

  @Test
  void aNoteStandsUntilItIsTakenBack() {
    assertThat(notes("Cherche un local.").json().at("/note/text").asText())
        .isEqualTo("Cherche un local.");
    assertThat(notes("Local trouvé.").json().at("/note/text").asText()).isEqualTo("Local trouvé.");
    assertThat(notes("").json().path("note").isNull()).isTrue();
    assertThat(notes("").status()).isEqualTo(200);
  }

  @Test
  void whoWroteTheNoteIsInTheHistory() {
    notes("Cherche un local.");
    assertThat(idea.dossier().history().getLast().by()).isEqualTo(desk.first().id());
  }

  private Answer names(Object named) {
    Map<String, Object> body = named == null ? Map.of() : Map.of("named", named);
    return desk.says(
        desk.first(), Requests.put(NAMING).path("id", idea.id()).path("round", ROUND).json(body));
  }

  private void isAwarded(Award.Place place) {
    idea.does(new Command.Enter(ROUND, Via.AUTHOR, Samples.MONDAY.plus(Duration.ofDays(30))));
    idea.does(new Command.OpenJudging(ROUND, State.PUBLISHED, OptionalInt.of(1)));
    idea.does(new Command.TakeAward(ROUND, place, Map.of(Language.FR, "Ideathon")));
  }

  @Test
  void aWinnerWithoutAnAddressSaysOnThePhoneWhetherTheyMayBeNamed() {
    isAwarded(Award.Place.WINNER);
    Requests read = Requests.get("/api/desk/ideas/{id}").path("id", idea.id());
    JsonNode shown = desk.says(desk.first(), read).json();
    assertThat(shown.at("/awards/0/place").asText()).isEqualTo("WINNER");
    assertThat(shown.at("/awards/0/title/fr").asText()).isEqualTo("Ideathon");
    assertThat(shown.at("/awards/0/named").isNull()).isTrue();
    assertThat(names(true).json().at("/awards/0/named").asBoolean()).isTrue();
    assertThat(idea.dossier().publication().orElseThrow().badges().getFirst().name())
        .contains(Samples.fatima().name());
    assertThat(idea.dossier().history().getLast().by()).isEqualTo(desk.first().id());
    assertThat(names(false).json().at("/awards/0/named").asBoolean(true)).isFalse();
    assertThat(idea.dossier().publication().orElseThrow().badges().getFirst().name()).isEmpty();
  }

  @Test
  void nobodyElseIsNamed() {
    assertThat(names(true).code()).isEqualTo("NOT_A_WINNER");
    isAwarded(Award.Place.FINALIST);
    assertThat(names(true).code()).isEqualTo("NOT_A_WINNER");
    assertThat(names(null).fault("named")).isEqualTo("REQUIRED");
    assertThat(names("yes").fault("named")).isEqualTo("WRONG_TYPE");
  }

  @Test
  void onlyAPublishedIdeaHasANote() {
    idea.withdrawn();
    assertThat(notes("Trop tard.").code()).isEqualTo("IDEA_WITHDRAWN");
  }

  @Test
  void titleAndSummaryAreGivenInAnotherLanguage() {
    Answer shown = translates("ar");
    assertThat(shown.json().at("/translations/0/language").asText()).isEqualTo("ar");
    assertThat(shown.json().at("/translations/0/title").asText()).isEqualTo(IN_ARABIC.get("title"));
    assertThat(shown.json().at("/translations/0/revision").asInt()).isEqualTo(1);
  }

  @Test
  void whatWasTranslatedIsTakenBackOnce() {
    translates("ar");
    Requests takesBack = Requests.delete(TRANSLATION).path("id", idea.id()).path("language", "ar");
    Answer shown = desk.says(desk.first(), takesBack);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.json().path("translations")).isEmpty();
    long version = idea.dossier().idea().version();
    assertThat(desk.says(desk.first(), takesBack).json().path("translations")).isEmpty();
    assertThat(idea.dossier().idea().version()).isEqualTo(version);
  }

  @Test
  void theHistoryNamesWhoDidWhat() {
    idea.reported(ReportKind.COPIED, "");
    translates("ar");
    Answer shown = notes("Cherche un local.");
    JsonNode history = shown.json().path("history");
    int last = history.size() - 1;
    assertThat(history.path(last).path("by").asText()).isEqualTo(desk.first().name());
    assertThat(history.path(last - 1).path("detail").asText()).isEqualTo("arabe");
    assertThat(history.path(last - 2).path("by").isNull()).isTrue();
    assertThat(history.path(last - 2).path("detail").asText()).isEqualTo("Copie d’un autre projet");
  }

  @Test
  void theAuthorsLanguageAndOneThatIsNoneAreRefused() {
    assertThat(translates("fr").fault("language")).isEqualTo("UNKNOWN_CODE");
    assertThat(translates("de").status()).isEqualTo(404);
  }

  @Test
  void reportsAreReadAndDismissed() {
    idea.reported(ReportKind.SPAM, "Une publicité").reported(ReportKind.WRONG, "");
    Answer shown =
        desk.says(desk.first(), Requests.get("/api/desk/ideas/{id}").path("id", idea.id()));
    assertThat(shown.json().at("/reports/0/text").asText()).isEqualTo("Une publicité");
    assertThat(shown.json().at("/reports/1/kind").asText()).isEqualTo("WRONG");
    Answer dismissed =
        desk.says(
            desk.first(),
            Requests.post(DISMISSAL)
                .path("id", idea.id())
                .json(Map.of("reason", "Ce n'en est pas une.")));
    assertThat(dismissed.json().path("reports")).isEmpty();
    idea.reported(ReportKind.COPIED, "");
    Answer again =
        desk.says(desk.first(), Requests.get("/api/desk/ideas/{id}").path("id", idea.id()));
    assertThat(again.json().path("reports")).hasSize(1);
  }
}
