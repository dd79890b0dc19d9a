package twiza.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import twiza.idea.Publication;

/** Writes an index, or goes on writing one. What is written is there once it is closed. */
public final class IdeaWriter implements AutoCloseable {

  /** Counts up when what is in the index, or how words are cut, is another than before. */
  public static final int FORMAT = 3;

  private final IdeaDocuments documents;
  private final IndexWriter writer;
  private boolean removed;

  public IdeaWriter(Directory directory, IdeaDocuments documents) throws IOException {
    this.documents = documents;
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(Fields.ANALYZER)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setMergeScheduler(new SerialMergeScheduler()));
  }

  /** Whether an index has an idea. */
  public static boolean holds(Directory directory, String id) {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.docFreq(IdeaDocuments.term(id)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts an idea in the place of what the index had of it. */
  public void put(Publication idea) {
    try {
      writer.updateDocument(IdeaDocuments.term(idea.id()), documents.document(idea));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves nothing of an idea in the index, if there was anything. */
  public void remove(String id) {
    try {
      writer.deleteDocuments(IdeaDocuments.term(id));
      removed = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (removed) {
      // A deleted document is only marked: its words go when its segment is written anew.
      writer.forceMergeDeletes();
    }
    writer.close();
  }
}
