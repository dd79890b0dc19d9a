package twiza.search.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A word of a text.
 *
 * @param form folded
 * @param stem equal to the form where there is nothing to cut
 */
public record Word(String form, String stem) {

  /** The words of a text, in its order, without those that say nothing. */
  public static List<Word> of(String text, Analyzer analyzer) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String said = term.toString();
        words.add(
            step.getPositionIncrement() == 0
                ? new Word(words.removeLast().form(), said)
                : new Word(said, said));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
