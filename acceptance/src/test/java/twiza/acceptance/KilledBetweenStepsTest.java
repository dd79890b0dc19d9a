package twiza.acceptance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.SentMails.Sent;

/** The process dies as in a power cut, and is started again on what it left on the disk. */
class KilledBetweenStepsTest {

  /** Longer than a mail that was begun is kept from others. */
  private static final Duration DARK = Duration.ofMinutes(2);

  @TempDir Path data;

  @Test
  void anIdeaGoesItsWayWithAKillAfterEachStep() throws Exception {
    String title = Station.unique("Un atelier de tissage");
    Answer sent;
    Author author;
    try (RunnerProcess runner = RunnerProcess.start(data)) {
      String email = Station.newEmail("samira");
      sent = runner.station().anybody().post("/api/ideas", Bodies.frenchIdea(title, email));
      runner.kill();
      author = Author.of(runner.station(), sent, title, email);
    }
    String link = sent.text("followLink");
    try (RunnerProcess runner = restarted()) {
      author = author.at(runner.station(), link).confirms();
      runner.kill();
    }
    try (RunnerProcess runner = restarted()) {
      author = author.at(runner.station(), link);
      author.station().inboxOf(author.email()).awaitMail("reçu", title);
      Caller moderator = author.station().moderator(title);
      decide(moderator, "APPROVE", true);
      runner.kill();
    }
    try (RunnerProcess runner = restarted()) {
      author = author.at(runner.station(), link);
      author.station().inboxOf(author.email()).awaitMail("/ideas/" + author.id());
      assertThat(author.state()).isEqualTo("PUBLISHED");
      assertThat(author.history()).containsExactly("SUBMITTED", "CONFIRMED", "APPROVED");
      assertThat(author.station().anybody().get("/api/ideas").body()).contains(author.id());
      decide(author.station().moderator(title), "APPROVE", false);
      assertThat(author.caller().delete("/api/my/idea").text("state")).isEqualTo("WITHDRAWN");
    }
    eachMailOnceButForRepeats(4, Set.of(author.email(), "moderator@example.org"));
  }

  private static void decide(Caller moderator, String choice, boolean applied) {
    Answer decided =
        moderator.post("/api/moderation/decision", Map.of("choice", choice, "revision", 1));
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    assertThat(decided.json().path("applied").asBoolean()).isEqualTo(applied);
  }

  /**
   * Both kills fall while ideas come in and mails go out. Whoever got no answer asks again, with
   * the key of the first time.
   */
  @Test
  void nothingAnsweredIsForgottenNothingDoubledAndEveryMailArrives() throws Exception {
    Map<String, Map<String, Object>> ideas = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      String email = Station.newEmail("sender");
      ideas.put(email, Bodies.frenchIdea(Station.unique("Une ruche partagée"), email));
    }
    ConcurrentMap<String, Answer> answered = new ConcurrentHashMap<>();
    int some = 5 + new Random().nextInt(10);
    try (RunnerProcess runner = RunnerProcess.start(data)) {
      killedWhileTheyCome(runner, ideas, answered, () -> answered.size() >= some);
    }
    assertThat(answered).hasSizeBetween(5, ideas.size() - 1);
    int mails = SentMails.count(data) + 1 + new Random().nextInt(4);
    try (RunnerProcess runner = restarted()) {
      killedWhileTheyCome(runner, ideas, answered, () -> SentMails.count(data) >= mails);
    }
    try (RunnerProcess runner = restarted()) {
      ideas.forEach((email, body) -> sameAnswer(runner.station(), email, body, answered));
      until(Duration.ofMillis(100), () -> recipients().containsAll(ideas.keySet()));
      eachMailOnceButForRepeats(2, ideas.keySet());
      assertThat(SentMails.in(data).stream().map(Sent::id).distinct()).hasSize(ideas.size());
    }
  }

  private static void killedWhileTheyCome(
      RunnerProcess runner,
      Map<String, Map<String, Object>> ideas,
      ConcurrentMap<String, Answer> answered,
      Callable<Boolean> moment)
      throws Exception {
    Station station = runner.station();
    Thread sender = Thread.ofVirtual().start(() -> sendUntilItDies(station, ideas, answered));
    until(Duration.ofMillis(1), moment);
    runner.kill();
    sender.join();
  }

  private static void until(Duration pause, Callable<Boolean> condition) {
    await().atMost(Patience.LONG).pollDelay(Duration.ZERO).pollInterval(pause).until(condition);
  }

  private static void sameAnswer(
      Station station, String email, Map<String, Object> body, Map<String, Answer> answered) {
    Answer again = send(station, email, body);
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    Answer before = answered.computeIfAbsent(email, _ -> again);
    assertThat(again.text("id")).isEqualTo(before.text("id"));
    assertThat(again.text("trackingCode")).isEqualTo(before.text("trackingCode"));
    Author author = Author.of(station, before, body.get("title").toString(), email);
    assertThat(author.history()).containsExactly("SUBMITTED");
    assertThat(author.state()).isEqualTo("UNCONFIRMED");
  }

  private static void sendUntilItDies(
      Station station, Map<String, Map<String, Object>> ideas, Map<String, Answer> answered) {
    try {
      ideas.forEach((email, body) -> answered.putIfAbsent(email, send(station, email, body)));
    } catch (UncheckedIOException e) {
      assertThat(answered).isNotEmpty();
    }
  }

  private static Answer send(Station station, String email, Map<String, Object> body) {
    return station.anybody().with("Idempotency-Key", "of " + email).post("/api/ideas", body);
  }

  /** It was dark for a while: by the system's clock that is an offset, kept in a file. */
  private RunnerProcess restarted() throws Exception {
    Path clock = data.resolve("clock");
    Duration before =
        Files.exists(clock) ? Duration.parse(Files.readString(clock).strip()) : Duration.ZERO;
    Files.writeString(clock, before.plus(DARK).toString());
    return RunnerProcess.start(data);
  }

  private Set<String> recipients() throws Exception {
    return SentMails.in(data).stream().map(Sent::to).collect(Collectors.toSet());
  }

  /** Of the two mails that may be on their way when the process dies, each may come once more. */
  private void eachMailOnceButForRepeats(int kills, Set<String> addresses) throws Exception {
    List<Sent> sent = SentMails.in(data);
    assertThat(sent).extracting(Sent::to).isSubsetOf(addresses);
    Map<String, Long> byMail =
        sent.stream().collect(groupingBy(mail -> mail.to() + " " + mail.id(), counting()));
    int repeats = sent.size() - byMail.size();
    assertThat(repeats).as("%s", byMail).isLessThanOrEqualTo(2 * kills);
    assertThat(byMail.values()).allMatch(times -> times <= 1 + kills);
  }
}
