package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ANoteTravelsThroughTheSystemTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir static Path folder;
  private static RunningSystem system;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws Exception {
    system = LocalRunner.start(NotesSystem.in(folder));
    visitor = new Visitor(system);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void fromTheRouteOverTableStreamAndQueueToTheMailbox() throws Exception {
    assertThat(visitor.post("/api/notes", "مرحبا").statusCode()).isEqualTo(201);

    Mail mail = system.mailbox().await(it -> it.subject().equals("مرحبا"), PATIENCE);
    assertThat(mail.to()).isEqualTo("reader@example.org");
    assertThat(mail.text()).startsWith("مرحبا");
    assertThat(mail.links())
        .containsExactly("https://example.org/text", "https://example.org/html?a=1&b=2");
    JsonNode listed = visitor.json("/local/mailbox?to=Reader@example.org");
    assertThat(listed.findValuesAsText("subject")).contains("مرحبا");
    assertThat(visitor.json("/local/mailbox?to=other@example.org")).isEmpty();
  }

  @Test
  void aPoisonedChangeIsGivenUpAndTheOthersArrive() throws Exception {
    visitor.post("/api/notes", "before\npoison\nafter");

    system.mailbox().await(it -> it.subject().equals("before"), PATIENCE);
    system.mailbox().await(it -> it.subject().equals("after"), PATIENCE);
    assertThat(visitor.nextOf("Failures", it -> it.contains("RetryAttemptsExhausted")))
        .contains("\"batchSize\":1");
  }

  @Test
  void aChangeReportedAsFailedHoldsUpOnlyItselfInTheEnd() throws Exception {
    visitor.post("/api/notes", "first\nunlucky\nlast");

    system.mailbox().await(it -> it.subject().equals("last"), PATIENCE);
    assertThat(system.mailbox().mails()).filteredOn(it -> it.subject().equals("first")).hasSize(1);
  }

  @Test
  void aMessageThatIsRefusedThreeTimesIsADeadLetter() throws Exception {
    visitor.post("/api/notes", "refuse\ntaken");

    system.mailbox().await(it -> it.subject().equals("taken"), PATIENCE);
    assertThat(visitor.nextOf("DeadLetters", it -> true)).isEqualTo("refuse");
  }

  @Test
  void aScheduleFiresWhenTheClockPassesItsTime() throws Exception {
    Instant before = system.clock().instant();
    visitor.post("/local/clock", "{\"advance\":\"PT24H\"}");

    assertThat(system.clock().instant()).isAfter(before.plus(Duration.ofHours(24)));
    Instant later = before.plus(Duration.ofHours(23));
    system
        .mailbox()
        .await(
            it -> it.subject().startsWith("good morning") && it.receivedAt().isAfter(later),
            PATIENCE);
  }

  @Test
  void theClockNeverGoesBack() throws Exception {
    assertThat(visitor.post("/local/clock", "{\"advance\":\"-PT1H\"}").statusCode()).isEqualTo(409);
    assertThat(visitor.post("/local/clock", "{\"now\":\"2001-01-01T00:00:00Z\"}").statusCode())
        .isEqualTo(409);
    assertThat(visitor.post("/local/clock", "{\"now\":\"yesterday\"}").statusCode()).isEqualTo(422);
    assertThat(visitor.post("/local/clock", "{}").statusCode()).isEqualTo(422);
  }

  @Test
  void aScheduleFiresByHandAndTellsOfFailure() throws Exception {
    assertThat(visitor.post("/local/schedules/Morning", "").statusCode()).isEqualTo(200);
    assertThat(visitor.post("/local/schedules/Broken", "").statusCode()).isEqualTo(500);
    assertThat(visitor.post("/local/schedules/Evening", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aFunctionAnswersTheEventPosted() throws Exception {
    var response = visitor.post("/local/functions/TickFunction", "{\"say\":\"hello\"}");
    assertThat(response.body()).startsWith("{\"said\":\"hello 20");
  }

  @Test
  void functionsReadTheirSettingsAndSecretsFromTheServices() throws Exception {
    assertThat(visitor.get("/api/notes/settings").body())
        .contains("\"site\":\"" + system.baseUrl() + "\"", "\"host\":\"localhost\"");
    assertThat(visitor.get("/api/notes/key").body()).hasSize(40);
  }

  @Test
  void aFunctionThatThrowsTellsTheCallerNothing() throws Exception {
    var response = visitor.get("/api/failure");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void cookiesAndHeadersOfTheAnswerComeThrough() throws Exception {
    var response = visitor.get("/fr/notes/");
    assertThat(response.headers().allValues("set-cookie"))
        .containsExactly("one=1; HttpOnly", "two=2");
    assertThat(response.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
    assertThat(response.headers().firstValue("content-security-policy")).isPresent();
    assertThat(response.body()).isEqualTo("<p>fr</p>");
  }

  @Test
  void headIsAnsweredWhereTheTemplateHasIt() throws Exception {
    var response = visitor.head("/fr/notes");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(visitor.head("/api/notes/1").statusCode()).isEqualTo(404);
  }

  @Test
  void aBodyOfMoreThanTenMegabytesIsTooLarge() throws Exception {
    assertThat(visitor.post("/api/notes", "x".repeat(11 * 1024 * 1024)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void whatIsNowhereIsNotFound() throws Exception {
    assertThat(visitor.get("/api/nothing").body()).isEqualTo("{\"message\":\"Not Found\"}");
    assertThat(visitor.get("/nothing/here").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/local/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void theConsoleShowsTheMailsAndEachMail() throws Exception {
    visitor.post("/api/notes", "<b>shown</b>");
    Mail mail = system.mailbox().await(it -> it.subject().equals("<b>shown</b>"), PATIENCE);

    assertThat(visitor.get("/local/").body()).contains("&lt;b&gt;shown&lt;/b&gt;", "Morning");
    assertThat(visitor.get("/local/mails/" + mail.id() + "/").body())
        .contains("href=\"https://example.org/text\"");
    assertThat(visitor.get("/local/mails/" + mail.id() + "/html").headers().map())
        .hasEntrySatisfying(
            "content-security-policy", it -> assertThat(it.getFirst()).startsWith("sandbox"));
  }

  @Test
  void twoDoNotRunOnOneFolder() {
    assertThatThrownBy(() -> LocalRunner.start(NotesSystem.in(folder)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void aHandlerThatIsNotThereStopsTheStartByName(@TempDir Path other) throws Exception {
    Path template = other.resolve("template.yaml");
    String text = Files.readString(NotesSystem.TEMPLATE).replace("twiza.local.Tick", "twiza.Gone");
    Files.writeString(template, text);
    assertThatThrownBy(() -> LocalRunner.start(NotesSystem.in(other).template(template)))
        .hasMessageContaining("twiza.GoneFunction")
        .hasMessageContaining("TickFunction");
  }

  @Test
  void aRouteOfTheCodeThatTheTemplateLacksStopsTheStartByName(@TempDir Path other) {
    assertThatThrownBy(
            () ->
                LocalRunner.start(
                    NotesSystem.in(other),
                    it ->
                        it instanceof NotesFunction
                            ? Optional.of(Set.of("GET /api/secret"))
                            : Optional.empty()))
        .hasMessageContaining("NotesFunction")
        .hasMessageContaining("GET /api/secret");
  }
}
