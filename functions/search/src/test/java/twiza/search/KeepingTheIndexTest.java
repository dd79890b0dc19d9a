package twiza.search;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.titled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.search.index.IdeaSearcher;
import twiza.search.store.Edition;
import twiza.table.Meter;

/** The index follows the bank, and costs what happened. */
class KeepingTheIndexTest {

  @TempDir Path folder;

  private static Edition newest(Seeker seeker) {
    return seeker.editions.newest().orElseThrow();
  }

  private static int size(Seeker seeker) throws IOException {
    return new IdeaSearcher(seeker.editions.load(newest(seeker), Map.of()).orElseThrow()).size();
  }

  private static Meter.Cost minute(Seeker seeker) {
    return seeker.indexed.of(seeker::minutePasses);
  }

  @Test
  void whereNothingHappenedNothingIsWritten() {
    Seeker seeker = new Seeker(folder);
    seeker.publishes(anIdea());
    seeker.minutePasses();
    Edition before = newest(seeker);
    assertThat(minute(seeker)).isEqualTo(new Meter.Cost(1, 0.5));
    assertThat(newest(seeker)).isEqualTo(before);
  }

  @Test
  void whatConcernsNoPublishedIdeaMakesNoNewEdition() {
    Seeker seeker = new Seeker(folder);
    seeker.publishes(anIdea());
    seeker.minutePasses();
    String before = newest(seeker).number();
    Journey.begins(seeker.ideas, anIdea());
    seeker.minutePasses();
    assertThat(newest(seeker).number()).isEqualTo(before);
    assertThat(minute(seeker).requests()).isEqualTo(1);
  }

  @Test
  void oneMoreIdeaCostsTheSameHoweverManyThereAre() throws IOException {
    Seeker few = new Seeker(folder.resolve("few"));
    Seeker many = new Seeker(folder.resolve("many"));
    few.publishes(anIdea());
    for (int i = 0; i < 40; i++) {
      many.publishes(anIdea());
    }
    few.minutePasses();
    many.minutePasses();
    few.nightPasses();
    many.nightPasses();
    few.publishes(anIdea().sentAt(Samples.MONDAY.plusSeconds(86_400)));
    many.publishes(anIdea().sentAt(Samples.MONDAY.plusSeconds(86_400)));
    assertThat(minute(many)).isEqualTo(minute(few)).isEqualTo(new Meter.Cost(2, 1.5));
    assertThat(size(few)).isEqualTo(2);
    assertThat(size(many)).isEqualTo(41);
  }

  @Test
  void aSearchIsOneRequestAndCostsItsPageHoweverManyIdeasThereAre() {
    Seeker seeker = new Seeker(folder);
    seeker.publishes(anIdea());
    seeker.publishes(anIdea());
    seeker.minutePasses();
    Meter.Cost before = seeker.searched.of(() -> seeker.finds("q", "thym", "limit", "2"));
    for (int i = 0; i < 20; i++) {
      seeker.publishes(anIdea());
    }
    seeker.minutePasses();
    assertThat(seeker.searched.of(() -> seeker.finds("q", "thym", "limit", "2")))
        .isEqualTo(before)
        .isEqualTo(new Meter.Cost(1, 2));
    assertThat(seeker.searched.of(() -> seeker.finds("q", "nulle part")))
        .isEqualTo(new Meter.Cost(0, 0));
    String draft = "{\"title\": \"Séchoir solaire pour le thym\"}";
    assertThat(seeker.searched.of(() -> seeker.alike(draft))).isEqualTo(new Meter.Cost(1, 5));
  }

  @Test
  void aChangedTextTakesThePlaceOfTheOneBefore() {
    Seeker seeker = new Seeker(folder);
    Samples.Sample idea = anIdea().saying(titled("Moulin à huile"));
    Journey journey = seeker.publishes(idea);
    seeker.minutePasses();
    journey.corrected(titled("Tannerie")).approved();
    seeker.minutePasses();
    assertThat(seeker.finds("q", "tannerie").ids()).containsExactly(idea.id());
    assertThat(seeker.finds("q", "moulin").ids()).isEmpty();
  }

  @Test
  void ofWhatIsErasedNoWordIsLeft() throws IOException {
    Seeker seeker = new Seeker(folder);
    Journey journey = seeker.publishes(anIdea().saying(titled("Xylophones")));
    seeker.publishes(anIdea());
    seeker.minutePasses();
    assertThat(ideasWith(seeker, "xylophones")).isEqualTo(1);
    journey.decided(Choice.UNPUBLISH, "Une erreur.");
    seeker.minutePasses();
    assertThat(ideasWith(seeker, "xylophones")).isZero();
    assertThat(size(seeker)).isEqualTo(1);
  }

  /** How many ideas the newest index has a word of, those included that it only hides. */
  private static int ideasWith(Seeker seeker, String word) throws IOException {
    Directory directory = seeker.editions.load(newest(seeker), Map.of()).orElseThrow();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.docFreq(new Term("title", word));
    }
  }

  @Test
  void aFileThatIsGoneAndAFormatThatIsOldAreBuiltAnew() throws IOException {
    Seeker seeker = new Seeker(folder);
    seeker.publishes(anIdea());
    seeker.minutePasses();
    Path newest = folder.resolve("newest.json");
    Files.writeString(
        newest, Files.readString(newest).replaceFirst("\"format\":\\d+", "\"format\":0"));
    seeker.minutePasses();
    assertThat(size(seeker)).isEqualTo(1);

    Seeker other = new Seeker(folder.resolve("other"));
    other.publishes(anIdea());
    other.minutePasses();
    other.minutePasses();
    newest(other).files().values().forEach(other.store::delete);
    Seeker heir = new Seeker(folder.resolve("other"));
    heir.publishes(anIdea());
    heir.minutePasses();
    assertThat(size(heir)).isEqualTo(1);
  }

  @Test
  void whatNobodyReadsAnyMoreIsDeleted() throws IOException {
    Seeker seeker = new Seeker(folder);
    for (int i = 0; i < 6; i++) {
      seeker.publishes(anIdea());
      seeker.minutePasses();
    }
    Edition newest = newest(seeker);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).count())
          .isEqualTo(1 + newest.files().size() + newest.retired().size());
    }
  }

  @Test
  void thoseWhoSearchLookForANewEditionEveryThirtySecondsAtMost() {
    Seeker seeker = new Seeker(folder);
    seeker.publishes(anIdea());
    seeker.minutePasses();
    seeker.finds("q", "thym");
    int before = seeker.looks.count;
    seeker.finds("q", "thym");
    seeker.waits(Duration.ofSeconds(30));
    seeker.finds("q", "thym");
    assertThat(seeker.looks.count).isEqualTo(before);
    seeker.waits(Duration.ofMillis(1));
    seeker.finds("q", "thym");
    seeker.finds("q", "thym");
    assertThat(seeker.looks.count).isEqualTo(before + 1);
  }

  @Test
  void aSearchGoesOnWithTheIndexThatItHasWhenTheStoreIsGone() throws IOException {
    Seeker seeker = new Seeker(folder);
    seeker.publishes(anIdea());
    seeker.minutePasses();
    assertThat(seeker.finds("q", "thym").ids()).hasSize(1);
    Files.writeString(folder.resolve("newest.json"), "no edition");
    seeker.waits();
    assertThat(seeker.finds("q", "thym").ids()).hasSize(1);
  }
}
