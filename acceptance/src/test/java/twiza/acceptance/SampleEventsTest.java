package twiza.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/** Each event in {@code events/}, given to its function as Lambda would give it. */
class SampleEventsTest {

  private static final Path FOLDER = Options.project().resolve("events");

  @TempDir static Path data;
  private static RunningSystem system;
  private static Station station;

  /** What a function answers to a sample. */
  private record Sample(String function, Consumer<JsonNode> answer) {}

  private static final Map<String, Sample> SAMPLES =
      Map.ofEntries(
          Map.entry("submit.json", new Sample("SubmissionFunction", http(201))),
          Map.entry("submit-form.json", new Sample("SubmissionFunction", http(303))),
          Map.entry("confirm.json", new Sample("SubmissionFunction", http(422, "WRONG_CODE"))),
          Map.entry("follow.json", new Sample("SubmissionFunction", http(401, "UNAUTHORIZED"))),
          Map.entry("tracking.json", new Sample("SubmissionFunction", http(404, "NOT_FOUND"))),
          Map.entry(
              "decision-read.json", new Sample("ModerationFunction", http(401, "UNAUTHORIZED"))),
          Map.entry("decide.json", new Sample("ModerationFunction", http(401, "UNAUTHORIZED"))),
          Map.entry("queue.json", new Sample("ModerationFunction", http(401, "SIGNED_OUT"))),
          Map.entry("staff.json", new Sample("StaffFunction", http(401, "SIGNED_OUT"))),
          Map.entry("interests.json", new Sample("InterestsFunction", http(401, "SIGNED_OUT"))),
          Map.entry("rounds.json", new Sample("RoundsFunction", http(401, "SIGNED_OUT"))),
          Map.entry("ballot.json", new Sample("ScoringFunction", http(401, "UNAUTHORIZED"))),
          Map.entry("letter.json", new Sample("LettersFunction", http(401, "SIGNED_OUT"))),
          Map.entry("jury.json", new Sample("ScoringFunction", http(401, "SIGNED_OUT"))),
          Map.entry("jury-work.json", new Sample("JuryWorkFunction", failures())),
          Map.entry("bank.json", new Sample("CatalogueFunction", http(200, "\"items\""))),
          Map.entry("bank-page.json", new Sample("CatalogueFunction", http(200, "lang=\"ar\""))),
          Map.entry("no-page.json", new Sample("CatalogueFunction", http(404, "<html"))),
          Map.entry("search.json", new Sample("SearchFunction", http(200, "\"counts\""))),
          Map.entry("search-page.json", new Sample("SearchFunction", http(200, "lang=\"ar\""))),
          Map.entry("similar.json", new Sample("SearchFunction", http(200, "\"items\""))),
          Map.entry("index.json", new Sample("IndexFunction", SampleEventsTest::nothing)),
          Map.entry("stream.json", new Sample("DispatchFunction", failures())),
          Map.entry(
              "mail.json",
              new Sample("MailFunction", failures("059f36b4-87a3-44ab-83d2-661975830a7d"))),
          Map.entry("bounce.json", new Sample("BounceFunction", SampleEventsTest::nothing)),
          Map.entry("sweep.json", new Sample("SweepFunction", SampleEventsTest::nothing)),
          Map.entry("digest.json", new Sample("DigestFunction", SampleEventsTest::nothing)));

  private static Consumer<JsonNode> http(int status, String... words) {
    return answer -> {
      assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
      List.of(words).forEach(word -> assertThat(answer.path("body").asText()).contains(word));
    };
  }

  private static Consumer<JsonNode> failures(String... items) {
    return answer ->
        assertThat(answer.path("batchItemFailures"))
            .extracting(failure -> failure.path("itemIdentifier").asText())
            .containsExactly(items);
  }

  private static void nothing(JsonNode answer) {
    assertThat(answer.isNull()).isTrue();
  }

  @BeforeAll
  static void start() throws Exception {
    system = LocalRunner.start(Options.of(Options.project()).port(0).data(data));
    station = Station.of(system);
    station.indexes();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static JsonNode answer(String function, byte[] event) {
    Answer answer =
        station.anybody().postBytes("/local/functions/" + function, "application/json", event);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void eachGetsItsAnswerFromItsFunction() throws IOException {
    for (Map.Entry<String, Sample> sample : SAMPLES.entrySet()) {
      byte[] event = Files.readAllBytes(FOLDER.resolve(sample.getKey()));
      sample.getValue().answer().accept(answer(sample.getValue().function(), event));
    }
  }

  @Test
  void noneIsForgottenAndTheReadmeNamesEachWithItsFunction() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names)
          .filteredOn(name -> name.endsWith(".json"))
          .hasSameElementsAs(SAMPLES.keySet());
    }
    List<String> readme = Files.readAllLines(FOLDER.resolve("README.md"));
    SAMPLES.forEach(
        (name, sample) ->
            assertThat(readme)
                .as(name)
                .anyMatch(
                    line -> line.contains("`" + name + "`") && line.contains(sample.function())));
  }

  @Test
  void theMailOfAnIdeaThatIsThereIsSentOnceHoweverOftenItComes() throws IOException {
    Author author = Author.sends(station, Station.unique("Un rucher")).confirms();
    station.inboxOf(author.email()).awaitMail("reçu");
    String sample =
        Files.readString(FOLDER.resolve("mail.json"))
            .replace("01KG0Z3V9QW7M4T2R8N6P5D1XA", author.id());
    // The mail is in the box a moment before it is marked as sent.
    await()
        .atMost(Patience.LONG)
        .untilAsserted(() -> failures().accept(answer("MailFunction", sample.getBytes(UTF_8))));
    for (int i = 0; i < 2; i++) {
      failures().accept(answer("MailFunction", sample.getBytes(UTF_8)));
    }
    assertThat(station.mails(author.email())).hasSize(2);
  }
}
