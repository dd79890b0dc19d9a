package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.acceptance.Caller.Answer;

/** A cooperative finds an idea by a word it can't spell; an author sees that theirs is there. */
class SearchInTheBrowserTest {

  private static final String SUMMARY = "نساء يعصرن الكروم ويبعن العصير في السوق.";

  /** An idea in the bank and in the index of the search, by its title. */
  private static String publish(String title, Map<String, Object> more) {
    Map<String, Object> idea = Bodies.frenchIdea(title, Running.newAddress("tamount"));
    idea.putAll(more);
    Answer sent = Running.anybody().post("/api/ideas", idea);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    Inbox inbox = Running.inboxOf(idea(idea));
    String token = inbox.awaitMail("/confirm/").token("confirm");
    Answer confirmed = Running.anybody().post("/api/ideas/confirmation", Map.of("token", token));
    assertThat(confirmed.status()).isEqualTo(200);
    Moderator.askedAbout(title).approves();
    Station.shared().indexes();
    return sent.text("id");
  }

  private static String idea(Map<String, Object> idea) {
    return ((Map<?, ?>) idea.get("author")).get("email").toString();
  }

  private static Locator card(PersonInTheBrowser person, String id) {
    return person.page().locator(".card:has(a[href*='" + id + "'])");
  }

  @ParameterizedTest
  @CsvSource({
    "FRENCH_AT_A_DESK, Une distillerie de lavande sauvage, distilerie lavnade, distillerie",
    "FRENCH_ON_A_SMALL_PHONE, Confitures de coings du Dir, coing confitur, Confitures",
    "ARABIC_ON_A_PHONE, معصرة عنب تعاونية بالقصيبة, معصره العنيب, معصرة"
  })
  void an_idea_is_found_by_misspelt_words(
      BrowserWindow window, String title, String typed, String marked) {
    String unique = Running.unique(title);
    String id = publish(unique, Map.of());
    try (PersonInTheBrowser reader = Browser.person(window)) {
      reader.opens("/ideas/");
      reader.page().locator("#q").fill(typed);
      reader.presses("search.button");
      reader.isAt("/search/", "search.title");
      assertThat(card(reader, id).locator("mark").first()).hasText(marked);
      PageInTheBrowser.isFitForEverybody(reader);

      reader.page().locator("#sector").selectOption("CRAFTS");
      reader.presses("search.button");
      assertThat(card(reader, id)).isVisible();
      card(reader, id).locator("a").click();
      assertThat(reader.page().locator("h1")).hasText(unique);
      reader.page().goBack();
      assertThat(reader.page().locator("#q")).hasValue(typed);
      assertThat(reader.page().locator("#sector")).hasValue("CRAFTS");
      assertThat(card(reader, id)).isVisible();
    }
  }

  @Test
  void without_a_script_it_is_found_as_well_by_an_address_that_can_be_shared() {
    String id = publish(Running.unique("Élevage de cailles à Aguelmous"), Map.of());
    try (PersonInTheBrowser reader =
        Browser.personWithoutJavaScript(BrowserWindow.FRENCH_AT_A_DESK)) {
      reader.opens("/ideas/?q=caile");
      reader.isAt("/search/", "search.title");
      assertThat(card(reader, id)).isVisible();
      reader.opens("/search/?q=qqqqqqqq");
      reader.sees(reader.text("search.empty.title"));
    }
  }

  @Test
  void who_writes_the_same_again_is_told_and_not_held_up() {
    String title = Running.unique("عصير الكروم الجبلية بأغبالة");
    String id = publish(title, Map.of("summary", SUMMARY));
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      author.opens("/submit/");
      author.field("title").fill("عصير كروم جبليه باغباله");
      author.field("summary").fill(SUMMARY);
      Locator similar = author.page().locator("#similar a[href*='" + id + "']");
      assertThat(similar).isVisible();
      assertThat(author.page().locator("#similar")).hasAttribute("aria-live", "polite");
      PageInTheBrowser.isFitForEverybody(author);
      author.presses("submit.next");
      assertThat(author.page().locator("#f-need")).isVisible();
    }
  }

  @Test
  void a_moderator_sees_what_looks_alike_beside_what_waits() {
    String id = publish(Running.unique("Herboristerie de verveine à Tighassaline"), Map.of());
    String title = Running.unique("Herboristerie de verveine de Tighassaline");
    Map<String, Object> idea = Bodies.frenchIdea(title, Running.newAddress("itto"));
    assertThat(Running.anybody().post("/api/ideas", idea).status()).isEqualTo(201);
    String token = Running.inboxOf(idea(idea)).awaitMail("/confirm/").token("confirm");
    Running.anybody().post("/api/ideas/confirmation", Map.of("token", token));
    String link = DecisionMailInTheBrowser.linkTo(title, 1);
    try (PersonInTheBrowser moderator = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      moderator.opensLink(link);
      assertThat(moderator.page().locator("#similar a[href*='" + id + "']")).isVisible();
      moderator.sees(moderator.text("similar.deciding.title"));
      PageInTheBrowser.isFitForEverybody(moderator);
    }
  }
}
