package twiza.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A file for spreadsheets: RFC 4180, but with semicolons, by which those in Morocco know the cells,
 * and a byte order mark, by which they know UTF-8. A cell that they would take for a formula begins
 * with an apostrophe; numbers stay numbers.
 */
public final class CsvText {

  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder text = new StringBuilder("\uFEFF");

  public void row(List<?> cells) {
    text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(";"))).append("\r\n");
  }

  private static String cell(Object of) {
    String value = of.toString();
    if (of instanceof Number) {
      return value;
    }
    boolean isFormula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    String safe = isFormula ? "'" + value : value;
    return safe.matches("(?s).*[\";\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
