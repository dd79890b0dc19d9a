package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.delegation.Organiser;
import twiza.http.Requests;
import twiza.idea.Author;
import twiza.idea.Choice;
import twiza.idea.Consented;
import twiza.idea.Dossier;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.moderation.Desk.Answer;
import twiza.place.Language;
import twiza.text.Facts;

/** Whoever has no e-mail is called, or written to on WhatsApp, and what they say is recorded. */
class CallingAuthorsTest {

  private final Desk desk = new Desk();

  private Journey byPhone() {
    return Journey.begins(desk.ideas, Samples.anIdea().by(Samples.moha()));
  }

  private Answer calls() {
    return desk.says(desk.first(), Requests.get("/api/desk/calls").header("accept-language", "en"));
  }

  private Answer records(String id, Map<String, Object> call) {
    return desk.says(
        desk.first(), Requests.post("/api/desk/ideas/{id}/calls").path("id", id).json(call));
  }

  private static String message(JsonNode call) {
    String address = call.path("whatsapp").asText();
    assertThat(address).startsWith("https://wa.me/212612345678?text=");
    return URLDecoder.decode(
        address.substring(address.indexOf("text=") + 5), StandardCharsets.UTF_8);
  }

  @Test
  void seesWhomToCallAndWhatTheyHaveToHear() {
    byPhone().decided(Choice.REJECT, "Trop vague");
    JsonNode item = calls().json().at("/items/0");
    assertThat(item.path("name").asText()).isEqualTo("Moha Ou Hammou");
    assertThat(item.path("phone").asText()).isEqualTo("+212612345678");
    assertThat(item.path("email").isNull()).isTrue();
    assertThat(item.at("/call/why").asText()).isEqualTo("NO_EMAIL");
    assertThat(item.at("/call/toHear/text").asText()).isEqualTo("Not accepted");
    assertThat(item.at("/call/toHear/reason").asText()).isEqualTo("Trop vague");
  }

  @Test
  void findsAMessageWrittenInTheAuthorsLanguage() {
    byPhone().decided(Choice.REJECT, "Trop vague & court");
    assertThat(message(calls().json().at("/items/0/call")))
        .isEqualTo(
            "Bonjour Moha Ou Hammou, ici la délégation de l’ODCO (Béni Mellal-Khénifra), au sujet"
                + " de votre idée « Séchoir solaire pour le thym ». Elle n’a pas été retenue."
                + " Motif : Trop vague & court");
  }

  @Test
  void whoeverHasAnAddressGetsNoMessageOnWhatsApp() {
    Journey.begins(desk.ideas, Samples.anIdea()).confirmed().bounced(2);
    JsonNode item = calls().json().at("/items/0");
    assertThat(item.path("email").asText()).isEqualTo(Samples.fatima().contact().value());
    assertThat(item.at("/call/why").asText()).isEqualTo("BOUNCED");
    assertThat(item.at("/call/whatsapp").isNull()).isTrue();
  }

  @Test
  void recordsThatNobodyAnswered() {
    String id = byPhone().id();
    Answer shown = records(id, Map.of("outcome", "NO_ANSWER", "note", "Sonne dans le vide"));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.json().at("/call/attempts").asInt()).isEqualTo(1);
    assertThat(shown.json().at("/history/1/reason").asText()).isEqualTo("Sonne dans le vide");
  }

  @Test
  void recordsTheAnswerAndByWhomItWasHeard() {
    String id = byPhone().id();
    Answer shown = records(id, Map.of("outcome", "REACHED", "confirms", true));
    assertThat(shown.json().path("call").isNull()).isTrue();
    assertThat(shown.json().at("/author/contactConfirmed").asBoolean()).isTrue();
    assertThat(calls().json().path("items")).isEmpty();
    Dossier dossier = desk.ideas.find(id).orElseThrow();
    assertThat(dossier.history().getLast().by()).isEqualTo(desk.first().id());
  }

  @Test
  void recordsTheConsentThatWasGivenOnThePhone() {
    Journey idea = Journey.begins(desk.ideas, Samples.anIdea().by(Samples.moha()).withoutConsent());
    Organiser.states(desk.delegations, Map.of(Language.FR, "Nos conditions."));
    records(idea.id(), Map.of("outcome", "REACHED", "consents", true));
    Author.Consent consent = idea.dossier().author().orElseThrow().consent();
    assertThat(consent.version()).isEqualTo(Facts.load().termsVersion() + ".05-1");
    assertThat(consent.on()).isEqualTo(Consented.PHONE);
  }

  @Test
  void nothingIsRecordedOfAnIdeaThatWasWithdrawn() {
    String id = byPhone().withdrawn().id();
    assertThat(records(id, Map.of("outcome", "REACHED")).code()).isEqualTo("IDEA_WITHDRAWN");
  }

  @Test
  void anOutcomeThatIsNoneIsTold() {
    String id = byPhone().id();
    assertThat(records(id, Map.of("outcome", "SHRUGGED")).fault("outcome"))
        .isEqualTo("UNKNOWN_CODE");
    assertThat(records(id, Map.of()).fault("outcome")).isEqualTo("REQUIRED");
  }

  @Test
  void nobodyOfAnotherRegionSeesThem() {
    byPhone();
    Requests asked = Requests.get("/api/desk/calls").query("region", "05");
    assertThat(desk.says(desk.elsewhere(), asked).code()).isEqualTo("FORBIDDEN");
  }
}
