package twiza.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import twiza.idea.Author;
import twiza.idea.Consented;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.place.Name;
import twiza.place.Places;
import twiza.place.Region;
import twiza.text.Messages;

/**
 * An empty file to fill in: the columns, and below them a remark that says what each takes. It has
 * a byte order mark and semicolons, by which spreadsheets in Morocco know UTF-8 and the cells.
 */
final class ImportTemplate {

  private static final CSVFormat FORMAT = CSVFormat.EXCEL.builder().setDelimiter(';').get();
  private static final Set<String> CONTACTS = Set.of("author.email", "author.phone");

  private final Places places;
  private final Messages messages;

  ImportTemplate(Places places, Messages messages) {
    this.places = places;
    this.messages = messages;
  }

  String of(String region) {
    StringBuilder csv = new StringBuilder("\ufeff");
    Stream<String> remarks = ImportRows.COLUMNS.stream().map(column -> remark(column, region));
    try {
      FORMAT.printRecord(csv, ImportRows.COLUMNS.toArray());
      FORMAT.printRecord(csv, remarks.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }

  private String remark(String column, String region) {
    String label =
        messages.text(column.equals("consent") ? "import.consent" : "field." + column + ".label");
    String codes = codes(column, region);
    String mark = column.equals(ImportRows.COLUMNS.getFirst()) ? Spreadsheet.REMARK + " " : "";
    return mark
        + label
        + " ("
        + messages.text(need(column))
        + ")"
        + (codes.isEmpty() ? "" : ": " + codes);
  }

  private static String need(String column) {
    if (CONTACTS.contains(column)) {
      return "import.oneContact";
    }
    return ImportRows.REQUIRED.contains(column) ? "import.required" : "layout.optional";
  }

  private String codes(String column, String region) {
    return switch (column) {
      case "province" -> provinces(region);
      case "sector" ->
          joined(places.sectors().stream().map(sector -> pair(sector.code(), sector.name())));
      case "author.kind" -> constants("kind.", Author.Kind.values());
      case "author.gender" -> constants("gender.", Author.Gender.values());
      case "author.ageBand" -> constants("ageBand.", Author.AgeBand.values());
      case "intention" -> constants("intention.", Sheet.Intention.values());
      case "maturity" -> constants("maturity.", Sheet.Maturity.values());
      case "consent" -> constants("consented.", Consented.values());
      case "author.language" -> joined(Stream.of(Language.values()).map(Language::tag));
      case "showName", "fullSheetPublic" -> "true / false";
      default -> "";
    };
  }

  private String provinces(String region) {
    return joined(
        places.region(region).map(Region::provinces).stream()
            .flatMap(List::stream)
            .map(province -> pair(province.code(), province.name())));
  }

  private String pair(String code, Name name) {
    return code + " = " + name.in(messages.textLanguage());
  }

  private String constants(String prefix, Enum<?>... constants) {
    return joined(
        Stream.of(constants).map(it -> it.name() + " = " + messages.text(prefix + it.name())));
  }

  private static String joined(Stream<String> codes) {
    return codes.collect(Collectors.joining(" / "));
  }
}
