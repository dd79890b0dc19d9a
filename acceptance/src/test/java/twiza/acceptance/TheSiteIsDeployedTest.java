package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.cloud.EmulatedCloud;

/** The generated site, uploaded to its bucket and read through CloudFront. */
@Tag("cloud-only")
class TheSiteIsDeployedTest {

  private static final Pattern STYLES = Pattern.compile("href=\"(/assets/site\\.[^\"]+\\.css)\"");

  private final Caller anybody = Running.anybody();

  @Test
  void a_folders_page_comes_with_security_headers_and_stays_a_minute() {
    Answer page = anybody.get("/fr/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("<html lang=\"fr\"");
    assertThat(page.headers())
        .containsEntry("content-type", "text/html; charset=utf-8")
        .containsEntry("cache-control", "public, max-age=0, s-maxage=60")
        .containsKeys("content-security-policy", "strict-transport-security");
  }

  @Test
  void an_asset_stays_for_ever() {
    Matcher styles = STYLES.matcher(anybody.get("/fr/").body());
    assertThat(styles.find()).isTrue();
    assertThat(anybody.get(styles.group(1)).headers())
        .containsEntry("content-type", "text/css; charset=utf-8")
        .containsEntry("cache-control", "public, max-age=31536000, immutable");
  }

  @Test
  void pages_of_ideas_come_from_the_api() {
    assertThat(anybody.get("/ar/ideas/").headers()).containsKey("apigw-requestid");
    assertThat(anybody.send("POST", "/ar/ideas/", "text/plain", new byte[0]).status())
        .isEqualTo(403);
  }

  @Test
  void nobody_reads_the_bucket_directly() {
    EmulatedCloud cloud = EmulatedCloud.deployed();
    Caller past = new Caller(cloud.endpoint());
    assertThat(past.get("/" + cloud.output("SiteBucketName") + "/fr/index.html").status())
        .isEqualTo(403);
  }
}
