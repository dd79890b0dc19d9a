package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.catalogue.Reader.Answer;
import twiza.http.Requests;
import twiza.idea.Journey;
import twiza.idea.Samples;

/** Anybody lists the ideas of the bank. */
class ReadingTheBankTest {

  private final Reader reader = new Reader();

  private String published(String province, String sector, int daysLater) {
    return reader
        .publishes(
            Samples.anIdea()
                .saying(Samples.placed(province, sector))
                .sentAt(Samples.MONDAY.plus(Duration.ofDays(daysLater))))
        .id();
  }

  @Test
  void theNewestComesFirst() {
    String first = published(Samples.BENI_MELLAL, "FOREST", 0);
    String second = published(Samples.AZILAL, "FOOD", 1);
    Answer list = reader.list();
    assertThat(list.ids()).containsExactly(second, first);
    assertThat(list.json().path("next").isNull()).isTrue();
  }

  @Test
  void anEmptyBankIsAnEmptyList() {
    assertThat(reader.list().ids()).isEmpty();
    assertThat(reader.list("region", "07").ids()).isEmpty();
  }

  @Test
  void eachShelfHoldsItsOwn() {
    String forest = published(Samples.BENI_MELLAL, "FOREST", 0);
    String food = published(Samples.AZILAL, "FOOD", 1);
    assertThat(reader.list("region", "05").ids()).containsExactly(food, forest);
    assertThat(reader.list("province", Samples.AZILAL).ids()).containsExactly(food);
    assertThat(reader.list("region", "05", "province", Samples.BENI_MELLAL).ids())
        .containsExactly(forest);
    assertThat(reader.list("sector", "FOOD").ids()).containsExactly(food);
    assertThat(reader.list("region", "05", "sector", "FOREST").ids()).containsExactly(forest);
    assertThat(reader.list("province", Samples.AZILAL, "sector", "FOREST").ids()).isEmpty();
  }

  @Test
  void emptyFiltersOfAFormAreNone() {
    String id = published(Samples.AZILAL, "FOOD", 0);
    assertThat(reader.list("region", "", "province", " ", "sector", "", "cursor", "").ids())
        .containsExactly(id);
  }

  @Test
  void pageAfterPageLeadsThroughAllOfIt() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(published(Samples.AZILAL, "FOOD", i));
    }
    Collections.reverse(all);
    List<String> read = new ArrayList<>();
    Answer page = reader.list("limit", "2");
    while (!page.json().path("next").isNull()) {
      read.addAll(page.ids());
      page = reader.list("limit", "2", "cursor", page.text("next"));
    }
    read.addAll(page.ids());
    assertThat(read).isEqualTo(all);
  }

  @Test
  void aPageCostsOneRequest() {
    published(Samples.AZILAL, "FOOD", 0);
    assertThat(reader.meter.of(() -> reader.list("limit", "100")).requests()).isEqualTo(1);
    assertThat(reader.meter.of(() -> reader.bankPage("fr")).requests()).isEqualTo(1);
  }

  @Test
  void aCursorSurvivesWhatItPointsAt() {
    String oldest = published(Samples.AZILAL, "FOOD", 0);
    Journey middle =
        reader.publishes(Samples.anIdea().sentAt(Samples.MONDAY.plus(Duration.ofDays(1))));
    Answer first = reader.list("limit", "1");
    assertThat(first.ids()).containsExactly(middle.id());
    middle.withdrawn();
    assertThat(reader.list("limit", "1", "cursor", first.text("next")).ids())
        .containsExactly(oldest);
  }

  @Test
  void aCursorOfAnotherListIsNone() {
    published(Samples.AZILAL, "FOOD", 0);
    published(Samples.AZILAL, "FOOD", 1);
    String cursor = reader.list("region", "05", "limit", "1").text("next");
    String changed = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
    assertThat(reader.list("region", "05", "cursor", cursor).status()).isEqualTo(200);
    for (Answer answer :
        List.of(
            reader.list("cursor", cursor),
            reader.list("province", Samples.AZILAL, "cursor", cursor),
            reader.list("region", "05", "sector", "FOOD", "cursor", cursor),
            reader.list("region", "05", "cursor", changed),
            reader.list("region", "05", "cursor", "x"),
            reader.list("region", "05", "cursor", "🐪".repeat(1_000)))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("BAD_CURSOR");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, OUT_OF_RANGE",
    "limit, -1, OUT_OF_RANGE",
    "limit, 101, OUT_OF_RANGE",
    "limit, ten, WRONG_TYPE",
    "limit, 1.5, WRONG_TYPE",
    "limit, 99999999999999999999, WRONG_TYPE",
    "limit, '1,2', WRONG_TYPE",
    "limit, ١٠, WRONG_TYPE",
    "region, 13, UNKNOWN_CODE",
    "region, 5, UNKNOWN_CODE",
    "province, 05.999, UNKNOWN_CODE",
    "province, 05, UNKNOWN_CODE",
    "sector, GOLD, UNKNOWN_CODE",
    "sector, food, UNKNOWN_CODE"
  })
  void whatIsNoFilterIsNamed(String field, String value, String code) {
    Answer answer = reader.list(field, value);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).containsExactly(field + " " + code);
  }

  @Test
  void aProvinceOfAnotherRegionIsNone() {
    Answer answer = reader.list("region", "07", "province", Samples.AZILAL);
    assertThat(answer.faults()).containsExactly("province UNKNOWN_CODE");
  }

  @Test
  void everythingWrongIsToldAtOnceWithoutAskingTheTable() {
    Requests request =
        Reader.asking(
            Requests.get("/api/ideas"),
            "region",
            "x",
            "province",
            "y",
            "sector",
            "z",
            "limit",
            "0");
    int requests =
        reader.meter.of(() -> assertThat(reader.say(request).faults()).hasSize(4)).requests();
    assertThat(requests).isZero();
  }

  @Test
  void whoHasThePageAlreadyIsToldSo() {
    published(Samples.AZILAL, "FOOD", 0);
    String etag = reader.list().headers().get("ETag");
    Requests again = Requests.get("/api/ideas").header("If-None-Match", etag);
    assertThat(reader.say(again).status()).isEqualTo(304);
    published(Samples.AZILAL, "FOOD", 1);
    assertThat(reader.say(again).status()).isEqualTo(200);
  }
}
