package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.acceptance.Caller.Answer;

/** What the public reads is the same for whoever asks; what a link opens is kept by nobody. */
class PublicReadsTest {

  private final Station station = Station.shared();
  private final Caller anybody = station.anybody();

  private Author published() {
    Author author = Author.sends(station, Station.unique("Un four à pain solaire")).confirms();
    Map<String, Object> choice = Map.of("choice", "APPROVE", "revision", 1);
    Caller moderator = station.moderator(author.title());
    assertThat(moderator.post("/api/moderation/decision", choice).status()).isEqualTo(200);
    return author;
  }

  private static List<String> publicAddresses(Author author) {
    return List.of(
        "/api/ideas?province=05.301",
        "/api/ideas/" + author.id(),
        "/fr/ideas/",
        "/ar/ideas/" + author.id() + "/");
  }

  @Test
  void whoHasItAlreadyIsToldSo() {
    for (String address : publicAddresses(published())) {
      Answer first = anybody.get(address);
      String etag = first.headers().get("etag");
      for (String known : List.of(etag, "W/" + etag, "\"other\", " + etag)) {
        Answer again = anybody.with("If-None-Match", known).get(address);
        assertThat(again.status()).as("%s %s", address, known).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers()).containsEntry("etag", etag).containsKey("cache-control");
      }
      assertThat(anybody.with("If-None-Match", "\"other\"").get(address).status()).isEqualTo(200);
    }
  }

  @Test
  void cachesKeepItForAMinuteAndForEverybody() {
    Author author = published();
    for (String address : publicAddresses(author)) {
      Answer answer = anybody.get(address);
      assertThat(answer.headers().get("cache-control")).contains("public", "s-maxage=60");
      assertThat(answer.headers().getOrDefault("vary", ""))
          .doesNotContainIgnoringCase("authorization", "cookie", "*");
      assertThat(answer.headers()).doesNotContainKey("set-cookie");
      Answer byAuthor = author.caller().with("Cookie", "receipt=" + author.id()).get(address);
      assertThat(byAuthor.body()).isEqualTo(answer.body());
      assertThat(byAuthor.headers().get("etag")).isEqualTo(answer.headers().get("etag"));
    }
  }

  @Test
  void aChangeIsSeenAtOnceByWhoeverAsksAgain() {
    Author author = published();
    Answer before = anybody.get("/api/ideas/" + author.id());
    author.caller().delete("/api/my/idea");
    Caller again = anybody.with("If-None-Match", before.headers().get("etag"));
    assertThat(again.get("/api/ideas/" + author.id()).status()).isEqualTo(404);
  }

  @Test
  void nobodyKeepsWhatALinkOpensNorWhatIsWrong() {
    Author author = published();
    Caller moderator = station.moderator(author.title());
    List<Answer> answers =
        List.of(
            author.caller().get("/api/my/idea"),
            author.caller().get("/api/my/receipt"),
            author.caller().get("/api/my/qr"),
            moderator.get("/api/moderation/decision"),
            anybody.get("/api/my/idea"),
            anybody.get("/api/tracking/" + author.trackingCode()),
            anybody.get("/api/ideas/nothing"),
            anybody.get("/fr/ideas/nothing"),
            anybody.get("/api/ideas?limit=0"));
    for (Answer answer : answers) {
      assertThat(answer.headers()).as(answer.body()).containsEntry("cache-control", "no-store");
      assertThat(answer.headers()).doesNotContainKey("etag");
    }
  }

  @Test
  void everyAnswerTellsBrowsersToBeCareful() {
    Author author = published();
    List<String> addresses =
        List.of("/fr/", "/fr/decide/", "/fr/ideas/", "/api/ideas", "/api/my/idea", "/nothing");
    for (String address : addresses) {
      for (Answer answer : List.of(author.caller().get(address), anybody.head(address))) {
        assertThat(answer.headers())
            .as(address)
            .containsEntry("x-content-type-options", "nosniff")
            .containsEntry("referrer-policy", "same-origin")
            .containsEntry("x-frame-options", "DENY");
        assertThat(answer.headers().get("content-security-policy"))
            .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
            .doesNotContain("unsafe-inline", "unsafe-eval");
      }
    }
  }
}
