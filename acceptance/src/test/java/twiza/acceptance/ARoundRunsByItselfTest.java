package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.Inbox.Mail;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/** A whole round on the clock of a system of one's own: nobody is awake when it moves. */
class ARoundRunsByItselfTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path data;
  private RunningSystem system;
  private Station station;
  private Instant opens;
  private Instant closes;
  private Instant jury;

  @BeforeEach
  void start() throws Exception {
    system = LocalRunner.start(Options.of(Options.project()).port(0).data(data));
    station = Station.of(system);
    opens = station.now().plus(DAY).truncatedTo(ChronoUnit.HOURS);
    closes = opens.plus(DAY.multipliedBy(14));
    jury = closes.plus(DAY.multipliedBy(3));
  }

  @AfterEach
  void stop() {
    system.close();
  }

  private Colleague organiser() {
    return Colleague.admin(station);
  }

  private Author sends(String round, String title, Map<String, Object> more) {
    String email = Station.newEmail("entrant");
    Map<String, Object> body = new HashMap<>(Bodies.frenchIdea(title, email));
    body.put("round", round);
    body.putAll(more);
    Answer sent = station.anybody().post("/api/ideas", body);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    assertThat(sent.json().at("/round/entered").asBoolean())
        .as(sent.body())
        .isEqualTo(!title.startsWith("Trop tard"));
    return Author.of(station, sent, title, email);
  }

  private void decides(Colleague moderator, Author author, String choice) {
    Answer decided =
        moderator
            .caller()
            .post(
                "/api/desk/ideas/" + author.id() + "/decision",
                Map.of("choice", choice, "revision", 1, "reason", "Pour combien de familles ?"));
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
  }

  private String phase(String round) {
    return station.anybody().get("/api/rounds/" + round).text("phase");
  }

  /** How each idea of a round stands, by its id. */
  private Map<String, String> standings(String round) {
    Answer entries = organiser().caller().get("/api/desk/rounds/" + round + "/entries?limit=100");
    assertThat(entries.status()).as(entries.body()).isEqualTo(200);
    return StreamSupport.stream(entries.json().path("items").spliterator(), false)
        .collect(
            Collectors.toMap(
                item -> item.path("idea").asText(), item -> item.path("standing").asText()));
  }

  private Mail hears(Author author, String words) {
    return station.inboxOf(author.email()).awaitMail(words);
  }

  private void hearsTwice(Author author, String words) {
    await()
        .atMost(Patience.LONG)
        .untilAsserted(
            () ->
                assertThat(station.mails(author.email()))
                    .filteredOn(mail -> mail.text().contains(words))
                    .hasSize(2));
  }

  @Test
  void fromTheAnnouncementToTheEndOfTheJury() {
    Colleague organiser = organiser();
    Author published = Author.sends(station, "Un four solaire").confirms();
    decides(organiser, published, "APPROVE");
    String round = Editions.announced(organiser, Editions.plan("Édition du thym", opens, closes));
    String twin = Editions.announced(organiser, Editions.plan("Édition jumelle", opens, closes));
    assertThat(phase(round)).isEqualTo("ANNOUNCED");
    assertThat(enters(published, round).text("code")).isEqualTo("ROUND_NOT_OPEN");

    station.isNow(opens);
    assertThat(phase(round)).isEqualTo("OPEN");
    station.inboxOf(Colleague.ADMIN).awaitMail("peuvent maintenant être envoyées");
    assertThat(enters(published, round).status()).isEqualTo(200);
    Author ready = sends(round, "Un séchoir à thym", Map.of()).confirms();
    Author silent = sends(round, "Un moulin silencieux", Map.of());
    Author asked = sends(round, "Une ruche à préciser", Map.of()).confirms();
    Author gone = sends(round, "Une idée retirée", Map.of()).confirms();
    Author other = sends(twin, "Une idée de la jumelle", Map.of()).confirms();
    organiser = organiser();
    decides(organiser, ready, "APPROVE");
    decides(organiser, asked, "REQUEST_CHANGES");
    assertThat(gone.caller().delete("/api/my/idea").status()).isEqualTo(200);
    assertThat(standings(round))
        .containsEntry(published.id(), "READY")
        .containsEntry(ready.id(), "READY")
        .containsEntry(silent.id(), "UNCONFIRMED")
        .containsEntry(asked.id(), "ASKED")
        .containsEntry(gone.id(), "OUT");

    cancels(organiser, twin);
    assertThat(hears(other, "La salle est fermée").subject()).contains("Édition jumelle");
    extend(organiser, round);
    hears(ready, "ont changé");

    station.isNow(closes.minusSeconds(5));
    Author last = sends(round, "Une idée de dernière heure", Map.of());
    station.isNow(closes.plusSeconds(1));
    Author late = sends(round, "Trop tard de peu", Map.of());
    assertThat(phase(round)).isEqualTo("SCREENING");
    assertThat(late.confirms().state()).isEqualTo("PENDING");
    Author excused = excused(round);
    last.confirms();

    station.isNow(jury.minus(Duration.ofHours(47)));
    hears(silent, "/confirm/#token=");
    hears(silent, "avant le début du jury");
    hears(asked, "Sans elles avant le début du jury");
    station.inboxOf(Colleague.ADMIN).awaitMail("attendent encore un modérateur");
    station.isNow(jury.minus(Duration.ofHours(5)));
    hearsTwice(silent, "avant le début du jury");
    hearsTwice(asked, "Sans elles avant le début du jury");

    station.isNow(jury);
    assertThat(phase(round)).isEqualTo("JUDGING");
    assertThat(standings(round))
        .containsEntry(published.id(), "ADMITTED")
        .containsEntry(ready.id(), "ADMITTED")
        .containsEntry(last.id(), "WAITING")
        .containsEntry(excused.id(), "OUT")
        .containsEntry(silent.id(), "OUT")
        .containsEntry(asked.id(), "OUT")
        .containsEntry(gone.id(), "OUT")
        .doesNotContainKey(late.id());
    hears(ready, "remise au jury");
    hears(silent, "à temps");
    hears(last, "n’est pas écartée");
    decides(organiser(), last, "APPROVE");
    hears(last, "remise au jury");
    assertThat(standings(round)).containsEntry(last.id(), "ADMITTED");

    station.isNow(jury.plus(DAY.multipliedBy(20)));
    assertThat(phase(round)).isEqualTo("CLOSED");
    assertThat(phase(twin)).isEqualTo("CANCELLED");
    assertThat(whatHappenedToRounds())
        .containsExactlyInAnyOrder(
            "ROUND_DRAFTED",
            "ROUND_ANNOUNCED",
            "ROUND_DRAFTED",
            "ROUND_ANNOUNCED",
            "ROUND_OPENED",
            "ROUND_OPENED",
            "ROUND_CANCELLED",
            "ROUND_CHANGED",
            "ROUND_SETTLED",
            "ROUND_SUBMISSIONS_CLOSED",
            "ROUND_LATE_CODE_ISSUED",
            "ROUND_REMINDED",
            "ROUND_REMINDED",
            "ROUND_JUDGING_OPENED",
            "ROUND_SETTLED",
            "ROUND_REMINDED",
            "ROUND_JUDGING_CLOSED",
            "ROUND_SETTLED",
            "ROUND_RANKED");
  }

  private Answer enters(Author author, String round) {
    return author.caller().post("/api/my/entries", Map.of("roundId", round));
  }

  private void cancels(Colleague organiser, String round) {
    String path = "/api/desk/rounds/" + round;
    int version = organiser.caller().get(path).json().path("version").asInt();
    Answer cancelled =
        organiser
            .caller()
            .post(
                path + "/cancellation",
                Map.of("version", version, "reason", "La salle est fermée."));
    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
  }

  /** Two days more for everybody, once ideas were sent: less is refused. */
  private void extend(Colleague organiser, String round) {
    String path = "/api/desk/rounds/" + round;
    JsonNode stands = organiser.caller().get(path).json();
    closes = closes.plus(DAY.multipliedBy(2));
    jury = jury.plus(DAY.multipliedBy(2));
    Answer shorter =
        organiser.caller().put(path, replanned(stands, closes.minus(DAY.multipliedBy(3)), jury));
    assertThat(shorter.text("code")).as(shorter.body()).isEqualTo("DEADLINE_SHORTENED");
    Answer longer = organiser.caller().put(path, replanned(stands, closes, jury));
    assertThat(longer.status()).as(longer.body()).isEqualTo(200);
  }

  private static Map<String, Object> replanned(JsonNode stands, Instant closes, Instant jury) {
    Map<String, Object> plan =
        Caller.JSON.convertValue(stands, new TypeReference<Map<String, Object>>() {});
    plan.keySet()
        .retainAll(
            Set.of(
                "version",
                "texts",
                "entriesPerAuthor",
                "complaintDays",
                "prizes",
                "opensAt",
                "judgingClosesAt",
                "graceMinutes",
                "rubric",
                "reviews",
                "officialRanking",
                "tieBreaks",
                "priority",
                "seed",
                "live",
                "namesHidden"));
    plan.put("submissionsCloseAt", closes.toString());
    plan.put("judgingOpensAt", jury.toString());
    return plan;
  }

  /** Somebody who was late for a good reason, and never confirms. */
  private Author excused(String round) {
    String email = Station.newEmail("excused");
    Answer issued =
        organiser()
            .caller()
            .post("/api/desk/rounds/" + round + "/late-codes", Map.of("email", email));
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    Map<String, Object> body = new HashMap<>(Bodies.frenchIdea("Une idée excusée", email));
    body.put("round", round);
    body.put("lateCode", issued.text("code"));
    Answer sent = station.anybody().post("/api/ideas", body);
    assertThat(sent.json().at("/round/entered").asBoolean()).as(sent.body()).isTrue();
    return Author.of(station, sent, "Une idée excusée", email);
  }

  private List<String> whatHappenedToRounds() {
    Caller organiser = organiser().caller();
    List<String> kinds = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = organiser.get("/api/desk/audit?region=05&limit=100&cursor=" + cursor).json();
      page.path("items").forEach(item -> kinds.add(item.path("kind").asText()));
      cursor = page.path("next").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    kinds.removeIf(kind -> !kind.startsWith("ROUND_"));
    return kinds;
  }

  @Test
  void aRoomOfEightySendsItsIdeasFromOneAddressAndTheJuryHasThemAtOnce() {
    Colleague organiser = organiser();
    String room = Editions.announced(organiser, Editions.livePlan("Édition dans la salle", opens));
    String code = organiser.caller().get("/api/desk/rounds/" + room).text("roomCode");
    station.isNow(opens);
    Caller wifi = station.anybody().from("196.200.131.9");
    for (int i = 0; i < 80; i++) {
      Map<String, Object> body =
          new HashMap<>(Bodies.frenchIdea("L’idée de la table " + i, Station.newEmail("table")));
      body.put("round", room);
      body.put("roomCode", code);
      Answer sent = wifi.post("/api/ideas", body);
      assertThat(sent.status()).as(sent.body()).isEqualTo(201);
      assertThat(sent.text("state")).isEqualTo("PENDING");
      station.passes("PT7.4S");
    }
    Colleague moderator = organiser();
    for (String path = "/api/desk/rounds/" + room + "/waiting?limit=20"; !path.isEmpty(); ) {
      JsonNode page = moderator.caller().get(path).json();
      page.path("items")
          .forEach(
              item ->
                  moderator
                      .caller()
                      .post(
                          "/api/desk/ideas/" + item.path("idea").asText() + "/decision",
                          Map.of("choice", "APPROVE", "revision", 1)));
      path = page.path("items").isEmpty() ? "" : "/api/desk/rounds/" + room + "/waiting?limit=20";
    }

    station.isNow(opens.plus(Duration.ofHours(2)).plusSeconds(60));
    assertThat(phase(room)).isEqualTo("JUDGING");
    assertThat(standings(room).values()).hasSize(80).containsOnly("ADMITTED");
    station.isNow(opens.plus(Duration.ofHours(2)).plus(Duration.ofMinutes(16)));
    assertThat(phase(room)).isEqualTo("CLOSED");
  }
}
