package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.idea.Ideas;
import twiza.idea.Ideas.NewIdea;
import twiza.idea.Ideas.Submission;
import twiza.idea.Imports;
import twiza.idea.Imports.Batch;
import twiza.idea.Listing;
import twiza.idea.Source;
import twiza.settings.TestKeys;

/** What the table knows of the files that ideas came in with. */
class BringingInAFileTest {

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final Ideas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final Imports imports = new TableImports(table.client(), table.name(), fingerprints);

  private static Batch batch(String id) {
    return Batch.begun(id, "05", "M05A", MONDAY, 2);
  }

  private NewIdea comesIn(String batch) {
    NewIdea idea = anIdea().enteredFrom(Source.IMPORT).submission();
    NewIdea imported =
        new NewIdea(
            idea.accepted(),
            idea.sheet(),
            idea.author(),
            idea.once(),
            idea.by(),
            Optional.of(batch),
            Optional.empty());
    assertThat(ideas.submit(imported)).isInstanceOf(Submission.Kept.class);
    return imported;
  }

  @Test
  void a_file_is_found_in_its_region_as_it_stands() {
    Batch undone = batch("B1").completed(2).undone(new Imports.Undone("M05B", MONDAY, 1, 1));
    imports.keep(batch("B1"));
    imports.keep(undone);
    assertThat(imports.find("05", "B1")).contains(undone);
    assertThat(imports.find("07", "B1")).isEmpty();
  }

  @Test
  void files_are_listed_newest_first_page_by_page() {
    List.of("B1", "B2", "B3").forEach(id -> imports.keep(batch(id)));
    Listing.Page<Batch> first = (Listing.Page<Batch>) imports.of("05", "", 2);
    assertThat(first.items()).extracting(Batch::id).containsExactly("B3", "B2");
    Listing.Page<Batch> last =
        (Listing.Page<Batch>) imports.of("05", first.next().orElseThrow(), 2);
    assertThat(last.items()).extracting(Batch::id).containsExactly("B1");
    assertThat(last.next()).isEmpty();
    assertThat(imports.of("05", "made-up-cursor-of-some-length", 2))
        .isInstanceOf(Listing.BadCursor.class);
  }

  @Test
  void an_idea_is_kept_with_the_file_that_it_came_in_with() {
    NewIdea idea = comesIn("B1");
    assertThat(imports.ideas("B1")).containsExactly(idea.accepted().idea().id());
    assertThat(imports.ideas("B2")).isEmpty();
  }

  @Test
  void a_row_is_taken_as_long_as_it_is_kept() {
    String row = comesIn("B1").once().key();
    assertThat(imports.taken(List.of(row, "another"), MONDAY)).containsExactly(row);
    assertThat(imports.taken(List.of(row), MONDAY.plus(Duration.ofDays(2)))).isEmpty();
  }

  @Test
  void a_row_is_given_free_once_and_by_its_own_idea_only() {
    NewIdea idea = comesIn("B1");
    String row = idea.once().key();
    imports.release("B1", "somebody-elses-idea");
    assertThat(imports.taken(List.of(row), MONDAY)).containsExactly(row);
    imports.release("B1", idea.accepted().idea().id());
    imports.release("B1", idea.accepted().idea().id());
    assertThat(imports.taken(List.of(row), MONDAY)).isEmpty();
  }
}
