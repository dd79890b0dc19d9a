package twiza.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import twiza.idea.Publication;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.place.Name;
import twiza.place.Places;
import twiza.search.words.Glossary;

/** What the index holds of an idea: nothing that its author keeps from the public. */
public final class IdeaDocuments {

  private final Places places;
  private final Glossary glossary = Glossary.load(Fields.ANALYZER);
  private final FacetsConfig facets = Facet.config();

  public IdeaDocuments(Places places) {
    this.places = places;
  }

  /** What names the document of an idea. */
  static Term term(String id) {
    return new Term(Fields.ID, id);
  }

  Document document(Publication idea) {
    Sheet sheet = idea.sheet();
    Document document = new Document();
    document.add(new StringField(Fields.ID, idea.id(), Field.Store.YES));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(idea.id())));
    document.add(new NumericDocValuesField(Fields.PUBLISHED_AT, idea.publishedAt().toEpochMilli()));
    text(document, Fields.TITLE, sheet.title());
    text(document, Fields.SUMMARY, sheet.summary());
    for (Publication.Title title : idea.titles()) {
      text(document, Fields.TITLE, title.title());
      text(document, Fields.SUMMARY, title.summary());
    }
    body(idea).forEach(text -> text(document, Fields.BODY, text));
    places(idea).forEach(name -> text(document, Fields.PLACE, name));
    gist(document, Gist.of(sheet.title(), sheet.summary(), glossary));
    for (Facet facet : Facet.values()) {
      facet
          .codes(idea)
          .forEach(code -> document.add(new SortedSetDocValuesFacetField(facet.name(), code)));
    }
    try {
      return facets.build(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void text(Document document, String field, String text) {
    if (!text.isEmpty()) {
      document.add(new TextField(field, text, Field.Store.NO));
    }
  }

  private static void gist(Document document, Gist gist) {
    gist.features()
        .keySet()
        .forEach(feature -> document.add(new StringField(Fields.GIST, feature, Field.Store.NO)));
    document.add(new StoredField(Fields.GIST, gist.toString()));
  }

  /** The longer texts, where a passage of them can be shown. */
  static List<String> body(Publication idea) {
    Sheet sheet = idea.sheet();
    Sheet.Details details = sheet.details();
    return Stream.of(
            sheet.need(),
            sheet.solution(),
            details.beneficiaries(),
            details.socialImpact(),
            details.economicImpact(),
            details.novelty(),
            details.inputs(),
            details.market(),
            details.season())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private List<String> places(Publication idea) {
    Sheet sheet = idea.sheet();
    Stream<Name> names =
        Stream.of(
                places.region(idea.region()).map(region -> region.name()),
                places.province(sheet.province()).map(province -> province.name()),
                places.sector(sheet.sector()).map(sector -> sector.name()))
            .flatMap(name -> name.stream());
    Stream<String> spelt =
        names.flatMap(name -> Stream.of(Language.values()).map(name::in)).distinct();
    return Stream.of(spelt, Stream.of(sheet.commune()), communes(sheet))
        .flatMap(all -> all)
        .distinct()
        .toList();
  }

  /**
   * The commune as the file spells it in both scripts, where the author's own spelling is known.
   */
  private Stream<String> communes(Sheet sheet) {
    return places.province(sheet.province()).stream()
        .flatMap(province -> province.communes().stream())
        .filter(name -> name.fr().equals(sheet.commune()) || name.ar().equals(sheet.commune()))
        .flatMap(name -> Stream.of(name.fr(), name.ar()));
  }
}
