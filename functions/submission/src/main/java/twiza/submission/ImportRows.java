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
  private static final int LONGEST_NAME = 60;

  /** Something wrong in a row. */
  record Fault(int row, FieldError error) {}

  static ImportRows read(Spreadsheet file, String region, Places places) {
    List<Fault> faults = new ArrayList<>();
    List<String> columns = columns(file.header(), faults);
    List<SubmissionForm> forms = new ArrayList<>();
    if (faults.isEmpty()) {
      CellCodes codes = new CellCodes(places);
      for (Spreadsheet.Row row : file.rows()) {
        try {
          forms.add(form(row, columns, codes, region, places));
        } catch (Problem problem) {
          problem.errors().forEach(error -> faults.add(new Fault(row.number(), error)));
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
    String name = column.length() > LONGEST_NAME ? column.substring(0, LONGEST_NAME) : column;
    return new Fault(HEADER, new FieldError(name, code, Map.of()));
  }

  private static SubmissionForm form(
      Spreadsheet.Row row, List<String> columns, CellCodes codes, String region, Places places) {
    Map<String, String> cells = new HashMap<>(Map.of("fullSheetPublic", "true"));
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      String column = i < columns.size() ? columns.get(i) : "";
      if (!cell.isBlank() && column.isEmpty()) {
        throw Problem.invalid("csv", "TOO_MANY_CELLS");
      }
      if (!cell.isBlank()) {
        cells.put(column, codes.code(column, cell));
      }
    }
    Input input = Input.ofCells(cells);
    places
        .province(cells.getOrDefault("province", ""))
        .filter(province -> !province.region().equals(region))
        .ifPresent(_ -> input.refuse("province", "OTHER_REGION"));
    return SubmissionForm.imported(input, places);
  }

  /** How many of the ideas stay unpublished until a consent is recorded. */
  long withoutConsent() {
    return forms.stream().filter(form -> form.agreedTo("any").isEmpty()).count();
  }

  /** Each idea once, by what makes it the same as another. */
  Map<String, SubmissionForm> byContent() {
    Map<String, SubmissionForm> distinct = new LinkedHashMap<>();
    forms.forEach(form -> distinct.putIfAbsent(form.content(), form));
    return distinct;
  }
}
