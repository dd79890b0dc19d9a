package twiza.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/**
 * Measures how long each function takes to its first answer, beside two floors, in interleaved
 * rounds, and prints the table.
 */
public final class ColdStarts {

  private static final int RUNS = Integer.getInteger("bench.runs", 9);
  private static final String OPTIONS = System.getProperty("bench.options", "").strip();
  private static final List<String> ONLY =
      Pattern.compile(",").splitAsStream(System.getProperty("bench.only", "")).toList();

  /** What was measured of one subject. */
  private record Measured(List<Start.Taken> plain, List<Start.Taken> restored) {

    Measured() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private final Map<Subject, Measured> all = new LinkedHashMap<>();

  private ColdStarts() {}

  /**
   * Takes {@code bench.runs}, {@code bench.only} (names, by commas) and {@code bench.options} (of
   * the JVM).
   */
  public static void main(String[] arguments) throws Exception {
    Path work = empty(Options.project().resolve("bench/target/cold"));
    Options options =
        Options.of(Options.project())
            .port(0)
            .data(work.resolve("data"))
            .parameter("ContactPerHour", "1000")
            .parameter("SourcePerHour", "100000");
    try (RunningSystem system = LocalRunner.start(options)) {
      system.rest();
      ColdStarts measured = new ColdStarts();
      measured.run(new Subjects(work.resolve("zips"), system), work);
      measured.print();
    }
    System.exit(0);
  }

  private static Path empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> left = Files.walk(folder)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  private void run(Subjects subjects, Path work) {
    Start start = new Start(OPTIONS.isEmpty() ? List.of() : List.of(OPTIONS.split("\\s+")), work);
    List<Subject> chosen = new ArrayList<>(subjects.floors());
    subjects.functions().stream()
        .filter(it -> ONLY.contains("") || ONLY.contains(it.name()))
        .forEach(chosen::add);
    for (int run = 0; run <= RUNS; run++) {
      for (Subject subject : chosen) {
        Start.Taken plain = start.toFirstAnswer(subject, false);
        Start.Taken restored = start.toFirstAnswer(subject, true);
        // The first round only brings the files into the page cache.
        if (run > 0) {
          Measured measured = all.computeIfAbsent(subject, _ -> new Measured());
          measured.plain().add(plain);
          measured.restored().add(restored);
        }
      }
    }
  }

  private void print() throws IOException {
    System.out.println("From the start to the first answer, median of " + RUNS + "; " + OPTIONS);
    System.out.println();
    System.out.println(
        "| function | zip MB | start ms | spread | x put | CPU x put | restored ms | spread | x put"
            + " |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    Measured put = measuredOf("put");
    for (Subject subject : all.keySet()) {
      System.out.println(row(subject, all.get(subject), put));
    }
  }

  private Measured measuredOf(String name) {
    return all.entrySet().stream()
        .filter(it -> it.getKey().name().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static String row(Subject subject, Measured measured, Measured put) throws IOException {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.0f | %s | %.2f | %.2f | %.0f | %s | %.2f |",
        subject.name(),
        Files.size(subject.zip()) / 1e6,
        median(measured.plain(), Start.Taken::time),
        spread(measured.plain()),
        ratio(measured.plain(), put.plain(), Start.Taken::time),
        ratio(measured.plain(), put.plain(), Start.Taken::computed),
        median(measured.restored(), Start.Taken::time),
        spread(measured.restored()),
        ratio(measured.restored(), put.restored(), Start.Taken::time));
  }

  private static double ratio(
      List<Start.Taken> some, List<Start.Taken> others, Function<Start.Taken, Duration> of) {
    return median(some, of) / median(others, of);
  }

  private static String spread(List<Start.Taken> taken) {
    List<Double> times = millis(taken, Start.Taken::time);
    return String.format(Locale.ROOT, "%.0f..%.0f", times.getFirst(), times.getLast());
  }

  private static double median(List<Start.Taken> taken, Function<Start.Taken, Duration> of) {
    return millis(taken, of).get(taken.size() / 2);
  }

  private static List<Double> millis(List<Start.Taken> taken, Function<Start.Taken, Duration> of) {
    return taken.stream().map(it -> of.apply(it).toNanos() / 1e6).sorted().toList();
  }
}
