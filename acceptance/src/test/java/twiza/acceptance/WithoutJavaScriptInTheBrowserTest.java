package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import twiza.acceptance.Inbox.Mail;

/** A browser that runs no script reads the bank, sends an idea and confirms it all the same. */
class WithoutJavaScriptInTheBrowserTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void reads_the_bank_and_an_idea(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    try (PersonInTheBrowser reader = Browser.personWithoutJavaScript(window)) {
      reader.opens("/");
      reader.follows("home.browse");
      reader.page().locator("#province").selectOption("05.301");
      reader.presses("bank.filter.button");
      reader.page().getByText(idea.title()).click();
      reader.sees(reader.text("field.solution.label"));
      assertThat(reader.page().locator("h1")).hasText(idea.title());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void sends_an_idea_and_confirms_it_by_its_code(BrowserWindow window) {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    String address = Running.newAddress("itto");
    try (PersonInTheBrowser author =
        Browser.personWithoutJavaScript(window).whoIsRefused("/api/ideas")) {
      author.opens("/submit/");
      FormInTheBrowser form = FormInTheBrowser.of(author).describes(idea);
      author.field("summary").fill("");
      form.by(idea, "email", "itto");
      author.presses("submit.button");
      isToldWhatIsWrong(author, idea);
      author.field("summary").fill(idea.summary());
      author.field("author.email").fill(address);
      form.agrees();
      author.presses("submit.button");

      assertThat(author.heading("receipt.title")).isVisible();
      assertThat(author.page().locator("#r-contact")).hasText(address);
      assertThat(author.page().locator("#r-qr svg")).isVisible();
      String link = author.page().locator("#r-link").innerText();
      assertThat(link).contains("/" + author.language().tag() + "/follow/#token=");
      String trackingCode = author.page().locator("#r-code").innerText();

      author.follows("receipt.unconfirmed.code");
      author.field("trackingCode").fill(trackingCode);
      author.field("code").fill("wrong");
      author.presses("confirm.button");
      author.sees(author.text("error.field.WRONG_CODE"));
      assertThat(author.field("trackingCode")).hasValue(trackingCode);
      author.field("code").fill(code(address));
      author.presses("confirm.button");
      author.isAt("/confirm/done/", "confirm.done.title");
    }
    assertThat(DecisionMailInTheBrowser.linkTo(idea.title(), 1)).contains("/decide/");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void is_told_where_a_script_is_needed(BrowserWindow window) {
    try (PersonInTheBrowser author = Browser.personWithoutJavaScript(window)) {
      for (String path : new String[] {"/follow/", "/decide/", "/link/", "/desk/"}) {
        author.opens(path);
        assertThat(author.page().locator("noscript .notice")).isVisible();
      }
    }
  }

  private static void isToldWhatIsWrong(PersonInTheBrowser author, IdeaInTheBrowser idea) {
    assertThat(author.page().locator("html")).hasAttribute("lang", author.language().tag());
    assertThat(author.page().locator("#errors li")).hasCount(4);
    assertThat(author.page().locator("#e-author\\.email"))
        .hasText(author.text("error.field.NOT_AN_EMAIL"));
    assertThat(author.field("title")).hasValue(idea.title());
    assertThat(author.field("province")).hasValue(idea.province());
    assertThat(author.field("author.email")).hasValue("itto");
    assertThat(author.answer("kind.INDIVIDUAL")).isChecked();
  }

  private static String code(String address) {
    Mail mail = Running.inboxOf(address).awaitMail("/confirm/");
    Matcher digits = Pattern.compile("\\b\\d{6}\\b").matcher(mail.text());
    assertThat(digits.find()).as(mail.text()).isTrue();
    return digits.group();
  }
}
