package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An organiser lets somebody in, changes what they do, and sends them away. */
class StaffListInTheBrowserTest {

  private static final String ME = "/api/staff/me";
  private static final String STAFF = "/api/desk/staff";

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_moderator_comes_works_and_is_out_at_once_when_removed(BrowserWindow window) {
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    String name = Running.unique("Brahim Aït Lahcen");
    String address = Running.newAddress("brahim");
    try (PersonInTheBrowser adding = Browser.person(window).whoIsRefused(STAFF);
        PersonInTheBrowser added = Browser.person(window).whoIsRefused(ME)) {
      organiser.goesTo(adding, "/desk/staff/", "desk.staff.title");
      adding.presses("desk.staff.add");
      assertThat(adding.page().locator("#role-ADMIN")).isHidden();
      adding.presses("desk.staff.add.button");
      assertThat(adding.page().locator("#errors")).isFocused();
      adding.field("name").fill(name);
      adding.field("email").fill("brahim@");
      adding.presses("desk.staff.add.button");
      assertThat(adding.page().locator("#e-email"))
          .hasText(adding.text("error.field.NOT_AN_EMAIL"));
      adding.field("email").fill(address);
      adding.answer("mails.DIGEST").check();
      adding.field("digestHour").selectOption("17");
      adding.presses("desk.staff.add.button");
      assertThat(adding.page().locator("#status")).isFocused();
      assertThat(adding.page().locator("#status"))
          .hasText(adding.text("desk.staff.added", "name", name));
      assertThat(entry(adding, name)).containsText(address);
      assertThat(entry(adding, name)).containsText("17:00");

      added.opens("/desk/me/");
      StaffBehindTheBrowser.signIn(added, address);
      added.isAt("/desk/me/", "desk.me.title");
      assertThat(added.page().locator("#who-name")).hasText(name);
      assertThat(added.page().locator("#to-staff")).isHidden();
      added.answer("mails.NONE").check();
      added.presses("desk.me.button");
      added.sees(added.text("desk.me.saved"));
      added.page().reload();
      assertThat(added.answer("mails.NONE")).isChecked();

      entry(adding, name).locator(".danger").click();
      adding.sees(adding.text("desk.staff.remove.text"));
      adding.presses("desk.staff.remove");
      assertThat(adding.page().locator("#status"))
          .hasText(adding.text("desk.staff.removed", "name", name));
      assertThat(entry(adding, name)).hasCount(0);

      added.field("name").fill("Brahim");
      added.presses("desk.me.button");
      added.sees(added.text("error.SIGNED_OUT.title"));
      assertThat(added.field("name")).hasValue("Brahim");
      added.page().reload();
      added.isAt("/desk/sign-in/", "desk.signIn.title");
    }
  }

  @Test
  void other_roles_end_the_session_and_open_other_pages() {
    StaffBehindTheBrowser organiser =
        StaffBehindTheBrowser.with(BrowserWindow.FRENCH_AT_A_DESK.language(), "ORGANISER");
    StaffBehindTheBrowser member =
        StaffBehindTheBrowser.with(BrowserWindow.FRENCH_AT_A_DESK.language(), "MODERATOR");
    try (PersonInTheBrowser changing = Browser.person(BrowserWindow.FRENCH_AT_A_DESK);
        PersonInTheBrowser changed = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      organiser.goesTo(changing, "/desk/staff/", "desk.staff.title");
      member.goesTo(changed, "/desk/staff/", "desk.staff.title");
      changed.sees(changed.text("desk.staff.forbidden.title"));
      assertThat(changed.page().locator("#team")).isHidden();

      entry(changing, member.name()).locator(".second").click();
      assertThat(changing.field("email")).hasValue(member.address());
      changing.page().locator("#role-ORGANISER input").check();
      changing.presses("desk.staff.change.button");
      assertThat(changing.page().locator("#status"))
          .hasText(changing.text("desk.staff.changed", "name", member.name()));

      changed.page().reload();
      StaffBehindTheBrowser.signIn(changed, member.address());
      changed.isAt("/desk/staff/", "desk.staff.title");
      assertThat(entry(changed, organiser.name())).isVisible();
    }
  }

  private static Locator entry(PersonInTheBrowser person, String name) {
    return person.page().locator(".person", hasText(name));
  }

  private static Page.LocatorOptions hasText(String name) {
    return new Page.LocatorOptions().setHasText(name);
  }
}
