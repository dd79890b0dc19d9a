package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import twiza.acceptance.Inbox.Mail;

/** Somebody brings an idea to the bank, and everybody concerned has nothing but a browser. */
class IdeaTravelsInTheBrowserTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void from_the_home_page_to_the_bank_and_corrected_there(BrowserWindow window) {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    String address = Running.newAddress("itto");
    try (PersonInTheBrowser author = Browser.person(window);
        PersonInTheBrowser moderator = Browser.person(window);
        PersonInTheBrowser reader = Browser.person(window)) {
      author.opens("/");
      author.follows("home.submit");
      author.isAt("/submit/", "submit.title");
      isToldWhatIsMissing(author);
      FormInTheBrowser.of(author).describes(idea).by(idea, "email", address).agrees().sends();
      hasAReceipt(author, idea, address);
      String token = author.tokenInAddress();

      confirmsByTheLink(window, address, token);
      approves(moderator, idea);
      finds(reader, idea);

      author.follows("receipt.open");
      author.isAt("/follow/", "follow.title");
      author.sees(author.text("state.PUBLISHED.text"));
      corrects(author, idea);
      reader.page().reload();
      reader.sees(idea.solution());
      reader.doesNotSee(idea.otherSolution());

      seesWhatChangedAndApproves(moderator, idea);
      reader.page().reload();
      reader.sees(idea.otherSolution());
      author.page().reload();
      assertThat(author.page().locator("#proposed")).isHidden();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void confirmed_by_typing_the_code_of_the_mail(BrowserWindow window) {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    String address = Running.newAddress("itto");
    try (PersonInTheBrowser author =
        Browser.person(window).whoIsRefused("/api/ideas/confirmation")) {
      author.opens("/submit/");
      FormInTheBrowser.of(author).describes(idea).by(idea, "email", address).agrees().sends();
      hasAReceipt(author, idea, address);
      String trackingCode = author.page().locator("#r-code").innerText();
      Mail mail = Running.inboxOf(address).awaitMail(trackingCode, "/confirm/");

      author.follows("receipt.unconfirmed.code");
      author.isAt("/confirm/", "confirm.title");
      author.presses("confirm.button");
      assertThat(author.page().locator("#errors")).isFocused();
      author.field("trackingCode").fill(trackingCode.toLowerCase(Locale.ROOT));
      author.field("code").fill("no code");
      author.presses("confirm.button");
      author.sees(author.text("error.field.WRONG_CODE"));
      author.field("code").fill(code(mail));
      author.presses("confirm.button");
      author.isAt("/confirm/done/", "confirm.done.title");
    }
    assertThat(DecisionMailInTheBrowser.linkTo(idea.title(), 1)).contains("/decide/");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void with_a_phone_number_and_the_link_of_the_receipt_alone(BrowserWindow window) {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    String phone = "06" + Running.eightDigits();
    try (PersonInTheBrowser author = Browser.person(window);
        PersonInTheBrowser moderator = Browser.person(window)) {
      author.opens("/submit/");
      FormInTheBrowser.of(author).describes(idea).by(idea, "phone", phone).agrees().sends();
      author.isAt("/receipt/", "receipt.title");
      author.sees(author.text("receipt.phone.title"));
      assertThat(author.page().locator("#r-qr svg")).isVisible();

      Running.anybody().post("/local/clock", Map.of("advance", "PT24H"));
      moderator.opensLinkInOwnLanguage(DecisionMailInTheBrowser.linkTo(idea.title(), 1));
      moderator.sees(moderator.text("flag.CONTACT_UNCONFIRMED"));
      moderator.sees(phone.substring(1));
      moderator.answer("choice.REQUEST_CHANGES").check();
      String reason = moderator.text("field.solution.hint");
      moderator.page().locator("#f-reason").fill(reason);
      moderator.presses("decide.button");
      moderator.sees(moderator.text("decide.applied.title"));
      moderator.sees(moderator.text("decide.applied.call"));

      author.opensLink(author.page().locator("#r-link").innerText());
      author.sees(reason);
      author.page().locator("#fix").click();
      assertThat(author.field("title")).isFocused();
      author.field("solution").fill(idea.otherSolution());
      author.presses("follow.correct.button");
      author.sees(author.text("follow.correct.done"));
      assertThat(author.page().locator("#state")).hasText(author.text("state.PENDING"));

      Running.anybody().post("/local/clock", Map.of("advance", "PT24H"));
      Moderator.askedAbout(idea.title()).approves();
      author.page().reload();
      author.page().locator("#public").click();
      author.sees(idea.otherSolution());
      author.doesNotSee(idea.name());
    }
  }

  private static void isToldWhatIsMissing(PersonInTheBrowser author) {
    author.presses("submit.next");
    Locator summary = author.page().locator("#errors");
    assertThat(summary).isFocused();
    assertThat(summary.locator("li")).hasCount(2);
    assertThat(author.field("title")).hasAttribute("aria-invalid", "true");
    summary.getByRole(AriaRole.LINK).nth(1).click();
    assertThat(author.field("summary")).isFocused();
    assertThat(author.page()).hasURL(Pattern.compile("/submit/$"));
  }

  private static void hasAReceipt(
      PersonInTheBrowser author, IdeaInTheBrowser idea, String address) {
    author.isAt("/receipt/", "receipt.title");
    author.sees(idea.title());
    assertThat(author.page().locator("#r-contact")).hasText(address);
    assertThat(author.page().locator("#r-code")).hasText(Pattern.compile("^[0-9A-Z-]{6,}$"));
    assertThat(author.page().locator("#r-link"))
        .hasText(
            Running.baseUrl()
                + "/"
                + author.language().tag()
                + "/follow/#token="
                + author.tokenInAddress());
    assertThat(author.page().locator("#r-qr svg")).isVisible();
    assertThat(author.page().locator("#print")).isVisible();
  }

  private static void confirmsByTheLink(BrowserWindow window, String address, String token) {
    String link = Running.inboxOf(address).awaitMail("/confirm/").link("confirm");
    try (PersonInTheBrowser author = Browser.person(window)) {
      author.opensLink(link);
      author.isAt("/confirm/", "confirm.title");
      assertThat(stateOf(token)).isEqualTo("UNCONFIRMED");
      author.presses("confirm.button");
      author.isAt("/confirm/done/", "confirm.done.title");
    }
    assertThat(stateOf(token)).isEqualTo("PENDING");
  }

  private static void approves(PersonInTheBrowser moderator, IdeaInTheBrowser idea) {
    moderator.opensLinkInOwnLanguage(DecisionMailInTheBrowser.linkTo(idea.title(), 1));
    moderator.isAt("/decide/", "decide.title");
    moderator.sees(idea.solution());
    moderator.sees(idea.name());
    assertThat(moderator.page().locator("[name=choice]:checked")).hasCount(0);
    moderator.presses("decide.button");
    assertThat(moderator.page().locator("#e-choice"))
        .hasText(moderator.text("error.field.REQUIRED"));
    moderator.answer("choice.REJECT").check();
    moderator.presses("decide.button");
    assertThat(moderator.page().locator("#e-reason"))
        .hasText(moderator.text("error.field.REQUIRED"));
    assertThat(moderator.page().locator("#f-reason")).isFocused();
    moderator.answer("choice.APPROVE").check();
    moderator.presses("decide.button");
    moderator.sees(moderator.text("decide.applied.title"));
    moderator.sees(moderator.text("state.PUBLISHED"));
  }

  private static void finds(PersonInTheBrowser reader, IdeaInTheBrowser idea) {
    reader.opens("/");
    reader.follows("home.browse");
    reader.isAt("/ideas/", "bank.title");
    reader.sees(idea.title());
    reader.page().locator("#province").selectOption("05.311");
    reader.presses("bank.filter.button");
    reader.doesNotSee(idea.title());
    reader.page().locator("#province").selectOption(idea.province());
    reader.page().locator("#sector").selectOption(idea.sector());
    reader.presses("bank.filter.button");
    reader.page().getByText(idea.title()).click();
    reader.sees(idea.solution());
    reader.doesNotSee(idea.name());
    assertThat(reader.page()).hasTitle(reader.text("site.title", "title", idea.title()));
  }

  private static void corrects(PersonInTheBrowser author, IdeaInTheBrowser idea) {
    author.fold("follow.correct.open").click();
    assertThat(author.field("need")).hasValue(idea.need());
    author.field("solution").fill("");
    author.presses("follow.correct.button");
    assertThat(author.page().locator("#errors")).isFocused();
    author.field("solution").fill(idea.otherSolution());
    author.presses("follow.correct.button");
    author.sees(author.text("follow.correct.done"));
    author.sees(author.text("follow.proposed"));
  }

  private static void seesWhatChangedAndApproves(
      PersonInTheBrowser moderator, IdeaInTheBrowser idea) {
    moderator.opensLinkInOwnLanguage(DecisionMailInTheBrowser.linkTo(idea.title(), 2));
    Locator compared = moderator.page().locator(".compare");
    assertThat(compared).hasCount(1);
    assertThat(compared.locator(".before")).containsText(idea.solution());
    assertThat(compared.locator(".after")).containsText(idea.otherSolution());
    moderator.answer("choice.APPROVE").check();
    moderator.presses("decide.button");
    moderator.sees(moderator.text("decide.applied.title"));
  }

  private static String stateOf(String token) {
    return Running.anybody().bearing(token).get("/api/my/idea").text("state");
  }

  private static String code(Mail mail) {
    Matcher digits = Pattern.compile("\\b\\d{6}\\b").matcher(mail.text());
    assertThat(digits.find()).as(mail.text()).isTrue();
    return digits.group();
  }
}
