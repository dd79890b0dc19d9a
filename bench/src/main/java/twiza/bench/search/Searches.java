package twiza.bench.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import twiza.idea.Publication;
import twiza.idea.Sheet;
import twiza.search.RelevanceSet;
import twiza.search.RelevanceSet.Query;
import twiza.search.index.IdeaSearcher;

/**
 * How often the search finds what was meant, how well it notices what is told twice, and what it
 * costs when the bank grows, beside plain substring matching on the same ideas.
 */
public final class Searches {

  private static final int RUNS = 3;
  private static final int MEGABYTE = 1 << 20;
  private static final int PAGE = 20;
  private static final long SEED = 7;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Searches() {}

  public static void main(String... arguments) throws IOException {
    relevance();
    likeness();
    System.out.println();
    System.out.println(
        "| ideas | build, s | x | index, MB | load, ms | query, ms | substring, ms | query /"
            + " substring |");
    System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|");
    double first = 0;
    for (int size : new int[] {1_000, 10_000}) {
      first = growth(size, first);
    }
  }

  private static void relevance() {
    List<Publication> ideas = RelevanceSet.ideas();
    BiFunction<String, Integer, List<String>> index =
        RelevanceSet.byIndex(RelevanceSet.searcher(ideas));
    BiFunction<String, Integer, List<String>> substring = RelevanceSet.bySubstring(ideas);
    System.out.println("| language | queries | found in the first three | by substring |");
    System.out.println("|---|---:|---:|---:|");
    for (String language : List.of("fr", "ar", "en", "zgh", "")) {
      List<Query> queries =
          RelevanceSet.queries().stream()
              .filter(query -> language.isEmpty() || query.language().equals(language))
              .toList();
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %s | %s |%n",
          language.isEmpty() ? "all" : language,
          queries.size(),
          percent(queries, index),
          percent(queries, substring));
    }
  }

  private static String percent(
      List<Query> queries, BiFunction<String, Integer, List<String>> search) {
    int missed = RelevanceSet.missed(queries, search).size();
    return Math.round(100.0 * (queries.size() - missed) / queries.size()) + " %";
  }

  private static void likeness() {
    RelevanceSet.Likenesses all =
        RelevanceSet.likenesses(RelevanceSet.searcher(RelevanceSet.ideas()));
    System.out.println();
    System.out.println("| drafts | number | precision | recall |");
    System.out.println("|---|---:|---:|---:|");
    for (String kind : List.of("fr", "ar", "mixed", "")) {
      RelevanceSet.Likenesses some = kind.isEmpty() ? all : all.of(kind);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.2f | %.2f |%n",
          kind.isEmpty() ? "all" : kind,
          some.all().size(),
          some.precision(),
          some.recall());
    }
  }

  /**
   * @param before what a build took for the size before; 0 for the first
   * @return what it took, in seconds
   */
  private static double growth(int size, double before) throws IOException {
    List<Publication> ideas = bank(size);
    List<Query> queries = RelevanceSet.queries();
    double build = median(() -> RelevanceSet.directory(ideas)) / 1_000;
    Directory directory = RelevanceSet.directory(ideas);
    double load = median(() -> load(directory));
    IdeaSearcher searcher = load(directory);
    BiFunction<String, Integer, List<String>> index = RelevanceSet.byIndex(searcher);
    BiFunction<String, Integer, List<String>> substring = RelevanceSet.bySubstring(ideas);
    double query = median(() -> ask(queries, index)) / queries.size();
    double plain = median(() -> ask(queries, substring)) / queries.size();
    System.out.printf(
        Locale.ROOT,
        "| %,d | %.1f | %.1f | %.1f | %.0f | %.2f | %.2f | %.2f |%n",
        size,
        build,
        before == 0 ? 1 : build / before,
        (double) bytes(directory) / MEGABYTE,
        load,
        query,
        plain,
        query / plain);
    return build;
  }

  /** Ideas made of the sentences of those in the set, in the same languages. */
  private static List<Publication> bank(int size) {
    List<Publication> told = RelevanceSet.ideas();
    Random random = new Random(SEED);
    List<Publication> bank = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Publication idea = told.get(i % told.size());
      Sheet sheet = idea.sheet();
      Sheet another =
          new Sheet(
              mixed(sheet.title(), random),
              mixed(sheet.summary(), random),
              texts(told, idea, random),
              texts(told, idea, random),
              sheet.province(),
              "",
              sheet.sector(),
              sheet.details());
      String id = "%s-%05d".formatted(idea.id(), i);
      bank.add(
          RelevanceSet.idea(
              id, idea.language(), another, idea.publishedAt().plus(Duration.ofMinutes(i))));
    }
    return bank;
  }

  private static String mixed(String text, Random random) {
    return text + " " + random.nextInt(100_000);
  }

  /** About two thousand characters of what others of the same language say. */
  private static String texts(List<Publication> told, Publication idea, Random random) {
    List<Publication> same =
        told.stream().filter(other -> other.language() == idea.language()).toList();
    return Stream.generate(() -> same.get(random.nextInt(same.size())).sheet())
        .limit(10)
        .map(sheet -> sheet.need() + " " + sheet.solution() + " " + sheet.summary())
        .collect(Collectors.joining(" "));
  }

  private static IdeaSearcher load(Directory stored) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    for (String name : stored.listAll()) {
      directory.copyFrom(stored, name, name, IOContext.DEFAULT);
    }
    return new IdeaSearcher(directory);
  }

  private static long bytes(Directory directory) throws IOException {
    long bytes = 0;
    for (String name : directory.listAll()) {
      bytes += directory.fileLength(name);
    }
    return bytes;
  }

  private static int ask(List<Query> queries, BiFunction<String, Integer, List<String>> search) {
    return queries.stream().mapToInt(query -> search.apply(query.text(), PAGE).size()).sum();
  }

  /** Something that takes time. */
  @FunctionalInterface
  private interface Work {
    Object run() throws IOException;
  }

  /** Milliseconds of the CPU, once it is warm. */
  private static double median(Work work) throws IOException {
    double[] times = new double[RUNS];
    work.run();
    for (int i = 0; i < RUNS; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      work.run();
      times[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[RUNS / 2];
  }
}
