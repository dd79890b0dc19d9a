package twiza.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import twiza.board.Counts;
import twiza.board.Figures;
import twiza.board.Matter;
import twiza.board.Milestone;
import twiza.board.Period;
import twiza.board.Share;
import twiza.board.Side;
import twiza.board.Trait;
import twiza.desk.StaffFunction.Parts;
import twiza.http.Desk.Visit;
import twiza.http.FieldError;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.place.Places;
import twiza.place.Region;

/** What a delegation reads of its own work, for all its staff. */
final class BoardDesk {

  private static final double NINE_OF_TEN = 0.9;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  private final Parts parts;
  private final Places places = Places.load();

  BoardDesk(Parts parts) {
    this.parts = parts;
  }

  /** What a period comes to. */
  Reply figures(Visit visit) {
    Request request = visit.request();
    String region = region(visit);
    Period period = period(request);
    return Reply.json(200, json(region, parts.board().figures(region, period, request.now())));
  }

  /** What somebody should look at today. */
  Reply today(Visit visit) {
    Instant now = visit.request().now();
    String region = region(visit);
    List<Map<String, Object>> matters =
        parts.matters().stream()
            .flatMap(some -> some.of(region, now).stream())
            .map(BoardDesk::json)
            .toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("region", region);
    json.put("items", matters);
    return Reply.json(200, json);
  }

  private String region(Visit visit) {
    return places
        .region(visit.region())
        .map(Region::code)
        .orElseThrow(() -> Problem.invalid("region", "UNKNOWN_CODE"));
  }

  private static Period period(Request request) {
    List<FieldError> errors = new ArrayList<>();
    Optional<LocalDate> from = day("from", request, errors);
    Optional<LocalDate> to = day("to", request, errors);
    if (from.isPresent() && to.isPresent()) {
      refusal(from.get(), to.get()).ifPresent(errors::add);
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Period(from.orElseThrow(), to.orElseThrow());
  }

  private static Optional<FieldError> refusal(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return Optional.of(new FieldError("to", "ENDS_BEFORE", Map.of()));
    }
    return new Period(from, to).months() > Period.MOST_MONTHS
        ? Optional.of(
            new FieldError("to", "PERIOD_TOO_LONG", Map.of("max", Period.MOST_MONTHS / 12)))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String name, Request request, List<FieldError> errors) {
    String given = request.query(name);
    if (given.isEmpty()) {
      errors.add(new FieldError(name, "REQUIRED", Map.of()));
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(given, DAY));
    } catch (DateTimeException e) {
      errors.add(new FieldError(name, "WRONG_TYPE", Map.of()));
      return Optional.empty();
    }
  }

  private static Map<String, Object> json(Matter matter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", matter.kind());
    json.put("count", matter.count());
    json.put("more", matter.more());
    json.put("oldest", matter.oldest());
    return json;
  }

  private static Map<String, Object> json(String region, Figures figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("region", region);
    json.put("from", figures.period().from().toString());
    json.put("to", figures.period().to().toString());
    json.put("totals", totals(figures.all()));
    json.put("step", figures.period().step());
    json.put("steps", figures.steps().stream().map(BoardDesk::step).toList());
    json.put("provinces", rows(Side.PROVINCE, figures.all()));
    json.put("sectors", rows(Side.SECTOR, figures.all()));
    json.put("kinds", rows(Side.KIND, figures.all()));
    json.put("decisions", decisions(figures.all()));
    json.put("women", share(figures.shares().get(Trait.WOMEN)));
    json.put("youth", share(figures.shares().get(Trait.YOUTH)));
    return json;
  }

  private static Map<String, Object> totals(Counts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Milestone milestone : Milestone.values()) {
      json.put(milestone.name(), counts.total(milestone));
    }
    return json;
  }

  private static Map<String, Object> step(Figures.Part part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", part.period().from().toString());
    json.put("to", part.period().to().toString());
    json.put("counts", totals(part.counts()));
    return json;
  }

  /** A row for each code that anything was counted of. */
  private static List<Map<String, Object>> rows(Side side, Counts counts) {
    TreeSet<String> codes = new TreeSet<>();
    for (Milestone milestone : Milestone.values()) {
      codes.addAll(counts.by(milestone, side).keySet());
    }
    return codes.stream().map(code -> row(code, side, counts)).toList();
  }

  private static Map<String, Object> row(String code, Side side, Counts counts) {
    Map<String, Object> own = new LinkedHashMap<>();
    for (Milestone milestone : Milestone.values()) {
      own.put(milestone.name(), counts.by(milestone, side).getOrDefault(code, 0));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("counts", own);
    return json;
  }

  private static Map<String, Object> decisions(Counts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("count", counts.decisions());
    json.put("medianHours", orNull(counts.medianHours()));
    json.put("nineOfTenHours", orNull(counts.within(NINE_OF_TEN)));
    return json;
  }

  private static Integer orNull(OptionalInt hours) {
    return hours.isPresent() ? hours.getAsInt() : null;
  }

  /**
   * @param share null where nothing may be told
   */
  private static Map<String, Object> share(Share share) {
    if (share == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("count", share.count());
    json.put("of", share.of());
    json.put("from", share.from().toString());
    json.put("to", share.to().toString());
    return json;
  }
}
