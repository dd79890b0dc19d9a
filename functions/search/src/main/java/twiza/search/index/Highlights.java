package twiza.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import twiza.idea.Publication;

/**
 * Where what was asked for stands in the texts of an idea, as they are now.
 *
 * @param title the whole title
 * @param summary the whole summary
 * @param passage of a longer text; empty when none has a word that was asked for
 */
public record Highlights(List<Run> title, List<Run> summary, List<Run> passage) {

  private static final int PASSAGE_LENGTH = 180;
  private static final int LONGEST_TEXT = 50_000;

  /** How much of a passage stands before the first word that was asked for. */
  private static final float ALIGNMENT = 0.4f;

  /**
   * A piece of a text.
   *
   * @param hit whether it was asked for
   */
  public record Run(String text, boolean hit) {}

  static Highlights of(Publication idea, Query query) {
    return new Highlights(
        whole(Fields.TITLE, idea.sheet().title(), query),
        whole(Fields.SUMMARY, idea.sheet().summary(), query),
        passage(idea, query));
  }

  private static List<Run> whole(String field, String text, Query query) {
    List<Run> runs = runs(field, text, query, WholeBreakIterator::new);
    return runs.isEmpty() ? List.of(new Run(text, false)) : runs;
  }

  private static List<Run> passage(Publication idea, Query query) {
    Stream<String> translated =
        idea.titles().stream().map(title -> title.title() + "\n" + title.summary());
    String text =
        String.join("\n", Stream.concat(IdeaDocuments.body(idea).stream(), translated).toList());
    return runs(
        Fields.BODY,
        text,
        query,
        () ->
            LengthGoalBreakIterator.createClosestToLength(
                BreakIterator.getWordInstance(Locale.ROOT), PASSAGE_LENGTH, ALIGNMENT));
  }

  private static List<Run> runs(
      String field, String text, Query query, Supplier<BreakIterator> breaks) {
    if (text.isEmpty()) {
      return List.of();
    }
    UnifiedHighlighter highlighter =
        UnifiedHighlighter.builderWithoutSearcher(Fields.ANALYZER)
            .withBreakIterator(breaks)
            .withFormatter(new Runs())
            .withMaxNoHighlightPassages(0)
            .withMaxLength(LONGEST_TEXT)
            .build();
    try {
      return highlighter.highlightWithoutSearcher(field, query, text, 1) instanceof Marked marked
          ? marked.runs
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Marked(List<Run> runs) {}

  /** The pieces of the best passage, in the order of the text. */
  private static final class Runs extends PassageFormatter {

    @Override
    public Object format(Passage[] passages, String content) {
      List<Run> runs = new ArrayList<>();
      for (Passage passage : passages) {
        int at = passage.getStartOffset();
        for (int i = 0; i < passage.getNumMatches(); i++) {
          int start = Math.max(at, passage.getMatchStarts()[i]);
          int end = Math.min(passage.getMatchEnds()[i], passage.getEndOffset());
          if (end > start) {
            add(runs, content.substring(at, start), false);
            add(runs, content.substring(start, end), true);
            at = end;
          }
        }
        add(runs, content.substring(at, passage.getEndOffset()), false);
      }
      return new Marked(runs);
    }

    private static void add(List<Run> runs, String text, boolean hit) {
      if (!text.isEmpty()) {
        runs.add(new Run(text, hit));
      }
    }
  }
}
