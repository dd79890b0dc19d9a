package twiza.submission;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import twiza.http.FieldError;
import twiza.http.Problem;

/**
 * A file out of a spreadsheet, cell by cell.
 *
 * @param header the first row
 * @param rows all others that are neither empty nor begin with {@code #}
 */
record Spreadsheet(List<String> header, List<Row> rows) {

  /** More would not be written before the gateway gives up. */
  static final int MOST_ROWS = 500;

  /** Begins a row that says something about the others. */
  static final String REMARK = "#";

  private static final String FIELD = "csv";
  private static final String DELIMITERS = ";,\t";
  private static final char UNREADABLE = '\ufffd';

  /**
   * @param number as the spreadsheet shows it: the header is row 1
   */
  record Row(int number, List<String> cells) {}

  /**
   * Takes whichever of semicolon, comma and tab the header has most of.
   *
   * @throws Problem 422 when it is no such file
   */
  static Spreadsheet read(String csv) {
    String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
    if (text.indexOf(UNREADABLE) >= 0) {
      throw Problem.invalid(FIELD, "BAD_ENCODING");
    }
    List<Row> rows = rows(text);
    if (rows.size() < 2) {
      throw Problem.invalid(FIELD, "NO_ROWS");
    }
    if (rows.size() - 1 > MOST_ROWS) {
      throw Problem.invalid(
          List.of(new FieldError(FIELD, "TOO_MANY_ROWS", Map.of("max", MOST_ROWS))));
    }
    List<String> header = rows.getFirst().cells().stream().map(String::strip).toList();
    return new Spreadsheet(header, rows.subList(1, rows.size()));
  }

  private static List<Row> rows(String text) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord line : parser) {
        List<String> cells = line.toList();
        if (!cells.getFirst().startsWith(REMARK) && !cells.stream().allMatch(String::isBlank)) {
          rows.add(new Row((int) line.getRecordNumber(), cells));
        }
      }
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw Problem.invalid(FIELD, "NOT_CSV");
    }
  }

  private static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    return (char)
        DELIMITERS
            .chars()
            .boxed()
            .max((one, other) -> Long.compare(count(header, one), count(header, other)))
            .orElseThrow()
            .intValue();
  }

  private static long count(String text, int character) {
    return text.chars().filter(c -> c == character).count();
  }
}
