package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    // The emulator passes no events of SES on.
    EmulatedCloud.aws(
        "lambda",
        "invoke",
        "--function-name=twiza-dev-bounce:live",
        "--payload=file://events/bounce.json",
        "acceptance/target/cloud/bounce.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Submission",
        "Moderation",
        "Staff",
        "Rounds",
        "Catalogue",
        "Dispatch",
        "Mail",
        "Sweep",
        "Digest",
        "Bounce"
      })
  void called_by_its_own_trigger(String function) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(3))
        .until(() -> log(function).contains("REPORT RequestId"));
    assertThat(log(function)).doesNotContain("ERROR", "Exception", NAME);
  }

  private static String log(String function) {
    return EmulatedCloud.sam("logs", "--name", function + "Function");
  }
}
