package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.Inbox.Mail;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/** Hours and weeks go by on the clock of a system of one's own. */
class TimePassesTest {

  private static final String MODERATOR = "moderator@example.org";

  @TempDir Path data;
  private RunningSystem system;
  private Station station;

  @BeforeEach
  void start() throws Exception {
    system = LocalRunner.start(Options.of(Options.project()).port(0).data(data));
    station = Station.of(system);
  }

  @AfterEach
  void stop() {
    system.close();
  }

  private void inboxOf(String email, int mails) {
    await().atMost(Patience.LONG).until(() -> station.mails(email).size() == mails);
  }

  /** Whatever was to be mailed before is there once a mail that was asked for now is there. */
  private void everythingIsDelivered() {
    String title = Station.unique("Un repère");
    Author last = Author.sends(station, title).confirms();
    station.moderator(title);
    last.caller().delete("/api/my/idea?erase=true");
  }

  @Test
  void aClassOfEightySubmitsWithinTenMinutesFromOneAddress() throws Exception {
    Caller school = new Caller(station.address()).from("196.200.131.7");
    List<String> emails = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      String email = Station.newEmail("pupil");
      Answer sent = school.post("/api/ideas", Bodies.frenchIdea("L'idée n° " + i, email));
      assertThat(sent.status()).as("%d: %s", i, sent.body()).isEqualTo(201);
      assertThat(sent.text("state")).isEqualTo("UNCONFIRMED");
      emails.add(email);
      station.passes("PT7.4S");
    }
    await()
        .atMost(Patience.LONG)
        .until(
            () -> SentMails.in(data).stream().map(SentMails.Sent::to).toList().containsAll(emails));
    assertThat(SentMails.count(data)).isEqualTo(80);
  }

  @Test
  void anUnconfirmedIdeaIsRemindedOfAfterTwoDaysAndExpiresAfterSeven() {
    Author author = Author.sends(station, Station.unique("Une pépinière"));
    inboxOf(author.email(), 1);
    station.passes("PT47H");
    assertThat(author.history()).containsExactly("SUBMITTED");
    station.passes("PT2H");
    inboxOf(author.email(), 2);
    Mail reminder = station.inboxOf(author.email()).awaitMail("Rappel");
    assertThat(reminder.links()).anyMatch(link -> link.contains("/confirm/#token="));

    station.passes("PT118H");
    assertThat(author.state()).isEqualTo("UNCONFIRMED");
    station.passes("PT2H");
    assertThat(author.state()).isEqualTo("EXPIRED");
    inboxOf(author.email(), 3);
    Map<String, String> token = Map.of("token", reminder.token("confirm"));
    Answer late = station.anybody().post("/api/ideas/confirmation", token);
    assertThat(late.status()).isIn(401, 409);
    assertThat(late.text("code")).isIn("EXPIRED", "IDEA_EXPIRED");

    station.passes("P30D");
    everythingIsDelivered();
    assertThat(station.mails(author.email())).hasSize(3);
    assertThat(author.history()).containsExactly("SUBMITTED", "CONFIRMATION_REMINDED", "EXPIRED");
  }

  @Test
  void changesAskedForAreRemindedOfTwiceAndTheIdeaStaysOpen() {
    Author author = Author.sends(station, Station.unique("Un moulin")).confirms();
    String reason = "Combien de familles moudraient leur grain ?";
    Map<String, Object> asks = Map.of("choice", "REQUEST_CHANGES", "revision", 1, "reason", reason);
    Caller moderator = station.moderator(author.title());
    assertThat(moderator.post("/api/moderation/decision", asks).status()).isEqualTo(200);
    inboxOf(author.email(), 3);

    station.passes("P6DT23H");
    assertThat(author.history()).doesNotContain("CHANGES_REMINDED");
    station.passes("PT2H");
    inboxOf(author.email(), 4);
    station.passes("P13D");
    assertThat(author.history()).containsOnlyOnce("CHANGES_REMINDED");
    station.passes("P1D");
    inboxOf(author.email(), 5);
    List<Mail> reminders =
        station.mails(author.email()).stream()
            .filter(mail -> mail.subject().startsWith("Rappel"))
            .toList();
    assertThat(reminders).hasSize(2).allMatch(mail -> mail.text().contains(reason));

    station.passes("P90D");
    everythingIsDelivered();
    assertThat(station.mails(author.email())).hasSize(5);
    assertThat(author.state()).isEqualTo("CHANGES_REQUESTED");
    Map<String, Object> correction = Bodies.arabicCorrection(author.title(), "ن".repeat(30), 1);
    assertThat(author.caller().put("/api/my/idea", correction).text("state")).isEqualTo("PENDING");
  }

  @Test
  void aRejectedIdeaIsErasedAfterAsManyMonthsAsItsRegionSays() {
    Author author = Author.sends(station, Station.unique("Une carrière")).confirms();
    Map<String, Object> rejects = Map.of("choice", "REJECT", "revision", 1, "reason", "Non.");
    Caller moderator = station.moderator(author.title());
    assertThat(moderator.post("/api/moderation/decision", rejects).status()).isEqualTo(200);
    Map<String, Object> says = Map.of("version", 0, "retention", Map.of("refusedMonths", 2));
    Answer said = Colleague.admin(station).caller().put("/api/desk/region?region=05", says);
    assertThat(said.status()).as(said.body()).isEqualTo(200);

    station.passes("P55D");
    assertThat(author.state()).isEqualTo("REJECTED");
    station.passes("P10D");
    assertThat(author.caller().get("/api/my/idea").status()).isEqualTo(401);
  }

  @Test
  void whatCameByPhoneIsInTheDigestAndAnEmptyDayHasNone() {
    station.passes("PT24H");
    everythingIsDelivered();
    assertThat(digests()).isEmpty();

    Author author = Author.phones(station, Station.unique("ورشة للنسيج"));
    station.passes("PT24H");
    Mail digest = station.inboxOf(MODERATOR).awaitMail(author.title());
    assertThat(digests()).hasSize(1);
    Caller moderator = station.anybody().bearing(digest.token("decide"));
    Answer shown = moderator.get("/api/moderation/decision");
    assertThat(shown.json().path("sheet").path("title").asText()).isEqualTo(author.title());
    assertThat(shown.json().at("/author/phone").asText()).startsWith("+2126");
    Map<String, Object> approves = Map.of("choice", "APPROVE", "revision", 1);
    assertThat(moderator.post("/api/moderation/decision", approves).status()).isEqualTo(200);

    station.passes("PT24H");
    station.passes("PT24H");
    everythingIsDelivered();
    assertThat(digests()).hasSize(1);
  }

  @Test
  void thirtyIdeasAreOneMailForWhoWantsADigestAndAnEmptyDayNone() {
    String email = Station.newEmail("daily");
    station.employ(email, Map.of("mails", "DIGEST", "digestHour", 18));
    List<Author> authors = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      authors.add(Author.phones(station, Station.unique("معصرة زيتون")));
    }
    station.passes("PT24H");
    Mail digest = station.inboxOf(email).awaitMail(authors.getFirst().title());
    assertThat(digest.subject()).contains("30");
    assertThat(digest.links()).filteredOn(link -> link.contains("/decide/")).hasSize(30);

    authors.forEach(author -> author.caller().delete("/api/my/idea?erase=true"));
    station.passes("PT48H");
    everythingIsDelivered();
    assertThat(station.mails(email))
        .filteredOn(mail -> mail.text().contains("/decide/"))
        .hasSize(1);
  }

  private List<Mail> digests() {
    return station.mails(MODERATOR).stream()
        .filter(mail -> mail.subject().matches("Idées en attente.*"))
        .toList();
  }
}
