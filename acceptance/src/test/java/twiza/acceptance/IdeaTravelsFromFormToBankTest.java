package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.Inbox.Mail;

/** Somebody sends an idea in Arabic and follows it all the way, by the API and the mails alone. */
class IdeaTravelsFromFormToBankTest {

  private final Caller anybody = Running.anybody();

  @Test
  void withAnEmailAddress() {
    String address = Running.newAddress("fatima");
    Answer sent = anybody.post("/api/ideas", Bodies.arabicIdea(address));
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("state")).isEqualTo("UNCONFIRMED");
    String id = sent.text("id");
    Caller author = anybody.bearing(token(sent.text("followLink")));

    confirm(address);
    assertThat(stateOf(author)).isEqualTo("PENDING");
    assertThat(anybody.get("/api/ideas/" + id).status()).isEqualTo(404);

    approve(id);
    assertThat(stateOf(author)).isEqualTo("PUBLISHED");
    standsInTheBank(id);
    Mail published = Running.inboxOf(address).awaitMail("/ideas/" + id);
    assertThat(published.html()).contains("dir=\"rtl\"");

    correctedWhilePublic(id, author);
    erasedWithoutTrace(id, author, address);
  }

  private void confirm(String address) {
    Mail mail = Running.inboxOf(address).awaitMail("/ar/confirm/");
    Answer confirmed =
        anybody.post("/api/ideas/confirmation", Map.of("token", mail.token("confirm")));
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.text("state")).isEqualTo("PENDING");
  }

  /** The moderator reads the mail about the idea and presses. */
  private void approve(String id) {
    Caller moderator = moderator(id);
    JsonNode shown = moderator.get("/api/moderation/decision").json();
    assertThat(shown.path("sheet").path("title").asText()).isEqualTo(Bodies.ARABIC_TITLE);
    Answer decided =
        moderator.post(
            "/api/moderation/decision",
            Map.of("choice", "APPROVE", "revision", shown.path("revision").asInt()));
    assertThat(decided.status()).isEqualTo(200);
    assertThat(decided.json().path("applied").asBoolean()).isTrue();
    assertThat(decided.text("state")).isEqualTo("PUBLISHED");
  }

  private Caller moderator(String id) {
    await().until(() -> moderatorOf(id).isPresent());
    return moderatorOf(id).orElseThrow();
  }

  private Optional<Caller> moderatorOf(String id) {
    return Running.moderator().all().stream()
        .filter(mail -> mail.links().stream().anyMatch(link -> link.contains("/decide/")))
        .map(mail -> anybody.bearing(mail.token("decide")))
        .filter(caller -> waitsFor(caller, id))
        .findFirst();
  }

  private static boolean waitsFor(Caller moderator, String id) {
    JsonNode shown = moderator.get("/api/moderation/decision").json();
    return shown.path("id").asText().equals(id) && shown.path("choices").size() > 1;
  }

  private void standsInTheBank(String id) {
    assertThat(anybody.get("/api/ideas?region=05").body()).contains(id);
    assertThat(anybody.get("/api/ideas?province=05.081&sector=AGRICULTURE").body()).contains(id);
    assertThat(anybody.get("/api/ideas?province=05.091").body()).doesNotContain(id);
    for (String language : new String[] {"ar", "fr"}) {
      assertThat(anybody.get("/" + language + "/ideas/").body()).contains(Bodies.ARABIC_TITLE);
      Answer page = anybody.get("/" + language + "/ideas/" + id + "/");
      assertThat(page.body()).contains(Bodies.ARABIC_TITLE).doesNotContain(Bodies.ARABIC_NAME);
    }
  }

  private void correctedWhilePublic(String id, Caller author) {
    String solution = "معصرة تعاونية تشتغل بالطاقة الشمسية ويسيرها أعضاء من القرية.";
    Answer corrected = author.put("/api/my/idea", Bodies.correction(solution, 1));
    assertThat(corrected.status()).isEqualTo(200);
    assertThat(anybody.get("/api/ideas/" + id).body()).doesNotContain("الشمسية");

    Caller moderator = moderator(id);
    JsonNode shown = moderator.get("/api/moderation/decision").json();
    assertThat(shown.path("changed")).hasSize(1);
    assertThat(shown.path("changed").get(0).asText()).isEqualTo("solution");
    Answer decided =
        moderator.post("/api/moderation/decision", Map.of("choice", "APPROVE", "revision", 2));
    assertThat(decided.json().path("applied").asBoolean()).isTrue();
    assertThat(anybody.get("/api/ideas/" + id).body()).contains("الشمسية");
  }

  private void erasedWithoutTrace(String id, Caller author, String address) {
    Answer erased = author.delete("/api/my/idea?erase=true");
    assertThat(erased.status()).isEqualTo(200);
    assertThat(author.get("/api/my/idea").status()).isEqualTo(401);
    assertThat(anybody.get("/api/ideas/" + id).status()).isEqualTo(404);
    assertThat(anybody.get("/api/ideas?region=05").body()).doesNotContain(id);
    assertThat(WholeTable.text(id))
        .doesNotContain(address, Bodies.ARABIC_NAME, Bodies.ARABIC_TITLE);
  }

  @Test
  void withAPhoneNumberAndWithoutAnyMail() {
    Answer sent = anybody.post("/api/ideas", Bodies.byPhone("06 12 34 56 01"));
    assertThat(sent.text("state")).isEqualTo("PENDING");
    String id = sent.text("id");
    Caller author = anybody.bearing(token(sent.text("followLink")));

    assertThat(anybody.post("/local/schedules/Digest", Map.of()).status()).isBetween(200, 204);
    approve(id);
    assertThat(stateOf(author)).isEqualTo("PUBLISHED");
    correctedWhilePublic(id, author);
    erasedWithoutTrace(id, author, "+212612345601");
  }

  private static String stateOf(Caller author) {
    return author.get("/api/my/idea").text("state");
  }

  static String token(String link) {
    return link.substring(link.indexOf("#token=") + "#token=".length());
  }
}
