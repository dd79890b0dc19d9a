package twiza.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twiza.desk.StaffFunction.Parts;
import twiza.event.Audit.Entry;
import twiza.event.Audit.Filter;
import twiza.event.Audit.Person;
import twiza.event.Audit.Subject;
import twiza.http.Desk.Visit;
import twiza.http.FieldError;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Listing;
import twiza.place.Language;
import twiza.text.CsvText;
import twiza.text.Messages;

/** What happened in a region, for its organisers, to read and to take away. */
final class AuditDesk {

  private static final int LONGEST_ID = 100;
  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(MOROCCO);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  /** Pages that make one file: what follows is behind its {@code Link} header. */
  private static final int MOST_PAGES = 10;

  private static final int LINES_OF_A_PAGE = 100;

  private static final List<String> COLUMNS =
      List.of("at", "kind", "text", "by", "idea", "trackingCode", "round", "member");

  private final Parts parts;

  AuditDesk(Parts parts) {
    this.parts = parts;
  }

  Reply list(Visit visit) {
    Request request = visit.request();
    List<FieldError> errors = new ArrayList<>();
    Paging paging = Paging.of(request, errors);
    Filter filter = filter(visit, errors);
    Listing.Page<Entry> page = page(filter, paging.cursor(), paging.limit(), request.now());
    Messages messages = Messages.in(request.language());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("items", page.items().stream().map(entry -> json(entry, messages)).toList());
    json.put("next", page.next().orElse(null));
    return Reply.json(200, json);
  }

  Reply file(Visit visit) {
    Request request = visit.request();
    Filter filter = filter(visit, new ArrayList<>());
    Messages messages = Messages.in(request.language());
    CsvText csv = new CsvText();
    csv.row(COLUMNS.stream().map(column -> messages.text("audit.column." + column)).toList());
    Optional<String> next = Optional.of(request.query("cursor"));
    for (int read = 0; read < MOST_PAGES && next.isPresent(); read++) {
      Listing.Page<Entry> page = page(filter, next.get(), LINES_OF_A_PAGE, request.now());
      page.items().forEach(entry -> csv.row(line(entry, messages)));
      next = page.next();
    }
    Reply reply =
        Reply.of(200, "text/csv; charset=utf-8", csv.toString())
            .with("Content-Disposition", "attachment; filename=\"audit.csv\"");
    return next.map(cursor -> reply.with("Link", "<" + same(request, cursor) + ">; rel=\"next\""))
        .orElse(reply);
  }

  /** The same question, from where the answer ended. */
  private static String same(Request request, String cursor) {
    return Stream.of("region", "person", "idea", "kind", "from", "to")
        .flatMap(name -> given(name, request).map(value -> name + "=" + encoded(value)).stream())
        .collect(Collectors.joining("&", "?", "&cursor=" + cursor));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Listing.Page<Entry> page(Filter filter, String cursor, int limit, Instant now) {
    return switch (parts.audit().entries(filter, cursor, limit, now)) {
      case Listing.Page<Entry> page -> page;
      case Listing.BadCursor<Entry> _ -> throw Problem.of(400, "BAD_CURSOR");
    };
  }

  private static Filter filter(Visit visit, List<FieldError> errors) {
    Request request = visit.request();
    Optional<LocalDate> from = day("from", request, errors);
    Optional<LocalDate> to = day("to", request, errors);
    Optional<String> kind = given("kind", request);
    if (kind.filter(it -> !isKind(it)).isPresent()) {
      errors.add(new FieldError("kind", "UNKNOWN_CODE", Map.of()));
    }
    Optional<String> person = id("person", request, errors);
    Optional<String> idea = id("idea", request, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Filter(
        visit.region(),
        person,
        idea,
        kind,
        from.map(AuditDesk::begins),
        to.map(day -> begins(day.plusDays(1))));
  }

  private static boolean isKind(String code) {
    return code.matches("[A-Z_]{2,40}") && Messages.in(Language.FR).has("history." + code);
  }

  private static Optional<String> given(String name, Request request) {
    return Optional.of(request.query(name)).filter(text -> !text.isEmpty());
  }

  private static Optional<String> id(String name, Request request, List<FieldError> errors) {
    Optional<String> id = given(name, request);
    if (id.filter(text -> text.length() > LONGEST_ID).isPresent()) {
      errors.add(new FieldError(name, "TOO_LONG", Map.of("max", LONGEST_ID)));
    }
    return id;
  }

  /** A day in Morocco. */
  private static Optional<LocalDate> day(String name, Request request, List<FieldError> errors) {
    try {
      return given(name, request).map(text -> LocalDate.parse(text, DAY));
    } catch (DateTimeException e) {
      errors.add(new FieldError(name, "WRONG_TYPE", Map.of()));
      return Optional.empty();
    }
  }

  private static Instant begins(LocalDate day) {
    return day.atStartOfDay(MOROCCO).toInstant();
  }

  private static Map<String, Object> json(Entry entry, Messages messages) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", entry.at());
    json.put("kind", entry.kind());
    json.put("text", words(entry, messages));
    json.put("by", entry.by().orElse(null));
    json.put("idea", entry.idea().orElse(null));
    json.put("round", entry.round().orElse(null));
    json.put("member", entry.member().orElse(null));
    return json;
  }

  private static List<String> line(Entry entry, Messages messages) {
    return List.of(
        TIME.format(entry.at()),
        entry.kind(),
        words(entry, messages),
        entry.by().map(Person::name).orElse(""),
        entry.idea().map(Subject::id).orElse(""),
        entry.idea().map(Subject::trackingCode).orElse(""),
        entry.round().orElse(""),
        entry.member().map(Person::name).orElse(""));
  }

  private static String words(Entry entry, Messages messages) {
    String key = "history." + entry.kind();
    return messages.text(messages.has(key) ? key : "history.OTHER");
  }
}
