package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twiza.acceptance.Caller.Answer;

/**
 * Somebody of the staff who signed in by the link in their mail.
 *
 * @param caller calls as a page of the site does in their browser, with the session's cookie
 */
record Colleague(Station station, String email, Caller caller) {

  /** The first admin of a system on one machine. */
  static final String ADMIN = "moderator@example.org";

  private static final String LINK = "/desk/sign-in/#token=";

  /** Asks for the mail, and follows its link in the same browser. */
  static Colleague signsIn(Station station, String email) {
    Caller page = page(station);
    int before = links(station, email).size();
    Answer asked = page.post("/api/staff/sign-in", Map.of("email", email));
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    await().atMost(Patience.LONG).until(() -> links(station, email).size() > before);
    String link = links(station, email).getFirst();
    String token = link.substring(link.indexOf("#token=") + "#token=".length());
    Caller browser = page.with("Cookie", cookie("nonce", asked));
    Answer entered = browser.post("/api/staff/session", Map.of("token", token));
    assertThat(entered.status()).as(entered.body()).isEqualTo(200);
    return new Colleague(station, email, page.with("Cookie", cookie("session", entered)));
  }

  static Colleague admin(Station station) {
    return signsIn(station, ADMIN);
  }

  /** Any browser that shows a page of the site. */
  static Caller page(Station station) {
    return station.anybody().with("Origin", Running.origin(station));
  }

  /** Newest first. */
  private static List<String> links(Station station, String email) {
    return station.mails(email).stream()
        .flatMap(mail -> mail.links().stream())
        .filter(link -> link.contains(LINK))
        .toList();
  }

  private static String cookie(String name, Answer answer) {
    String set = answer.headers().get("set-cookie");
    Matcher matcher = Pattern.compile("(?:^|, )((?:__Host-)?" + name + "=[^;]+)").matcher(set);
    assertThat(matcher.find()).as("%s in %s", name, set).isTrue();
    return matcher.group(1);
  }

  /**
   * Lets somebody new in.
   *
   * @return their id
   */
  String letsIn(String newcomer, String region, String... roles) {
    Answer added =
        caller.post(
            "/api/desk/staff?region=" + region,
            Map.of(
                "name", "Fatima Amrani",
                "email", newcomer,
                "language", "fr",
                "mails", "NONE",
                "roles", List.of(roles)));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return added.text("id");
  }

  /**
   * Drafts a round that says nothing but when it is.
   *
   * @return its id
   */
  String draftsARound(String region) {
    Map<String, Object> dates =
        Map.of("opensAt", "2030-05-11T10:00", "submissionsCloseAt", "2030-05-25T10:00");
    Answer drafted = caller.post("/api/desk/rounds?region=" + region, dates);
    assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
    return drafted.text("id");
  }
}
