package twiza.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import twiza.idea.Author;
import twiza.idea.Publication;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.place.Places;
import twiza.search.index.IdeaDocuments;
import twiza.search.index.IdeaSearcher;
import twiza.search.index.IdeaWriter;
import twiza.search.index.Question;

/**
 * Ideas, what people type to find them, and drafts that tell one of them again or do not: the files
 * {@code ideas.tsv}, {@code queries.tsv} and {@code drafts.tsv}. All were written for this set; no
 * real idea is among them.
 */
public final class RelevanceSet {

  private static final Instant FIRST = Instant.parse("2026-05-04T09:00:00Z");

  private RelevanceSet() {}

  /**
   * Something typed.
   *
   * @param answers ids of the ideas of which one should be among the first
   */
  public record Query(String text, String language, List<String> answers) {}

  /**
   * An idea being written.
   *
   * @param kind {@code fr}, {@code ar}, or {@code mixed} where a draft and its idea are in two
   *     languages
   * @param same id of the idea that it tells again; empty where there is none
   */
  public record Draft(String kind, String same, String title, String summary) {}

  public static List<Publication> ideas() {
    List<Publication> ideas = new ArrayList<>();
    for (List<String> row : rows("ideas.tsv")) {
      Sheet sheet =
          new Sheet(
              row.get(4),
              row.get(5),
              row.get(6),
              row.get(7),
              row.get(2),
              "",
              row.get(3),
              Sheet.Details.NONE);
      ideas.add(
          idea(
              row.get(0),
              Language.ofTag(row.get(1)).orElseThrow(),
              sheet,
              FIRST.plus(Duration.ofHours(ideas.size()))));
    }
    return ideas;
  }

  public static Publication idea(String id, Language language, Sheet sheet, Instant at) {
    return new Publication(
        id,
        "05",
        language,
        sheet,
        true,
        Author.Kind.INDIVIDUAL,
        Optional.empty(),
        at,
        at,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public static List<Query> queries() {
    return rows("queries.tsv").stream()
        .map(row -> new Query(row.get(0), row.get(1), List.of(row.get(2).split(",", -1))))
        .toList();
  }

  public static List<Draft> drafts() {
    return rows("drafts.tsv").stream()
        .map(row -> new Draft(row.get(0), row.get(1), row.get(2), row.get(3)))
        .toList();
  }

  private static List<List<String>> rows(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(RelevanceSet.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> Arrays.asList(line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Directory directory(List<Publication> ideas) {
    Directory directory = new ByteBuffersDirectory();
    try (IdeaWriter writer = new IdeaWriter(directory, new IdeaDocuments(Places.load()))) {
      ideas.forEach(writer::put);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory;
  }

  public static IdeaSearcher searcher(List<Publication> ideas) {
    try {
      return new IdeaSearcher(directory(ideas));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first ids that the index finds. */
  public static BiFunction<String, Integer, List<String>> byIndex(IdeaSearcher searcher) {
    return (text, limit) ->
        searcher
            .find(new Question(text, Map.of(), Question.Order.BEST, Optional.empty(), limit))
            .ids();
  }

  /** The first ids, the newest first, in which the very text stands, whatever its case. */
  public static BiFunction<String, Integer, List<String>> bySubstring(List<Publication> ideas) {
    List<Publication> newest = ideas.reversed();
    return (text, limit) -> {
      String lower = text.toLowerCase(Locale.ROOT);
      return newest.stream()
          .filter(idea -> texts(idea).anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(lower)))
          .map(Publication::id)
          .limit(limit)
          .toList();
    };
  }

  private static Stream<String> texts(Publication idea) {
    Sheet sheet = idea.sheet();
    return Stream.of(sheet.title(), sheet.summary(), sheet.need(), sheet.solution());
  }

  /** The queries for which none of the answers is among the first three. */
  public static List<Query> missed(
      List<Query> queries, BiFunction<String, Integer, List<String>> search) {
    return queries.stream()
        .filter(
            query -> search.apply(query.text(), 3).stream().noneMatch(query.answers()::contains))
        .toList();
  }

  /**
   * What was shown beside a draft.
   *
   * @param shown ids, the most alike first
   */
  public record Shown(Draft draft, List<String> shown) {}

  /** What was shown beside each draft, and how much of it was right. */
  public record Likenesses(List<Shown> all) {

    /** Of one kind of draft. */
    public Likenesses of(String kind) {
      return new Likenesses(all.stream().filter(it -> it.draft.kind.equals(kind)).toList());
    }

    /** The share of what was shown that was told again. */
    public double precision() {
      long shown = all.stream().mapToLong(it -> it.shown.size()).sum();
      return (double) right() / shown;
    }

    /** The share of what was told again that was shown. */
    public double recall() {
      return (double) right() / all.stream().filter(it -> !it.draft.same.isEmpty()).count();
    }

    private long right() {
      return all.stream().filter(it -> it.shown.contains(it.draft.same)).count();
    }

    /** What was shown though it is another idea. */
    public List<Shown> wrong() {
      return all.stream()
          .filter(it -> it.shown.stream().anyMatch(id -> !id.equals(it.draft.same)))
          .toList();
    }

    /** What was told again and not shown. */
    public List<Draft> missed() {
      return all.stream()
          .filter(it -> !it.draft.same.isEmpty() && !it.shown.contains(it.draft.same))
          .map(Shown::draft)
          .toList();
    }
  }

  public static Likenesses likenesses(IdeaSearcher searcher) {
    return new Likenesses(
        drafts().stream()
            .map(
                draft ->
                    new Shown(
                        draft,
                        searcher.alike(draft.title(), draft.summary(), "", 5).stream()
                            .map(IdeaSearcher.Alike::id)
                            .toList()))
            .toList());
  }
}
