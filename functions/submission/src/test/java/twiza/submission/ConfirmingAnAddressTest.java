package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.submission.AuthorsSide.NOON;
import static twiza.submission.AuthorsSide.idea;
import static twiza.submission.AuthorsSide.token;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twiza.access.SignedLinks.Link;
import twiza.http.Requests;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.submission.AuthorsSide.Answer;

class ConfirmingAnAddressTest {

  private final AuthorsSide site = new AuthorsSide();
  private Answer sent;

  @BeforeEach
  void anIdeaWasSent() {
    sent = site.submit(idea("fatima@example.org"));
  }

  @Test
  void byTheLinkMakesTheIdeaWaitForAModeratorHoweverOftenItIsPressed() {
    assertThat(site.confirmByLink(sent, 1).text("state")).isEqualTo("PENDING");
    assertThat(site.confirmByLink(sent, 1).text("state")).isEqualTo("PENDING");
    assertThat(site.dossier(sent).history()).hasSize(2);
  }

  @Test
  void byTheCodeWorksAsTypedWithSpaces() {
    String code = site.code(sent, 1);
    String spaced = code.substring(0, 3) + " " + code.substring(3);
    assertThat(site.confirmByCode(sent, spaced, NOON).text("state")).isEqualTo("PENDING");
  }

  @Test
  void aWrongCodeIsToldAndFiveVoidTheRightOne() {
    String wrong = site.code(sent, 1).equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      Answer answer = site.confirmByCode(sent, wrong, NOON);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.fault("code")).isEqualTo("WRONG_CODE");
    }
    Answer right = site.confirmByCode(sent, site.code(sent, 1), NOON);
    assertThat(right.status()).isEqualTo(409);
    assertThat(right.code()).isEqualTo("CODE_VOID");
    assertThat(site.confirmByLink(sent, 1).text("state")).isEqualTo("PENDING");
  }

  @Test
  void howeverManyCodesAreTypedAtOnceNoMoreThanFiveAreCompared() {
    String wrong = site.code(sent, 1).equals("000000") ? "000001" : "000000";
    List<Callable<String>> guesses = Collections.nCopies(30, () -> outcome(wrong));
    List<String> outcomes;
    try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
      outcomes = crowd.invokeAll(guesses).stream().map(Future::resultNow).toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(outcomes).filteredOn("INVALID"::equals).hasSize(5);
    assertThat(outcomes).filteredOn("CODE_VOID"::equals).hasSize(25);
    assertThat(site.confirmByCode(sent, site.code(sent, 1), NOON).code()).isEqualTo("CODE_VOID");
  }

  private String outcome(String code) {
    return site.confirmByCode(sent, code, NOON).code();
  }

  @Test
  void theRightCodeAnswersTheSameHoweverOftenItIsPressed() {
    for (int i = 0; i < 7; i++) {
      Answer answer = site.confirmByCode(sent, site.code(sent, 1), NOON);
      assertThat(answer.text("state")).isEqualTo("PENDING");
    }
  }

  @Test
  void anUnknownTrackingCodeIsToldLikeAWrongCode() {
    Answer answer =
        site.say(
            Requests.post("/api/ideas/confirmation")
                .json(Map.of("trackingCode", "ABC-DEF-GHJ", "code", "123456")));
    assertThat(answer.fault("code")).isEqualTo("WRONG_CODE");
  }

  @Test
  void anExpiredLinkSaysSo() {
    String token =
        site.links.sign(new Link.Confirm(sent.text("id"), 1), NOON.minus(Duration.ofSeconds(1)));
    Answer answer = site.say(Requests.post("/api/ideas/confirmation").json(Map.of("token", token)));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("EXPIRED");
  }

  @Test
  void aLinkWithOneBitChangedOpensNothing() {
    String token = site.links.sign(new Link.Confirm(sent.text("id"), 1), NOON.plusSeconds(60));
    for (int i : new int[] {0, token.length() / 2, token.length() - 2}) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      Answer answer =
          site.say(Requests.post("/api/ideas/confirmation").json(Map.of("token", changed)));
      assertThat(answer.status()).isEqualTo(401);
    }
    assertThat(site.follow(sent).text("state")).isEqualTo("UNCONFIRMED");
  }

  @Test
  void aModeratorsLinkConfirmsNothing() {
    String token = site.links.sign(new Link.Decide("M1", sent.text("id"), 1), NOON.plusSeconds(60));
    Answer answer = site.say(Requests.post("/api/ideas/confirmation").json(Map.of("token", token)));
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void theLinkOnTheReceiptDoesNotProveTheAddress() {
    Answer answer =
        site.say(Requests.post("/api/ideas/confirmation").json(Map.of("token", token(sent))));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(site.follow(sent).text("state")).isEqualTo("UNCONFIRMED");
  }

  @Test
  void afterSevenDaysIsTooLate() {
    site.happens(sent, new Command.DoWhatIsDue(), NOON.plus(Duration.ofDays(7)));
    Answer answer = site.confirmByCode(sent, site.code(sent, 1), NOON.plus(Duration.ofDays(7)));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("IDEA_EXPIRED");
  }

  @Test
  void aNewAddressReplacesTheOldOneOnlyOnceItIsConfirmed() {
    site.confirmByLink(sent, 1);
    Answer asked = changeTo("fatima.new@example.org");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(site.follow(sent).json().path("author").path("email").asText())
        .isEqualTo("fatima@example.org");

    assertThat(site.confirmByLink(sent, 1).code()).isEqualTo("EXPIRED");
    assertThat(site.confirmByLink(sent, 2).status()).isEqualTo(200);
    assertThat(site.confirmByLink(sent, 2).status()).isEqualTo(200);

    assertThat(site.follow(sent).json().path("author").path("email").asText())
        .isEqualTo("fatima.new@example.org");
    assertThat(site.ideas.of(new Contact.Email("fatima.new@example.org"))).hasSize(1);
    assertThat(site.ideas.of(new Contact.Email("fatima@example.org"))).isEmpty();
  }

  @Test
  void aMistypedFirstAddressIsPutRightAndConfirmedInOneStep() {
    changeTo("fatimah@example.org");
    assertThat(site.confirmByLink(sent, 2).text("state")).isEqualTo("PENDING");
  }

  @Test
  void aPhoneNumberInsteadNeedsNoConfirmation() {
    Answer changed =
        site.say(
            Requests.put("/api/my/contact")
                .bearer(token(sent))
                .json(Map.of("phone", "0612345678")));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(site.follow(sent).text("state")).isEqualTo("PENDING");
  }

  @Test
  void nobodyCanHaveMailSentToAnAddressOverAndOver() {
    for (int i = 0; i < 3; i++) {
      assertThat(changeTo("victim@example.org").status()).isEqualTo(202);
    }
    Answer fourth = changeTo("victim@example.org");
    assertThat(fourth.status()).isEqualTo(429);
    assertThat(fourth.headers()).containsKey("Retry-After");
  }

  private Answer changeTo(String email) {
    return site.say(
        Requests.put("/api/my/contact").bearer(token(sent)).json(Map.of("email", email)));
  }
}
