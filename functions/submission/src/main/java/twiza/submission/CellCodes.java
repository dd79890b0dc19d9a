package twiza.submission;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Consented;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.place.Name;
import twiza.place.Places;
import twiza.place.Province;
import twiza.text.Messages;

/**
 * What people write in a cell for a code: the code itself, or its name in any language of the site,
 * whatever its capitals and accents. A spreadsheet takes {@code 05.091} for the number {@code
 * 5.091}; that is understood too.
 */
final class CellCodes {

  private static final List<String> YES = List.of("true", "vrai", "oui", "yes", "نعم", "1", "x");
  private static final List<String> NO = List.of("false", "faux", "non", "no", "لا", "0");

  private final Map<String, Map<String, String>> columns = new HashMap<>();

  CellCodes(Places places) {
    for (Province province :
        places.joinedRegions().stream().flatMap(r -> r.provinces().stream()).toList()) {
      add("province", province.code(), province.name());
    }
    places.sectors().forEach(sector -> add("sector", sector.code(), sector.name()));
    addAll("author.kind", "kind.", Author.Kind.values());
    addAll("author.gender", "gender.", Author.Gender.values());
    addAll("author.ageBand", "ageBand.", Author.AgeBand.values());
    addAll("intention", "intention.", Sheet.Intention.values());
    addAll("maturity", "maturity.", Sheet.Maturity.values());
    addAll("consent", "consented.", Consented.values());
    for (Language language : Language.values()) {
      add("author.language", language.tag(), language.tag());
      add("author.language", language.tag(), language.ownName());
    }
    for (String column : List.of("showName", "fullSheetPublic")) {
      YES.forEach(word -> add(column, "true", word));
      NO.forEach(word -> add(column, "false", word));
    }
  }

  private void add(String column, String code, Name name) {
    add(column, code, code);
    Arrays.stream(Language.values()).forEach(language -> add(column, code, name.in(language)));
  }

  private void addAll(String column, String prefix, Enum<?>... constants) {
    for (Enum<?> constant : constants) {
      add(column, constant.name(), constant.name());
      for (Language language : Language.values()) {
        add(column, constant.name(), Messages.in(language).text(prefix + constant.name()));
      }
    }
  }

  private void add(String column, String code, String word) {
    columns.computeIfAbsent(column, _ -> new HashMap<>()).put(bare(word), code);
  }

  /** The code that a cell stands for; what it stands for nothing of, as it is. */
  String code(String column, String cell) {
    return Optional.ofNullable(columns.get(column))
        .map(codes -> codes.getOrDefault(bare(cell), cell.strip()))
        .orElse(cell);
  }

  /** Letters and digits only, without accents, articles and the zeros that a spreadsheet drops. */
  private static String bare(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).strip();
    return plain
        .replaceFirst("^(une?|an?) ", "")
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .replaceFirst("^0+(?=.)", "");
  }
}
