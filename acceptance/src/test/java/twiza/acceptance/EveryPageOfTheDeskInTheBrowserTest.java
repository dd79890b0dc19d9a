package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each page of the desk, with something on it, as an organiser opens it. */
class EveryPageOfTheDeskInTheBrowserTest {

  private static final List<String> PAGES =
      List.of(
          "/desk/board/",
          "/desk/needs/",
          "/desk/guide/",
          "/desk/calls/",
          "/desk/interests/",
          "/desk/enter/",
          "/desk/rounds/",
          "/desk/round/",
          "/desk/import/",
          "/desk/staff/",
          "/desk/region/",
          "/desk/audit/",
          "/desk/me/");

  @ParameterizedTest
  @EnumSource
  void is_fit_for_everybody(BrowserWindow window) {
    try (PersonInTheBrowser organiser = atTheQueue(window)) {
      for (String path : PAGES) {
        isFit(organiser, path);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "ARABIC_ON_A_PHONE")
  void can_be_read_in_the_dark(BrowserWindow window) {
    try (PersonInTheBrowser organiser = atTheQueue(window)) {
      organiser
          .page()
          .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      for (String path : PAGES) {
        isFit(organiser, path);
      }
    }
  }

  private static PersonInTheBrowser atTheQueue(BrowserWindow window) {
    IdeaBehindTheBrowser.pending();
    PersonInTheBrowser person = Browser.person(window);
    StaffBehindTheBrowser.with(window.language(), "ORGANISER", "MODERATOR")
        .goesTo(person, "/desk/", "desk.queue.title");
    assertThat(person.page().locator(".queue li").first()).isVisible();
    PageInTheBrowser.isFitForEverybody(person);
    return person;
  }

  private static void isFit(PersonInTheBrowser person, String path) {
    person.opens(path);
    assertThat(person.page().locator("#who")).isVisible();
    person.page().waitForLoadState(LoadState.NETWORKIDLE);
    PageInTheBrowser.isFitForEverybody(person);
  }
}
