package twiza.scoring.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table beside this class: a row for each idea, a column for each juror, some cells empty. */
final class PublishedTable {

  private PublishedTable() {}

  static List<Score> read(String file) {
    List<List<String>> rows = rows(file);
    List<Score> scores = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int column = 1; column < row.size(); column++) {
        if (!row.get(column).isEmpty()) {
          scores.add(
              new Score(
                  rows.getFirst().get(column),
                  row.getFirst(),
                  Double.parseDouble(row.get(column))));
        }
      }
    }
    return scores;
  }

  private static List<List<String>> rows(String file) {
    try (InputStream in = PublishedTable.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
