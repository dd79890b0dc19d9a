package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
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

  @Test
  void who_rejected_it_is_told_that_the_answer_is_for_somebody_else() {
    BrowserWindow window = BrowserWindow.ARABIC_ON_A_PHONE;
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    StaffBehindTheBrowser first = StaffBehindTheBrowser.with(window.language(), "MODERATOR");
    Map<String, Object> rejects = Map.of("choice", "REJECT", "revision", 1, "reason", REASON);
    String decision = "/api/desk/ideas/" + idea.id() + "/decision";
    Caller desk = Colleague.signsIn(Station.shared(), first.address()).caller();
    assertThat(desk.post(decision, rejects).status()).isEqualTo(200);
    try (PersonInTheBrowser author = Browser.person(window);
        PersonInTheBrowser moderator = Browser.person(window)) {
      author.opens(idea.follow());
      author.page().locator("#fix").click();
      author.field("message").fill(ANSWER);
      author.presses("follow.answer.button");
      author.sees(author.text("follow.answer.done"));

      first.goesTo(moderator, "/desk/", "desk.queue.title");
      assertThat(DeskQueueInTheBrowserTest.waiting(moderator, idea.title())).isVisible();
      moderator.sees(moderator.text("desk.queue.correction", "number", 2));
      moderator.opens("/desk/idea/#id=" + idea.id());
      moderator.sees(moderator.text("error.SECOND_MODERATOR.text"));
      moderator.doesNotSee(moderator.text("decide.none"));
    }
  }
}
