package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/** A region has two moderators; both read the same mail and press in the same moment. */
class TwoModeratorsPressAtOnceTest {

  private static final String HAJAR = "hajar@example.org";
  private static final String DRISS = "driss@example.org";
  private static final Set<String> DECISIONS = Set.of("APPROVED", "REJECTED", "CHANGES_REQUESTED");

  @TempDir static Path data;
  private static RunningSystem system;
  private static Station station;

  @BeforeAll
  static void start() throws Exception {
    Options options = Options.of(Options.project()).port(0).data(data);
    system = LocalRunner.start(options);
    station = Station.of(system);
    station.employ(HAJAR, "fr");
    station.employ(DRISS, "ar");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static List<Author> authors(int number) {
    List<Author> authors = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      authors.add(Author.sends(station, Station.unique("Un séchoir à figues")));
    }
    authors.forEach(Author::confirms);
    return authors;
  }

  @Test
  void oneDecisionStandsAndBothAreToldWhich() throws Exception {
    List<List<String>> choices =
        List.of(
            List.of("APPROVE", "REJECT"),
            List.of("REJECT", "REQUEST_CHANGES"),
            List.of("REQUEST_CHANGES", "APPROVE"),
            List.of("APPROVE", "APPROVE"));
    List<Author> authors = authors(16);
    for (int i = 0; i < authors.size(); i++) {
      oneStands(authors.get(i), choices.get(i % choices.size()));
    }
  }

  private static void oneStands(Author author, List<String> choices) throws Exception {
    Caller hajar = station.moderator(HAJAR, author.title());
    Caller driss = station.moderator(DRISS, author.title());
    List<Answer> answers =
        atOnce(List.of(() -> decide(hajar, choices.get(0)), () -> decide(driss, choices.get(1))));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    boolean hajarWas = answers.get(0).json().path("applied").asBoolean();
    boolean drissWas = answers.get(1).json().path("applied").asBoolean();
    assertThat(hajarWas).as("%s", answers).isNotEqualTo(drissWas);
    String stands = choices.get(hajarWas ? 0 : 1);
    for (Answer answer : answers) {
      assertThat(answer.json().at("/standing/choice").asText()).isEqualTo(stands);
      assertThat(answer.json().at("/standing/revision").asInt()).isEqualTo(1);
      assertThat(answer.text("state")).isEqualTo(author.state());
    }
    assertThat(author.history().stream().filter(DECISIONS::contains)).hasSize(1);
    assertThat(hajar.get("/api/moderation/decision").json().at("/standing/choice").asText())
        .isEqualTo(stands);
  }

  private static Answer decide(Caller moderator, String choice) {
    String reason = choice.equals("APPROVE") ? "" : "Où serait le séchoir ?";
    Map<String, Object> body = Map.of("choice", choice, "revision", 1, "reason", reason);
    return moderator.post("/api/moderation/decision", body);
  }

  @Test
  void anIdeaThatIsWithdrawnInTheSameMomentIsNotInTheBank() throws Exception {
    for (Author author : authors(8)) {
      Caller moderator = station.moderator(DRISS, author.title());
      List<Answer> answers =
          atOnce(
              List.of(
                  () -> decide(moderator, "APPROVE"),
                  () -> author.caller().delete("/api/my/idea")));
      assertThat(answers.get(0).status()).as("%s", answers).isIn(200, 409);
      assertThat(answers.get(1).status()).as("%s", answers).isEqualTo(200);
      assertThat(author.state()).isEqualTo("WITHDRAWN");
      assertThat(station.anybody().get("/api/ideas/" + author.id()).status()).isEqualTo(404);
      assertThat(station.anybody().get("/api/ideas?limit=100").body()).doesNotContain(author.id());
    }
  }

  @Test
  void aTextThatNobodyReadIsNotApproved() throws Exception {
    for (Author author : authors(8)) {
      Caller moderator = station.moderator(HAJAR, author.title());
      Map<String, Object> other = Bodies.arabicCorrection(author.title(), "ن".repeat(30), 1);
      List<Answer> answers =
          atOnce(
              List.of(
                  () -> decide(moderator, "APPROVE"),
                  () -> author.caller().put("/api/my/idea", other)));
      assertThat(answers.get(1).status()).as("%s", answers).isEqualTo(200);
      boolean approved = answers.get(0).status() == 200;
      assertThat(answers.get(0).status()).as("%s", answers).isIn(200, 409);
      assertThat(author.state()).isEqualTo(approved ? "PUBLISHED" : "PENDING");
      Answer open = station.anybody().get("/api/ideas/" + author.id());
      assertThat(open.status()).isEqualTo(approved ? 200 : 404);
      assertThat(open.body()).doesNotContain("ن".repeat(30));
    }
  }

  private static List<Answer> atOnce(List<Callable<Answer>> presses) throws Exception {
    CountDownLatch now = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> pressed = new ArrayList<>();
      for (Callable<Answer> press : presses) {
        pressed.add(
            threads.submit(
                () -> {
                  now.await();
                  return press.call();
                }));
      }
      now.countDown();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : pressed) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
