package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import twiza.acceptance.Caller.Answer;

/** Rounds as an organiser of region 05 sets them up. */
final class Editions {

  private Editions() {}

  /** All that a round needs: the rest is what the house proposes. */
  static Map<String, Object> plan(String title, Instant opens, Instant closes) {
    Map<String, Object> plan = new HashMap<>();
    plan.put("texts", Map.of("fr", texts(title), "ar", texts("دورة: " + title)));
    plan.put("opensAt", opens.toString());
    plan.put("submissionsCloseAt", closes.toString());
    return plan;
  }

  private static Map<String, String> texts(String title) {
    return Map.of(
        "title", title,
        "theme", "Mieux vendre ce que la montagne produit.",
        "eligibility", "Toute personne de la région.",
        "complaints", "Par écrit, à la délégation.",
        "jury", "Trois membres de la délégation et deux coopératives.");
  }

  /** A live round: two hours for ideas, and the jury at once. */
  static Map<String, Object> livePlan(String title, Instant opens) {
    Map<String, Object> plan = plan(title, opens, opens.plus(Duration.ofHours(2)));
    plan.put("live", true);
    return plan;
  }

  /**
   * @return its id
   */
  static String announced(Colleague organiser, Map<String, Object> plan) {
    Answer drafted = organiser.caller().post("/api/desk/rounds?region=05", plan);
    assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
    String id = drafted.text("id");
    Answer announced =
        organiser
            .caller()
            .post(
                "/api/desk/rounds/" + id + "/announcement",
                Map.of("version", drafted.json().path("version").asInt()));
    assertThat(announced.status()).as(announced.body()).isEqualTo(200);
    return id;
  }
}
