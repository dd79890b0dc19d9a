package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.Inbox.Mail;
import twiza.local.RunningSystem;

/** A running system as it is seen from outside, wherever it runs. */
record Station(URI address) {

  private static final AtomicInteger PEOPLE = new AtomicInteger();

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

  /** What the system's clock says: tests that share it have moved it. */
  Instant now() {
    return Instant.parse(anybody().get("/local/clock").text("now"));
  }

  /** Sets the clock; what became due has been done when this returns, but for the mails. */
  void isNow(Instant instant) {
    Answer moved = anybody().post("/local/clock", Map.of("now", instant.toString()));
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
  }

  /** Moves the clock; what became due has been done when this returns, but for the mails. */
  void passes(String duration) {
    assertThat(anybody().post("/local/clock", Map.of("advance", duration)).status()).isEqualTo(200);
  }

  /** What was published until now can be searched. */
  void indexes() {
    assertThat(anybody().post("/local/schedules/Index", Map.of()).status()).isEqualTo(200);
    // A search looks for a newer index every thirty seconds.
    passes("PT31S");
  }

  /** The moderator with this address, holding the newest link that was mailed about an idea. */
  Caller moderator(String email, String title) {
    await().atMost(Patience.LONG).until(() -> asked(email, title).isPresent());
    return anybody().bearing(asked(email, title).orElseThrow().token("decide"));
  }

  Caller moderator(String title) {
    return moderator("moderator@example.org", title);
  }

  /** Has the first admin let a moderator of region 05 in. */
  void employ(String email, String language) {
    employ(email, Map.of("language", language));
  }

  /**
   * @param more about them than what everybody has
   */
  void employ(String email, Map<String, Object> more) {
    Map<String, Object> person = new HashMap<>();
    person.put("name", email.replaceFirst("@.*", ""));
    person.put("email", email);
    person.put("language", "fr");
    person.put("roles", List.of("MODERATOR"));
    person.putAll(more);
    Answer added = Colleague.admin(this).caller().post("/api/desk/staff?region=05", person);
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
