package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;

/**
 * Somebody of a jury before their own page, to which the link in a mail has brought them.
 *
 * @param person in whose window it is
 */
record JurorInTheBrowser(PersonInTheBrowser person) implements AutoCloseable {

  /** Follows the link of the newest mail that has one. */
  static JurorInTheBrowser invited(BrowserWindow window, String address) {
    String link = Running.inboxOf(address).awaitMail("/jury/#token=").link("jury");
    PersonInTheBrowser person = Browser.person(window).whoIsRefused("/api/jury");
    person.opensLinkInOwnLanguage(link);
    return new JurorInTheBrowser(person);
  }

  void accepts() {
    person.answer("jury.answer.accept").check();
    person.presses("jury.answer.button");
    assertThat(person.page().locator("#answer-errors")).isFocused();
    person.page().locator("#f-reads input").all().forEach(Locator::check);
    PageInTheBrowser.isFitForEverybody(person);
    person.presses("jury.answer.button");
    person.sees(person.text("jury.answer.accepted"));
  }

  /** The title of the idea that is open. */
  String reads() {
    assertThat(person.page().locator("#paper")).isVisible();
    return person.page().locator("#subject").textContent();
  }

  /** Types the marks, one on each criterion. */
  void marks(List<Integer> marks) {
    for (int i = 0; i < marks.size(); i++) {
      Locator criterion = person.page().locator(".criterion").nth(i);
      criterion.locator("input").first().focus();
      person.page().keyboard().press(marks.get(i).toString());
      assertThat(criterion.locator("input[value='" + marks.get(i) + "']")).isChecked();
    }
  }

  void tellsTheAuthor(String comment) {
    person.page().locator("#f-comment").fill(comment);
  }

  void handsIn() {
    person.presses("jury.submit.button");
    person.sees(person.text("jury.submit.done"));
  }

  void goesOn() {
    String before = reads();
    person.presses("jury.submit.next");
    assertThat(person.page().locator("#subject")).not().hasText(before);
  }

  void recuses() {
    person.presses("jury.recuse.open");
    person.presses("jury.recuse.button");
    assertThat(person.page().locator("#e-kind")).isVisible();
    PageInTheBrowser.isFitForEverybody(person);
    person.answer("conflict.PERSONAL").check();
    person.presses("jury.recuse.button");
    assertThat(person.page().locator("#recusing")).isHidden();
  }

  void isLeftWith(int left, int total) {
    assertThat(person.page().locator("#ballot-title"))
        .hasText(person.text("jury.ballot.left", "left", left, "total", total));
  }

  /**
   * The marks that the others gave the idea that is open, or nothing as long as they are hidden.
   */
  Locator othersMarks() {
    return person.page().locator("#others-marks td");
  }

  @Override
  public void close() {
    person.close();
  }
}
