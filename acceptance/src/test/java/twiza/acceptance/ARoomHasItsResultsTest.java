package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/** A live round: from the close of submissions to public results, by the clock of the system. */
class ARoomHasItsResultsTest {

  private static final Duration A_QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);

  @TempDir Path data;
  private RunningSystem system;
  private Station station;
  private Colleague organiser;
  private String path;
  private Instant closes;
  private final List<Caller> jurors = new ArrayList<>();
  private final List<String> ideas = new ArrayList<>();

  @BeforeEach
  void ideasAreSentAndApproved() throws Exception {
    system = LocalRunner.start(Options.of(Options.project()).port(0).data(data));
    station = Station.of(system);
    organiser = Colleague.admin(station);
    Instant opens = station.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.HOURS);
    String round = Editions.announced(organiser, Editions.livePlan("Dans la salle", opens));
    path = "/api/desk/rounds/" + round;
    String code = organiser.caller().get(path).text("roomCode");
    closes = Instant.parse(organiser.caller().get(path).text("submissionsCloseAt"));
    for (String name : List.of("Salma", "Driss")) {
      jurors.add(accepts(round, name));
    }
    station.isNow(opens);
    for (String title : List.of("Un four solaire", "Un séchoir à thym", "Une miellerie")) {
      Map<String, Object> body = new HashMap<>(Bodies.frenchIdea(title, Station.newEmail("table")));
      body.putAll(Map.of("round", round, "roomCode", code));
      String idea = isDone(201, station.anybody().post("/api/ideas", body)).text("id");
      ideas.add(idea);
      Map<String, Object> approves = Map.of("choice", "APPROVE", "revision", 1);
      isDone(200, organiser.caller().post("/api/desk/ideas/" + idea + "/decision", approves));
    }
    station.isNow(closes.plusSeconds(60));
  }

  @AfterEach
  void stop() {
    system.close();
  }

  private static Answer isDone(int status, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  private Caller accepts(String round, String name) {
    Map<String, Object> listed =
        Map.of("name", name, "email", name + "@jury.example", "language", "fr");
    String id = isDone(201, organiser.caller().post(path + "/jurors", listed)).text("id");
    Caller juror = station.anybody().bearing(JurorsLink.signed(system, round, id));
    Map<String, Object> accepts = Map.of("accept", true, "reads", List.of("fr", "ar"));
    isDone(200, juror.post("/api/jury/answer", accepts));
    return juror;
  }

  /** Every juror marks every idea. */
  private void marks(Caller juror) {
    await()
        .atMost(Patience.LONG)
        .until(() -> juror.get("/api/jury/ballot").json().path("total").asInt() == ideas.size());
    JsonNode rubric = juror.get("/api/jury/ballot").json().at("/round/rubric");
    for (int i = 0; i < ideas.size(); i++) {
      Map<String, Integer> marks = new HashMap<>();
      for (JsonNode criterion : rubric) {
        marks.put(criterion.path("code").asText(), 5 - i);
      }
      Map<String, Object> paper = Map.of("version", 0, "marks", marks, "submitted", true);
      isDone(200, juror.put("/api/jury/reviews/" + ideas.get(i), paper));
    }
  }

  private void isPublishedInTime() {
    await()
        .atMost(Patience.LONG)
        .until(() -> organiser.caller().get(path + "/ranking").text("state").equals("FROZEN"));
    Map<String, Object> statement = Map.of("fr", "Bravo à la salle.", "ar", "هنيئا للقاعة.");
    Map<String, Object> results =
        Map.of(
            "version",
            0,
            "statement",
            statement,
            "winners",
            ideas.subList(0, 1),
            "finalists",
            List.of());
    isDone(200, organiser.caller().put(path + "/results", results));
    isDone(200, organiser.caller().post(path + "/publication", Map.of("version", 1)));
    Answer read = station.anybody().get(path.replace("/desk", "") + "/results");
    assertThat(isDone(200, read).body()).contains("Un four solaire");
    assertThat(station.now()).isBeforeOrEqualTo(closes.plus(A_QUARTER_OF_AN_HOUR));
  }

  @Test
  void anOrganiserEndsTheJuryOnceAllIsMarked() {
    station.passes("PT5M");
    jurors.forEach(this::marks);
    int version = organiser.caller().get(path).json().path("version").asInt();
    Answer ended = organiser.caller().post(path + "/closing", Map.of("version", version));
    assertThat(isDone(200, ended).text("phase")).isEqualTo("CLOSED");
    Map<String, Object> late = Map.of("version", 1, "marks", Map.of(), "submitted", false);
    assertThat(jurors.getFirst().put("/api/jury/reviews/" + ideas.getFirst(), late).text("code"))
        .isEqualTo("NOT_JUDGING");
    station.passes("PT2M");
    isPublishedInTime();
  }

  @Test
  void orTheJuryHasAllItsTime() {
    jurors.forEach(this::marks);
    station.isNow(closes.plus(Duration.ofMinutes(12)));
    isPublishedInTime();
  }
}
