package twiza.search.words;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import twiza.text.Folding;

/** Leaves of each word what {@link Folding} leaves of it. */
final class FoldingFilter extends TokenFilter {

  private static final int MOST_KEPT = 20_000;

  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

  /** The same words come again and again, and Lucene goes on with one filter for many texts. */
  private final Map<String, String> kept = new HashMap<>();

  FoldingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    String folded = kept.computeIfAbsent(word.toString(), Folding::fold);
    word.setEmpty().append(folded);
    return true;
  }
}
