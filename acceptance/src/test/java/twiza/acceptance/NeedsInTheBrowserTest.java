package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An organiser says what a province needs; visitors read it, and an author is led to answer it. */
class NeedsInTheBrowserTest {

  private static final String AZILAL = "05.081";

  private static Locator need(PersonInTheBrowser person, String title) {
    Locator titled = person.page().getByText(title);
    return person.page().locator("li").filter(new Locator.FilterOptions().setHas(titled));
  }

  @ParameterizedTest
  @EnumSource
  void a_need_goes_from_the_desk_to_whoever_answers_it(BrowserWindow window) {
    String title = Running.unique("Des ruches pour la vallée");
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    try (PersonInTheBrowser person = Browser.person(window)) {
      organiser.goesTo(person, "/desk/needs/", "desk.needs.title");
      person.presses("desk.needs.add");
      PageInTheBrowser.isFitForEverybody(person);
      person.page().locator("#f-province").selectOption(AZILAL);
      person
          .page()
          .evaluate("document.querySelectorAll('dialog details').forEach(it => it.open = true)");
      person.page().locator("[id='f-texts.fr.title']").fill(title);
      person.presses("desk.needs.keep");
      assertThat(person.page().locator("#status")).containsText(title);
      assertThat(need(person, title)).containsText(person.text("desk.needs.unanswered"));
      PageInTheBrowser.isFitForEverybody(person);
    }
    try (PersonInTheBrowser author = Browser.person(window)) {
      author.opens("/needs/?province=" + AZILAL);
      PageInTheBrowser.isFitForEverybody(author);
      need(author, title).locator("h2 a").click();
      PageInTheBrowser.isFitForEverybody(author);
      author.follows("needs.submit");
      PageInTheBrowser.isFitForEverybody(author);
      Locator chosen = author.page().locator("#f-answersNeed option:checked");
      assertThat(chosen).hasText(title);
      assertThat(author.page().locator("#f-province")).hasValue(AZILAL);
    }
    try (PersonInTheBrowser person = Browser.person(window)) {
      organiser.goesTo(person, "/desk/needs/", "desk.needs.title");
      String close = person.text("desk.needs.close");
      need(person, title).getByText(close, new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(need(person, title)).containsText(person.text("desk.needs.closed"));
      String needs = Running.anybody().get("/api/needs?province=" + AZILAL + "&limit=100").body();
      assertThat(needs).doesNotContain(title);
    }
  }
}
