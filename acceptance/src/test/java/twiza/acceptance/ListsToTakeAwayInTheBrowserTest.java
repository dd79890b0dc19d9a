package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody takes away the list that they have before them. */
class ListsToTakeAwayInTheBrowserTest {

  @ParameterizedTest
  @EnumSource
  void a_list_comes_as_a_file_with_the_filters_that_were_chosen(BrowserWindow window)
      throws IOException {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    try (PersonInTheBrowser reader = Browser.person(window)) {
      reader.opens("/ideas/?sector=CRAFTS");
      reader.sees(idea.title());
      PageInTheBrowser.isFitForEverybody(reader);
      Download csv = reader.page().waitForDownload(() -> reader.follows("bank.take.csv"));
      assertThat(csv.suggestedFilename()).isEqualTo("ideas.csv");
      assertThat(Files.readString(csv.path()))
          .startsWith("\uFEFF" + reader.text("ideas.column.id") + ";")
          .contains(idea.id());
      Download json = reader.page().waitForDownload(() -> reader.follows("bank.take.json"));
      assertThat(Files.readString(json.path())).contains(idea.id());
      assertThat(reader.page().locator("link[type='application/atom+xml']"))
          .hasAttribute("href", "/" + reader.language().tag() + "/ideas.atom?sector=CRAFTS");
    }
  }
}
