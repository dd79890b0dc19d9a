package twiza.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import twiza.desk.FrontDoor.Answer;
import twiza.desk.FrontDoor.Browser;
import twiza.http.Requests;
import twiza.place.Language;
import twiza.staff.Member;
import twiza.staff.Role;

/** Staff get in by what a mail brings, in the browser that asked for the mail. */
class SigningInTest {

  private static final String FATIMA = "fatima@example.org";

  private final FrontDoor door = new FrontDoor();
  private final Member fatima =
      door.employees.employ("05", FATIMA, Language.FR, Set.of(Role.MODERATOR));

  private long mailed() {
    return door.table.everything().stream()
        .filter(item -> item.get("PK").s().startsWith("SIGNIN#"))
        .filter(item -> item.containsKey("tell"))
        .count();
  }

  @Test
  void byTheLink() {
    Browser browser = door.browser();
    assertThat(browser.asks(FATIMA).status()).isEqualTo(202);
    Answer in = browser.presses(browser.link());
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.text("id")).isEqualTo(fatima.id());
    assertThat(in.cookies())
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-session=")
                    .contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/", "Max-Age=43200"));
    assertThat(browser.me().text("email")).isEqualTo(FATIMA);
  }

  @Test
  void byTheCode() {
    Browser browser = door.browser();
    browser.asks(FATIMA);
    assertThat(browser.types(browser.code()).status()).isEqualTo(200);
    assertThat(browser.me().status()).isEqualTo(200);
  }

  @Test
  void aScannerWithTheLinkGetsNoSessionAndBurnsNothing() {
    Browser browser = door.browser();
    browser.asks(FATIMA);
    Browser scanner = door.browser();
    for (int i = 0; i < 20; i++) {
      Answer pressed = scanner.presses(browser.link());
      assertThat(pressed.status()).isEqualTo(409);
      assertThat(pressed.code()).isEqualTo("OTHER_BROWSER");
      assertThat(pressed.cookies()).isEmpty();
    }
    assertThat(browser.presses(browser.link()).status()).isEqualTo(200);
  }

  @Test
  void theOtherBrowserIsToldTheCodeToType() {
    Browser browser = door.browser();
    browser.asks(FATIMA);
    Answer other = door.browser().presses(browser.link());
    assertThat(browser.types(other.text("signInCode")).status()).isEqualTo(200);
  }

  @Test
  void somebodyElsesNonceOpensNothing() {
    Browser browser = door.browser();
    browser.asks(FATIMA);
    Browser other = door.browser();
    other.asks(FATIMA);
    assertThat(other.presses(browser.link()).code()).isEqualTo("OTHER_BROWSER");
    other.nonce = browser.nonce.substring(0, 26) + other.nonce.substring(26);
    assertThat(other.presses(browser.link()).code()).isEqualTo("UNAUTHORIZED");
    assertThat(other.types(browser.code()).code()).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void fiveWrongCodesVoidTheLinkToo() {
    Browser browser = door.browser();
    browser.asks(FATIMA);
    String wrong = browser.code().equals("123456") ? "654321" : "123456";
    for (int i = 0; i < 5; i++) {
      assertThat(browser.types(wrong).code()).isEqualTo("INVALID");
    }
    assertThat(browser.types(browser.code()).code()).isEqualTo("UNAUTHORIZED");
    assertThat(browser.presses(browser.link()).code()).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void howeverManyCodesAreTypedAtOnceNoMoreThanFiveAreCompared() throws InterruptedException {
    Browser browser = door.browser();
    browser.asks(FATIMA);
    String wrong = browser.code().equals("123456") ? "654321" : "123456";
    List<Callable<String>> guesses = Collections.nCopies(30, () -> browser.types(wrong).code());
    try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
      assertThat(crowd.invokeAll(guesses).stream().map(Future::resultNow))
          .filteredOn("INVALID"::equals)
          .hasSize(5);
    }
    assertThat(browser.types(browser.code()).code()).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void aLinkServesOnceAndForAQuarterOfAnHour() {
    Browser browser = door.browser();
    browser.asks(FATIMA);
    String link = browser.link();
    String nonce = browser.nonce;
    browser.presses(link);
    browser.nonce = nonce;
    assertThat(browser.presses(link).code()).isEqualTo("UNAUTHORIZED");
    browser.asks(FATIMA);
    String late = browser.link();
    door.pass(Duration.ofMinutes(15));
    assertThat(browser.presses(late).code()).isEqualTo("EXPIRED");
    assertThat(browser.types(browser.code()).code()).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void aStrangerIsAnsweredTheSameAndGetsNoMail() {
    Browser stranger = door.browser();
    assertThat(stranger.asks("stranger@example.org").status()).isEqualTo(202);
    assertThat(stranger.nonce).isNotEmpty();
    assertThat(mailed()).isZero();
    assertThat(stranger.types(stranger.code()).code()).isEqualTo("UNAUTHORIZED");
    assertThat(stranger.presses(stranger.link()).code()).isEqualTo("UNAUTHORIZED");
  }

  @Test
  void nobodyCanHaveSomebodyFloodedWithMail() {
    for (int i = 0; i < 30; i++) {
      assertThat(door.browser().asks(FATIMA).status()).isEqualTo(202);
    }
    assertThat(mailed()).isEqualTo(10);
  }

  @Test
  void oneNetworkAsksSoOftenAndNoMore() {
    for (int i = 0; i < 120; i++) {
      door.browser().asks("a" + i + "@example.org");
    }
    assertThat(door.browser().asks(FATIMA).status()).isEqualTo(429);
  }

  @Test
  void theFirstAdminIsKeptOnArrival() {
    Browser browser = door.browser().signsIn(FrontDoor.ADMIN);
    Answer me = browser.me();
    assertThat(me.json().path("admin").asBoolean()).isTrue();
    assertThat(me.json().at("/roles/0/region").asText()).isEqualTo("05");
    door.browser().signsIn(FrontDoor.ADMIN);
    assertThat(door.staff.at(FrontDoor.ADMIN).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void aSessionLastsTwelveHours() {
    Browser browser = door.browser().signsIn(FATIMA);
    door.pass(Duration.ofHours(12).minusSeconds(1));
    assertThat(browser.me().status()).isEqualTo(200);
    door.pass(Duration.ofSeconds(1));
    assertThat(browser.me().code()).isEqualTo("SIGNED_OUT");
  }

  @Test
  void aSessionIsOverAtSignOutAtOnceAndNoOtherIs() {
    Browser browser = door.browser().signsIn(FATIMA);
    Browser other = door.browser().signsIn(FATIMA);
    String session = browser.session;
    assertThat(browser.say(Requests.delete("/api/staff/session")).status()).isEqualTo(200);
    browser.session = session;
    assertThat(browser.me().code()).isEqualTo("SIGNED_OUT");
    assertThat(other.me().status()).isEqualTo(200);
  }

  @Test
  void aSessionIsOverOnRemovalAtOnce() {
    Browser browser = door.browser().signsIn(FATIMA);
    door.employees.dismiss(fatima, "05");
    assertThat(browser.me().code()).isEqualTo("SIGNED_OUT");
    assertThat(browser.asks(FATIMA).status()).isEqualTo(202);
    assertThat(browser.presses(browser.link()).status()).isEqualTo(401);
  }

  @Test
  void aSessionTakesOneReadWhateverItIsFor() {
    Browser browser = door.browser().signsIn(FATIMA);
    assertThat(door.meter.of(browser::me).requests()).isEqualTo(1);
  }

  @Test
  void onlyThePagesOfTheSiteAskForAnything() {
    Requests foreign =
        Requests.post("/api/staff/sign-in")
            .header("origin", "https://evil.example")
            .json(Map.of("email", FATIMA));
    assertThat(door.say(foreign).code()).isEqualTo("OTHER_ORIGIN");
    Requests without = Requests.post("/api/staff/session").json(Map.of("code", "123456"));
    assertThat(door.say(without).code()).isEqualTo("OTHER_ORIGIN");
  }

  @Test
  void whatIsSentBadlyIsToldByTheField() {
    Browser browser = door.browser();
    assertThat(browser.asks("nobody").json().at("/errors/0/code").asText())
        .isEqualTo("NOT_AN_EMAIL");
    Requests both =
        Requests.post("/api/staff/session").json(Map.of("token", "a", "code", "123456"));
    assertThat(browser.say(both).json().at("/errors/0/code").asText()).isEqualTo("ONE_CREDENTIAL");
    assertThat(browser.types("123456").code()).isEqualTo("UNAUTHORIZED");
    assertThat(browser.presses("nonsense").code()).isEqualTo("UNAUTHORIZED");
  }
}
