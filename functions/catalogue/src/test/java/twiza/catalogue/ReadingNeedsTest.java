package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.catalogue.Reader.Answer;
import twiza.http.Requests;
import twiza.idea.Samples;
import twiza.need.Need;
import twiza.need.NeedSamples;

/** Anybody reads what the territory needs. */
class ReadingNeedsTest {

  private final Reader reader = new Reader();

  private Need published(int number) {
    return NeedSamples.kept(reader.needs, NeedSamples.published(number, NeedSamples.water()));
  }

  private Answer list(String... query) {
    return reader.say(Reader.asking(Requests.get("/api/needs"), query));
  }

  private Answer page(String language, String... query) {
    return reader.say(
        Reader.asking(Requests.get("/{language}/needs").path("language", language), query));
  }

  @Test
  void theNewestComesFirstAndWhatIsClosedIsGone() {
    Need closed = published(1);
    Need older = published(2);
    Need newer = published(3);
    NeedSamples.kept(
        reader.needs, closed.change(closed.said(), false, NeedSamples.by(4)).orElseThrow());
    assertThat(list().ids()).containsExactly(newer.id(), older.id());
    assertThat(list("region", "05", "province", Samples.BENI_MELLAL).ids()).hasSize(2);
    assertThat(list("province", Samples.AZILAL).ids()).isEmpty();
    Answer first = list("limit", "1");
    assertThat(list("limit", "1", "cursor", first.text("next")).ids()).containsExactly(older.id());
  }

  @Test
  void isReadInTheLanguageThatItsReaderUnderstandsBest() {
    published(1);
    assertThat(page("ar").body()).contains("الماء للقطعان", "El Ksiba");
    assertThat(page("ar").body()).contains("<p class=\"pre\" lang=\"fr\" dir=\"ltr\">Les sources");
    assertThat(page("en").body()).contains("Eau pour les troupeaux");
    assertThat(page("fr", "province", Samples.AZILAL).body()).doesNotContain("troupeaux");
  }

  @ParameterizedTest
  @CsvSource({
    "region, 07, region UNKNOWN_CODE",
    "region, <script>, region UNKNOWN_CODE",
    "province, 07.001, province UNKNOWN_CODE",
    "limit, 0, limit OUT_OF_RANGE",
    "limit, many, limit WRONG_TYPE"
  })
  void whatMakesNoSenseIsRefused(String name, String value, String fault) {
    Answer answer = list(name, value);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).containsExactly(fault);
    assertThat(page("fr", name, value).status()).isEqualTo(422);
  }

  @Test
  void aCursorOfAnotherListIsNone() {
    published(1);
    published(2);
    String cursor = list("region", "05", "limit", "1").text("next");
    assertThat(list("province", Samples.BENI_MELLAL, "cursor", cursor).status()).isEqualTo(400);
    assertThat(list("cursor", "x").code()).isEqualTo("BAD_CURSOR");
    assertThat(page("tzm").status()).isEqualTo(404);
  }

  @Test
  void anIdeaShowsTheNeedThatItAnswersEvenOnceThatIsClosed() {
    Need need = published(1);
    String idea = reader.publishes(Samples.anIdea().saying(Samples.answering(need.id()))).id();
    assertThat(reader.idea(idea).text("answersNeed")).isEqualTo(need.id());
    assertThat(reader.page("fr", idea).body()).contains("Eau pour les troupeaux");
    NeedSamples.kept(
        reader.needs, need.change(need.said(), false, NeedSamples.by(2)).orElseThrow());
    assertThat(reader.page("ar", idea).body()).contains("الماء للقطعان");
  }

  private Answer one(String path, String id, String... query) {
    return reader.say(
        Reader.asking(Requests.get(path).path("language", "fr").path("id", id), query));
  }

  @Test
  void aNeedIsReadWithTheIdeasThatAnswerIt() {
    Need need = published(1);
    assertThat(one("/{language}/needs/{id}", need.id()).body())
        .contains("Aucune idée publiée", "/fr/needs/" + need.id() + "/submit/");
    String first = answers(need);
    String second = answers(need);
    Answer page = one("/{language}/needs/{id}", need.id(), "limit", "1");
    assertThat(page.body()).contains(second, "cursor=").doesNotContain(first);
    String cursor = page.body().replaceAll("(?s).*cursor=([^\"&]+)\".*", "$1");
    assertThat(one("/{language}/needs/{id}", need.id(), "limit", "1", "cursor", cursor).body())
        .contains(first)
        .doesNotContain(second);
    assertThat(json(need.id()).text("id")).isEqualTo(need.id());
    assertThat(reader.meter.of(() -> one("/{language}/needs/{id}", need.id())).requests())
        .isEqualTo(2);
  }

  private String answers(Need need) {
    return reader.publishes(Samples.anIdea().saying(Samples.answering(need.id()))).id();
  }

  private Answer json(String id) {
    return reader.say(Requests.get("/api/needs/{id}").path("id", id));
  }

  @Test
  void theFormComesWithTheNeedAndItsProvinceForThoseWithoutScriptsToo() {
    Need need = published(1);
    assertThat(one("/{language}/needs/{id}/submit", need.id()).body())
        .contains("<option value=\"" + need.id() + "\" lang=\"fr\" dir=\"ltr\" selected>")
        .contains("<option value=\"" + Samples.BENI_MELLAL + "\" selected>")
        .contains("action=\"/api/ideas?language=fr\"");
  }

  @Test
  void whatIsClosedIsReadStillAndLeadsToNoForm() {
    Need need = published(1);
    NeedSamples.kept(
        reader.needs, need.change(need.said(), false, NeedSamples.by(2)).orElseThrow());
    for (String path : List.of("/{language}/needs/{id}", "/{language}/needs/{id}/submit")) {
      assertThat(one(path, need.id()).body())
          .contains("Besoin clos", "Eau pour les troupeaux")
          .doesNotContain("action=\"/api/ideas");
    }
    assertThat(json(need.id()).json().path("open").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"01JTWZNEED0000000000000009", "x", "<script>", "NEED"})
  void aNeedThatThereIsNotIsNotFound(String id) {
    assertThat(json(id).status()).isEqualTo(404);
    assertThat(one("/{language}/needs/{id}", id).status()).isEqualTo(404);
    assertThat(one("/{language}/needs/{id}/submit", id).status()).isEqualTo(404);
  }

  @Test
  void aPageOfAnswersThatMakesNoSenseIsRefused() {
    Need need = published(1);
    assertThat(one("/{language}/needs/{id}", need.id(), "limit", "0").status()).isEqualTo(422);
    assertThat(one("/{language}/needs/{id}", need.id(), "cursor", "x").status()).isEqualTo(400);
  }

  @Test
  void aPageCostsOneRequestAndAnIdeaOneMoreForItsNeed() {
    Need need = published(1);
    String plain = reader.publishes(Samples.anIdea()).id();
    String answering = reader.publishes(Samples.anIdea().saying(Samples.answering(need.id()))).id();
    // What cooperatives need to start is read once a minute.
    reader.idea(plain);
    assertThat(reader.meter.of(() -> list("limit", "100")).requests()).isEqualTo(1);
    assertThat(reader.meter.of(() -> page("fr")).requests()).isEqualTo(1);
    assertThat(reader.meter.of(() -> reader.page("fr", plain)).requests()).isEqualTo(1);
    assertThat(reader.meter.of(() -> reader.page("fr", answering)).requests()).isEqualTo(2);
  }
}
