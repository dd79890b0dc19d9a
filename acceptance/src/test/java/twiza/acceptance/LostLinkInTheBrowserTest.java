package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import twiza.acceptance.Inbox.Mail;

/** An author has lost the link, knows only the tracking code, or is reached elsewhere now. */
class LostLinkInTheBrowserTest {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_new_link_comes_by_mail(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/my/link")) {
      author.opens("/follow/");
      author.sees(author.text("js.noToken.title"));
      author.follows("js.noLink.action");
      author.isAt("/link/", "link.title");
      author.presses("link.email.button");
      author.sees(author.text("error.field.REQUIRED"));
      assertThat(author.field("email")).isFocused();
      author.field("email").fill("itto@");
      author.presses("link.email.button");
      author.sees(author.text("error.field.NOT_AN_EMAIL"));
      author.field("email").fill(idea.address());
      author.presses("link.email.button");
      author.sees(author.text("link.sent.title"));

      Mail mail = Running.inboxOf(idea.address()).awaitMail(linksSubject());
      author.opensLinkInOwnLanguage(mail.link("follow"));
      author.isAt("/follow/", "follow.title");
      author.sees(author.text("state.PENDING.text"));
      assertThat(author.page().locator("#tracking")).containsText(idea.code());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void the_tracking_code_tells_where_the_idea_is_and_nothing_else(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser anybody = Browser.person(window).whoIsRefused("/api/tracking/")) {
      anybody.opens("/link/");
      anybody.field("trackingCode").fill("ABC");
      anybody.presses("link.code.button");
      anybody.sees(anybody.text("link.code.unknown"));
      anybody.field("trackingCode").fill(" " + idea.code().toLowerCase(Locale.ROOT) + " ");
      anybody.presses("link.code.button");
      anybody.sees(anybody.text("state.PENDING"));
      anybody.sees(idea.code());
      anybody.doesNotSee(idea.title());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_new_address_counts_once_it_is_confirmed(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    String address = Running.newAddress("ailleurs");
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/my/contact")) {
      author.opens(idea.follow());
      author.fold("follow.contact.open").click();
      author.presses("follow.contact.button");
      author.sees(author.text("error.field.ONE_CONTACT"));
      author.field("author.email").fill("ailleurs");
      author.presses("follow.contact.button");
      author.sees(author.text("error.field.NOT_AN_EMAIL"));
      author.field("author.email").fill(address);
      author.presses("follow.contact.button");
      assertThat(author.page().locator("#status")).containsText(address);
      assertThat(author.page().locator("#contact-now")).containsText(idea.address());
      assertThat(author.page().locator("#contact-pending")).containsText(address);

      author.opensLinkInOwnLanguage(
          Running.inboxOf(address).awaitMail("/confirm/").link("confirm"));
      author.presses("confirm.button");
      author.isAt("/confirm/done/", "confirm.done.title");
      author.opens(idea.follow());
      assertThat(author.page().locator("#contact-now")).containsText(address);
      assertThat(author.page().locator("#contact-pending")).isHidden();
    }
    assertThat(Running.inboxOf(idea.address()).awaitMail(idea.title(), oldAddressSubject()))
        .isNotNull();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void a_phone_number_counts_at_once(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    try (PersonInTheBrowser author = Browser.person(window).whoIsRefused("/api/my/contact")) {
      author.opens(idea.follow());
      author.fold("follow.contact.open").click();
      author.field("author.phone").fill("06 " + Running.eightDigits());
      author.presses("follow.contact.button");
      author.sees(author.text("follow.contact.done"));
      assertThat(author.page().locator("#contact-now")).containsText("+212");
    }
  }

  private static String linksSubject() {
    return "Vos liens personnels";
  }

  private static String oldAddressSubject() {
    return "Changement d’adresse demandé";
  }
}
