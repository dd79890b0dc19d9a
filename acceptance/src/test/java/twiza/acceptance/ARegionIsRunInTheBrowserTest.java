package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import twiza.acceptance.Inbox.Mail;

/** From the admin's first mail to the day on which a moderator leaves. */
class ARegionIsRunInTheBrowserTest {

  private static final String ME = "/api/staff/me";
  private static final String DECISION = "/api/moderation/decision";

  private final String name = Running.unique("Rkia Bassou");
  private final String address = Running.newAddress("rkia");
  private final IdeaBehindTheBrowser first = IdeaBehindTheBrowser.pending();
  private final IdeaBehindTheBrowser second = IdeaBehindTheBrowser.pending();
  private final IdeaBehindTheBrowser third = IdeaBehindTheBrowser.pending();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void by_an_admin_a_moderator_and_an_organiser(BrowserWindow window) {
    StaffBehindTheBrowser organises = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    try (PersonInTheBrowser admin = Browser.person(window).whoIsRefused(ME);
        PersonInTheBrowser organiser = Browser.person(window);
        PersonInTheBrowser moderator =
            Browser.person(window)
                .whoIsRefused(ME)
                .whoIsRefused(DECISION)
                .whoIsRefused("/api/desk/")) {
      signsInFromTheMail(admin, StaffBehindTheBrowser.with(window.language(), "ADMIN"));
      addsTheModerator(admin);

      moderator.opens("/desk/");
      StaffBehindTheBrowser.signIn(moderator, address);
      moderator.isAt("/desk/", "desk.queue.title");
      decidesAtTheDesk(moderator);
      String link = decidesFromTheMail(moderator);
      callsAnAuthorWithoutAnAddress(moderator);

      organises.goesTo(organiser, "/desk/import/", "desk.import.title");
      importsFiftyIdeasAndUndoesIt(organiser);
      readsTheJournal(organiser);
      removesTheModerator(organiser);
      isOutAtOnce(moderator, link);
    }
  }

  private static void signsInFromTheMail(PersonInTheBrowser admin, StaffBehindTheBrowser self) {
    admin.opens("/desk/staff/");
    admin.isAt("/desk/sign-in/", "desk.signIn.title");
    admin.field("email").fill(self.address());
    Mail mail =
        StaffBehindTheBrowser.mailAfter(self.address(), () -> admin.presses("desk.signIn.ask"));
    admin.opensLink(mail.link("sign-in"));
    admin.presses("desk.signIn.enter");
    admin.isAt("/desk/staff/", "desk.staff.title");
  }

  private void addsTheModerator(PersonInTheBrowser admin) {
    admin.presses("desk.staff.add");
    admin.field("name").fill(name);
    admin.field("email").fill(address);
    admin.answer("mails.EACH").check();
    admin.presses("desk.staff.add.button");
    assertThat(admin.page().locator("#status"))
        .hasText(admin.text("desk.staff.added", "name", name));
  }

  private void decidesAtTheDesk(PersonInTheBrowser moderator) {
    decides(moderator, first, "APPROVE");
    decides(moderator, second, "REQUEST_CHANGES");
    decides(moderator, third, "REJECT");
    assertThat(first.isPublic()).isTrue();
    assertThat(second.state()).isEqualTo("CHANGES_REQUESTED");
    assertThat(third.state()).isEqualTo("REJECTED");
  }

  private static void decides(
      PersonInTheBrowser moderator, IdeaBehindTheBrowser idea, String choice) {
    moderator.opens("/desk/");
    DeskQueueInTheBrowserTest.waiting(moderator, idea.title()).click();
    assertThat(moderator.page().locator("#subject")).hasText(idea.title());
    moderator.answer("choice." + choice).check();
    if (!choice.equals("APPROVE")) {
      moderator.page().locator("#f-reason").fill(moderator.text("choice." + choice + ".hint"));
    }
    moderator.presses("decide.button");
    moderator.sees(moderator.text("decide.applied.title"));
  }

  private String decidesFromTheMail(PersonInTheBrowser moderator) {
    IdeaBehindTheBrowser fourth = IdeaBehindTheBrowser.pending();
    String link = Running.inboxOf(address).awaitMail(fourth.title()).link("decide");
    moderator.opensLinkInOwnLanguage(link);
    moderator.answer("choice.APPROVE").check();
    moderator.presses("decide.button");
    moderator.sees(moderator.text("decide.applied.title"));
    assertThat(fourth.isPublic()).isTrue();
    return link;
  }

  private static void callsAnAuthorWithoutAnAddress(PersonInTheBrowser moderator) {
    String author = Running.unique("يوسف أمزيان");
    String phone = "06" + Running.eightDigits();
    Running.anybody()
        .post("/api/ideas", Bodies.arabicIdeaByPhone(Running.unique("منحلة"), author, phone));
    moderator.opens("/desk/calls/");
    Locator entry = CallsInTheBrowserTest.entry(moderator, author);
    entry.getByText(moderator.text("desk.calls.record")).click();
    moderator.answer("outcome.REACHED").check();
    moderator.field("confirms").check();
    moderator.presses("desk.calls.record.button");
    assertThat(moderator.page().locator("#status"))
        .hasText(moderator.text("desk.calls.recorded.REACHED", "name", author));
  }

  private static void importsFiftyIdeasAndUndoesIt(PersonInTheBrowser organiser) {
    byte[] file = ImportInTheBrowserTest.file(Running.unique("Un four"), 50).getBytes(UTF_8);
    organiser
        .page()
        .locator("#f-file")
        .setInputFiles(new FilePayload("idees.csv", "text/csv", file));
    organiser.presses("desk.import.check");
    organiser.presses("desk.import.button");
    assertThat(organiser.page().locator("#report-title"))
        .hasText(organiser.text("desk.import.done", "count", 50));
    organiser.page().locator("#batches .danger").first().click();
    organiser.presses("desk.import.undo.button");
    assertThat(organiser.page().locator("#status"))
        .hasText(organiser.text("desk.import.undone", "removed", 50, "kept", 0));
  }

  private void readsTheJournal(PersonInTheBrowser organiser) {
    organiser.opens("/desk/audit/");
    organiser.field("person").selectOption(name);
    organiser.presses("desk.audit.filter");
    Locator entries = organiser.page().locator("#entries li");
    for (String kind :
        new String[] {"APPROVED", "REJECTED", "CHANGES_REQUESTED", "CALL_RECORDED"}) {
      assertThat(
              entries.filter(
                  new Locator.FilterOptions().setHasText(organiser.text("history." + kind))))
          .not()
          .hasCount(0);
    }
  }

  private void removesTheModerator(PersonInTheBrowser organiser) {
    organiser.opens("/desk/staff/");
    organiser
        .page()
        .locator(".person", new Page.LocatorOptions().setHasText(name))
        .locator(".danger")
        .click();
    organiser.presses("desk.staff.remove");
    assertThat(organiser.page().locator("#status"))
        .hasText(organiser.text("desk.staff.removed", "name", name));
  }

  private static void isOutAtOnce(PersonInTheBrowser moderator, String link) {
    moderator.opens("/desk/");
    moderator.isAt("/desk/sign-in/", "desk.signIn.title");
    moderator.opensLinkInOwnLanguage(link);
    assertThat(moderator.page().locator("#status")).isVisible();
    assertThat(moderator.page().locator("#form")).isHidden();
    assertThat(moderator.page().locator("#status"))
        .containsText(moderator.text("error.FORBIDDEN.title"));
  }
}
