package twiza.interests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.access.InterestToken;
import twiza.http.Requests;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.interests.House.Answer;

/** From the author's agreement to a cooperative that runs. */
class FollowingAPathTest {

  private static final Map<String, Object> REGISTERED =
      Map.of(
          "stage",
          "REGISTERED",
          "members",
          9,
          "jobs",
          3,
          "registration",
          Map.of("name", "Coopérative Tazaghart", "number", "13/4521", "on", "2026-05-01"));

  private final House house = new House();

  @Test
  void whoWasAgreedToSaysHowItGoesUntilItRuns() {
    Journey idea = house.offered();
    Answer asked = house.taken(idea);
    assertThat(house.reports(asked, Map.of("stage", "IN_PREPARATION")).text("stage"))
        .isEqualTo("IN_PREPARATION");
    Answer registered = house.reports(asked, REGISTERED);
    assertThat(registered.json().path("registration").path("number").asText()).isEqualTo("13/4521");
    assertThat(house.reports(asked, Map.of("stage", "RUNNING")).text("stage")).isEqualTo("RUNNING");
    assertThat(house.reports(asked, Map.of("stage", "IN_PREPARATION")).fault("stage"))
        .isEqualTo("BACKWARDS");
    Answer stopped =
        house.reports(asked, Map.of("stage", "STOPPED", "learnt", "Il faut deux séchoirs."));
    assertThat(stopped.text("learnt")).isEqualTo("Il faut deux séchoirs.");
    assertThat(house.authorReads(idea).body()).contains("Il faut deux séchoirs.");
    assertThat(house.reports(asked, Map.of("stage", "RUNNING")).code()).isEqualTo("INTEREST_OVER");
  }

  @Test
  void whatIsWrongIsToldBesideItsField() {
    Answer asked = house.taken(house.offered());
    assertThat(house.reports(asked, Map.of()).fault("stage")).isEqualTo("REQUIRED");
    assertThat(house.reports(asked, Map.of("stage", "AGREED")).fault("stage"))
        .isEqualTo("UNKNOWN_CODE");
    assertThat(house.reports(asked, Map.of("stage", "REGISTERED")).fault("registration.name"))
        .isEqualTo("REQUIRED");
    Map<String, Object> tomorrow = new HashMap<>(REGISTERED);
    tomorrow.put("registration", Map.of("name", "Taza", "number", "1", "on", "2026-05-06"));
    assertThat(house.reports(asked, tomorrow).fault("registration.on"))
        .isEqualTo("NOT_A_PAST_DATE");
    tomorrow.put("registration", Map.of("name", "Taza", "number", "1", "on", "hier"));
    assertThat(house.reports(asked, tomorrow).fault("registration.on"))
        .isEqualTo("NOT_A_PAST_DATE");
    tomorrow.put("registration", Map.of("name", "Taza"));
    assertThat(house.reports(asked, tomorrow).fault("registration.number")).isEqualTo("REQUIRED");
  }

  @Test
  void aNameAndANumberAreGivenForARegisteredCooperativeOnly() {
    Answer asked = house.taken(house.offered());
    Map<String, Object> said = new HashMap<>(REGISTERED);
    said.put("stage", "IN_PREPARATION");
    assertThat(house.reports(asked, said).fault("stage")).isEqualTo("NOT_REGISTERED");
    said.put("stage", "STOPPED");
    assertThat(house.reports(asked, said).fault("stage")).isEqualTo("NOT_REGISTERED");
    assertThat(house.follows(asked).json().path("registration").isNull()).isTrue();
  }

  @Test
  void whatEverybodyReadsOfACooperativeTellsNoWayToReachIt() {
    Answer asked = house.taken(house.offered());
    Map<String, Object> said = new HashMap<>(REGISTERED);
    said.put(
        "registration",
        Map.of("name", "Taza, taza@example.org", "number", "06 61 99 88 77", "on", "2026-05-01"));
    Answer refused = house.reports(asked, said);
    assertThat(refused.fault("registration.name")).isEqualTo("CONTACT_IN_TEXT");
    assertThat(refused.fault("registration.number")).isEqualTo("CONTACT_IN_TEXT");
  }

  @Test
  void staffTakeOutANameThatShouldNotBePublic() {
    Journey idea = house.offered();
    Answer asked = house.taken(idea);
    house.reports(asked, REGISTERED);
    assertThat(house.ideas.find(idea.id()).orElseThrow().toString()).contains("13/4521");
    assertThat(house.atDesk("07", unregistering(idea, asked)).status()).isEqualTo(403);
    Answer blank = house.atDesk("05", unregistering(idea, asked));
    assertThat(blank.text("stage")).isEqualTo("REGISTERED");
    assertThat(blank.json().path("registration").isNull()).isTrue();
    assertThat(house.table.everything().toString())
        .doesNotContain("Coopérative Tazaghart", "13/4521");
    assertThat(house.atDesk("05", unregistering(idea, asked)).status()).isEqualTo(200);
    assertThat(house.follows(asked).json().path("history").toString())
        .containsOnlyOnce("REGISTRATION_REMOVED");
    assertThat(house.reports(asked, Map.of("stage", "RUNNING")).fault("registration.name"))
        .isEqualTo("REQUIRED");
  }

  private static Requests unregistering(Journey idea, Answer asked) {
    return Requests.delete("/api/desk/ideas/{id}/interests/{interest}/registration")
        .path("id", idea.id())
        .path("interest", asked.text("id"));
  }

  @Test
  void anAuthorBuildsTheIdeaWithThoseWhoJoin() {
    Journey idea = house.carried();
    Answer none = house.authorReads(idea);
    assertThat(none.json().path("mayStart").asBoolean()).isTrue();
    Requests report =
        house.byAuthor(idea, Requests.put("/api/my/idea/path").json(Map.of("stage", "RUNNING")));
    assertThat(house.say(report).code()).isEqualTo("NOT_STARTED");
    Answer started = starts(idea);
    assertThat(started.json().path("path").path("stage").asText()).isEqualTo("IN_PREPARATION");
    assertThat(starts(idea).code()).isEqualTo("ALREADY_STARTED");
    Answer joins = house.taken(idea);
    assertThat(house.reports(joins, REGISTERED).code()).isEqualTo("JOINED_ONLY");
    Answer registered =
        house.say(house.byAuthor(idea, Requests.put("/api/my/idea/path").json(REGISTERED)));
    assertThat(registered.json().path("path").path("stage").asText()).isEqualTo("REGISTERED");
    assertThat(registered.json().path("path").path("joined").asInt()).isEqualTo(1);
  }

  @Test
  void whatAnAuthorBeginsWithoutALinkIsRecordedByStaff() {
    Journey idea = house.offered(Samples.moha());
    assertThat(house.atDesk("07", beginning(idea)).status()).isEqualTo(403);
    Answer begun = house.atDesk("05", beginning(idea));
    assertThat(begun.text("aim")).isEqualTo("CARRY");
    assertThat(begun.text("stage")).isEqualTo("IN_PREPARATION");
    assertThat(house.atDesk("05", beginning(idea)).code()).isEqualTo("ALREADY_STARTED");
    assertThat(desk(idea, begun, "progress", REGISTERED).text("stage")).isEqualTo("REGISTERED");
  }

  private static Requests beginning(Journey idea) {
    return Requests.post("/api/desk/ideas/{id}/path")
        .path("id", idea.id())
        .json(Map.of("province", Samples.AZILAL));
  }

  private Answer starts(Journey idea) {
    return house.say(
        house.byAuthor(
            idea,
            Requests.post("/api/my/idea/path")
                .json(Map.of("province", Samples.AZILAL, "members", 2))));
  }

  @Test
  void theSecondAnswerOfAnAuthorChangesNothing() {
    Journey idea = house.offered();
    Answer asked = house.taken(idea);
    assertThat(house.authorAnswers(idea, asked, "AGREE").status()).isEqualTo(200);
    assertThat(house.authorAnswers(idea, asked, "DECLINE").code()).isEqualTo("ALREADY_ANSWERED");
    assertThat(house.authorAnswers(idea, asked, "PERHAPS").fault("answer"))
        .isEqualTo("UNKNOWN_CODE");
  }

  @Test
  void whoHasOnlyAPhoneIsTakenUpWithoutAnyMail() {
    Journey idea = house.offered(Samples.moha());
    Answer asked = house.asks(idea, House.asking("phone", "0661998877", Samples.AZILAL));
    assertThat(asked.text("contact")).isEqualTo("PHONE");
    assertThat(house.listed("TO_CALL").body()).contains("+212661998877");
    assertThat(desk(idea, asked, "calls", Map.of("whom", "PARTY", "outcome", "REACHED")).code())
        .isEqualTo("ANSWER_NEEDED");
    assertThat(desk(idea, asked, "confirmation", Map.of()).text("stage")).isEqualTo("INTERESTED");
    assertThat(desk(idea, asked, "calls", Map.of("whom", "AUTHOR", "outcome", "REACHED")).code())
        .isEqualTo("ANSWER_NEEDED");
    assertThat(desk(idea, asked, "answer", Map.of("answer", "AGREE")).json().path("calls"))
        .hasSize(2);
    desk(idea, asked, "calls", Map.of("whom", "AUTHOR", "outcome", "NO_ANSWER"));
    Answer told = desk(idea, asked, "calls", Map.of("whom", "AUTHOR", "outcome", "REACHED"));
    assertThat(told.json().path("calls")).hasSize(1);
    assertThat(desk(idea, asked, "calls", Map.of("whom", "AUTHOR", "outcome", "REACHED")).code())
        .isEqualTo("NO_CALL");
    desk(idea, asked, "calls", Map.of("whom", "PARTY", "outcome", "REACHED"));
    assertThat(desk(idea, asked, "progress", REGISTERED).text("stage")).isEqualTo("REGISTERED");
    assertThat(house.listed("TO_CALL").body()).contains("PATH_REPORTED");
    assertThat(house.table.everything().toString())
        .doesNotContain("tell={S", "tell=AttributeValue(SS=[AUTHOR]", "SS=[PARTY]");
  }

  private Answer desk(Journey idea, Answer asked, String what, Map<String, Object> body) {
    return house.atDesk("05", House.about(idea, asked, what, body));
  }

  @Test
  void theDeskTellsWhatIsWrong() {
    Journey idea = house.offered();
    Answer asked = house.asks(idea, House.asking());
    assertThat(
            house
                .atDesk("05", Requests.get("/api/desk/interests").query("region", "05"))
                .fault("state"))
        .isEqualTo("REQUIRED");
    assertThat(house.listed("SOME").fault("state")).isEqualTo("UNKNOWN_CODE");
    assertThat(desk(idea, asked, "calls", Map.of("whom", "MAYOR")).fault("whom"))
        .isEqualTo("UNKNOWN_CODE");
    assertThat(desk(idea, asked, "answer", Map.of("answer", "AGREE")).code())
        .isEqualTo("NOT_CONFIRMED");
    assertThat(house.atDesk("07", House.about(idea, asked, "confirmation", Map.of())).status())
        .isEqualTo(403);
  }

  @Test
  void withdrawingAndErasingLeaveLessAndLess() {
    Journey idea = house.offered();
    Answer asked = house.taken(idea);
    Requests leave = Requests.delete("/api/my/interest").bearer(House.token(asked));
    assertThat(house.say(leave).text("stage")).isEqualTo("WITHDRAWN");
    assertThat(house.say(leave).text("stage")).isEqualTo("WITHDRAWN");
    assertThat(
            house
                .say(
                    Requests.delete("/api/my/interest")
                        .bearer(House.token(asked))
                        .query("erase", "perhaps"))
                .fault("erase"))
        .isEqualTo("WRONG_TYPE");
    Answer erased =
        house.say(
            Requests.delete("/api/my/interest").bearer(House.token(asked)).query("erase", "true"));
    assertThat(erased.json().path("erased").asBoolean()).isTrue();
    assertThat(house.table.everything().toString()).doesNotContain(House.ITTO, "Itto", House.WHY);
    assertThat(house.follows(asked).status()).isEqualTo(401);
    assertThat(house.confirms(idea, asked).code()).isEqualTo("EXPIRED");
  }

  @Test
  void whoHasOnlyAPhoneWithdrawsAndIsErasedByTheDesk() {
    Journey idea = house.offered();
    Answer asked = house.asks(idea, House.asking("phone", "0661998877", Samples.AZILAL));
    assertThat(house.atDesk("07", leaving(idea, asked)).status()).isEqualTo(403);
    assertThat(house.atDesk("05", leaving(idea, asked).query("erase", "perhaps")).fault("erase"))
        .isEqualTo("WRONG_TYPE");
    assertThat(house.atDesk("05", leaving(idea, asked)).text("stage")).isEqualTo("WITHDRAWN");
    assertThat(house.atDesk("05", leaving(idea, asked).query("erase", "true")).status())
        .isEqualTo(200);
    assertThat(house.table.everything().toString())
        .doesNotContain("+212661998877", "Itto", House.WHY);
    assertThat(house.follows(asked).status()).isEqualTo(401);
  }

  @Test
  void anAuthorsOwnWayIsNoRequestThatTheDeskWithdraws() {
    Journey idea = house.carried();
    String own = starts(idea).json().path("path").path("id").asText();
    Requests leaving =
        Requests.delete("/api/desk/ideas/{id}/interests/{interest}")
            .path("id", idea.id())
            .path("interest", own);
    assertThat(house.atDesk("05", leaving).status()).isEqualTo(404);
  }

  private static Requests leaving(Journey idea, Answer asked) {
    return Requests.delete("/api/desk/ideas/{id}/interests/{interest}")
        .path("id", idea.id())
        .path("interest", asked.text("id"));
  }

  @Test
  void withoutJavaScriptAFormLeadsToAReceiptOnWhichTheCodeIsTyped() {
    Journey idea = house.offered();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("party.kind", "GROUP");
    form.put("party.organisation", "");
    form.put("party.number", "");
    form.put("party.name", "<b>Itto Oubella");
    form.put("party.email", House.ITTO);
    form.put("party.phone", "");
    form.put("party.language", "ar");
    form.put("party.members", "7");
    form.put("party.why", House.WHY);
    form.put("province", Samples.AZILAL);
    form.put("website", "");
    Requests request =
        Requests.post("/api/ideas/{id}/interests").path("id", idea.id()).query("language", "ar");
    Answer refused = house.say(request.form(form));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("&lt;b>", "dir=\"rtl\"", "e-party.consent");
    form.put("party.consent", "true");
    Answer sent = house.say(request.form(form));
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.headers()).containsEntry("Location", "/api/my/interest/receipt?language=ar");
    String cookie = sent.cookies().getFirst();
    assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/api/my");
    String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    Answer receipt =
        house.say(
            Requests.get("/api/my/interest/receipt")
                .query("language", "ar")
                .cookie("interest", token));
    assertThat(receipt.body()).contains("/interest/#token=" + token, House.ITTO);
    String id = InterestToken.parse(token).orElseThrow().interest();
    Requests typed =
        Requests.post("/api/my/interest/confirmation")
            .query("language", "ar")
            .cookie("interest", token);
    assertThat(house.say(typed.form(Map.of("code", "x"))).status()).isEqualTo(422);
    Answer confirmed =
        house.say(typed.form(Map.of("code", InterestToken.code(id, house.fingerprints))));
    assertThat(confirmed.status()).isEqualTo(303);
    house.waits(Duration.ofMinutes(1));
    assertThat(house.authorReads(idea).json().path("interests")).hasSize(1);
  }

  @Test
  void aReservedProvinceBringsTheFormBackWithTheDay() {
    Journey idea = house.offered();
    house.taken(idea);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("party.kind", "GROUP");
    form.put("party.name", "Zahra");
    form.put("party.email", "zahra@example.net");
    form.put("party.language", "fr");
    form.put("party.why", House.WHY);
    form.put("party.consent", "true");
    form.put("province", Samples.AZILAL);
    Answer refused =
        house.say(
            Requests.post("/api/ideas/{id}/interests")
                .path("id", idea.id())
                .query("language", "fr")
                .form(form));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("3 août 2026", "zahra@example.net");
  }
}
