package twiza.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/**
 * Measures how long each function takes to its first answer, beside two floors, in interleaved
 * rounds, and prints the table.
 */
public final class ColdStarts {

  private static final int RUNS = Integer.getInteger("bench.runs", 9);
  private static final String OPTIONS = System.getProperty("bench.options", "");
  private static final String ONLY = System.getProperty("bench.only", "");

  private final Map<Subject, List<Duration>> cold = new LinkedHashMap<>();
  private final Map<Subject, List<Duration>> computed = new LinkedHashMap<>();
  private final Map<Subject, List<Duration>> restored = new LinkedHashMap<>();

  private ColdStarts() {}

  /**
   * Takes {@code bench.runs}, {@code bench.only} (a name) and {@code bench.options} (of the JVM).
   */
  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory("twiza-bench");
    Options options =
        Options.of(Options.project())
            .port(0)
            .data(work.resolve("data"))
            .parameter("ContactPerHour", "1000")
            .parameter("SourcePerHour", "100000");
    try (RunningSystem system = LocalRunner.start(options)) {
      ColdStarts measured = new ColdStarts();
      measured.run(new Subjects(work.resolve("zips"), system).all(), work);
      measured.print();
    }
    System.exit(0);
  }

  private void run(List<Subject> subjects, Path work) {
    Start start = new Start(List.of(OPTIONS.strip().split("\\s+", -1)), work);
    List<Subject> chosen =
        subjects.stream()
            .filter(it -> ONLY.isEmpty() || it.name().equals(ONLY) || subjects.indexOf(it) < 2)
            .toList();
    for (int run = 0; run <= RUNS; run++) {
      for (Subject subject : chosen) {
        Start.Taken first = start.toFirstAnswer(subject, false);
        Start.Taken again = start.toFirstAnswer(subject, true);
        // The first round only brings the files into the page cache.
        if (run > 0) {
          cold.computeIfAbsent(subject, _ -> new ArrayList<>()).add(first.time());
          computed.computeIfAbsent(subject, _ -> new ArrayList<>()).add(first.computed());
          restored.computeIfAbsent(subject, _ -> new ArrayList<>()).add(again.time());
        }
      }
    }
  }

  private void print() throws IOException {
    List<Subject> subjects = List.copyOf(cold.keySet());
    System.out.println("Process start to first answer, in ms; JVM options " + OPTIONS);
    System.out.println();
    System.out.println(
        "| function | zip MB | median of "
            + RUNS
            + " | spread | x bare | x put | CPU | CPU x put | restored |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (Subject subject : subjects) {
      System.out.println(row(subject, subjects.get(0), subjects.get(1)));
    }
  }

  private String row(Subject subject, Subject bare, Subject put) throws IOException {
    List<Double> times = sorted(cold.get(subject));
    double median = median(cold.get(subject));
    double cpu = median(computed.get(subject));
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.0f | %.0f..%.0f | %.2f | %.2f | %.0f | %.2f | %.0f |",
        subject.name(),
        Files.size(subject.zip()) / 1e6,
        median,
        times.getFirst(),
        times.getLast(),
        median / median(cold.get(bare)),
        median / median(cold.get(put)),
        cpu,
        cpu / median(computed.get(put)),
        median(restored.get(subject)));
  }

  private static List<Double> sorted(List<Duration> times) {
    return times.stream().map(time -> time.toNanos() / 1e6).sorted().toList();
  }

  private static double median(List<Duration> times) {
    return sorted(times).get(times.size() / 2);
  }
}
