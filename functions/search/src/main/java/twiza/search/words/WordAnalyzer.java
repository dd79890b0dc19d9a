package twiza.search.words;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;
import twiza.text.Folding;

/**
 * Words as they are compared: folded, without the articles that French leans on them and without
 * those that say nothing, each followed at its place by its stem where that differs. One for all
 * languages, because people mix them; a word's script says which stemmer it gets.
 */
public final class WordAnalyzer extends Analyzer {

  private static final CharArraySet ARTICLES = FrenchAnalyzer.DEFAULT_ARTICLES;
  private static final CharArraySet IDLE = idle();

  private static CharArraySet idle() {
    CharArraySet idle = new CharArraySet(1_000, false);
    idle.add("");
    for (CharArraySet of :
        List.of(
            FrenchAnalyzer.getDefaultStopSet(),
            ArabicAnalyzer.getDefaultStopSet(),
            EnglishAnalyzer.getDefaultStopSet())) {
      for (Object word : of) {
        idle.add(Folding.fold(new String((char[]) word)));
      }
    }
    return CharArraySet.unmodifiableSet(idle);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream folded = new ElisionFilter(new FoldingFilter(words), ARTICLES);
    TokenStream twice = new KeywordRepeatFilter(new StopFilter(folded, IDLE));
    TokenStream arabic = new StemFilter(twice, WordAnalyzer::isArabic, ArabicStemFilter::new);
    TokenStream latin = new StemFilter(arabic, WordAnalyzer::isLatin, FrenchLightStemFilter::new);
    return new TokenStreamComponents(words, new RemoveDuplicatesTokenFilter(latin));
  }

  private static boolean isArabic(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC;
  }

  private static boolean isLatin(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }
}
