package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.submission.AuthorsSide.idea;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.http.Requests;
import twiza.submission.AuthorsSide.Answer;

/** Whatever is sent, the answer names what is wrong, and nothing is kept. */
class BadInputTest {

  private final AuthorsSide site = new AuthorsSide();

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "\"text\"", "42", "{\"title\":\"a\",\"title\":\"b\"}"})
  void whatIsNoJsonObjectIsNotReadable(String body) {
    Answer answer = site.say(Requests.post("/api/ideas").body("application/json", body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("NOT_READABLE");
  }

  @Test
  void deeplyNestedJsonIsNotReadable() {
    String body = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
    assertThat(site.say(Requests.post("/api/ideas").body("application/json", body)).status())
        .isEqualTo(400);
  }

  @Test
  void bytesThatAreNoUtf8AreNotReadable() {
    byte[] latin = "{\"title\":\"Idée\"}".getBytes(StandardCharsets.ISO_8859_1);
    Answer answer = site.say(Requests.post("/api/ideas").bytes("application/json", latin));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("NOT_UTF8");
  }

  @Test
  void fiveMegabytesAreTooLarge() {
    String body = "{\"title\":\"" + "x".repeat(5_000_000) + "\"}";
    Answer answer = site.say(Requests.post("/api/ideas").body("application/json", body));
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void anotherTypeIsUnsupported() {
    assertThat(site.say(Requests.post("/api/ideas").body("text/plain", "{}")).status())
        .isEqualTo(415);
  }

  @Test
  void aTenThousandCharacterTitleIsTooLong() {
    Map<String, Object> body = idea("long@example.org");
    body.put("title", "x".repeat(10_000));
    Answer answer = site.submit(body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault("title")).isEqualTo("TOO_LONG");
  }

  @Test
  void nothingAtAllNamesEveryRequiredField() {
    Answer answer = site.submit(Map.of());
    for (String field :
        new String[] {
          "title",
          "summary",
          "need",
          "solution",
          "province",
          "sector",
          "author.kind",
          "author.name",
          "author.email",
          "author.language"
        }) {
      assertThat(answer.fault(field)).as(field).isEqualTo("REQUIRED");
    }
    assertThat(answer.fault("consent")).isEqualTo("MUST_BE_TRUE");
    assertThat(answer.fault("adult")).isEqualTo("MUST_BE_TRUE");
  }

  @Test
  void nullEverywhereIsNothingAtAll() {
    Map<String, Object> body = new HashMap<>();
    idea("null@example.org").keySet().forEach(field -> body.put(field, null));
    Answer answer = site.submit(body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault("title")).isEqualTo("REQUIRED");
  }

  @Test
  void wrongTypesAreNamedEachWithItsField() {
    Map<String, Object> body = new HashMap<>();
    idea("types@example.org").keySet().forEach(field -> body.put(field, List.of(1)));
    body.put("membersNeeded", "twelve");
    body.put("investment", 1.5);
    Answer answer = site.submit(body);
    assertThat(answer.status()).isEqualTo(422);
    for (String field :
        new String[] {"title", "province", "consent", "membersNeeded", "investment"}) {
      assertThat(answer.fault(field)).as(field).isEqualTo("WRONG_TYPE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "province, 99.999, UNKNOWN_CODE",
    "sector, GOLD, UNKNOWN_CODE",
    "intention, carry, UNKNOWN_CODE",
    "summary, court, TOO_SHORT",
    "author.email, fatima@, NOT_AN_EMAIL",
    "author.email, a b@example.org, NOT_AN_EMAIL",
    "author.language, de, UNKNOWN_CODE",
    "author.cnie, BK1, UNKNOWN_FIELD",
    "colour, blue, UNKNOWN_FIELD"
  })
  void eachFaultHasItsFieldAndCode(String field, String value, String code) {
    Answer answer = site.submit(with(idea("fault@example.org"), field, value));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault(field)).isEqualTo(code);
  }

  @Test
  void numbersOutsideTheirRangeAreNamed() {
    Answer answer = site.submit(with(idea("range@example.org"), "womenPercent", 101));
    assertThat(answer.fault("womenPercent")).isEqualTo("OUT_OF_RANGE");
  }

  @Test
  void twoContactsAreOneTooMany() {
    Answer answer = site.submit(with(idea("two@example.org"), "author.phone", "0612345678"));
    assertThat(answer.fault("author.email")).isEqualTo("ONE_CONTACT");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, fr",
    "ar-MA, ar",
    "en-GB, en",
    "de, fr",
    "'garbage;;;', fr",
    "'es, ar;q=0.5', ar"
  })
  void problemsSpeakTheCallersLanguage(String accepted, String language) {
    Answer answer =
        site.say(Requests.post("/api/ideas").header("Accept-Language", accepted).json(Map.of()));
    assertThat(answer.headers()).containsEntry("Content-Language", language);
    assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aRouteNobodyAnswersIsNotFound() {
    assertThat(site.sayAnything(Requests.get("/api/none")).status()).isEqualTo(404);
  }

  @Test
  void nothingOfThisIsKept() {
    site.submit(Map.of());
    site.submit(with(idea("kept@example.org"), "colour", "blue"));
    assertThat(site.table.everything())
        .allSatisfy(item -> assertThat(item.toString()).doesNotContain("kept@"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> with(Map<String, Object> body, String path, Object value) {
    if (path.startsWith("author.")) {
      ((Map<String, Object>) body.get("author")).put(path.substring("author.".length()), value);
    } else {
      body.put(path, value);
    }
    return body;
  }
}
