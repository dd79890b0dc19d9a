package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import twiza.acceptance.Inbox.Mail;

/** Staff get in by what a mail brings, in the browser that asked for it, and in no other. */
class StaffSignInInTheBrowserTest {

  private static final String ME = "/api/staff/me";
  private static final String SESSION = "/api/staff/session";

  @Test
  void the_first_admin_presses_the_link_and_is_back_where_they_wanted_to_go() {
    try (PersonInTheBrowser admin =
        Browser.person(BrowserWindow.FRENCH_AT_A_DESK).whoIsRefused(ME)) {
      admin.opens("/desk/me/");
      admin.isAt("/desk/sign-in/", "desk.signIn.title");
      admin.sees(admin.text("desk.signIn.first"));
      admin.field("email").fill(StaffBehindTheBrowser.ADMIN);
      Mail mail =
          StaffBehindTheBrowser.mailAfter(
              StaffBehindTheBrowser.ADMIN, () -> admin.presses("desk.signIn.ask"));
      assertThat(admin.heading("desk.signIn.asked.title")).isFocused();

      admin.opensLink(mail.link("sign-in"));
      assertThat(admin.button("desk.signIn.enter")).isVisible();
      assertThat(admin.context().cookies()).noneMatch(cookie -> isSession(cookie.name));
      admin.presses("desk.signIn.enter");
      admin.isAt("/desk/me/", "desk.me.title");
      assertThat(admin.page().locator("#address")).containsText(StaffBehindTheBrowser.ADMIN);

      admin.presses("desk.signOut");
      admin.isAt("/desk/sign-in/", "desk.signIn.title");
      admin.sees(admin.text("desk.signIn.left"));
      admin.page().goBack();
      admin.isAt("/desk/sign-in/", "desk.signIn.title");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void another_browser_gets_only_a_code_which_serves_in_the_first(BrowserWindow window) {
    StaffBehindTheBrowser member = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser asking = Browser.person(window).whoIsRefused(ME).whoIsRefused(SESSION);
        PersonInTheBrowser elsewhere =
            Browser.person(window).whoIsRefused(ME).whoIsRefused(SESSION)) {
      asking.opens("/desk/me/");
      asking.field("email").fill(member.address());
      Mail mail =
          StaffBehindTheBrowser.mailAfter(
              member.address(), () -> asking.presses("desk.signIn.ask"));

      elsewhere.opensLink(mail.link("sign-in"));
      elsewhere.presses("desk.signIn.enter");
      assertThat(elsewhere.heading("desk.signIn.elsewhere.title")).isFocused();
      String code = elsewhere.page().locator("#digits").innerText();
      assertThat(elsewhere.context().cookies()).isEmpty();

      asking.page().reload();
      asking.field("code").fill("000000".equals(code) ? "111111" : "000000");
      asking.presses("desk.signIn.enter");
      asking.sees(asking.text("desk.signIn.wrongCode"));
      assertThat(asking.field("code")).isFocused();
      asking.field("code").fill(code);
      asking.presses("desk.signIn.enter");
      asking.isAt("/desk/me/", "desk.me.title");
      asking.sees(member.name());

      elsewhere.opensLink(mail.link("sign-in"));
      elsewhere.page().reload();
      elsewhere.presses("desk.signIn.enter");
      assertThat(elsewhere.context().cookies()).isEmpty();
    }
  }

  @Test
  void a_scanner_that_runs_scripts_and_presses_gets_nothing_and_burns_nothing() {
    BrowserWindow window = BrowserWindow.FRENCH_AT_A_DESK;
    StaffBehindTheBrowser member = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    try (PersonInTheBrowser asking =
        Browser.person(window).whoIsRefused(ME).whoIsRefused(SESSION)) {
      asking.opens("/desk/me/");
      asking.field("email").fill(member.address());
      Mail mail =
          StaffBehindTheBrowser.mailAfter(
              member.address(), () -> asking.presses("desk.signIn.ask"));
      for (int i = 0; i < 3; i++) {
        try (PersonInTheBrowser scanner =
            Browser.person(window).whoIsRefused(ME).whoIsRefused(SESSION)) {
          scanner.opensLink(mail.link("sign-in"));
          scanner.presses("desk.signIn.enter");
          assertThat(scanner.heading("desk.signIn.elsewhere.title")).isFocused();
          assertThat(scanner.context().cookies()).isEmpty();
        }
      }
      asking.opensLink(mail.link("sign-in"));
      asking.presses("desk.signIn.enter");
      asking.isAt("/desk/me/", "desk.me.title");
      asking.sees(member.name());
    }
  }

  @Test
  void the_tab_that_asked_goes_in_with_the_tab_of_the_link() {
    StaffBehindTheBrowser member =
        StaffBehindTheBrowser.with(BrowserWindow.FRENCH_AT_A_DESK.language(), "MODERATOR");
    try (PersonInTheBrowser person =
        Browser.person(BrowserWindow.FRENCH_AT_A_DESK).whoIsRefused(ME).whoIsRefused(SESSION)) {
      person.opens("/desk/me/");
      person.field("email").fill(member.address());
      Mail mail =
          StaffBehindTheBrowser.mailAfter(
              member.address(), () -> person.presses("desk.signIn.ask"));
      Page tab = person.context().newPage();
      tab.navigate(mail.link("sign-in"));
      tab.locator("#enter").click();
      assertThat(tab).hasURL(Pattern.compile("/fr/desk/$"));
      person.isAt("/desk/me/", "desk.me.title");

      tab.navigate("about:blank");
      tab.navigate(mail.link("sign-in"));
      tab.locator("#enter").click();
      assertThat(tab).hasURL(Pattern.compile("/fr/desk/$"));
    }
  }

  @Test
  void a_link_that_was_cut_short_leads_to_another_one() {
    try (PersonInTheBrowser person =
        Browser.person(BrowserWindow.FRENCH_AT_A_DESK).whoIsRefused(SESSION)) {
      person.opens("/desk/sign-in/#token=cut");
      person.presses("desk.signIn.enter");
      assertThat(person.page().locator("#status"))
          .containsText(person.text("desk.signIn.over.title"));
      assertThat(person.page().locator("#status")).isFocused();
      person.presses("desk.signIn.ask");
      person.sees(person.text("error.field.REQUIRED"));
      assertThat(person.field("email")).isFocused();
    }
  }

  private static boolean isSession(String cookie) {
    return cookie.endsWith("session");
  }
}
