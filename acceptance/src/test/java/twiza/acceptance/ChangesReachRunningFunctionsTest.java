package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.cloud.EmulatedCloud;

/** What an operator changes in the deployed stack, while its functions run. */
@Tag("cloud-only")
class ChangesReachRunningFunctionsTest {

  private static final String SITE = "https://twiza.example.org";

  private final EmulatedCloud cloud = EmulatedCloud.deployed();
  private final Caller anybody = Running.anybody();

  @Test
  void a_setting_within_a_minute() {
    assertThat(siteNow()).isEqualTo(cloud.output("SiteUrl"));
    try {
      cloud.deployAgain("SiteUrl", SITE);
      awaitSite(SITE);
    } finally {
      cloud.deployAgain("SiteUrl", "");
    }
    awaitSite(cloud.output("SiteUrl"));
  }

  private void awaitSite(String address) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(2))
        .until(this::siteNow, address::equals);
  }

  @Test
  void a_new_key_without_breaking_the_links_that_are_out() {
    String address = Running.newAddress("tuda");
    assertThat(send(address).status()).isEqualTo(201);
    String before = Running.inboxOf(address).awaitMail("/ar/confirm/").token("confirm");
    EmulatedCloud.aws(
        "secretsmanager",
        "put-secret-value",
        "--secret-id=" + cloud.resource("LinkKey"),
        "--secret-string=" + "another key ".repeat(6));

    Answer confirmed = anybody.post("/api/ideas/confirmation", Map.of("token", before));
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.text("state")).isEqualTo("PENDING");

    String another = Running.newAddress("tuda");
    assertThat(send(another).status()).isEqualTo(201);
    String after = Running.inboxOf(another).awaitMail("/ar/confirm/").token("confirm");
    assertThat(anybody.post("/api/ideas/confirmation", Map.of("token", after)).status())
        .isEqualTo(200);
  }

  private Answer send(String address) {
    String title = Running.unique("تعاونية لتربية النحل بأزيلال");
    return anybody.post("/api/ideas", Bodies.arabicIdea(title, "Tuda Ouhssain", address));
  }

  private String siteNow() {
    String link = send(Running.newAddress("hadda")).text("followLink");
    return link.substring(0, link.indexOf('/', "https://".length()));
  }
}
