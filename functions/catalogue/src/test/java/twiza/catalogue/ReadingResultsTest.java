package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.jury.RankingSamples.ranked;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.ORGANISER;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.catalogue.Reader.Answer;
import twiza.http.Requests;
import twiza.idea.Award;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.jury.Announcement;
import twiza.jury.Ranking;
import twiza.jury.RankingSamples;
import twiza.jury.Results;
import twiza.jury.Verdict;
import twiza.place.Language;
import twiza.round.Edition;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.round.Via;
import twiza.table.Meter;
import twiza.table.TableResults;

/** Anybody reads who won, by which method, and how sure that is; and nobody before it is public. */
class ReadingResultsTest {

  private static final Instant PUBLISHED = RESULTS.plus(Duration.ofHours(2));
  private static final Map<Language, String> SAID =
      Map.of(Language.FR, "Le jury félicite.", Language.AR, "تهنئ اللجنة.");

  private final Reader reader = new Reader();
  private final Results results = new TableResults(reader.table.client(), reader.table.name());
  private final Edition edition = Edition.announced(reader.rounds, aRound());
  private Journey honey;
  private Journey thyme;
  private Journey wool;
  private Ranking ranking;

  @BeforeEach
  void theJuryIsDone() {
    honey = enters("Miel de montagne");
    thyme = enters("Thym séché");
    wool = enters("Laine filée");
    edition.closed(RESULTS.plusSeconds(60));
    ranking =
        RankingSamples.ranking(
            1, ranked(honey.id(), 0.6), ranked(thyme.id(), 0.35), ranked(wool.id(), 0.05));
  }

  private Journey enters(String title) {
    Samples.Sample sample = Samples.anIdea().saying(Samples.titled(title));
    Journey journey = Journey.published(reader.ideas, sample);
    assertThat(journey.enters(edition.round(), Via.AUTHOR, OPENS.plus(Duration.ofHours(1)), ""))
        .isEqualTo(Ideas.Entering.TAKEN);
    return journey.does(new Command.OpenJudging(edition.id(), State.PUBLISHED, OptionalInt.of(1)));
  }

  private void published(List<String> winners, List<String> finalists, String reason) {
    Round before = edition.round();
    Verdict none = results.verdict(edition.id());
    Verdict verdict = new Verdict(edition.id(), 1, SAID, winners, finalists, reason);
    assertThat(results.save(before, none, verdict, ORGANISER, PUBLISHED)).isTrue();
    RoundOutcome outcome = RoundLife.decide(before, new RoundCommand.Publish(), PUBLISHED);
    Announcement announcement = Announcement.of(verdict, ranking, !reason.isEmpty(), PUBLISHED);
    assertThat(
            results.publish(
                before, (RoundOutcome.Accepted) outcome, verdict, announcement, ORGANISER))
        .isTrue();
  }

  private void honeyWins() {
    published(List.of(honey.id()), List.of(thyme.id()), "");
    award(honey, Award.Place.WINNER);
    award(thyme, Award.Place.FINALIST);
  }

  private void award(Journey journey, Award.Place place) {
    Map<Language, String> title = Map.of(Language.FR, "Ideathon", Language.AR, "إيدياثون");
    journey.does(new Command.TakeAward(edition.id(), place, title));
  }

  private Answer api() {
    return reader.say(
        Requests.get("/api/rounds/{id}/results").path("id", edition.id()).at(PUBLISHED));
  }

  private Answer page(String language) {
    return reader.say(
        Requests.get("/{language}/rounds/{id}/results")
            .path("language", language)
            .path("id", edition.id())
            .at(PUBLISHED));
  }

  @Test
  void before_they_are_published_there_is_nothing_to_read() {
    assertThat(api().status()).isEqualTo(404);
    assertThat(page("fr").status()).isEqualTo(404);
    results.save(
        edition.round(),
        results.verdict(edition.id()),
        new Verdict(edition.id(), 1, SAID, List.of(honey.id()), List.of(), ""),
        ORGANISER,
        PUBLISHED);
    assertThat(api().status()).isEqualTo(404);
    assertThat(page("ar").body()).doesNotContain("Miel", "félicite");
    assertThat(reader.idea(honey.id()).json().path("awards")).isEmpty();
  }

  @Test
  void winners_and_finalists_have_scores_and_the_others_no_rank() {
    honeyWins();
    JsonNode json = api().json();
    assertThat(json.at("/winners/0/title").asText()).isEqualTo("Miel de montagne");
    assertThat(json.at("/winners/0/score").asDouble()).isEqualTo(3.76);
    assertThat(json.at("/winners/0/rawMean").asDouble()).isEqualTo(4.0 - 1 / 3.0);
    assertThat(json.at("/winners/0/author").isNull()).isTrue();
    assertThat(json.at("/finalists/0/idea").asText()).isEqualTo(thyme.id());
    assertThat(json.path("others").findValuesAsText("idea")).containsExactly(wool.id());
    assertThat(json.path("others").toString()).doesNotContain("score", "rank", "Mean");
    assertThat(json.path("caveats").toString()).contains("WINNERS_DIFFER");
    assertThat(json.toString()).doesNotContain("J1", "leniency", "\"rank\"");
  }

  @Test
  void a_winner_is_named_only_with_a_yes_and_as_long_as_it_stands() {
    honeyWins();
    String name = honey.dossier().author().orElseThrow().name();
    assertThat(page("fr").body()).doesNotContain(name);
    honey.does(new Command.AnswerNaming(edition.id(), true));
    assertThat(api().json().at("/winners/0/author").asText()).isEqualTo(name);
    assertThat(page("fr").body()).contains(name);
    honey.does(new Command.AnswerNaming(edition.id(), false));
    assertThat(api().json().at("/winners/0/author").isNull()).isTrue();
    honey.does(new Command.AnswerNaming(edition.id(), true));
    honey.does(new Command.Erase(true));
    JsonNode erased = api().json();
    assertThat(erased.at("/winners/0/author").isNull()).isTrue();
    assertThat(erased.at("/winners/0/title").asText()).isEqualTo("Miel de montagne");
    assertThat(reader.idea(honey.id()).json().at("/awards/0/place").asText()).isEqualTo("WINNER");
  }

  @Test
  void a_winner_that_is_no_longer_public_keeps_its_place_without_its_title() {
    honeyWins();
    honey.decided(Choice.UNPUBLISH, "Plainte.");
    thyme.withdrawn();
    JsonNode json = api().json();
    assertThat(json.at("/winners/0/title").isNull()).isTrue();
    assertThat(json.at("/finalists/0/title").isNull()).isTrue();
    assertThat(page("fr").body()).contains("n’est plus publique").doesNotContain("Miel", "Thym");
  }

  @Test
  void cards_sheets_and_pages_carry_the_badge() {
    honeyWins();
    JsonNode card = reader.list().json().path("items");
    assertThat(card.findValues("place").toString()).contains("WINNER", "FINALIST");
    assertThat(reader.idea(honey.id()).json().at("/awards/0/title/ar").asText())
        .isEqualTo("إيدياثون");
    assertThat(reader.idea(wool.id()).json().path("awards")).isEmpty();
    assertThat(reader.page("ar", honey.id()).body())
        .contains("فائزة", "/ar/rounds/" + edition.id() + "/results/");
    assertThat(reader.bankPage("fr").body()).contains("Lauréate", "Finaliste");
    assertThat(reader.roundPage("fr", edition, PUBLISHED).body())
        .contains("/fr/rounds/" + edition.id() + "/results/");
  }

  @ParameterizedTest
  @EnumSource
  void the_page_says_in_every_language_how_it_was_done_and_what_to_know(Language language) {
    published(List.of(thyme.id()), List.of(honey.id()), "Plus près du terrain.");
    Answer answer = page(language.tag());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("Cache-Control")).contains("s-maxage=60");
    assertThat(answer.body())
        .contains("Plus près du terrain.", "Miel de montagne", "20260504", "twiza-ranking/1");
    String caveat =
        switch (language) {
          case FR -> "ne donnent pas les mêmes lauréates";
          case AR, ZGH -> "لا يعطي الترتيبان";
          case EN -> "do not have the same winners";
        };
    assertThat(answer.body()).contains(caveat);
    assertThat(answer.body()).contains(language == Language.EN ? "3.61" : "3,61");
    assertThat(answer.body())
        .containsOnlyOnce(
            language == Language.AR || language == Language.ZGH
                ? "الجائزة الأولى"
                : "Premier prix");
  }

  @Test
  void whoever_has_it_already_is_told_so_and_a_wrong_cursor_too() {
    honeyWins();
    String tag = api().headers().get("ETag");
    Requests again =
        Requests.get("/api/rounds/{id}/results")
            .path("id", edition.id())
            .header("if-none-match", tag)
            .at(PUBLISHED);
    assertThat(reader.say(again).status()).isEqualTo(304);
    Requests wrong =
        Requests.get("/api/rounds/{id}/results").path("id", edition.id()).query("cursor", "x");
    assertThat(reader.say(wrong).status()).isEqualTo(400);
    Requests many =
        Requests.get("/api/rounds/{id}/results").path("id", edition.id()).query("limit", "101");
    assertThat(reader.say(many).faults()).containsExactly("limit OUT_OF_RANGE");
    Requests none = Requests.get("/api/rounds/{id}/results").path("id", "none");
    assertThat(reader.say(none).status()).isEqualTo(404);
    Requests head =
        Requests.head("/{language}/rounds/{id}/results")
            .path("language", "fr")
            .path("id", edition.id())
            .at(PUBLISHED);
    assertThat(reader.say(head).body()).isEmpty();
  }

  @Test
  void it_costs_four_requests_however_many_ideas_there_are() {
    honeyWins();
    Meter.Cost cost = reader.meter.of(this::api);
    assertThat(cost.requests()).isEqualTo(4);
  }
}
