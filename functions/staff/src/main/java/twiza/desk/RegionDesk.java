package twiza.desk;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import twiza.delegation.Delegation;
import twiza.delegation.Line;
import twiza.delegation.Statement;
import twiza.delegation.Text;
import twiza.desk.StaffFunction.Parts;
import twiza.http.DelegationJson;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.idea.Choice;
import twiza.idea.Contact;
import twiza.idea.Retention;
import twiza.place.Language;

/** What a region says to its public in its own words, for its organisers to read and change. */
final class RegionDesk {

  private static final int LONGEST_LINE = 120;
  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{7,28}[0-9]");
  private static final Set<Choice> EXPLAINED = EnumSet.complementOf(EnumSet.of(Choice.APPROVE));

  private final Parts parts;
  private final OneRegion region;

  RegionDesk(Parts parts) {
    this.parts = parts;
    this.region = new OneRegion(parts.staff());
  }

  Reply read(Visit visit) {
    return Reply.json(200, json(delegation(visit)));
  }

  /** Whoever did not read what stands there changes nothing. */
  Reply change(Visit visit) {
    Delegation before = delegation(visit);
    Input input = visit.request().json();
    Statement statement = statement(input);
    OneRegion.finish(input, before.version());
    Optional<Delegation.Edit> edit =
        before.states(statement, visit.member().id(), visit.request().now());
    if (edit.isPresent() && !parts.delegations().save(edit.get())) {
      throw Problem.conflict();
    }
    return Reply.json(200, json(edit.map(Delegation.Edit::after).orElse(before)));
  }

  private Delegation delegation(Visit visit) {
    return parts.delegations().of(OneRegion.known(visit));
  }

  private static Statement statement(Input input) {
    Map<Language, Map<Text, String>> texts = new EnumMap<>(Language.class);
    Map<Language, Map<Choice, List<String>>> reasons = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      putUnlessEmpty(language, texts(input, language), texts);
      putUnlessEmpty(language, reasons(input, language), reasons);
    }
    return new Statement(lines(input), texts, reasons, retention(input));
  }

  private static <K, V> void putUnlessEmpty(
      Language language, Map<K, V> said, Map<Language, Map<K, V>> all) {
    if (!said.isEmpty()) {
      all.put(language, said);
    }
  }

  private static Map<Line, String> lines(Input input) {
    Map<Line, String> lines = new EnumMap<>(Line.class);
    for (Line line : Line.values()) {
      String field = DelegationJson.name(line);
      int longest = line == Line.EMAIL ? LONGEST_ADDRESS : LONGEST_LINE;
      String said = input.optionalLine(field, longest);
      if (!said.isEmpty()) {
        wrong(line, said).ifPresent(code -> input.refuse(field, code));
        lines.put(line, said);
      }
    }
    return lines;
  }

  private static Optional<String> wrong(Line line, String said) {
    return switch (line) {
      case EMAIL ->
          Contact.Email.parse(said).isEmpty() ? Optional.of("NOT_AN_EMAIL") : Optional.empty();
      case PHONE -> PHONE.matcher(said).matches() ? Optional.empty() : Optional.of("NOT_A_PHONE");
      case DECLARATION, TRANSFER -> Optional.empty();
    };
  }

  private static Map<Text, String> texts(Input input, Language language) {
    Map<Text, String> texts = new EnumMap<>(Text.class);
    for (Text text : Text.values()) {
      String field = "texts." + language.tag() + "." + DelegationJson.name(text);
      String said = input.optionalText(field, text.longest());
      if (!said.isEmpty()) {
        texts.put(text, said);
      }
    }
    return texts;
  }

  private static Map<Choice, List<String>> reasons(Input input, Language language) {
    Map<Choice, List<String>> reasons = new EnumMap<>(Choice.class);
    for (Choice choice : EXPLAINED) {
      String field = "reasons." + language.tag() + "." + choice;
      List<String> said = input.lines(field, Statement.MOST_REASONS, Statement.LONGEST_REASON);
      if (!said.isEmpty()) {
        reasons.put(choice, said);
      }
    }
    return reasons;
  }

  private static Retention retention(Input input) {
    return new Retention(
        months(input, "refusedMonths"),
        months(input, "withdrawnMonths"),
        months(input, "expiredMonths"));
  }

  private static OptionalInt months(Input input, String name) {
    return input.number("retention." + name, Retention.SHORTEST_MONTHS, Retention.LONGEST_MONTHS);
  }

  private Map<String, Object> json(Delegation delegation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("region", delegation.region());
    json.put("version", delegation.version());
    json.putAll(DelegationJson.of(delegation.says()));
    Map<String, Object> reasons = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      reasons.put(language.tag(), delegation.says().reasons().getOrDefault(language, Map.of()));
    }
    json.put("reasons", reasons);
    json.put("last", delegation.last().map(region::lastChange));
    return json;
  }
}
