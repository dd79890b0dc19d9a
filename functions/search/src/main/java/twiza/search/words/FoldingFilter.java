package twiza.search.words;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import twiza.text.Folding;

/** Leaves of each word what {@link Folding} leaves of it. */
final class FoldingFilter extends TokenFilter {

  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

  FoldingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String folded = Folding.fold(word.toString());
    word.setEmpty().append(folded);
    return true;
  }
}
