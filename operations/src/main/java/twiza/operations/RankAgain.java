package twiza.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import twiza.jury.Ranking;
import twiza.scoring.ranking.RankingEngine;
import twiza.scoring.results.RankingFiles;
import twiza.scoring.results.RankingFiles.Repeated;

/**
 * Computes the ranking of a round again, out of the files that organisers take away from the desk,
 * and says whether it is the one in them. It needs neither the table nor an account.
 */
public final class RankAgain {

  private static final int SHOWN = 10;

  private RankAgain() {}

  /**
   * Takes the path of {@code ranking.json}, then that of {@code reviews.json}, or of each of them
   * where there are several. Ends with 0 when the ranking is the same to the last bit, with 1 when
   * it is not.
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), System.out) ? 0 : 1);
  }

  /**
   * @return whether it is the same
   */
  static boolean run(List<String> files, PrintStream out) throws IOException {
    if (files.size() < 2) {
      throw new IllegalArgumentException("give ranking.json, then each reviews.json");
    }
    List<String> texts = new ArrayList<>();
    for (String file : files) {
      texts.add(Files.readString(Path.of(file), StandardCharsets.UTF_8));
    }
    Repeated repeated = RankingFiles.repeat(texts.getFirst(), texts.subList(1, texts.size()));
    print(repeated.ranking(), out);
    boolean same = repeated.differences().isEmpty();
    out.println(
        same
            ? "The same as in the files, to the last bit."
            : "NOT the same as in the files: " + String.join(", ", repeated.differences()) + ".");
    return same;
  }

  private static void print(Ranking ranking, PrintStream out) {
    out.println("engine " + RankingEngine.VERSION + ", inputs " + ranking.inputs());
    ranking.standings().stream()
        .limit(SHOWN)
        .forEach(it -> out.println(it.rank() + ". " + it.idea() + "  " + it.shown()));
    int more = ranking.standings().size() - SHOWN;
    if (more > 0) {
      out.println("and " + more + " more");
    }
  }
}
