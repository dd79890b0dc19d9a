package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import twiza.acceptance.Inbox.Mail;

/** From an idea in the bank to a cooperative that runs, on the clock of the local system. */
class AnIdeaIsTakenUpInTheBrowserTest {

  private static final String WHY = "Nous avons un local à Azilal et sept familles prêtes.";
  private static final String AZILAL = "05.081";
  private static final String MISSPELT = "fuor solair pian";
  private static final String MISSPELT_IN_ARABIC = "معصره زيتن";

  private final Station station = Station.shared();
  private final String group = Running.unique("Femmes de Tazaghart");
  private final String contact = Running.newAddress("itto");
  private final String phone = "06" + Running.eightDigits();
  private final String name = Running.unique("Coopérative Tazaghart");

  /** A published idea whose author wants this. */
  private static IdeaBehindTheBrowser published(String intention) {
    return IdeaBehindTheBrowser.published(
        Running.unique("Un four solaire pour le pain"), Running.newAddress("tamount"), intention);
  }

  /** Finds the idea by words that are misspelt, and opens it. */
  private void finds(PersonInTheBrowser person, IdeaBehindTheBrowser idea, String typed) {
    station.indexes();
    person.opens("/ideas/");
    person.page().locator("#q").fill(typed);
    person.presses("search.button");
    person.isAt("/search/", "search.title");
    person.page().locator(".card a[href*='" + idea.id() + "']").first().click();
    assertThat(person.page().locator("h1")).hasText(idea.title());
  }

  /** Fills in what is asked, beside the idea that was found. */
  private void asks(PersonInTheBrowser person, String kind, String how, String at) {
    person.fold("ask.open").click();
    person.answer("party.kind." + kind).check();
    person.field("party.organisation").fill(group);
    if (kind.equals("COOPERATIVE")) {
      person.field("party.number").fill("13/0218");
    }
    person.field("province").selectOption(AZILAL);
    person.field("party.members").fill("7");
    person.field("party.why").fill(WHY);
    person.field("party.name").fill("Itto Oubella");
    person.field("party." + how).fill(at);
    person.page().locator("#f-party\\.consent").check();
    PageInTheBrowser.isFitForEverybody(person);
    person.takesTheTimeItTakes();
    person.presses("ask.button");
    assertThat(person.page().locator("#asked")).isFocused();
  }

  private void confirms(PersonInTheBrowser person) {
    Mail mail = Running.inboxOf(contact).awaitMail("&confirm=");
    assertThat(mail.text()).doesNotContain("tamount");
    person.opensLinkInOwnLanguage(mail.link("interest"));
    person.presses("interest.confirm.button");
    person.sees(person.text("interest.confirm.done"));
    PageInTheBrowser.isFitForEverybody(person);
  }

  private void agrees(PersonInTheBrowser author, IdeaBehindTheBrowser idea) {
    Mail mail = Running.inboxOf(idea.address()).awaitMail(group);
    assertThat(mail.text()).contains(WHY).doesNotContain(contact);
    author.opensLinkInOwnLanguage(mail.link("follow"));
    Locator request =
        author.page().locator("#requests > li", new Page.LocatorOptions().setHasText(group));
    assertThat(request).containsText(WHY);
    assertThat(request).not().containsText(contact);
    PageInTheBrowser.isFitForEverybody(author);
    request.getByText(author.text("follow.uptake.agree")).click();
    author.sees(author.text("follow.uptake.agreed"));
    assertThat(request).containsText(contact);
  }

  private String path(IdeaBehindTheBrowser idea) {
    return Running.anybody().get("/api/ideas/" + idea.id()).json().path("paths").toString();
  }

  private String card(IdeaBehindTheBrowser idea) {
    return Running.anybody()
        .get("/api/ideas/" + idea.id())
        .json()
        .path("uptake")
        .path("state")
        .asText();
  }

  /** How often they were asked since they last answered. */
  private static int unanswered(String token) {
    return Running.anybody()
        .bearing(token)
        .get("/api/my/interest")
        .json()
        .path("unanswered")
        .asInt();
  }

  private void says(PersonInTheBrowser person, String stage) {
    person.answer("said." + stage).check();
    if (stage.equals("REGISTERED")) {
      person.field("members").fill("9");
      person.field("registration.name").fill(name);
      person.field("registration.number").fill("13/4521");
      person.field("registration.on").fill("2026-01-15");
    }
    PageInTheBrowser.isFitForEverybody(person);
    person.presses("interest.say.button");
    person.sees(person.text("interest.say.done"));
  }

  /** One press says that nothing has changed, and nothing but the press does. */
  private void pressesStill(PersonInTheBrowser person, String stage) {
    person.page().reload();
    person.page().locator("#still").click();
    person.sees(person.text("interest.say.done"));
    assertThat(person.page().locator("#stage")).hasText(person.text("interest.stage." + stage));
    person.page().reload();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void the_author_agrees_contacts_are_exchanged_and_a_cooperative_runs(BrowserWindow window) {
    IdeaBehindTheBrowser idea = published("OFFER");
    try (PersonInTheBrowser person = Browser.person(window);
        PersonInTheBrowser author = Browser.person(window)) {
      finds(person, idea, MISSPELT);
      asks(person, "GROUP", "email", contact);
      confirms(person);
      person.doesNotSee(idea.address());
      agrees(author, idea);
      Mail told = Running.inboxOf(contact).awaitMail(idea.address());
      assertThat(Running.inboxOf(idea.address()).awaitMail(contact).text()).contains("Itto");
      person.opensLinkInOwnLanguage(told.link("interest"));
      person.sees(idea.address());
      assertThat(person.page().locator("#still")).hasText(person.text("said.IN_PREPARATION"));
      pressesStill(person, "IN_PREPARATION");
      author.opens("/ideas/" + idea.id() + "/");
      author.sees(author.text("path.title"));
      assertThat(card(idea)).isEqualTo("IN_PREPARATION");
      says(person, "REGISTERED");
      Running.inboxOf(idea.address()).awaitMail(name);

      station.passes("P186D");
      Mail asked =
          Running.inboxOf(contact).awaitMail(person.text("mail.followUp.heading"), idea.title());
      person.opensLinkInOwnLanguage(asked.link("interest"));
      String registered = person.text("interest.stage.REGISTERED");
      assertThat(person.page().locator("#still"))
          .hasText(person.text("interest.say.still", "stage", registered));
      String token = person.tokenInAddress();
      assertThat(unanswered(token)).isEqualTo(1);
      pressesStill(person, "REGISTERED");
      assertThat(unanswered(token)).isZero();
      says(person, "RUNNING");
      assertThat(path(idea)).contains("RUNNING", name, "13/4521").doesNotContain("Itto", contact);
      author.opens("/ideas/" + idea.id() + "/");
      author.sees(name);
      PageInTheBrowser.isFitForEverybody(author);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_reservation_that_nobody_uses_frees_the_idea(BrowserWindow window) {
    IdeaBehindTheBrowser idea = published("OFFER");
    try (PersonInTheBrowser person =
            Browser.person(window).whoIsRefused("/api/ideas/" + idea.id() + "/interests");
        PersonInTheBrowser author = Browser.person(window)) {
      finds(person, idea, MISSPELT);
      asks(person, "COOPERATIVE", "email", contact);
      confirms(person);
      agrees(author, idea);
      assertThat(card(idea)).isEqualTo("IN_PREPARATION");
      person.opens("/ideas/" + idea.id() + "/");
      person.fold("ask.open").click();
      person.answer("party.kind.GROUP").check();
      person.field("province").selectOption(AZILAL);
      person.field("party.why").fill(WHY);
      person.field("party.name").fill("Zahra");
      person.field("party.email").fill(Running.newAddress("zahra"));
      person.page().locator("#f-party\\.consent").check();
      person.presses("ask.button");
      assertThat(person.page().locator("#ask-errors")).isFocused();
      assertThat(person.page().locator("#e-province")).isVisible();

      station.passes("P76D");
      Running.inboxOf(contact).awaitMail(person.text("mail.reservationEnding.heading"));
      station.passes("P14D");
      Running.inboxOf(contact).awaitMail(person.text("mail.reservationExpired.heading"));
      assertThat(card(idea)).isEqualTo("OFFERED");
      person.presses("ask.button");
      assertThat(person.page().locator("#asked")).isFocused();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void an_author_who_builds_the_idea_gathers_members_to_registration(BrowserWindow window) {
    IdeaBehindTheBrowser idea = published("CARRY");
    try (PersonInTheBrowser person = Browser.person(window);
        PersonInTheBrowser author = Browser.person(window)) {
      author.opens(idea.follow());
      author.presses("follow.uptake.start");
      author.sees(author.text("follow.uptake.started"));
      finds(person, idea, MISSPELT);
      asks(person, "GROUP", "email", contact);
      confirms(person);
      agrees(author, idea);
      author.sees(author.text("follow.uptake.joined", "count", 1));
      author.page().locator("#say-details > summary").click();
      says(author, "REGISTERED");
      assertThat(card(idea)).isEqualTo("REGISTERED");
      person.opens("/ideas/" + idea.id() + "/");
      person.sees(person.text("path.byAuthor"));
      person.sees(name);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void an_author_with_a_phone_is_taken_up_without_any_mail(BrowserWindow window) {
    String title = Running.unique("معصرة زيتون");
    String authors = "6" + Running.eightDigits();
    Map<String, Object> body =
        new HashMap<>(Bodies.arabicIdeaByPhone(title, "يوسف أمزيان", "0" + authors));
    body.put("intention", "OFFER");
    String id = Running.anybody().post("/api/ideas", body).text("id");
    Map<String, Object> approval = Map.of("choice", "APPROVE", "revision", 1);
    StaffBehindTheBrowser.admin().post("/api/desk/ideas/" + id + "/decision", approval);
    IdeaBehindTheBrowser idea = new IdeaBehindTheBrowser(id, title, "", "", "");
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(window);
        PersonInTheBrowser staff = Browser.person(window)) {
      finds(person, idea, MISSPELT_IN_ARABIC);
      asks(person, "GROUP", "phone", phone);
      moderator.goesTo(staff, "/desk/calls/", "desk.calls.title");
      staff.follows("desk.calls.uptake.open");
      staff.isAt("/desk/interests/", "desk.interests.title");
      assertThat(entry(staff)).containsText(phone.substring(1));
      PageInTheBrowser.isFitForEverybody(staff);
      entry(staff).getByText(staff.text("desk.interests.confirm")).click();
      staff.sees(staff.text("desk.interests.done"));
      assertThat(entry(staff).locator("a[href^='tel:']"))
          .hasAttribute("href", "tel:+212" + authors);
      assertThat(entry(staff)).not().containsText(phone.substring(1));
      entry(staff).getByText(staff.text("desk.interests.agree")).click();
      assertThat(entry(staff).locator("a[target]").first())
          .hasAttribute("href", Pattern.compile("^https://wa\\.me/212"));
      assertThat(entry(staff)).containsText("+212" + authors);
      assertThat(entry(staff)).containsText("+212" + phone.substring(1));
      PageInTheBrowser.isFitForEverybody(staff);
      entry(staff).getByText(staff.text("desk.interests.report")).click();
      staff.answer("said.REGISTERED").check();
      staff.field("registration.name").fill(name);
      staff.field("registration.number").fill("13/4521");
      staff.field("registration.on").fill("2026-01-15");
      staff.presses("desk.interests.report.save");
      assertThat(staff.page().locator("#status")).hasText(staff.text("desk.interests.done"));
      assertThat(card(idea)).isEqualTo("REGISTERED");

      station.passes("P186D");
      moderator.goesTo(staff, "/desk/interests/", "desk.interests.title");
      String question = staff.text("uptake.call.PARTY.FOLLOW_UP_ASKED");
      assertThat(entry(staff)).containsText(question);
      entry(staff).getByText(staff.text("desk.interests.report")).click();
      staff.page().locator("#still").click();
      assertThat(staff.page().locator("#status")).hasText(staff.text("desk.interests.done"));
      staff.page().reload();
      assertThat(entry(staff)).containsText(staff.text("uptake.call.AUTHOR.PATH_REPORTED"));
      assertThat(entry(staff)).not().containsText(question);
      entry(staff).getByText(staff.text("desk.interests.leave")).click();
      PageInTheBrowser.isFitForEverybody(staff);
      staff.presses("desk.interests.erase.button");
      assertThat(staff.page().locator("#status")).hasText(staff.text("desk.interests.done"));
      assertThat(card(idea)).isEqualTo("OFFERED");
      assertThat(mailsAboutTheGroup()).isEmpty();
    }
  }

  /** To whomever. */
  private List<Mail> mailsAboutTheGroup() {
    return Running.inboxOf("").all().stream()
        .filter(mail -> (mail.subject() + mail.text()).contains(group))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void an_author_who_rings_before_anybody_calls_is_recorded(BrowserWindow window) {
    IdeaBehindTheBrowser idea = published("OFFER");
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(window);
        PersonInTheBrowser staff = Browser.person(window)) {
      finds(person, idea, MISSPELT);
      asks(person, "GROUP", "email", contact);
      confirms(person);
      moderator.goesTo(staff, "/desk/interests/", "desk.interests.title");
      staff.page().locator("#f-state").selectOption("WAITING");
      assertThat(entry(staff)).containsText(WHY);
      PageInTheBrowser.isFitForEverybody(staff);
      entry(staff).getByText(staff.text("desk.interests.agree")).click();
      assertThat(staff.page().locator("#status")).hasText(staff.text("desk.interests.done"));
      assertThat(entry(staff)).hasCount(0);
      Running.inboxOf(contact).awaitMail(idea.address());
      Running.inboxOf(idea.address()).awaitMail(contact);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void staff_record_that_an_author_begins_who_says_so_at_the_office(BrowserWindow window) {
    IdeaBehindTheBrowser idea = published("CARRY");
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser staff = Browser.person(window)) {
      moderator.goesTo(staff, "/desk/idea/#id=" + idea.id(), "desk.idea.title");
      assertThat(staff.field("province")).hasValue("05.301");
      staff.field("members").fill("6");
      staff.presses("desk.idea.path.start");
      staff.sees(staff.text("desk.idea.path.started"));
      PageInTheBrowser.isFitForEverybody(staff);
      assertThat(card(idea)).isEqualTo("IN_PREPARATION");
      staff.whoIsRefused("/api/desk/ideas/" + idea.id() + "/path");
      staff.presses("desk.idea.path.start");
      staff.sees(staff.text("error.ALREADY_STARTED.title"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "ARABIC_ON_A_PHONE")
  void staff_take_out_a_name_that_should_not_be_public(BrowserWindow window) {
    IdeaBehindTheBrowser idea = published("CARRY");
    Caller author = Running.anybody().bearing(idea.token());
    author.post("/api/my/idea/path", Map.of("province", AZILAL));
    Map<String, Object> registration =
        Map.of("name", name, "number", "13/4521", "on", "2026-01-15");
    author.put("/api/my/idea/path", Map.of("stage", "REGISTERED", "registration", registration));
    assertThat(path(idea)).contains(name);
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser staff = Browser.person(window)) {
      moderator.goesTo(staff, "/desk/interests/", "desk.interests.title");
      staff.page().locator("#f-state").selectOption("UNDERWAY");
      Locator entry = CallsInTheBrowserTest.entry(staff, name);
      entry.getByText(staff.text("desk.interests.unregister")).click();
      assertThat(staff.page().locator("#status")).hasText(staff.text("desk.interests.done"));
      assertThat(CallsInTheBrowserTest.entry(staff, name)).hasCount(0);
      assertThat(path(idea)).contains("REGISTERED").doesNotContain(name, "13/4521");
    }
  }

  private Locator entry(PersonInTheBrowser staff) {
    return CallsInTheBrowserTest.entry(staff, group);
  }
}
