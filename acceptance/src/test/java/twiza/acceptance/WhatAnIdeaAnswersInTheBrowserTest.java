package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import twiza.acceptance.Caller.Answer;
import twiza.place.Places;

/**
 * A juror reads the need that an idea answers where they mark its fit with the territory, though it
 * is another province's and closed by now.
 */
class WhatAnIdeaAnswersInTheBrowserTest {

  private static final String KHENIFRA = "05.301";

  private final String need = Running.unique("De l’eau pour les troupeaux");
  private final String title = Running.unique("معصرة تعاونية للزيتون بدمنات");

  private String published() {
    Answer published = StaffBehindTheBrowser.admin().post("/api/desk/needs?region=05", need());
    assertThat(published.status()).as(published.body()).isEqualTo(201);
    return published.text("id");
  }

  private Map<String, Object> need() {
    Map<String, Object> body = new HashMap<>();
    body.put("province", KHENIFRA);
    body.put("texts", Map.of("fr", Map.of("title", need, "text", "Les sources tarissent.")));
    return body;
  }

  private void closes(String id) {
    Map<String, Object> closed = need();
    closed.putAll(Map.of("open", false, "version", 1));
    Answer answer = StaffBehindTheBrowser.admin().put("/api/desk/needs/" + id, closed);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private void enters(RoundBehindTheBrowser round, String answersNeed) {
    String phone = "06" + Running.eightDigits();
    Map<String, Object> body =
        new HashMap<>(Bodies.arabicIdeaByPhone(title, "عائشة أومالك", phone));
    body.put("answersNeed", answersNeed);
    Answer sent = Running.anybody().post("/api/ideas", body);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    RoundBehindTheBrowser.enters(StaffBehindTheBrowser.admin(), round.id(), sent.text("id"));
  }

  /** Listed, and willing. */
  private static String juror(RoundBehindTheBrowser round) {
    String path = "/api/desk/rounds/" + round.id();
    String email = Running.newAddress("salma").replace("@example.org", "@example.net");
    Answer listed =
        StaffBehindTheBrowser.admin()
            .post(path + "/jurors", Map.of("name", "Salma", "email", email, "language", "fr"));
    assertThat(listed.status()).as(listed.body()).isEqualTo(201);
    String token = JurorsLink.signed(Running.system(), round.id(), listed.text("id"));
    Caller juror = Running.anybody().bearing(token);
    Answer accepted =
        juror.post("/api/jury/answer", Map.of("accept", true, "reads", List.of("fr", "ar")));
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    StaffBehindTheBrowser.admin().post(path + "/assignments", Map.of());
    return token;
  }

  private static void isGivenBoth(String token) {
    Caller juror = Running.anybody().bearing(token);
    await()
        .atMost(Patience.LONG)
        .until(() -> juror.get("/api/jury/ballot").json().path("total").asInt() == 2);
  }

  private static String khenifra(BrowserWindow window) {
    return Places.load().province(KHENIFRA).orElseThrow().name().in(window.language());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void stands_under_the_criterion_of_the_territory(BrowserWindow window) {
    String id = published();
    RoundBehindTheBrowser round = RoundBehindTheBrowser.beforeItsJury(1);
    enters(round, id);
    closes(id);
    String token = juror(round);
    round.comesToItsJury();
    isGivenBoth(token);
    try (PersonInTheBrowser person = Browser.person(window).whoIsRefused("/api/jury")) {
      person.opens("/jury/#token=" + token);
      person.page().getByText(title).first().click();
      Locator needs = person.page().locator("[id='f-marks.TERRITORY'] .needs li");
      assertThat(needs.first()).containsText(need);
      assertThat(needs.first()).containsText(person.text("jury.marks.needs.answered"));
      assertThat(needs.first()).containsText(khenifra(window));
      PageInTheBrowser.isFitForEverybody(person);
    }
  }
}
