package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A moderator types what came on paper, and prints the receipt for its author. */
class PaperIdeasInTheBrowserTest {

  @ParameterizedTest
  @EnumSource
  void an_idea_on_paper_is_entered_and_its_receipt_printed(BrowserWindow window) {
    StaffBehindTheBrowser moderator = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(window.language());
    try (PersonInTheBrowser person = Browser.person(window)) {
      moderator.goesTo(person, "/desk/enter/", "desk.enter.title");
      person.presses("desk.enter.button");
      assertThat(person.page().locator("#errors")).isFocused();
      PageInTheBrowser.isFitForEverybody(person);

      person.answer("source.PAPER").check();
      FormInTheBrowser.of(person).describes(idea).by(idea, "phone", Station.newPhone());
      tick(person, "adult");
      tick(person, "consent");
      person.presses("desk.enter.button");
      assertThat(person.page().locator("#entered-title")).isFocused();
      person.sees(idea.title());
      PageInTheBrowser.isFitForEverybody(person);
      String code = person.page().locator("#entered-code").textContent();

      Page receipt = person.context().waitForPage(() -> person.link("desk.enter.receipt").click());
      assertThat(receipt).hasURL(Pattern.compile("/receipt/#token="));
      assertThat(receipt.locator("#r-code")).hasText(code);
      assertThat(receipt.locator("#r-qr svg")).isVisible();
      receipt.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(receipt.locator("#r-link")).isVisible();
      assertThat(receipt.locator("#actions")).isHidden();
      receipt.close();

      person.presses("desk.enter.another");
      assertThat(person.field("title")).hasValue("");
      person.opens("/desk/");
      assertThat(DeskQueueInTheBrowserTest.waiting(person, idea.title())).isVisible();
    }
  }

  private static void tick(PersonInTheBrowser person, String name) {
    person.page().getByLabel(person.text("desk.enter." + name + ".label")).check();
  }
}
