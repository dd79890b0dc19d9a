package twiza.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.interests.House.asking;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.access.InterestToken;
import twiza.http.Requests;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.interests.House.Answer;
import twiza.table.Meter;
import twiza.uptake.Uptake;

class AskingForAnIdeaTest {

  private final House house = new House();
  private final Journey idea = house.offered();

  @Test
  void whoAsksIsGivenAPrivateLinkAndHasToConfirm() {
    Answer asked = house.asks(idea, asking());
    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.text("aim")).isEqualTo("TAKE_UP");
    assertThat(asked.text("stage")).isEqualTo("UNCONFIRMED");
    Answer followed = house.follows(asked);
    assertThat(followed.text("stage")).isEqualTo("UNCONFIRMED");
    assertThat(followed.json().path("idea").path("title").asText())
        .isEqualTo(Samples.aSheet().title());
    assertThat(followed.json().path("allowed").toString()).contains("CONFIRM", "ERASE");
    assertThat(house.confirms(idea, asked).text("stage")).isEqualTo("INTERESTED");
    assertThat(house.confirms(idea, asked).text("stage")).isEqualTo("INTERESTED");
  }

  @Test
  void whatTheAuthorWouldLikeDecidesWhatIsAskedFor() {
    assertThat(house.asks(house.carried(), asking()).text("aim")).isEqualTo("JOIN");
  }

  @Test
  void theLinkOfTheReceiptConfirmsNothing() {
    Answer asked = house.asks(idea, asking());
    Answer tried =
        house.say(
            Requests.post("/api/my/interest/confirmation")
                .json(Map.of("token", House.token(asked))));
    assertThat(tried.code()).isEqualTo("UNAUTHORIZED");
    assertThat(house.follows(asked).text("stage")).isEqualTo("UNCONFIRMED");
  }

  @Test
  void fiveWrongCodesVoidTheCode() {
    Answer asked = house.asks(idea, asking());
    for (int i = 0; i < 5; i++) {
      assertThat(types(asked, "abcdef").fault("code")).isEqualTo("WRONG_CODE");
    }
    String right = InterestToken.code(asked.text("id"), house.fingerprints);
    assertThat(types(asked, right).code()).isEqualTo("CODE_VOID");
  }

  @Test
  void howeverManyCodesAreTypedAtOnceNoMoreThanFiveAreCompared() throws InterruptedException {
    Answer asked = house.asks(idea, asking());
    List<Callable<String>> guesses = Collections.nCopies(30, () -> types(asked, "abcdef").code());
    try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
      assertThat(crowd.invokeAll(guesses).stream().map(Future::resultNow))
          .filteredOn("INVALID"::equals)
          .hasSize(5);
    }
  }

  @Test
  void theCodeConfirmsWhereTheReceiptIsOpenHoweverOftenItIsTyped() {
    Answer asked = house.asks(idea, asking());
    String right = InterestToken.code(asked.text("id"), house.fingerprints);
    for (int i = 0; i < 7; i++) {
      assertThat(types(asked, right).text("stage")).isEqualTo("INTERESTED");
    }
  }

  private Answer types(Answer asked, String code) {
    return house.say(
        Requests.post("/api/my/interest/confirmation")
            .bearer(House.token(asked))
            .json(Map.of("code", code)));
  }

  @Test
  void theSameSentTwiceIsOneRequest() {
    Answer first = house.asks(idea, asking());
    Answer second = house.waits(Duration.ofMinutes(9)).asks(idea, asking());
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("id")).isEqualTo(first.text("id"));
    assertThat(second.text("followLink")).isEqualTo(first.text("followLink"));
  }

  @Test
  void nobodyLearnsFromAskingWhetherAContactHasAsked() {
    Answer first = house.asks(idea, asking());
    assertThat(house.confirms(idea, first).status()).isEqualTo(200);
    Answer stranger = house.waits(Duration.ofMinutes(11)).asks(idea, asking());
    assertThat(stranger.status()).isEqualTo(201);
    assertThat(stranger.text("id")).isNotEqualTo(first.text("id"));
    assertThat(stranger.text("stage")).isEqualTo("UNCONFIRMED");
    assertThat(house.confirms(idea, stranger).code()).isEqualTo("ALREADY_ASKED");
    assertThat(house.authorReads(idea).json().path("interests")).hasSize(1);
  }

  @Test
  void somebodyElsesAttemptKeepsNobodyFromAskingAtTheirOwnContact() {
    house.asks(idea, asking());
    Answer own = house.waits(Duration.ofMinutes(11)).asks(idea, asking());
    assertThat(house.confirms(idea, own).text("stage")).isEqualTo("INTERESTED");
  }

  @Test
  void theSameNumberIsConfirmedOnceAtTheDeskToo() {
    Map<String, Object> body = asking("phone", "0661998877", Samples.AZILAL);
    Answer first = house.asks(idea, body);
    Answer second = house.waits(Duration.ofMinutes(11)).asks(idea, body);
    assertThat(house.atDesk("05", House.about(idea, first, "confirmation", Map.of())).text("stage"))
        .isEqualTo("INTERESTED");
    assertThat(house.atDesk("05", House.about(idea, second, "confirmation", Map.of())).code())
        .isEqualTo("ALREADY_ASKED");
  }

  @Test
  void manyInventedRequestsFromOnePlaceAreFlaggedThenRefusedAndTheIdeaStaysOpen() {
    int status = 0;
    for (int i = 0; i <= Uptake.MOST_WAITING; i++) {
      status = house.asks(idea, asking("phone", "06619900" + (10 + i), Samples.AZILAL)).status();
    }
    assertThat(status).isEqualTo(429);
    assertThat(house.uptakes.find(idea.id()).orElseThrow().uptake().interests())
        .hasSize(Uptake.MOST_WAITING)
        .filteredOn(it -> !it.flagged())
        .hasSize(3);
    assertThat(house.asks(house.offered(), asking()).status()).isEqualTo(201);
  }

  @Test
  void aKeyNamesOneAttempt() {
    Answer first = house.say(House.request(idea.id(), asking()).header("idempotency-key", "k"));
    Answer again =
        house
            .waits(Duration.ofHours(20))
            .say(House.request(idea.id(), asking()).header("idempotency-key", "k"));
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    Map<String, Object> other = asking("email", "zahra@example.net", Samples.AZILAL);
    assertThat(house.say(House.request(idea.id(), other).header("idempotency-key", "k")).code())
        .isEqualTo("IDEMPOTENCY_MISMATCH");
    assertThat(
            house
                .say(House.request(idea.id(), asking()).header("idempotency-key", "k".repeat(201)))
                .fault("Idempotency-Key"))
        .isEqualTo("TOO_LONG");
  }

  @ParameterizedTest
  @CsvSource({
    "kind, , REQUIRED",
    "kind, AUTHOR, UNKNOWN_CODE",
    "name, , REQUIRED",
    "email, nobody, NOT_AN_EMAIL",
    "language, tzm, UNKNOWN_CODE",
    "members, 0, OUT_OF_RANGE",
    "members, 10001, OUT_OF_RANGE",
    "members, many, WRONG_TYPE",
    "why, court, TOO_SHORT",
    "consent, false, WRONG_TYPE",
    "cnie, AB123456, UNKNOWN_FIELD"
  })
  void whatIsWrongIsToldBesideItsField(String field, String value, String code) {
    Object sent = value != null && value.matches("\\d+") ? Long.valueOf(value) : value;
    Answer answer = house.asks(idea, asking(field, sent));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault("party." + field)).isEqualTo(code);
    assertThat(house.uptakes.find(idea.id()).orElseThrow().uptake().interests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Écrivez-nous à itto@tazaghart.example pour en parler.",
    "Appelez-nous au 06 61 99 88 77 quand vous voulez.",
    "اتصلوا بنا على الرقم ٠٦٦١٩٩٨٨٧٧ متى شئتم من فضلكم",
    "Voir https://wa.me/212661998877 pour nous joindre.",
    "Notre page est sur www.tazaghart.example pour tous.",
    "Notre page est sur facebook.com/tazaghart pour tous.",
    "Écrivez-nous par tazaghart.ma et nous répondrons.",
    "Sur Instagram nous sommes @tazaghart depuis 2020.",
    "Écrivez à itto (at) tazaghart point example.",
    "Appelez le 06_61_99_88_77 quand vous voulez.",
    "اتصلوا على ٠٦،٦١،٩٩،٨٨،٧٧ متى شئتم من فضلكم",
    "Appelez le +212 6;61;99;88;77 quand vous voulez.",
    "Appelez le 0 6 : 6 1 : 9 9 : 8 8 : 7 7 merci."
  })
  void noContactSlipsIntoWhatTheAuthorReadsFirst(String why) {
    assertThat(house.asks(idea, asking("why", why)).fault("party.why"))
        .isEqualTo("CONTACT_IN_TEXT");
    assertThat(house.asks(idea, asking("organisation", why)).fault("party.organisation"))
        .isEqualTo("CONTACT_IN_TEXT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "En 2025, nous avons récolté 1 200 kg de thym sur 35 hectares.",
        "Entre 2023, 2024 et 2025, nous avons vendu pour 120 000 MAD.",
        "Nous sommes une S.A.R.L. de 12 femmes. Me rejoindre est facile.",
        "Agréées n° 0512/2024, nous avons 15, 20 puis 35 membres."
      })
  void aFigureOrAYearIsNoContact(String why) {
    assertThat(house.asks(idea, asking("why", why)).status()).isEqualTo(201);
  }

  @Test
  void aCooperativeNamesItselfAndItsNumber() {
    Answer answer = house.asks(idea, asking("kind", "COOPERATIVE"));
    assertThat(answer.fault("party.number")).isEqualTo("REQUIRED");
  }

  @Test
  void aProvinceOrAnIdeaThatIsNoneIsRefused() {
    assertThat(house.asks(idea, asking("email", House.ITTO, "05.999")).fault("province"))
        .isEqualTo("UNKNOWN_CODE");
    assertThat(house.say(House.request("none", asking())).status()).isEqualTo(404);
    assertThat(house.say(House.request("x".repeat(500), asking())).status()).isEqualTo(404);
    idea.withdrawn();
    assertThat(house.asks(idea, asking()).code()).isEqualTo("NOT_OFFERED");
  }

  @Test
  void aReservedProvinceIsRefusedWithTheDayOnWhichItIsFree() {
    house.taken(idea);
    Map<String, Object> other = asking("email", "zahra@example.net", Samples.AZILAL);
    Answer refused = house.asks(idea, other);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("RESERVED");
    assertThat(refused.text("until")).isEqualTo("2026-08-03T09:00:00Z");
    assertThat(refused.fault("province")).isEqualTo("RESERVED");
    assertThat(refused.body()).contains("3 août 2026");
    Map<String, Object> elsewhere = asking("email", "zahra@example.net", "05.301");
    assertThat(house.asks(idea, elsewhere).status()).isEqualTo(201);
    house.waits(Duration.ofDays(90));
    Map<String, Object> later = asking("email", "moha@example.net", Samples.AZILAL);
    assertThat(house.asks(idea, later).status()).isEqualTo(201);
  }

  @Test
  void aMachineIsTakenButAnsweredLater() {
    Map<String, Object> body = asking();
    body.put("website", "https://example.com");
    Answer asked = house.asks(idea, body);
    assertThat(asked.status()).isEqualTo(201);
    assertThat(
            house
                .uptakes
                .find(idea.id())
                .orElseThrow()
                .uptake()
                .interest(asked.text("id"))
                .orElseThrow()
                .flagged())
        .isTrue();
    assertThat(house.table.everything().toString()).contains("slow");
  }

  @Test
  void farTooManyFromOneContactAreRefused() {
    int status = 0;
    for (int i = 0; i <= 30; i++) {
      status = house.asks(house.offered(), asking()).status();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void askingCostsTheSameHoweverManyIdeasThereAre() {
    Requests request = House.request(idea.id(), asking());
    Meter.Cost before = house.meter.of(() -> house.say(request));
    for (int i = 0; i < 20; i++) {
      house.offered();
    }
    Journey other = house.offered();
    Map<String, Object> body = asking("email", "zahra@example.net", Samples.AZILAL);
    Meter.Cost after = house.meter.of(() -> house.say(House.request(other.id(), body)));
    assertThat(after).isEqualTo(before);
    assertThat(before.requests()).isEqualTo(5);
  }

  @Test
  void readingAndAnsweringCostOneRequestEachWay() {
    Answer asked = house.asks(idea, asking());
    assertThat(house.meter.of(() -> house.follows(asked)).requests()).isEqualTo(1);
    assertThat(house.meter.of(() -> house.confirms(idea, asked)).requests()).isEqualTo(2);
    assertThat(house.meter.of(() -> house.authorReads(idea)).requests()).isEqualTo(1);
    assertThat(house.meter.of(() -> house.authorAnswers(idea, asked, "AGREE")).requests())
        .isEqualTo(2);
    assertThat(house.meter.of(() -> house.listed("UNDERWAY")).requests()).isEqualTo(2);
  }
}
