package twiza.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import twiza.http.FieldError;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.place.Places;

/**
 * The rows of a file as ideas of a region.
 *
 * @param count how many rows there are
 * @param forms those that are right
 * @param faults all that is wrong, by row
 */
record ImportRows(int count, List<SubmissionForm> forms, List<Fault> faults) {

  /** The columns, named as the fields of the API; those that every file has come first. */
  static final List<String> COLUMNS =
      List.of(
          "title",
          "summary",
          "need",
          "solution",
          "province",
          "sector",
          "author.kind",
          "author.name",
          "author.email",
          "author.phone",
          "author.language",
          "consent",
          "commune",
          "intention",
          "maturity",
          "beneficiaries",
          "socialImpact",
          "economicImpact",
          "novelty",
          "inputs",
          "market",
          "season",
          "membersNeeded",
          "jobsExpected",
          "womenPercent",
          "youthPercent",
          "investment",
          "showName",
          "fullSheetPublic",
          "author.gender",
          "author.ageBand");

  static final Set<String> REQUIRED =
      Set.of(
          "title",
          "summary",
          "need",
          "solution",
          "province",
          "sector",
          "author.kind",
          "author.name",
          "author.language");

  private static final int HEADER = 1;
  private static final int LONGEST_QUOTE = 60;

  /**
   * Something wrong in a row.
   *
   * @param value how the cell begins; empty where none is wrong by itself
   */
  record Fault(int row, String value, FieldError error) {}

  static ImportRows read(Spreadsheet file, String region, Places places) {
    List<Fault> faults = new ArrayList<>();
    List<String> columns = columns(file.header(), faults);
    List<SubmissionForm> forms = new ArrayList<>();
    if (faults.isEmpty()) {
      CellCodes codes = new CellCodes(places);
      for (Spreadsheet.Row row : file.rows()) {
        Map<String, String> cells = cells(row, columns, codes);
        try {
          forms.add(form(cells, region, places));
        } catch (Problem problem) {
          problem.errors().forEach(error -> faults.add(fault(row.number(), cells, error)));
        }
      }
    }
    return new ImportRows(file.rows().size(), forms, faults);
  }

  /** The columns of the header; empty names are of columns that nobody filled in. */
  private static List<String> columns(List<String> header, List<Fault> faults) {
    Map<String, String> known =
        COLUMNS.stream().collect(Collectors.toMap(c -> c.toLowerCase(Locale.ROOT), c -> c));
    List<String> columns = new ArrayList<>();
    for (String name : header) {
      String column = known.getOrDefault(name.toLowerCase(Locale.ROOT), name);
      if (!column.isEmpty() && !known.containsValue(column)) {
        faults.add(fault(column, "UNKNOWN_FIELD"));
      } else if (!column.isEmpty() && columns.contains(column)) {
        faults.add(fault(column, "TWICE"));
      }
      columns.add(column);
    }
    COLUMNS.stream()
        .filter(column -> REQUIRED.contains(column) && !columns.contains(column))
        .forEach(column -> faults.add(fault(column, "REQUIRED")));
    return columns;
  }

  private static Fault fault(String column, String code) {
    return new Fault(HEADER, "", new FieldError(quoted(column), code, Map.of()));
  }

  private static Fault fault(int row, Map<String, String> cells, FieldError error) {
    return new Fault(row, quoted(cells.getOrDefault(error.field(), "")), error);
  }

  private static String quoted(String text) {
    return text.codePoints()
        .limit(LONGEST_QUOTE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** By their columns; what stands beyond the last column is under an empty name. */
  private static Map<String, String> cells(
      Spreadsheet.Row row, List<String> columns, CellCodes codes) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      String column = i < columns.size() ? columns.get(i) : "";
      if (!cell.isBlank()) {
        cells.put(column, codes.code(column, cell));
      }
    }
    return cells;
  }

  private static SubmissionForm form(Map<String, String> cells, String region, Places places) {
    if (cells.containsKey("")) {
      throw Problem.invalid("csv", "TOO_MANY_CELLS");
    }
    Map<String, String> fields = new HashMap<>(Map.of("fullSheetPublic", "true"));
    fields.putAll(cells);
    Input input = Input.ofCells(fields);
    places
        .province(cells.getOrDefault("province", ""))
        .filter(province -> !province.region().equals(region))
        .ifPresent(_ -> input.refuse("province", "OTHER_REGION"));
    return SubmissionForm.imported(input, places);
  }

  /** How many of the ideas stay unpublished until a consent is recorded. */
  long withoutConsent() {
    return forms.stream().filter(form -> !form.hasConsent()).count();
  }

  /** Each idea once, by what makes it the same as another. */
  Map<String, SubmissionForm> byContent() {
    Map<String, SubmissionForm> distinct = new LinkedHashMap<>();
    forms.forEach(form -> distinct.putIfAbsent(form.content(), form));
    return distinct;
  }
}
