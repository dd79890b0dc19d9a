package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.catalogue.Reader.Answer;
import twiza.http.Requests;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.round.Edition;
import twiza.round.Via;

/** Anybody follows the rounds of a region. */
class ReadingRoundsTest {

  private static final String NO_ID = "01JTWZ00000000000000000001";

  private final Reader reader = new Reader();

  private Edition announced() {
    return Edition.announced(reader.rounds, aRound());
  }

  private Journey entered(Edition edition, Instant at) {
    Journey idea = reader.publishes(Samples.anIdea());
    assertThat(idea.enters(edition.round(), Via.AUTHOR, at, "")).isEqualTo(Ideas.Entering.TAKEN);
    return idea;
  }

  private Requests rounds(String... query) {
    return Reader.asking(Requests.get("/api/rounds"), query);
  }

  @Test
  void whatNobodyHasAnnouncedIsNotThere() {
    Edition draft = Edition.drafted(reader.rounds, aRound());
    assertThat(reader.say(rounds("region", "05")).ids()).isEmpty();
    assertThat(reader.round(draft, OPENS).status()).isEqualTo(404);
    assertThat(reader.roundPage("fr", draft, OPENS).status()).isEqualTo(404);
    for (String route : List.of("/api/rounds/{id}/entries", "/{language}/rounds/{id}/submit")) {
      Requests request = Requests.get(route).path("id", draft.id()).path("language", "ar");
      assertThat(reader.say(request).status()).isEqualTo(404);
    }
  }

  @Test
  void aDraftThatIsGivenUpStaysUnseen() {
    Edition.drafted(reader.rounds, aRound()).cancelled("Une autre année.", Samples.MONDAY);
    assertThat(reader.say(rounds("region", "05")).ids()).isEmpty();
  }

  @Test
  void theOneThatOpensLastComesFirstAndEachRegionHasItsOwn() {
    Edition first = announced();
    Edition second =
        Edition.announced(
            reader.rounds,
            aRound().between(OPENS.plus(Duration.ofDays(30)), CLOSES.plus(Duration.ofDays(30))));
    Edition.announced(reader.rounds, aRound().in("07"));
    assertThat(reader.say(rounds("region", "05")).ids()).containsExactly(second.id(), first.id());
    assertThat(reader.say(rounds()).ids()).containsExactly(second.id(), first.id());
    Answer page = reader.say(rounds("limit", "1"));
    assertThat(page.ids()).containsExactly(second.id());
    assertThat(reader.say(rounds("limit", "1", "cursor", page.text("next"))).ids())
        .containsExactly(first.id());
  }

  @Test
  void aCursorOfAnotherListIsNone() {
    Edition edition = announced();
    announced();
    entered(edition, OPENS);
    entered(edition, OPENS);
    String cursor = reader.say(rounds("limit", "1")).text("next");
    Requests entries = Requests.get("/api/rounds/{id}/entries").path("id", edition.id());
    String ofEntries = reader.say(Reader.asking(entries, "limit", "1")).text("next");
    assertThat(ofEntries).isNotEmpty();
    for (Answer answer :
        List.of(
            reader.say(rounds("cursor", ofEntries)),
            reader.say(rounds("cursor", "x")),
            reader.say(Reader.asking(entries, "cursor", cursor)))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("BAD_CURSOR");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "region, 13, UNKNOWN_CODE",
    "region, 07, UNKNOWN_CODE",
    "limit, 0, OUT_OF_RANGE",
    "limit, ten, WRONG_TYPE"
  })
  void whatIsNoFilterIsNamed(String field, String value, String code) {
    Requests request = rounds(field, value);
    assertThat(reader.meter.of(() -> reader.say(request)).requests()).isZero();
    assertThat(reader.say(request).faults()).containsExactly(field + " " + code);
  }

  @Test
  void itsPhaseIsTheOneOfTheHourThoughNothingHasMovedIt() {
    Edition edition = announced();
    Map<Instant, String> phases =
        Map.of(
            OPENS.minusMillis(1),
            "ANNOUNCED",
            OPENS,
            "OPEN",
            CLOSES,
            "OPEN",
            CLOSES.plusMillis(1),
            "SCREENING",
            JURY,
            "JUDGING",
            RESULTS,
            "CLOSED");
    phases.forEach(
        (at, phase) -> {
          assertThat(reader.round(edition, at).text("phase")).isEqualTo(phase);
          assertThat(reader.say(rounds().at(at)).json().at("/items/0/phase").asText())
              .isEqualTo(phase);
        });
  }

  @Test
  void whatOnlyItsOrganisersKnowIsLeftOut() {
    Edition edition = Edition.announced(reader.rounds, aRound().live());
    Answer answer = reader.round(edition, OPENS);
    assertThat(answer.json().path("live").asBoolean()).isTrue();
    assertThat(answer.body()).doesNotContain(Edition.ROOM_CODE).doesNotContain("version");
    assertThat(reader.roundPage("fr", edition, OPENS).body()).doesNotContain(Edition.ROOM_CODE);
  }

  @Test
  void itSaysItsRulesInEachLanguage() {
    Answer answer = reader.round(announced(), OPENS);
    assertThat(answer.json().at("/texts/ar/title").asText()).isEqualTo("إيدياثون الأطلس المتوسط");
    assertThat(answer.json().at("/prizes/0/amount").asLong()).isEqualTo(50_000);
    assertThat(answer.json().at("/rubric/0/levels/fr/4").asText()).isEqualTo("Remarquable");
    assertThat(answer.json().path("reason").isNull()).isTrue();
  }

  @Test
  void whatPartsIdeasOfTheSameScoreIsAnnouncedWithTheDrawsSeed() {
    Edition edition = announced();
    Answer answer = reader.round(edition, OPENS.minusSeconds(1));
    assertThat(answer.json().path("seed").asLong()).isEqualTo(20_260_504);
    assertThat(answer.json().at("/tieBreaks/0").asText()).isEqualTo("RAW_MEAN");
    String page = reader.roundPage("fr", edition, OPENS.minusSeconds(1)).body();
    assertThat(page)
        .contains("<li>Moyenne des notes</li>")
        .contains("<bdi dir=\"ltr\">Innovation</bdi></li>")
        .contains("Le tirage part du nombre 20260504");
    assertThat(page.indexOf("Moyenne des notes</li>")).isLessThan(page.indexOf("Nombre de jurés"));
  }

  @Test
  void whyItIsCancelledIsSaid() {
    Edition edition = announced().cancelled("La salle n'est plus libre.", OPENS);
    assertThat(reader.round(edition, OPENS).text("phase")).isEqualTo("CANCELLED");
    assertThat(reader.round(edition, OPENS).text("reason")).isEqualTo("La salle n'est plus libre.");
    assertThat(reader.roundPage("fr", edition, OPENS).body()).contains("La salle n'est plus");
    assertThat(reader.say(rounds()).ids()).containsExactly(edition.id());
  }

  @Test
  void anIdeaIsShownOnceItIsPublishedAndNoLongerOnceItLeft() {
    Edition edition = announced();
    Journey idea = entered(edition, OPENS);
    Requests entries = Requests.get("/api/rounds/{id}/entries").path("id", edition.id());
    assertThat(reader.say(entries).ids()).containsExactly(idea.id());
    assertThat(reader.roundPage("ar", edition, OPENS).body())
        .contains("/ar/ideas/" + idea.id() + "/");
    idea.left(edition.round());
    assertThat(reader.say(entries).ids()).isEmpty();
  }

  @Test
  void aListCostsOneRequestAndARoundWithItsIdeasTwo() {
    Edition edition = announced();
    entered(edition, OPENS);
    assertThat(reader.meter.of(() -> reader.say(rounds())).requests()).isEqualTo(1);
    assertThat(reader.meter.of(() -> reader.round(edition, OPENS)).requests()).isEqualTo(1);
    assertThat(reader.meter.of(() -> reader.roundPage("fr", edition, OPENS)))
        .satisfies(
            cost -> {
              assertThat(cost.requests()).isEqualTo(2);
              assertThat(cost.units()).isLessThanOrEqualTo(4);
            });
  }

  @Test
  void whatIsNoIdIsNotLookedUp() {
    Requests wrong = Requests.get("/api/rounds/{id}").path("id", "x");
    assertThat(reader.meter.of(() -> reader.say(wrong)).requests()).isZero();
    assertThat(reader.say(wrong).status()).isEqualTo(404);
    assertThat(reader.say(Requests.get("/api/rounds/{id}").path("id", NO_ID)).status())
        .isEqualTo(404);
  }

  @Test
  void whoHasItAlreadyIsToldSo() {
    Edition edition = announced();
    for (Requests request :
        List.of(
            rounds(),
            Requests.get("/api/rounds/{id}").path("id", edition.id()),
            Requests.get("/{language}/rounds").path("language", "fr"),
            Requests.get("/{language}/rounds.ics").path("language", "fr"),
            Requests.get("/{language}/rounds.atom").path("language", "fr"))) {
      String etag = reader.say(request).headers().get("ETag");
      assertThat(reader.say(request.header("If-None-Match", etag)).status()).isEqualTo(304);
    }
  }

  @Test
  void itIsReadInABrowserWithoutScriptsAndWithItsZone() {
    Edition edition = announced();
    String page = reader.roundPage("fr", edition, OPENS).body();
    assertThat(page)
        .contains("Ideathon du Moyen Atlas")
        .contains("heure du Maroc, UTC+")
        .contains("data-until=\"" + CLOSES + "\"")
        .contains("/fr/rounds/" + edition.id() + "/submit/");
    assertThat(reader.roundPage("en", edition, OPENS).body())
        .contains("<h1 lang=\"fr\" dir=\"ltr\">");
    assertThat(reader.roundPage("de", edition, OPENS).status()).isEqualTo(404);
  }

  @Test
  void headAnswersLikeGetWithoutThePage() {
    Edition edition = announced();
    for (String route :
        List.of(
            "/{language}/rounds", "/{language}/rounds/{id}", "/{language}/rounds/{id}/submit")) {
      Answer answer =
          reader.say(Requests.head(route).path("language", "fr").path("id", edition.id()));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void theFormOfARoundCarriesIt() {
    Edition live = Edition.announced(reader.rounds, aRound().live());
    Requests form =
        Requests.get("/{language}/rounds/{id}/submit").path("language", "fr").path("id", live.id());
    assertThat(reader.say(form.at(OPENS)).body())
        .contains("name=\"round\" value=\"" + live.id() + "\"")
        .contains("name=\"roomCode\"")
        .doesNotContain("name=\"lateCode\"");
    Edition other = announced();
    form.path("id", other.id());
    assertThat(reader.say(form.at(CLOSES.plusMillis(1))).body())
        .contains("name=\"lateCode\"")
        .doesNotContain("name=\"roomCode\"");
    assertThat(reader.say(form.at(JURY)).body()).doesNotContain("name=\"round\"");
  }

  @Test
  void aCalendarHasItsOpeningItsDeadlineAndItsJury() {
    Edition edition = announced();
    Requests calendar = Requests.get("/{language}/rounds.ics").path("language", "fr");
    Answer answer = reader.say(calendar);
    assertThat(answer.headers()).containsEntry("Content-Type", "text/calendar; charset=utf-8");
    assertThat(answer.body())
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("UID:" + edition.id() + "-opens")
        .contains("UID:" + edition.id() + "-closes")
        .contains("UID:" + edition.id() + "-judging")
        .contains("DTSTART:20260511T")
        .contains("STATUS:CONFIRMED");
    edition.cancelled("La salle n'est plus libre.", OPENS);
    assertThat(reader.say(calendar).body()).contains("STATUS:CANCELLED");
  }

  @Test
  void aFeedNamesEachRoundAndWhereItStands() {
    Edition edition = announced();
    Answer answer =
        reader.say(Requests.get("/{language}/rounds.atom").path("language", "ar").at(OPENS));
    assertThat(answer.headers())
        .containsEntry("Content-Type", "application/atom+xml; charset=utf-8");
    assertThat(answer.body())
        .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\">")
        .contains("href=\"/ar/rounds/" + edition.id() + "/\"")
        .contains("إيدياثون الأطلس المتوسط")
        .contains("مفتوحة");
  }
}
