package twiza.search.words;

import java.util.function.Function;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ConditionalTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts to their stems the words that begin with a letter of one script. */
final class StemFilter extends ConditionalTokenFilter {

  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
  private final IntPredicate script;

  StemFilter(TokenStream input, IntPredicate script, Function<TokenStream, TokenStream> stemmer) {
    super(input, stemmer);
    this.script = script;
  }

  @Override
  protected boolean shouldFilter() {
    return word.length() > 0 && script.test(Character.codePointAt(word, 0));
  }
}
