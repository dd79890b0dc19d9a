package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.submission.AuthorsSide.NOON;
import static twiza.submission.AuthorsSide.idea;
import static twiza.submission.AuthorsSide.sheet;
import static twiza.submission.AuthorsSide.token;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Call;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.ReportKind;
import twiza.submission.AuthorsSide.Answer;

class FollowingAnIdeaTest {

  private final AuthorsSide site = new AuthorsSide();
  private Answer sent;

  @BeforeEach
  void anIdeaWaits() {
    sent = site.submit(idea("fatima@example.org"));
    site.confirmByLink(sent, 1);
  }

  @Test
  void showsItsStateItsTextAndWhatHappened() {
    decide(Choice.REQUEST_CHANGES);

    var json = site.follow(sent).json();

    assertThat(json.path("state").asText()).isEqualTo("CHANGES_REQUESTED");
    assertThat(json.path("history"))
        .extracting(entry -> entry.path("kind").asText())
        .containsExactly("SUBMITTED", "CONFIRMED", "CHANGES_REQUESTED");
    assertThat(json.path("history").get(2).path("reason").asText()).isEqualTo("reason");
    assertThat(json.path("allowed"))
        .extracting(ability -> ability.asText())
        .containsExactly("CORRECT", "WITHDRAW", "ERASE", "CHANGE_CONTACT");
  }

  @Test
  void isNotForWhoeverLacksTheLink() {
    String token = token(sent);
    char last = token.charAt(token.length() - 2);
    String changed =
        token.substring(0, token.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + token.charAt(token.length() - 1);
    for (String wrong : new String[] {changed, "", "x", token.replace('.', ' '), sent.text("id")}) {
      assertThat(site.say(Requests.get("/api/my/idea").bearer(wrong)).status()).isEqualTo(401);
    }
    assertThat(site.say(Requests.get("/api/my/idea")).status()).isEqualTo(401);
    assertThat(site.follow(sent).headers()).containsEntry("Cache-Control", "no-store");
  }

  @Test
  void aCorrectionOfAPublishedIdeaWaitsBesideIt() {
    decide(Choice.APPROVE);

    Answer corrected = correct("Séchoir solaire, en mieux", 1);

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(corrected.text("state")).isEqualTo("PUBLISHED");
    assertThat(corrected.json().path("revisions"))
        .extracting(revision -> revision.path("standing").asText())
        .containsExactly("PUBLISHED", "PROPOSED");
    assertThat(site.dossier(sent).publication().orElseThrow().sheet().title())
        .isEqualTo("Séchoir solaire pour le thym");
  }

  @Test
  void aCorrectionOfAnOlderTextIsRefused() {
    correct("Une première correction", 1);
    Answer stale = correct("Une autre, sur le premier texte", 1);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("STALE_REVISION");
    assertThat(site.follow(sent).json().path("revisions")).hasSize(2);
  }

  @Test
  void aCorrectionThatChangesNothingMakesNoRevision() {
    Answer same = correct("Séchoir solaire pour le thym", 1);
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.json().path("revisions")).hasSize(1);
  }

  @Test
  void aNameIsHiddenAtOnceWithoutAModerator() {
    decide(Choice.APPROVE);
    present(true);
    assertThat(site.dossier(sent).publication().orElseThrow().name())
        .contains("Coopérative Tifawin");
    present(false);
    assertThat(site.dossier(sent).publication().orElseThrow().name()).isEmpty();
  }

  private void present(boolean showName) {
    Map<String, Object> body = sheet("Séchoir solaire pour le thym");
    body.put("basedOn", 1);
    body.put("showName", showName);
    assertThat(site.say(Requests.put("/api/my/idea").bearer(token(sent)).json(body)).status())
        .isEqualTo(200);
  }

  @Test
  void aRejectedIdeaCanBeAnsweredOnce() {
    decide(Choice.REJECT);
    assertThat(site.follow(sent).json().path("allowed"))
        .extracting(ability -> ability.asText())
        .contains("CORRECT", "ANSWER");
    Answer answered = answer("Séchoir commun, mieux expliqué", 1);
    assertThat(answered.text("state")).isEqualTo("PENDING");
    assertThat(site.dossier(sent).history().getLast().reason()).isEqualTo("Voici pourquoi.");
    rejectAgain();
    assertThat(correct("Une correction trop tard", 2).code()).isEqualTo("IDEA_REJECTED");
  }

  @Test
  void aRejectedIdeaCanBeAnsweredInWordsAlone() {
    decide(Choice.REJECT);
    Answer answered = answer("Séchoir solaire pour le thym", 1);
    assertThat(answered.text("state")).isEqualTo("PENDING");
    assertThat(answered.json().path("revisions")).hasSize(2);
  }

  @Test
  void aMessageOfMoreThanTwoThousandCharactersIsRefused() {
    Map<String, Object> body = sheet("Séchoir solaire pour le thym");
    body.put("basedOn", 1);
    body.put("message", "é".repeat(2_001));
    Answer refused = site.say(Requests.put("/api/my/idea").bearer(token(sent)).json(body));
    assertThat(refused.fault("message")).isEqualTo("TOO_LONG");
  }

  @Test
  void whatStaffAndThePublicSayOfAnIdeaIsNotForItsAuthor() {
    decide(Choice.APPROVE);
    site.happens(sent, new Command.Report(ReportKind.COPIED), NOON);
    site.happens(
        sent, new Command.RecordCall(Call.Result.NO_ANSWER, false, Optional.empty(), "M1"), NOON);
    Answer followed = site.follow(sent);
    assertThat(followed.json().path("history"))
        .extracting(entry -> entry.path("kind").asText())
        .doesNotContain("REPORTED");
    var last = followed.json().path("history").get(3);
    assertThat(last.path("kind").asText()).isEqualTo("CALL_RECORDED");
    assertThat(last.path("reason").isNull()).isTrue();
  }

  private Answer answer(String title, int basedOn) {
    Map<String, Object> body = sheet(title);
    body.put("basedOn", basedOn);
    body.put("message", "Voici pourquoi.");
    return site.say(Requests.put("/api/my/idea").bearer(token(sent)).json(body));
  }

  private void rejectAgain() {
    site.happens(sent, new Command.Decide(Choice.REJECT, 2, "M2", "reason"), NOON);
  }

  @Test
  void withdrawnIsOutOfTheBankAndStaysSo() {
    decide(Choice.APPROVE);
    assertThat(leave().text("state")).isEqualTo("WITHDRAWN");
    assertThat(leave().text("state")).isEqualTo("WITHDRAWN");
    assertThat(site.dossier(sent).publication()).isEmpty();
    assertThat(correct("Une correction trop tard", 1).code()).isEqualTo("IDEA_WITHDRAWN");
  }

  @Test
  void erasedOpensToNobodyAnyMore() {
    Answer erased =
        site.say(Requests.delete("/api/my/idea").bearer(token(sent)).query("erase", "true"));
    assertThat(erased.json().path("erased").asBoolean()).isTrue();
    assertThat(site.follow(sent).status()).isEqualTo(401);
    assertThat(site.dossier(sent).author()).isEmpty();
    assertThat(site.dossier(sent).revisions()).isEmpty();
  }

  @Test
  void erasedButLeftStaysInTheBankWithoutItsAuthor() {
    decide(Choice.APPROVE);
    present(true);
    Answer erased =
        site.say(
            Requests.delete("/api/my/idea")
                .bearer(token(sent))
                .query("erase", "true")
                .query("leave", "true"));
    assertThat(erased.text("state")).isEqualTo("PUBLISHED");
    var publication = site.dossier(sent).publication().orElseThrow();
    assertThat(publication.name()).isEmpty();
    assertThat(publication.sheet().title()).isEqualTo("Séchoir solaire pour le thym");
  }

  @Test
  void onlyAPublishedIdeaCanBeLeft() {
    Answer refused =
        site.say(
            Requests.delete("/api/my/idea")
                .bearer(token(sent))
                .query("erase", "true")
                .query("leave", "true"));
    assertThat(refused.code()).isEqualTo("NOT_PUBLISHED");
    assertThat(site.follow(sent).status()).isEqualTo(200);
  }

  @Test
  void byTheTrackingCodeTellsTheStateAndNothingPersonal() {
    String code = sent.text("trackingCode").toLowerCase(Locale.ROOT).replace("-", " ");
    Answer tracked = site.say(Requests.get("/api/tracking/{code}").path("code", code));
    assertThat(tracked.text("state")).isEqualTo("PENDING");
    assertThat(tracked.body()).doesNotContain("fatima", "Tifawin", sent.text("id"));
    Answer unknown = site.say(Requests.get("/api/tracking/{code}").path("code", "ABC-DEF-GHJ"));
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void aFreshLinkIsAskedForWithoutTellingWhoIsKnown() {
    Answer known = askFor("fatima@example.org");
    Answer unknown = askFor("nobody@example.org");
    assertThat(known.status()).isEqualTo(202);
    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(askFor("not an address").fault("email")).isEqualTo("NOT_AN_EMAIL");
  }

  @Test
  void theQrCodeAndTheReceiptAreTheAuthorsAlone() {
    Answer qr = site.say(Requests.get("/api/my/qr").bearer(token(sent)));
    assertThat(qr.headers().get("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(qr.body()).startsWith("<svg");
    Answer receipt = site.say(Requests.get("/api/my/receipt").cookie("receipt", token(sent)));
    assertThat(receipt.body()).contains(sent.text("trackingCode"), "fatima@example.org");
    Answer none = site.say(Requests.get("/api/my/receipt").query("language", "ar"));
    assertThat(none.status()).isEqualTo(401);
    assertThat(none.headers().get("Content-Type")).startsWith("text/html");
    assertThat(none.body()).contains("dir=\"rtl\"");
  }

  private Answer askFor(String email) {
    return site.say(Requests.post("/api/my/link").json(Map.of("email", email)));
  }

  private Answer correct(String title, int basedOn) {
    Map<String, Object> body = sheet(title);
    body.put("basedOn", basedOn);
    return site.say(Requests.put("/api/my/idea").bearer(token(sent)).json(body));
  }

  private Answer leave() {
    return site.say(Requests.delete("/api/my/idea").bearer(token(sent)));
  }

  private void decide(Choice choice) {
    site.happens(sent, new Command.Decide(choice, 1, "M1", "reason"), NOON);
  }
}
