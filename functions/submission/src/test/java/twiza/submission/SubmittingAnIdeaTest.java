package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.submission.AuthorsSide.NOON;
import static twiza.submission.AuthorsSide.idea;
import static twiza.submission.AuthorsSide.ideaByPhone;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.delegation.Organiser;
import twiza.http.Requests;
import twiza.idea.Contact;
import twiza.idea.Flag;
import twiza.place.Language;
import twiza.submission.AuthorsSide.Answer;
import twiza.text.Facts;

class SubmittingAnIdeaTest {

  private final AuthorsSide site = new AuthorsSide();

  @Test
  void withAnAddressWaitsForItsConfirmation() {
    Answer answer = site.submit(idea("fatima@example.org"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("state")).isEqualTo("UNCONFIRMED");
    assertThat(answer.text("followLink")).startsWith("https://twiza.example.org/fr/follow/#token=");
    assertThat(site.follow(answer).text("state")).isEqualTo("UNCONFIRMED");
  }

  @Test
  void isKeptWithTheVersionOfTheTermsThatWereInForce() {
    String house = Facts.load().termsVersion();
    assertThat(agreed(site.submit(idea("first@example.org")))).isEqualTo(house);
    Organiser.states(site.delegations, Map.of(Language.FR, "Nos conditions."));
    assertThat(agreed(site.submit(idea("second@example.org")))).isEqualTo(house + ".05-1");
  }

  private String agreed(Answer answer) {
    return site.dossier(answer).author().orElseThrow().consent().version();
  }

  @Test
  void withAPhoneNumberWaitsForAModeratorAtOnceAndIsFlagged() {
    Answer answer = site.submit(ideaByPhone("06 12-34-56-78"));

    assertThat(answer.text("state")).isEqualTo("PENDING");
    assertThat(site.dossier(answer).idea().flags()).containsExactly(Flag.CONTACT_UNCONFIRMED);
    assertThat(site.dossier(answer).author().orElseThrow().contact())
        .isEqualTo(new Contact.Phone("+212612345678"));
  }

  @Test
  void twiceWithTheSameKeyIsOneIdeaAndTheSameAnswer() {
    Requests request =
        Requests.post("/api/ideas")
            .header("Idempotency-Key", "draft-1")
            .json(idea("twice@example.org"));

    Answer first = site.say(request);
    Answer second = site.say(request.at(NOON.plus(Duration.ofHours(5))));

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(site.watched.lines()).containsExactly("submitted");
  }

  @Test
  void withAKeyUsedForAnotherTextIsRefused() {
    site.say(
        Requests.post("/api/ideas").header("Idempotency-Key", "k").json(idea("a@example.org")));

    Answer other =
        site.say(
            Requests.post("/api/ideas").header("Idempotency-Key", "k").json(idea("b@example.org")));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  @Test
  void twiceWithoutAKeyIsOneIdeaForTenMinutes() {
    Map<String, Object> body = idea("again@example.org");
    Answer first = site.submit(body);

    Answer soon =
        site.say(Requests.post("/api/ideas").at(NOON.plus(Duration.ofMinutes(9))).json(body));
    Answer later =
        site.say(Requests.post("/api/ideas").at(NOON.plus(Duration.ofMinutes(11))).json(body));

    assertThat(soon.body()).isEqualTo(first.body());
    assertThat(later.text("id")).isNotEqualTo(first.text("id"));
  }

  @Test
  void keepsWhatWasTypedAndNothingThatReordersText() {
    Map<String, Object> body = idea("plain@example.org");
    body.put("title", "  Miel\u202e de\tthym \u0000 ");
    body.put("need", "Première ligne.\r\n\r\n\r\n\r\nDeuxième ligne, assez longue.");

    Answer answer = site.submit(body);

    var sheet = site.dossier(answer).latest().orElseThrow().sheet();
    assertThat(sheet.title()).isEqualTo("Miel de thym");
    assertThat(sheet.need()).isEqualTo("Première ligne.\n\nDeuxième ligne, assez longue.");
  }

  @Test
  void countsCharactersAsPeopleDo() {
    Map<String, Object> body = idea("emoji@example.org");
    body.put("title", "🌿".repeat(120));
    assertThat(site.submit(body).status()).isEqualTo(201);

    body.put("title", "🌿".repeat(121));
    assertThat(site.submit(body).fault("title")).isEqualTo("TOO_LONG");
  }

  @Test
  void takesPhoneNumbersInAnyLocalForm() {
    for (String typed :
        new String[] {"0612345601", "+212 6 12 34 56 02", "00212612345603", "٠٦١٢٣٤٥٦٠٤"}) {
      assertThat(site.submit(ideaByPhone(typed)).status()).as(typed).isEqualTo(201);
    }
    assertThat(site.submit(ideaByPhone("0612")).fault("author.phone")).isEqualTo("NOT_A_PHONE");
  }

  @Test
  void withAllDetailsIsReadBackWhole() {
    Map<String, Object> body = idea("whole@example.org");
    Map<String, Object> details = new HashMap<>();
    details.put("commune", "El Ksiba");
    details.put("intention", "SEEK_MEMBERS");
    details.put("maturity", "PREPARING");
    details.put("beneficiaries", "Douze familles");
    details.put("membersNeeded", 12);
    details.put("womenPercent", 75);
    details.put("investment", 85_000);
    body.putAll(details);

    Answer answer = site.submit(body);

    var sheet = site.follow(answer).json().path("revisions").get(0).path("sheet");
    details.forEach(
        (field, value) ->
            assertThat(sheet.path(field).asText()).as(field).isEqualTo(value.toString()));
  }
}
