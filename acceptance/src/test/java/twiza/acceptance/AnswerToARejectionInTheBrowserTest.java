package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An author answers a rejection in words, and another moderator reads them. */
class AnswerToARejectionInTheBrowserTest {

  private static final String REASON = "Cette idée existe déjà à Khénifra.";
  private static final String ANSWER = "L’autre atelier a fermé en mars : il n’y en a plus aucun.";

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH_ON_A_SMALL_PHONE")
  void is_sent_once_and_read_by_somebody_else(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    StaffBehindTheBrowser second = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    assertThat(Moderator.askedAbout(idea.title()).decides("REJECT", 1, REASON).status())
        .isEqualTo(200);
    try (PersonInTheBrowser author = Browser.person(window);
        PersonInTheBrowser staff = Browser.person(window)) {
      author.opens(idea.follow());
      author.sees(REASON);
      author.page().locator("#fix").click();
      assertThat(author.field("message")).isFocused();
      author.presses("follow.answer.button");
      assertThat(author.page().locator("#errors")).isFocused();
      author.sees(author.text("follow.answer.nothing"));
      PageInTheBrowser.isFitForEverybody(author);
      author.field("message").fill(ANSWER);
      author.presses("follow.answer.button");
      author.sees(author.text("follow.answer.done"));
      assertThat(author.page().locator("#status")).isFocused();
      assertThat(author.page().locator("#answer")).isHidden();
      assertThat(idea.state()).isEqualTo("PENDING");

      second.goesTo(staff, "/desk/", "desk.queue.title");
      staff.opens("/desk/idea/#id=" + idea.id());
      assertThat(staff.page().locator("#answer")).containsText(ANSWER);
      staff.answer("choice.APPROVE").check();
      staff.presses("decide.button");
      staff.sees(staff.text("decide.applied.title"));
    }
    assertThat(idea.isPublic()).isTrue();
  }
}
