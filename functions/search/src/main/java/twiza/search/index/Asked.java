package twiza.search.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import twiza.search.words.Glossary;
import twiza.search.words.Word;

/**
 * What was typed, as Lucene understands it. There is no syntax in it, so nothing that is typed can
 * be wrong. Each word may be in any field: as it is, by its stem, as the beginning of a longer one,
 * with one letter wrong, or by what the glossary calls the same thing. Of three words or more, a
 * third may be missing.
 */
final class Asked {

  /** How much it says that a word is in a field. */
  private static final Map<String, Float> WEIGHTS = weights();

  private static final float AS_IT_IS = 1;
  private static final float BY_STEM = 0.8f;
  private static final float SAME_THING = 0.5f;
  private static final float BEGINNING = 0.6f;
  private static final float ONE_LETTER_WRONG = 0.4f;
  private static final int LONG_ENOUGH_TO_BEGIN = 3;
  private static final int LONG_ENOUGH_TO_BE_WRONG = 4;
  private static final int MOST_SPELLINGS = 50;
  private static final int MOST_WORDS = 24;
  private static final float TIE = 0.1f;

  private static Map<String, Float> weights() {
    Map<String, Float> weights = new LinkedHashMap<>();
    weights.put(Fields.TITLE, 4f);
    weights.put(Fields.SUMMARY, 2f);
    weights.put(Fields.PLACE, 2f);
    weights.put(Fields.BODY, 1f);
    return weights;
  }

  private final Glossary glossary;

  Asked(Glossary glossary) {
    this.glossary = glossary;
  }

  Query query(String text) {
    if (text.isBlank()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    List<Word> all = Word.of(text, Fields.ANALYZER);
    List<Word> words = all.subList(0, Math.min(all.size(), MOST_WORDS));
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("only words that say nothing");
    }
    List<Query> parts = parts(words);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(part, Occur.SHOULD));
    int missing = parts.size() < 3 ? 0 : parts.size() / 3;
    return query.setMinimumNumberShouldMatch(parts.size() - missing).build();
  }

  /** One for each word, and one for all those that name a thing together. */
  private List<Query> parts(List<Word> words) {
    List<Query> parts = new ArrayList<>();
    int from = 0;
    for (Glossary.Mention mention : glossary.mentions(words)) {
      words.subList(from, mention.from()).forEach(word -> parts.add(anyOf(spellings(word))));
      from = mention.from() + mention.length();
      parts.add(thing(mention, words.subList(mention.from(), from)));
    }
    words.subList(from, words.size()).forEach(word -> parts.add(anyOf(spellings(word))));
    return parts;
  }

  private Query thing(Glossary.Mention mention, List<Word> named) {
    List<Query> ways = new ArrayList<>();
    if (named.size() == 1) {
      ways.addAll(spellings(named.getFirst()));
    } else {
      BooleanQuery.Builder each = new BooleanQuery.Builder();
      named.forEach(word -> each.add(anyOf(spellings(word)), Occur.MUST));
      ways.add(each.build());
    }
    for (List<String> name : glossary.names(mention.number())) {
      WEIGHTS.forEach(
          (field, weight) -> ways.add(new BoostQuery(phrase(field, name), weight * SAME_THING)));
    }
    return anyOf(ways);
  }

  private static Query phrase(String field, List<String> stems) {
    return stems.size() == 1
        ? new TermQuery(new Term(field, stems.getFirst()))
        : new PhraseQuery(field, stems.toArray(String[]::new));
  }

  private static Query anyOf(List<Query> ways) {
    return new DisjunctionMaxQuery(ways, TIE);
  }

  private static List<Query> spellings(Word word) {
    List<Query> ways = new ArrayList<>();
    WEIGHTS.forEach((field, weight) -> addSpellings(ways, word, field, weight));
    return ways;
  }

  private static void addSpellings(List<Query> ways, Word word, String field, float weight) {
    Term form = new Term(field, word.form());
    Term stem = new Term(field, word.stem());
    ways.add(new BoostQuery(new TermQuery(form), weight * AS_IT_IS));
    if (!form.equals(stem)) {
      ways.add(new BoostQuery(new TermQuery(stem), weight * BY_STEM));
    }
    if (word.form().length() >= LONG_ENOUGH_TO_BEGIN) {
      ways.add(always(new PrefixQuery(form), weight * BEGINNING));
    }
    if (word.form().length() >= LONG_ENOUGH_TO_BE_WRONG) {
      ways.add(always(nearly(form), weight * ONE_LETTER_WRONG));
    }
    if (!form.equals(stem) && word.stem().length() >= LONG_ENOUGH_TO_BE_WRONG) {
      ways.add(always(nearly(stem), weight * ONE_LETTER_WRONG));
    }
  }

  private static Query nearly(Term term) {
    return new FuzzyQuery(term, 1, 0, MOST_SPELLINGS, true);
  }

  /** However rare the word that was found, it is not quite the one that was asked for. */
  private static Query always(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}
