package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.Inbox.Mail;
import twiza.local.RunningSystem;

/** A running system as it is seen from outside, wherever it runs. */
record Station(URI address) {

  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

  static Station of(RunningSystem system) {
    return new Station(URI.create(system.baseUrl()));
  }

  /** The one that all tests share. */
  static Station shared() {
    return new Station(Running.baseUrl());
  }

  /** Somebody at a network address of their own. */
  Caller anybody() {
    int n = PEOPLE.incrementAndGet();
    return new Caller(address).from("10.9." + n / 250 % 250 + "." + n % 250);
  }

  Inbox inboxOf(String email) {
    return new Inbox(new Caller(address), email);
  }

  /** An e-mail address that nobody else uses. */
  static String newEmail(String name) {
    return name + "-" + PEOPLE.incrementAndGet() + "@example.com";
  }

  /** A Moroccan mobile number that nobody else has. */
  static String newPhone() {
    return "06" + (62_000_000 + PEOPLE.incrementAndGet());
  }

  /** The same words, told apart from all others. */
  static String unique(String words) {
    return words + " n° " + PEOPLE.incrementAndGet();
  }

  /** Moves the clock; what became due has been done when this returns, but for the mails. */
  void passes(String duration) {
    assertThat(anybody().post("/local/clock", Map.of("advance", duration)).status()).isEqualTo(200);
  }

  /** The moderator with this address, holding the newest link that was mailed about an idea. */
  Caller moderator(String email, String title) {
    await().atMost(PATIENCE).until(() -> asked(email, title).isPresent());
    return anybody().bearing(asked(email, title).orElseThrow().token("decide"));
  }

  Caller moderator(String title) {
    return moderator("moderator@example.org", title);
  }

  /** A member of staff with this address, signed in by the code in the mail. */
  Caller signedIn(String email) {
    Caller browser = anybody().with("Origin", address.toString().replaceAll("/$", ""));
    long before = codes(email).count();
    Answer asked = browser.post("/api/staff/sign-in", Map.of("email", email));
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> codes(email).count() > before);
    Answer entered =
        browser
            .with("Cookie", asked.cookie("nonce"))
            .post("/api/staff/session", Map.of("code", codes(email).findFirst().orElseThrow()));
    assertThat(entered.status()).as(entered.body()).isEqualTo(200);
    return browser.with("Cookie", entered.cookie("session"));
  }

  private Stream<String> codes(String email) {
    return mails(email).stream()
        .filter(mail -> mail.text().contains("/desk/sign-in/#token="))
        .map(mail -> CODE.matcher(mail.text()))
        .filter(Matcher::find)
        .map(Matcher::group);
  }

  /** Has the first admin let a moderator of region 05 in. */
  void employ(String email, String language) {
    Map<String, Object> person =
        Map.of(
            "name",
            email.replaceFirst("@.*", ""),
            "email",
            email,
            "language",
            language,
            "roles",
            List.of("MODERATOR"));
    Answer added = signedIn("moderator@example.org").post("/api/desk/staff?region=05", person);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
  }

  private Optional<Mail> asked(String email, String title) {
    return mails(email).stream()
        .filter(mail -> mail.text().contains(title))
        .filter(mail -> mail.text().contains("/decide/#token="))
        .findFirst();
  }

  List<Mail> mails(String email) {
    return inboxOf(email).all();
  }
}
