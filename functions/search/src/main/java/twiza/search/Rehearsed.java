package twiza.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import twiza.idea.Publication;
import twiza.idea.Specimen;
import twiza.place.Places;
import twiza.search.index.IdeaDocuments;
import twiza.search.index.IdeaSearcher;
import twiza.search.index.IdeaWriter;
import twiza.search.index.Question;

/** Goes through writing and asking an index once, before the first real one. */
final class Rehearsed {

  private Rehearsed() {}

  static Directory write() {
    Directory directory = new ByteBuffersDirectory();
    try (IdeaWriter writer = new IdeaWriter(directory, new IdeaDocuments(Places.load()))) {
      writer.put(idea());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory;
  }

  static void find() {
    try {
      IdeaSearcher searcher = new IdeaSearcher(write());
      for (String text : List.of("none", "")) {
        searcher.find(new Question(text, Map.of(), Question.Order.BEST, Optional.empty(), 1));
      }
      searcher.highlights("none", idea());
      searcher.alike("none", "none", "", 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Publication idea() {
    return Specimen.published(Instant.EPOCH);
  }
}
