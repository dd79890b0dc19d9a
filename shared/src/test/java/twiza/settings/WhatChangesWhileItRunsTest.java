package twiza.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import twiza.access.Busy;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.uptake.Terms;

/** Settings and keys, read over HTTP from what a deployment has, and changed meanwhile. */
class WhatChangesWhileItRunsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Link DECIDE = new Link.Decide("moderator", "idea", 1);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final ParameterServices services = new ParameterServices(settings("one.example.org"));
  private final ParameterSettings settings =
      new ParameterSettings(services.environment(), now::get);
  private final JwsLinks links =
      JwsLinks.of(new Secrets(services.environment()), services.environment(), now::get);

  @BeforeAll
  static void credentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void stop() {
    services.close();
  }

  private static String settings(String site) {
    return "{\"siteUrl\":\"https://%s\",\"moderators\":\"\",\"unknown\":1}".formatted(site);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Test
  void a_delegation_says_how_long_a_province_is_kept_and_when_news_are_asked_for() {
    services.change(
        "{\"siteUrl\":\"https://one.example.org\","
            + "\"uptake\":{\"reservationDays\":45,\"followUpMonths\":3}}");
    Terms terms = settings.get().uptake();
    assertThat(terms.reservation()).isEqualTo(Duration.ofDays(45));
    assertThat(terms.followUp()).isEqualTo(Period.ofMonths(3));
    assertThat(terms.release()).isEqualTo(Terms.USUAL.release());
  }

  @Test
  void a_setting_changed_is_in_force_30_seconds_later() {
    assertThat(settings.get().siteUrl()).isEqualTo("https://one.example.org");
    services.change(settings("two.example.org"));
    pass(Duration.ofSeconds(29));
    assertThat(settings.get().siteUrl()).isEqualTo("https://one.example.org");
    pass(Duration.ofSeconds(1));
    assertThat(settings.get().siteUrl()).isEqualTo("https://two.example.org");
    assertThat(services.calls()).hasSize(2);
  }

  @Test
  void how_long_juries_are_known_is_a_year_unless_it_is_said() {
    assertThat(settings.get().juryKept()).isEqualTo(Period.ofMonths(12));
    services.change("{\"siteUrl\":\"https://one.example.org\",\"jury\":{\"keptMonths\":6}}");
    pass(Duration.ofSeconds(30));
    assertThat(settings.get().juryKept()).isEqualTo(Period.ofMonths(6));
  }

  @Test
  void calls_are_signed_for_their_service_and_region() {
    settings.get();
    links.sign(DECIDE, NOON.plusSeconds(60));
    assertThat(services.calls().getFirst())
        .startsWith("AmazonSSM.GetParameter AWS4-HMAC-SHA256 Credential=test/")
        .contains("/eu-west-3/ssm/aws4_request", "x-amz-target");
    assertThat(services.calls().getLast()).contains("/eu-west-3/secretsmanager/aws4_request");
  }

  @Test
  void a_link_outlives_the_rotation_of_its_key() {
    Instant expiry = NOON.plus(Duration.ofDays(30));
    String before = links.sign(DECIDE, expiry);
    services.rotateLinkKey();
    pass(Duration.ofDays(1));
    String after = links.sign(DECIDE, expiry);
    assertThat(links.read(before, now.get())).isEqualTo(new Reading.Valid(DECIDE));
    assertThat(links.read(after, now.get())).isEqualTo(new Reading.Valid(DECIDE));
    services.rotateLinkKey();
    pass(Duration.ofMinutes(6));
    assertThat(links.read(after, now.get())).isEqualTo(new Reading.Valid(DECIDE));
    assertThat(links.read(before, now.get())).isEqualTo(new Reading.Invalid());
  }

  @Test
  void a_link_signed_elsewhere_under_a_newer_key_is_good_at_once() {
    links.sign(DECIDE, NOON.plusSeconds(600));
    services.rotateLinkKey();
    JwsLinks elsewhere =
        JwsLinks.of(new Secrets(services.environment()), services.environment(), now::get);
    String link = elsewhere.sign(DECIDE, NOON.plusSeconds(600));
    assertThat(links.read(link, now.get())).isEqualTo(new Reading.Valid(DECIDE));
  }

  @Test
  void links_that_somebody_makes_up_dont_make_the_keys_be_read_each_time() {
    String madeUp = foreign().sign(DECIDE, NOON.plusSeconds(600));
    links.sign(DECIDE, NOON.plusSeconds(600));
    int read = services.calls().size();
    for (int i = 0; i < 5; i++) {
      assertThat(links.read(madeUp, now.get())).isEqualTo(new Reading.Invalid());
    }
    int readInVain = services.calls().size() - read;
    assertThat(readInVain).isEqualTo(read);
    pass(Duration.ofSeconds(11));
    links.read(madeUp, now.get());
    assertThat(services.calls()).hasSize(read + 2 * readInVain);
  }

  private JwsLinks foreign() {
    Secrets.Version another = new Secrets.Version("made-up", "another key".repeat(6));
    return new JwsLinks(new LiveKeys(() -> List.of(another), now::get));
  }

  @Test
  void a_service_that_stumbles_is_asked_again() {
    services.failNext(3);
    assertThat(settings.get().siteUrl()).isEqualTo("https://one.example.org");
  }

  @Test
  void a_service_that_is_down_makes_the_caller_come_back_later() {
    services.failNext(4);
    assertThatThrownBy(settings::get).isInstanceOf(Busy.class);
  }

  @Test
  void a_secret_that_is_missing_is_no_reason_to_ask_again() {
    Secrets secrets = new Secrets(services.environment());
    assertThat(secrets.version("index-key", Secrets.Stage.AWSPREVIOUS)).isEmpty();
    assertThat(services.calls()).hasSize(1);
  }
}
