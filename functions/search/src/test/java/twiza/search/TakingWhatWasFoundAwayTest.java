package twiza.search;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.AZILAL;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.placed;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.search.Seeker.Answer;
import twiza.table.FullBank;

/** What a search found is a list of the bank too, with more to filter it by. */
class TakingWhatWasFoundAwayTest {

  @TempDir Path folder;
  private Seeker seeker;

  @BeforeEach
  void somebodySearches() {
    seeker = new Seeker(folder);
  }

  private Answer file(String path, String... query) {
    return seeker.say(Seeker.asking(Requests.get(path), query));
  }

  private Answer feed(String language, String... query) {
    return seeker.say(
        Seeker.asking(Requests.get("/{language}/search.atom").path("language", language), query));
  }

  @Test
  void everyFormatHasWhatTheSearchFoundAndNothingElse() {
    Journey crafts = seeker.publishes(anIdea().saying(placed(AZILAL, "CRAFTS")));
    Journey food = seeker.publishes(anIdea().saying(placed(AZILAL, "FOOD")));
    seeker.minutePasses();
    String[] asked = {"q", "thym", "sector", "CRAFTS", "uptake", "OFFERED"};
    Answer csv = file("/api/search.csv", asked);
    assertThat(csv.headers().get("Content-Disposition")).contains("search.csv");
    assertThat(csv.body()).startsWith("\uFEFF").contains("Pas encore entreprise");
    for (Answer answer : List.of(csv, file("/api/search.json", asked), feed("ar", asked))) {
      assertThat(answer.body()).contains(crafts.id()).doesNotContain(food.id());
    }
    crafts.decided(Choice.UNPUBLISH, "Une erreur.");
    assertThat(file("/api/search.csv", asked).body()).doesNotContain(crafts.id());
  }

  @Test
  void aLongListGoesOnWhereTheFileEnds() {
    new FullBank(seeker.table)
        .shows(
            IntStream.range(0, 301).mapToObj(i -> anIdea().sentAt(Samples.MONDAY.plusSeconds(i))));
    seeker.nightPasses();
    Answer first = file("/api/search.json", "q", "thym");
    assertThat(first.ids()).hasSize(300);
    assertThat(first.headers().get("Link")).startsWith("<?q=thym&sort=best&cursor=");
    Answer rest = file("/api/search.json", "q", "thym", "cursor", first.text("next"));
    assertThat(rest.ids()).hasSize(1).doesNotContainAnyElementsOf(first.ids());
    assertThat(rest.headers()).doesNotContainKey("Link");
    assertThat(feed("fr", "q", "thym").body()).contains("rel=\"next\"");
    assertThat(seeker.searched.of(() -> file("/api/search.csv", "q", "thym")).requests())
        .isEqualTo(3);
    assertThat(seeker.searched.of(() -> feed("fr", "q", "thym")).requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/search.csv", "/api/search.json"})
  void whatMakesNoSenseIsRefused(String path) {
    seeker.minutePasses();
    assertThat(file(path, "sector", "GOLD", "uptake", "SOLD", "limit", "0").faults())
        .containsExactlyInAnyOrder(
            "sector UNKNOWN_CODE", "uptake UNKNOWN_CODE", "limit OUT_OF_RANGE");
    assertThat(file(path, "cursor", "x").text("code")).isEqualTo("BAD_CURSOR");
    assertThat(file("/api/search.csv", "language", "tlh").faults())
        .containsExactly("language UNKNOWN_CODE");
    assertThat(feed("tlh", "q", "thym").status()).isEqualTo(404);
    assertThat(feed("fr", "sector", "GOLD").status()).isEqualTo(422);
  }

  @Test
  void beforeThereIsAnIndexItSaysToTryAgain() {
    assertThat(file("/api/search.csv", "q", "thym").status()).isEqualTo(503);
    assertThat(feed("fr", "q", "thym").status()).isEqualTo(503);
  }
}
