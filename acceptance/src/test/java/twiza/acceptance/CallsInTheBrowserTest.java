package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import twiza.acceptance.Caller.Answer;

/** A moderator calls somebody who has no e-mail address, and records what they said. */
class CallsInTheBrowserTest {

  private final String name = Running.unique("يوسف أمزيان");
  private final String digits = "6" + Running.eightDigits();

  private String sendsAnIdeaByPhone() {
    Answer sent =
        Running.anybody()
            .post(
                "/api/ideas",
                Bodies.arabicIdeaByPhone(Running.unique("معصرة زيتون"), name, "0" + digits));
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    return sent.text("id");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void calls_again_until_the_author_answers(BrowserWindow window) {
    String id = sendsAnIdeaByPhone();
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(window)) {
      moderator.goesTo(person, "/desk/calls/", "desk.calls.title");
      assertThat(entry(person)).containsText(person.text("desk.calls.why.NO_EMAIL"));
      assertThat(entry(person)).containsText(person.text("history.SUBMITTED"));
      assertThat(entry(person)).containsText(person.text("language.ar"));
      assertThat(entry(person).locator("a[href^='tel:']"))
          .hasAttribute("href", "tel:+212" + digits);
      assertThat(entry(person).locator("a[target]"))
          .hasAttribute("href", Pattern.compile("^https://wa\\.me/212" + digits + "\\?text="));
      PageInTheBrowser.isFitForEverybody(person);

      records(person);
      assertThat(person.page().locator("#record-title")).isFocused();
      person.presses("desk.calls.record.button");
      assertThat(person.page().locator("#errors")).isFocused();
      person.answer("outcome.NO_ANSWER").check();
      assertThat(person.field("confirms")).hasCount(0);
      person.presses("desk.calls.record.button");
      assertThat(said(person, "NO_ANSWER")).isFocused();
      assertThat(entry(person)).containsText(person.text("desk.calls.attempts", "count", 1));

      records(person);
      assertThat(person.answer("outcome.NO_ANSWER")).not().isChecked();
      person.answer("outcome.REACHED").check();
      person.field("confirms").check();
      assertThat(person.field("consents")).hasCount(0);
      person.field("note").fill("Il est d’accord, et rappellera lundi.");
      PageInTheBrowser.isFitForEverybody(person);
      person.presses("desk.calls.record.button");
      assertThat(said(person, "REACHED")).isFocused();
      assertThat(entry(person)).hasCount(0);

      person.opens("/desk/idea/#id=" + id);
      person.sees("Il est d’accord, et rappellera lundi.");
      person.doesNotSee(person.text("flag.CONTACT_UNCONFIRMED"));
    }
  }

  private Locator said(PersonInTheBrowser person, String outcome) {
    Locator status = person.page().locator("#status");
    assertThat(status).hasText(person.text("desk.calls.recorded." + outcome, "name", name));
    return status;
  }

  private void records(PersonInTheBrowser person) {
    entry(person).getByText(person.text("desk.calls.record")).click();
  }

  /** The person in the list, which is turned over page by page until they show. */
  private Locator entry(PersonInTheBrowser person) {
    return entry(person, name);
  }

  /** The same of somebody with this name. */
  static Locator entry(PersonInTheBrowser person, String name) {
    Locator entry = person.page().locator(".call", new Page.LocatorOptions().setHasText(name));
    Locator all = person.page().locator(".call");
    Locator more = person.page().locator("#more");
    assertThat(person.page().locator("#waiting, #empty").locator("visible=true")).hasCount(1);
    while (entry.count() == 0 && more.isVisible()) {
      int before = all.count();
      more.click();
      assertThat(all).not().hasCount(before);
    }
    return entry;
  }
}
