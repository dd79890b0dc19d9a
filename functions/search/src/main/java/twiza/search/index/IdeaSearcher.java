package twiza.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import twiza.idea.Publication;
import twiza.search.words.Glossary;

/** An index, as it was when it was opened. Any number of threads may ask it. */
public final class IdeaSearcher {

  private static final int MOST_CODES = 1_000;
  private static final int CANDIDATES = 50;

  /** Below it, two ideas have a subject in common and no more: {@code drafts.tsv} of the tests. */
  static final double ALIKE = 0.36;

  /** How many ideas a bank has at least, when it is asked how rare a word is. */
  private static final int FEWEST = 100;

  private static final SortField BY_ID = new SortField(Fields.ID, SortField.Type.STRING);
  private static final SortField NEWEST_FIRST =
      new SortField(Fields.PUBLISHED_AT, SortField.Type.LONG, true);
  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, NEWEST_FIRST, BY_ID);
  private static final Sort NEWEST = new Sort(NEWEST_FIRST, BY_ID);

  private final Glossary glossary = Glossary.load(Fields.ANALYZER);
  private final Asked asked = new Asked(glossary);
  private final FacetsConfig config = Facet.config();
  private final IndexSearcher searcher;
  private final Optional<SortedSetDocValuesReaderState> facets;

  /**
   * @param directory with an index, which does not change any more
   */
  public IdeaSearcher(Directory directory) throws IOException {
    DirectoryReader reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
    this.facets =
        reader.numDocs() == 0
            ? Optional.empty()
            : Optional.of(new DefaultSortedSetDocValuesReaderState(reader, config));
  }

  /** How many ideas are in the index. */
  public int size() {
    return searcher.getIndexReader().numDocs();
  }

  public Findings find(Question question) {
    if (facets.isEmpty()) {
      return new Findings(List.of(), Optional.empty(), 0, Map.of());
    }
    DrillDownQuery query = new DrillDownQuery(config, asked.query(question.text()));
    question
        .filters()
        .forEach((facet, codes) -> codes.forEach(code -> query.add(facet.name(), code)));
    Sort sort = question.order() == Question.Order.BEST ? BEST : NEWEST;
    // One more than asked for tells whether another page follows.
    TopFieldCollectorManager page =
        new TopFieldCollectorManager(
            sort,
            question.limit() + 1,
            question.after().map(place -> after(place, question.order())).orElse(null),
            Integer.MAX_VALUE);
    try {
      DrillSideways.ConcurrentDrillSidewaysResult<TopFieldDocs> found =
          new DrillSideways(searcher, config, facets.get()).search(query, page);
      return findings(found.collectorResult, found.facets, question);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FieldDoc after(Question.Place place, Question.Order order) {
    BytesRef id = new BytesRef(place.id());
    Object[] values =
        order == Question.Order.BEST
            ? new Object[] {place.score(), place.publishedAt(), id}
            : new Object[] {place.publishedAt(), id};
    return new FieldDoc(Integer.MAX_VALUE, place.score(), values);
  }

  private Findings findings(TopFieldDocs found, Facets counted, Question question)
      throws IOException {
    List<String> ids = new ArrayList<>();
    int shown = Math.min(found.scoreDocs.length, question.limit());
    for (int i = 0; i < shown; i++) {
      ids.add(id(found.scoreDocs[i].doc));
    }
    Optional<Question.Place> next =
        found.scoreDocs.length > shown
            ? Optional.of(place((FieldDoc) found.scoreDocs[shown - 1], question.order()))
            : Optional.empty();
    return new Findings(ids, next, found.totalHits.value(), counts(counted));
  }

  private static Question.Place place(FieldDoc found, Question.Order order) {
    int first = order == Question.Order.BEST ? 1 : 0;
    return new Question.Place(
        first == 1 ? (float) found.fields[0] : 0,
        (long) found.fields[first],
        ((BytesRef) found.fields[first + 1]).utf8ToString());
  }

  private String id(int document) throws IOException {
    return searcher.storedFields().document(document, Set.of(Fields.ID)).get(Fields.ID);
  }

  private static Map<Facet, Map<String, Integer>> counts(Facets counted) throws IOException {
    Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Map<String, Integer> codes = new LinkedHashMap<>();
      FacetResult result = counted.getTopChildren(MOST_CODES, facet.name());
      if (result != null) {
        for (LabelAndValue code : result.labelValues) {
          codes.put(code.label, code.value.intValue());
        }
      }
      counts.put(facet, codes);
    }
    return counts;
  }

  /** Where what was asked for stands in an idea that was found. */
  public Highlights highlights(String text, Publication idea) {
    return Highlights.of(idea, asked.query(text));
  }

  /**
   * An idea that may be the same.
   *
   * @param likeness up to 1
   */
  public record Alike(String id, double likeness) {}

  /**
   * The ideas that may be the same as one that is being written, the most alike first.
   *
   * @param except id of an idea that is not looked for
   */
  public List<Alike> alike(String title, String summary, String except, int limit) {
    Gist gist = Gist.of(title, summary, glossary);
    if (gist.features().isEmpty()) {
      return List.of();
    }
    Likeness likeness = new Likeness(this::rarity);
    List<Alike> alike = new ArrayList<>();
    try {
      for (ScoreDoc candidate : searcher.search(sharing(gist), CANDIDATES).scoreDocs) {
        var stored = searcher.storedFields().document(candidate.doc);
        double degree = likeness.of(gist, Gist.parse(stored.get(Fields.GIST)));
        if (degree >= ALIKE && !stored.get(Fields.ID).equals(except)) {
          alike.add(new Alike(stored.get(Fields.ID), degree));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    alike.sort(Comparator.comparingDouble(Alike::likeness).reversed());
    return alike.stream().limit(limit).toList();
  }

  /** Whatever has a feature in common, or one that is nearly spelt the same. */
  private static Query sharing(Gist gist) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    gist.features()
        .keySet()
        .forEach(
            feature -> {
              Term term = new Term(Fields.GIST, feature);
              query.add(new TermQuery(term), Occur.SHOULD);
              if (!Gist.isThing(feature) && feature.length() >= 5) {
                query.add(new FuzzyQuery(term, 1, 1), Occur.SHOULD);
              }
            });
    return query.build();
  }

  private double rarity(String feature) {
    try {
      int with = searcher.getIndexReader().docFreq(new Term(Fields.GIST, feature));
      return Math.log((Math.max(size(), FEWEST) + 1.0) / (with + 1.0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
