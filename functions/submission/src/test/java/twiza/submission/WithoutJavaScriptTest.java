package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.need.Need;
import twiza.need.NeedSamples;
import twiza.submission.AuthorsSide.Answer;

/** Plain forms, plain pages. */
class WithoutJavaScriptTest {

  private final AuthorsSide site = new AuthorsSide();

  private static Map<String, String> form(String email) {
    Map<String, String> fields = new LinkedHashMap<>();
    AuthorsSide.sheet("Séchoir solaire pour le thym")
        .forEach((field, value) -> fields.put(field, value.toString()));
    fields.put("author.kind", "COOPERATIVE");
    fields.put("author.name", "Coopérative Tifawin");
    fields.put("author.email", email);
    fields.put("author.phone", "");
    fields.put("author.language", "fr");
    fields.put("website", "");
    fields.put("membersNeeded", "1 200");
    fields.put("consent", "on");
    fields.put("adult", "on");
    return fields;
  }

  @Test
  void aFormLeadsToAReceiptWithTheLinkAndItsQrCode() {
    Answer sent =
        site.say(
            Requests.post("/api/ideas").query("language", "fr").form(form("form@example.org")));
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.headers()).containsEntry("Location", "/api/my/receipt?language=fr");
    String cookie = sent.cookies().getFirst();
    assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Strict");

    String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    Answer receipt =
        site.say(Requests.get("/api/my/receipt").query("language", "fr").cookie("receipt", token));
    assertThat(receipt.body())
        .contains(
            "https://twiza.example.org/fr/follow/#token=" + token, "<svg", "form@example.org");
  }

  @Test
  void aFaultyFormComesBackWithWhatWasTypedAndWhatIsWrong() {
    Map<String, String> fields = form("not an address");
    fields.put("title", "<b>Miel");
    Answer answer = site.say(Requests.post("/api/ideas").query("language", "fr").form(fields));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.headers().get("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("&lt;b>Miel", "not an address", "lang=\"fr\"");
  }

  @Test
  void theNeedThatTheFormCameWithIsAnswered() {
    Need need = NeedSamples.kept(site.needs, NeedSamples.published(1, NeedSamples.water()));
    Map<String, String> fields = form("need@example.org");
    fields.put("answersNeed", need.id());
    Requests sent = Requests.post("/api/ideas").query("language", "fr").form(fields);
    assertThat(site.say(sent).status()).isEqualTo(303);
    NeedSamples.kept(site.needs, need.change(need.said(), false, NeedSamples.by(2)).orElseThrow());
    fields.put("title", "Séchoir solaire pour la menthe");
    Answer late = site.say(Requests.post("/api/ideas").query("language", "fr").form(fields));
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body())
        .contains("<option value=\"" + need.id() + "\" selected>")
        .contains("Choisissez un besoin de la région, encore ouvert.");
  }

  @Test
  void aCodeIsTypedIntoAForm() {
    Answer sent = site.submit(AuthorsSide.idea("code@example.org"));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("trackingCode", sent.text("trackingCode"));
    fields.put("code", "000000".equals(site.code(sent, 1)) ? "000001" : "000000");
    Answer wrong =
        site.say(Requests.post("/api/ideas/confirmation").query("language", "ar").form(fields));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("dir=\"rtl\"");

    fields.put("code", site.code(sent, 1));
    Answer right =
        site.say(Requests.post("/api/ideas/confirmation").query("language", "ar").form(fields));
    assertThat(right.status()).isEqualTo(303);
    assertThat(right.headers()).containsEntry("Location", "/ar/confirm/done/");
    assertThat(site.follow(sent).text("state")).isEqualTo("PENDING");
  }
}
