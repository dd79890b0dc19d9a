package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import twiza.catalogue.Reader.Answer;
import twiza.delegation.Delegation;
import twiza.delegation.Line;
import twiza.delegation.Statement;
import twiza.delegation.Text;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Retention;
import twiza.idea.Samples;
import twiza.place.Language;

/** Anybody reads what a region says in its own words. */
class WhatARegionSaysTest {

  private final Reader reader = new Reader();

  private static Requests asking(String region) {
    return Requests.get("/api/regions/{region}").path("region", region);
  }

  private void says(String home) {
    Statement statement =
        new Statement(
            Map.of(Line.PHONE, "+212 5 23 48 00 00"),
            Map.of(Language.AR, Map.of(Text.HOME, home, Text.HOSTING_COUNTRY, "المغرب")),
            Map.of(Language.FR, Map.of(Choice.REJECT, List.of("Entre nous."))),
            new Retention(OptionalInt.of(12), OptionalInt.empty(), OptionalInt.empty()));
    Delegation before = reader.delegations.of("05");
    reader.delegations.save(before.states(statement, "ORGANISER", Samples.MONDAY).orElseThrow());
  }

  @Test
  void isEmptyWhereNothingWasSaid() {
    Answer answer = reader.say(asking("05"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("phone").isNull()).isTrue();
    assertThat(answer.json().at("/texts/fr").isEmpty()).isTrue();
    assertThat(answer.json().at("/retention/refusedMonths").isNull()).isTrue();
  }

  @Test
  void isWhatItSaidLastButForWhatIsBetweenStaff() {
    says("مرحبا");
    Answer answer = reader.say(asking("05"));
    assertThat(answer.text("phone")).isEqualTo("+212 5 23 48 00 00");
    assertThat(answer.json().at("/texts/ar/home").asText()).isEqualTo("مرحبا");
    assertThat(answer.json().at("/texts/ar/hostingCountry").asText()).isEqualTo("المغرب");
    assertThat(answer.json().at("/retention/refusedMonths").asInt()).isEqualTo(12);
    assertThat(answer.body()).doesNotContain("Entre nous", "ORGANISER");
  }

  @Test
  void isNotSentAgainToWhoeverHasIt() {
    says("مرحبا");
    Answer first = reader.say(asking("05"));
    assertThat(first.headers().get("Cache-Control")).contains("s-maxage=60");
    String etag = first.headers().get("ETag");
    assertThat(reader.say(asking("05").header("if-none-match", etag)).status()).isEqualTo(304);
    says("أهلا");
    assertThat(reader.say(asking("05").header("if-none-match", etag)).status()).isEqualTo(200);
  }

  @Test
  void isNowhereForARegionThatHasNotJoined() {
    assertThat(reader.say(asking("12")).status()).isEqualTo(404);
    assertThat(reader.say(asking("nowhere")).status()).isEqualTo(404);
  }
}
