package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.delegation.Guide;
import twiza.delegation.HouseGuide;
import twiza.http.GuideJson;

/** An organiser says what a cooperative needs to start, and whoever reads an idea sees it. */
class GuideInTheBrowserTest {

  private static final String GUIDE = "/api/desk/guide";

  /** Other tests read the words of the house. */
  @AfterEach
  void theRegionSaysWhatTheHouseSays() {
    Caller admin = StaffBehindTheBrowser.admin();
    Guide.Content house = HouseGuide.load();
    Map<String, Object> body = GuideJson.of(house);
    body.put("version", admin.get(GUIDE + "?region=05").json().path("version").asInt());
    assertThat(admin.put(GUIDE + "?region=05", body).status()).isEqualTo(200);
  }

  /** For so long the catalogue shows what it has read. */
  private static void aMinutePasses() {
    assertThat(Running.anybody().post("/local/clock", Map.of("advance", "PT1M")).status())
        .isEqualTo(200);
  }

  private static Locator field(PersonInTheBrowser person, String name) {
    return person.page().locator("[id='f-" + name + "']");
  }

  @ParameterizedTest
  @EnumSource
  void what_an_organiser_says_stands_below_each_idea(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    try (PersonInTheBrowser person = Browser.person(window).whoIsRefused(GUIDE)) {
      organiser.goesTo(person, "/desk/guide/", "desk.guide.title");
      assertThat(field(person, "members.least")).hasValue("5");
      field(person, "members.least").fill("7");
      field(person, "members.confirmed").check();
      field(person, "steps.fr").fill("Choisir un nom.\nPasser à la délégation.");
      field(person, "steps.ar").fill("اختيار الاسم.\nزيارة المندوبية.");
      person.page().locator("#add-financing").click();
      assertThat(field(person, "financing[0].address")).isFocused();
      field(person, "financing[0].address").fill("www.example.org");
      field(person, "financing[0].title.fr").fill("Un fonds régional");
      person.presses("desk.guide.button");
      assertThat(person.page().locator("#errors")).isFocused();
      assertThat(person.page().locator("#errors"))
          .containsText(person.text("error.field.NOT_A_LINK"));
      PageInTheBrowser.isFitForEverybody(person);
      field(person, "financing[0].address").fill("https://www.example.org/fonds");
      person.presses("desk.guide.button");
      assertThat(person.page().locator("#status")).hasText(person.text("desk.guide.saved"));
      person.page().reload();
      assertThat(field(person, "financing[0].title.fr")).hasValue("Un fonds régional");
    }
    aMinutePasses();
    try (PersonInTheBrowser visitor = Browser.person(window)) {
      visitor.opens("/ideas/" + idea.id() + "/");
      visitor.sees(visitor.text("start.title"));
      Locator start = visitor.page().locator(".start");
      assertThat(start).containsText("7");
      assertThat(start.locator("ol li")).hasCount(2);
      assertThat(start.locator("a[href='https://www.example.org/fonds']"))
          .hasText("Un fonds régional");
      PageInTheBrowser.isFitForEverybody(visitor);
    }
  }
}
