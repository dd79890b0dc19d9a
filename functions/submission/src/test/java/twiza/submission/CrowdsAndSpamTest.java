package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.submission.AuthorsSide.NOON;
import static twiza.submission.AuthorsSide.idea;
import static twiza.submission.AuthorsSide.sheet;
import static twiza.submission.AuthorsSide.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Flag;
import twiza.submission.AuthorsSide.Answer;
import twiza.table.TableLimits;

/** Signals flag and slow; they never shut a crowd out. */
class CrowdsAndSpamTest {

  private final AuthorsSide site = new AuthorsSide();

  @Test
  void eightyPeopleBehindOneAddressAllGetIn() {
    for (int i = 0; i < 80; i++) {
      Answer answer =
          site.say(
              Requests.post("/api/ideas")
                  .at(NOON.plus(Duration.ofSeconds(7L * i)))
                  .from("196.200.1.1")
                  .json(idea("person" + i + "@example.org")));
      assertThat(answer.status()).isEqualTo(201);
      assertThat(site.dossier(answer).idea().flags()).isEmpty();
    }
  }

  @Test
  void peopleBehindTheFrontAreCountedByTheirOwnNetwork() {
    String edge = "130.176.0.1";
    TableLimits limits = new TableLimits(site.table.client(), site.table.name());
    for (int i = 0; i < site.settings.limits().sourcePerHour(); i++) {
      limits.count("source", site.fingerprints.of("source", edge), NOON);
    }
    Answer known =
        site.say(
            Requests.post("/api/ideas")
                .from(edge)
                .header("x-twiza-origin", AuthorsSide.FRONT)
                .header("x-twiza-viewer", "198.51.100.4")
                .json(idea("a@example.org")));
    Answer claimed =
        site.say(
            Requests.post("/api/ideas")
                .from(edge)
                .header("x-twiza-origin", "a guess")
                .header("x-twiza-viewer", "198.51.100.5")
                .json(idea("b@example.org")));
    assertThat(site.dossier(known).idea().flags()).isEmpty();
    assertThat(site.dossier(claimed).idea().flags()).containsExactly(Flag.MANY_FROM_SOURCE);
  }

  @Test
  void theFourthIdeaOfAContactWithinTheHourIsFlaggedAndTheThirtyFirstRefused() {
    Answer third = null;
    for (int i = 1; i <= 30; i++) {
      Answer answer = submitTitled("Idée numéro " + i);
      assertThat(answer.status()).isEqualTo(201);
      if (i == 3) {
        third = answer;
      }
      if (i == 4) {
        assertThat(site.dossier(third).idea().flags()).isEmpty();
        assertThat(site.dossier(answer).idea().flags()).containsExactly(Flag.MANY_FROM_CONTACT);
      }
    }
    Answer refused = submitTitled("Une de trop");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", "3600");

    Answer nextHour =
        site.say(
            Requests.post("/api/ideas")
                .at(NOON.plus(Duration.ofHours(1)))
                .json(body("Une heure après")));
    assertThat(nextHour.status()).isEqualTo(201);
  }

  private Answer submitTitled(String title) {
    return site.submit(body(title));
  }

  private static Map<String, Object> body(String title) {
    Map<String, Object> body = idea("prolific@example.org");
    body.put("title", title);
    return body;
  }

  @Test
  void oneLinkCorrectsAnIdeaTenTimesAnHourAndNoMore() {
    Answer sent = site.submit(idea("prolific@example.org"));
    site.confirmByLink(sent, 1);
    for (int i = 1; i <= 10; i++) {
      assertThat(correct(sent, i, NOON).status()).isEqualTo(200);
    }
    Answer refused = correct(sent, 11, NOON);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TOO_MANY");
    assertThat(refused.headers()).containsEntry("Retry-After", "3600");
    assertThat(site.dossier(sent).idea().latest()).isEqualTo(11);
    assertThat(correct(sent, 11, NOON.plus(Duration.ofHours(1))).status()).isEqualTo(200);
  }

  @Test
  void theSameTextAgainIsNoCorrectionThatCounts() {
    Answer sent = site.submit(idea("calm@example.org"));
    for (int i = 0; i < 11; i++) {
      Map<String, Object> same = sheet("Séchoir solaire pour le thym");
      same.put("basedOn", 1);
      assertThat(correct(sent, same, NOON).status()).isEqualTo(200);
    }
  }

  private Answer correct(Answer sent, int basedOn, Instant at) {
    Map<String, Object> text = sheet("Séchoir solaire, en mieux " + basedOn);
    text.put("basedOn", basedOn);
    return correct(sent, text, at);
  }

  private Answer correct(Answer sent, Map<String, Object> text, Instant at) {
    return site.say(Requests.put("/api/my/idea").at(at).bearer(token(sent)).json(text));
  }

  @Test
  void oneLinkSendsMailToThreeNewAddressesAnHourAndNoMore() {
    Answer sent = site.submit(idea("restless@example.org"));
    for (int i = 0; i < 3; i++) {
      assertThat(reachAt("stranger" + i + "@example.org", sent).status()).isEqualTo(202);
    }
    Answer refused = reachAt("stranger3@example.org", sent);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsKey("Retry-After");
    Answer another = site.submit(idea("another@example.org"));
    assertThat(reachAt("other@example.org", another).status()).isEqualTo(202);
  }

  @Test
  void manyLinksOfOneSourceAreLimitedTogether() {
    Answer sent = site.submit(idea("crowd@example.org"));
    TableLimits limits = new TableLimits(site.table.client(), site.table.name());
    for (int i = 0; i < site.settings.limits().sourcePerHour(); i++) {
      limits.count("contact change", site.fingerprints.of("source", "196.200.1.1"), NOON);
    }
    assertThat(reachAt("crowd.new@example.org", sent).status()).isEqualTo(429);
  }

  private Answer reachAt(String address, Answer sent) {
    return site.say(
        Requests.put("/api/my/contact")
            .from("196.200.1.1")
            .bearer(token(sent))
            .json(Map.of("email", address)));
  }

  @Test
  void addressesOfOneHomeNetworkCountAsOneSource() {
    IntStream.rangeClosed(1, 301)
        .forEach(
            i ->
                site.say(
                    Requests.post("/api/ideas")
                        .from("2001:db8:1:2::" + Integer.toHexString(i))
                        .json(idea("v6-" + i + "@example.org"))));

    Answer flagged =
        site.say(
            Requests.post("/api/ideas")
                .from("2001:db8:1:2:ffff::9")
                .json(idea("same-network@example.org")));
    Answer free =
        site.say(
            Requests.post("/api/ideas")
                .from("2001:db8:1:3::9")
                .json(idea("other-network@example.org")));

    assertThat(site.dossier(flagged).idea().flags()).containsExactly(Flag.MANY_FROM_SOURCE);
    assertThat(site.dossier(free).idea().flags()).isEmpty();
  }

  @Test
  void aFilledHoneypotAndAFormFilledTooFastAreFlaggedAndTaken() {
    Map<String, Object> body = idea("bot@example.org");
    body.put("website", "https://spam.example");
    body.put("elapsed", 400);

    Answer answer = site.submit(body);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(site.dossier(answer).idea().flags())
        .containsExactlyInAnyOrder(Flag.HONEYPOT, Flag.FILLED_TOO_FAST);
  }
}
