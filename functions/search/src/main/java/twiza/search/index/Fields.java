package twiza.search.index;

import org.apache.lucene.analysis.Analyzer;
import twiza.search.words.WordAnalyzer;

/** The fields of an idea in the index. No text is stored: what is shown is read from the table. */
final class Fields {

  static final String ID = "id";
  static final String PUBLISHED_AT = "publishedAt";
  static final String TITLE = "title";
  static final String SUMMARY = "summary";
  static final String BODY = "body";

  /** The names of its places and sector, in every language. */
  static final String PLACE = "place";

  /** What title and summary are about, to be compared. */
  static final String GIST = "gist";

  static final Analyzer ANALYZER = new WordAnalyzer();

  private Fields() {}
}
