package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.Inbox.Mail;

/** Somebody sends an idea in Arabic and follows it all the way, by the API and the mails alone. */
class IdeaTravelsFromFormToBankTest {

  private final Caller anybody = Running.anybody();
  private final String title = Running.unique("تثمين زيت الزيتون بأزيلال");
  private final String name = Running.unique("فاطمة الزهراء أيت علي");

  @Test
  @Tag("cloud")
  void withAnEmailAddress() {
    String address = Running.newAddress("fatima");
    Answer sent = anybody.post("/api/ideas", Bodies.arabicIdea(title, name, address));
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("state")).isEqualTo("UNCONFIRMED");
    String id = sent.text("id");
    Caller author = anybody.bearing(token(sent.text("followLink")));

    confirm(address);
    assertThat(stateOf(author)).isEqualTo("PENDING");
    assertThat(anybody.get("/api/ideas/" + id).status()).isEqualTo(404);

    Moderator.askedAbout(title).approves();
    assertThat(stateOf(author)).isEqualTo("PUBLISHED");
    standsInTheBank(id);
    Mail published = Running.inboxOf(address).awaitMail("/ideas/" + id);
    assertThat(published.html()).contains("dir=\"rtl\"");

    correctedWhilePublic(id, author);
    erasedWithoutTrace(id, author, address);
  }

  @Test
  void withAPhoneNumberAndWithoutAnyMail() {
    String phone = "06" + Running.eightDigits();
    Answer sent = anybody.post("/api/ideas", Bodies.arabicIdeaByPhone(title, name, phone));
    assertThat(sent.text("state")).isEqualTo("PENDING");
    String id = sent.text("id");
    Caller author = anybody.bearing(token(sent.text("followLink")));

    assertThat(anybody.post("/local/clock", Map.of("advance", "PT24H")).status()).isEqualTo(200);
    Moderator.askedAbout(title).approves();
    assertThat(stateOf(author)).isEqualTo("PUBLISHED");
    standsInTheBank(id);
    correctedWhilePublic(id, author);
    erasedWithoutTrace(id, author, phone.substring(1));
  }

  private void confirm(String address) {
    Mail mail = Running.inboxOf(address).awaitMail("/ar/confirm/");
    Answer confirmed =
        anybody.post("/api/ideas/confirmation", Map.of("token", mail.token("confirm")));
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.text("state")).isEqualTo("PENDING");
  }

  private void standsInTheBank(String id) {
    assertThat(anybody.get("/api/ideas?region=05").body()).contains(id);
    assertThat(anybody.get("/api/ideas?province=05.081&sector=AGRICULTURE").body()).contains(id);
    assertThat(anybody.get("/api/ideas?province=05.091").body()).doesNotContain(id);
    for (String language : new String[] {"ar", "fr"}) {
      assertThat(anybody.get("/" + language + "/ideas/").body()).contains(title);
      Answer page = anybody.get("/" + language + "/ideas/" + id + "/");
      assertThat(page.body()).contains(title).doesNotContain(name);
    }
  }

  private void correctedWhilePublic(String id, Caller author) {
    String solution = "معصرة تعاونية تشتغل بالطاقة الشمسية ويسيرها أعضاء من القرية.";
    Answer corrected = author.put("/api/my/idea", Bodies.arabicCorrection(title, solution, 1));
    assertThat(corrected.status()).isEqualTo(200);
    assertThat(anybody.get("/api/ideas/" + id).body()).doesNotContain(solution);
    if (corrected.json().path("author").path("email").isNull()) {
      anybody.post("/local/clock", Map.of("advance", "PT24H"));
    }

    Moderator moderator = Moderator.askedAbout(title);
    JsonNode changed = moderator.shown().path("changed");
    assertThat(changed).extracting(JsonNode::asText).containsExactly("solution");
    moderator.approves();
    assertThat(anybody.get("/api/ideas/" + id).body()).contains(solution);
  }

  private void erasedWithoutTrace(String id, Caller author, String contact) {
    assertThat(WholeTable.text()).contains(contact, name, title);
    Answer erased = author.delete("/api/my/idea?erase=true");
    assertThat(erased.status()).isEqualTo(200);
    assertThat(author.get("/api/my/idea").status()).isEqualTo(401);
    assertThat(anybody.get("/api/ideas/" + id).status()).isEqualTo(404);
    assertThat(anybody.get("/api/ideas?region=05").body()).doesNotContain(id);
    assertThat(WholeTable.text()).doesNotContain(contact, name, title);
  }

  private static String stateOf(Caller author) {
    return author.get("/api/my/idea").text("state");
  }

  private static String token(String link) {
    return link.substring(link.indexOf("#token=") + "#token=".length());
  }
}
