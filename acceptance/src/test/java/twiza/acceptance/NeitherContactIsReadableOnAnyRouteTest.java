package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.acceptance.Caller.Answer;

/**
 * Before the author has agreed, whatever can be read, asked by everybody there is: the routes are
 * the template's own, so that a new one that tells a contact fails here. Somebody asks to take an
 * idea up, or to join its author.
 */
class NeitherContactIsReadableOnAnyRouteTest {

  private static final String AZILAL = "05.081";

  /** Where staff read how the author of the idea is reached: on its page, and in its records. */
  private static final Set<String> AUTHOR_IS_SHOWN_TO_STAFF = Set.of("GET /api/desk/ideas/{id}");

  private static final Map<String, List<String>> QUERIES =
      Map.of(
          "GET /api/desk/interests",
          List.of("state=TO_CALL", "state=WAITING", "state=UNDERWAY", "state=OVER"),
          "GET /api/desk/queue",
          List.of("state=PENDING", "state=PUBLISHED"));

  private static final String TITLE = "Un four solaire partagé";

  private final String title = Running.unique(TITLE);
  private final String authors = Running.newAddress("tamount");
  private final String parties = Running.newAddress("itto");
  private final Set<String> answered = new TreeSet<>();

  private IdeaBehindTheBrowser published(String intention) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published(title, authors, intention);
    Station.shared().indexes();
    return idea;
  }

  private static String token(Answer sent) {
    String link = sent.text("followLink");
    return link.substring(link.indexOf("#token=") + "#token=".length());
  }

  /** Asked, and confirmed. */
  private Answer asks(IdeaBehindTheBrowser idea) {
    Answer asked =
        Running.anybody()
            .post("/api/ideas/" + idea.id() + "/interests", Bodies.interest(AZILAL, parties));
    assertThat(asked.status()).as(asked.body()).isEqualTo(201);
    String link = Running.inboxOf(parties).awaitMail("&confirm=").link("interest");
    String token = link.substring(link.indexOf("&confirm=") + "&confirm=".length());
    Answer confirmed =
        Running.anybody().post("/api/my/interest/confirmation", Map.of("token", token));
    assertThat(confirmed.text("stage")).isEqualTo("INTERESTED");
    return asked;
  }

  private static Set<String> reads() {
    Set<String> reads = new TreeSet<>();
    Contracted.templateRoutes().values().stream()
        .flatMap(Collection::stream)
        .filter(route -> route.startsWith("GET "))
        .forEach(reads::add);
    assertThat(reads).hasSizeGreaterThan(40);
    return reads;
  }

  private void reveals(String route, Caller caller, IdeaBehindTheBrowser idea, String... nothing) {
    for (String query : QUERIES.getOrDefault(route, List.of("limit=100"))) {
      String path =
          route
              .substring("GET ".length())
              .replace("{id}", idea.id())
              .replace("{code}", idea.code())
              .replace("{region}", "05")
              .replace("{language}", "fr")
              .replaceAll("[{][a-z+]+[}]", "none");
      Answer answer = caller.get(path + "?region=05&q=four&" + query);
      if (answer.status() == 200) {
        answered.add(route);
      }
      assertThat(answer.body()).as("%s?%s", route, query).doesNotContain(nothing);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFFER", "CARRY"})
  void before_the_author_has_agreed(String intention) {
    IdeaBehindTheBrowser idea = published(intention);
    Answer asked = asks(idea);
    Caller anybody = Running.anybody();
    for (String route : reads()) {
      reveals(route, anybody, idea, authors, parties);
      reveals(route, anybody.bearing(token(asked)), idea, authors);
      reveals(route, anybody.bearing(idea.token()), idea, parties);
      reveals(route, StaffBehindTheBrowser.admin(), idea, parties);
      if (!AUTHOR_IS_SHOWN_TO_STAFF.contains(route)) {
        reveals(route, StaffBehindTheBrowser.admin(), idea, authors);
      }
    }
    assertThat(answered)
        .contains(
            "GET /api/ideas",
            "GET /api/ideas/{id}",
            "GET /api/ideas.json",
            "GET /api/search",
            "GET /api/tracking/{code}",
            "GET /api/my/idea",
            "GET /api/my/idea/interests",
            "GET /api/my/interest",
            "GET /api/desk/ideas/{id}",
            "GET /api/desk/interests",
            "GET /api/desk/audit",
            "GET /api/desk/queue",
            "GET /{language}/ideas/{id}");
  }
}
