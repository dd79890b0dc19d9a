package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twiza.acceptance.cloud.EmulatedCloud;

/** In the emulated cloud each function has its own zip, role, trigger and log. */
@Tag("cloud-only")
class EachDeployedFunctionAnswersTest {

  private static final String NAME = Running.unique("Itto Amrani");

  @BeforeAll
  static void somebodySendsAnIdea() {
    Caller anybody = Running.anybody();
    String address = Running.newAddress("itto");
    String title = Running.unique("تعاونية لتثمين الصوف");
    assertThat(anybody.post("/api/ideas", Bodies.arabicIdea(title, NAME, address)).status())
        .isEqualTo(201);
    assertThat(anybody.get("/api/ideas").status()).isEqualTo(200);
    assertThat(anybody.get("/api/moderation/decision").status()).isEqualTo(401);
    assertThat(anybody.get("/api/desk/staff").status()).isEqualTo(401);
    assertThat(anybody.get("/api/desk/rounds").status()).isEqualTo(401);
    assertThat(anybody.get("/api/jury/ballot").status()).isEqualTo(401);
    assertThat(anybody.get("/api/my/interest").status()).isEqualTo(401);
    assertThat(anybody.get("/api/desk/rounds/none/letters").status()).isEqualTo(401);
    // There may be no index yet.
    assertThat(anybody.get("/api/search?q=laine").status()).isIn(200, 503);
    EmulatedCloud.aws(
        "sqs",
        "send-message",
        "--queue-url=" + EmulatedCloud.deployed().resource("JuryQueue"),
        "--message-body=ASSIGN 01JTX3V6M8K2Q4R7S9T1W3Y5Z8");
    // The emulator passes no events of SES on.
    EmulatedCloud.aws(
        "lambda",
        "invoke",
        "--function-name=twiza-dev-bounce:live",
        "--payload=file://events/bounce.json",
        "acceptance/target/cloud/bounce.json");
  }

  static Stream<String> functions() {
    return EmulatedCloud.aws(
            "cloudformation",
            "list-stack-resources",
            "--stack-name=twiza-dev",
            "--query=StackResourceSummaries[?ResourceType=='AWS::Lambda::Function'].LogicalResourceId",
            "--output=text")
        .lines()
        .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void called_by_its_own_trigger(String function) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(3))
        .until(() -> log(function).contains("REPORT RequestId"));
    assertThat(log(function)).doesNotContain("ERROR", "Exception", NAME);
  }

  private static String log(String function) {
    return EmulatedCloud.sam("logs", "--name", function);
  }
}
