package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import twiza.access.Cursors;
import twiza.access.Fingerprints;
import twiza.event.Audit;
import twiza.idea.Listing;
import twiza.idea.TrackingCode;

/**
 * The history of a region: the index of events by region and month, from the newest month to the
 * oldest; of one idea, its own partition. Region, time and idea are keys. Person and kind are not:
 * they are looked for while reading, through at most {@value #MOST_QUERIES} queries of {@value
 * #AT_ONCE} events a page; the next page goes on from there. Without a beginning it goes back a
 * year.
 */
public final class TableAudit implements Audit {

  private static final int MOST_QUERIES = 30;
  private static final int AT_ONCE = 100;
  private static final Duration A_YEAR = Duration.ofDays(366);
  private static final String IDEA = "IDEA#";
  private static final String ROUND = "ROUND#";

  private final Table table;
  private final Cursors cursors;

  public TableAudit(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.cursors = new Cursors(fingerprints);
  }

  @Override
  public Listing<Entry> entries(Filter filter, String cursor, int limit, Instant now) {
    Shelf shelf =
        filter
            .idea()
            .map(this::idOf)
            .<Shelf>map(OfIdea::new)
            .orElseGet(() -> OfRegion.of(filter, now));
    Optional<String> position = Optional.of(shelf.end());
    if (!cursor.isEmpty()) {
      position = cursors.position(filter.toString(), cursor);
      if (position.isEmpty()) {
        return new Listing.BadCursor<>();
      }
    }
    Reading reading = read(shelf, filter, position.get(), limit);
    return new Listing.Page<>(
        named(reading.found), reading.next.map(next -> cursors.at(filter.toString(), next)));
  }

  /** Whoever has a paper in hand types the tracking code on it. */
  private String idOf(String idOrCode) {
    return TrackingCode.parse(idOrCode)
        .flatMap(code -> table.get(Keys.tracking(code)))
        .map(item -> item.text("id"))
        .orElse(idOrCode);
  }

  /** Events in the order of their sort keys, in one partition or in several, one after another. */
  private sealed interface Shelf {

    /** Before all of it. */
    String start();

    /** Behind all of it. */
    String end();

    /** The partition in which to look for what comes before a position. */
    QueryRequest.Builder query();

    /** The name of the sort key's attribute. */
    String sortKey();

    String partition(String position);

    /** Where to go on, once the partition has nothing before the position; empty at the end. */
    Optional<String> before(String position);
  }

  private record OfIdea(String id) implements Shelf {

    @Override
    public String start() {
      return Keys.EVENT;
    }

    @Override
    public String end() {
      return Keys.EVENT + "~";
    }

    @Override
    public QueryRequest.Builder query() {
      return QueryRequest.builder()
          .keyConditionExpression("PK = :of AND SK BETWEEN :start AND :end");
    }

    @Override
    public String sortKey() {
      return "SK";
    }

    @Override
    public String partition(String position) {
      return IDEA + id;
    }

    @Override
    public Optional<String> before(String position) {
      return Optional.empty();
    }
  }

  private record OfRegion(String region, String start, String end) implements Shelf {

    static OfRegion of(Filter filter, Instant now) {
      Instant to = filter.to().filter(now::isAfter).orElse(now.plusMillis(1));
      Instant from = filter.from().orElse(to.minus(A_YEAR));
      Instant end = to.isBefore(from) ? from : to;
      return new OfRegion(filter.region(), Keys.instant(from), Keys.instant(end));
    }

    @Override
    public QueryRequest.Builder query() {
      return QueryRequest.builder()
          .indexName("GSI3")
          .keyConditionExpression("GSI3PK = :of AND GSI3SK BETWEEN :start AND :end");
    }

    @Override
    public String sortKey() {
      return "GSI3SK";
    }

    @Override
    public String partition(String position) {
      return Keys.audit(region, month(position));
    }

    @Override
    public Optional<String> before(String position) {
      String month = month(position).toString();
      String last = month(position).minusMonths(1) + "~";
      return start.compareTo(month) < 0 ? Optional.of(last) : Optional.empty();
    }

    private static YearMonth month(String position) {
      return YearMonth.parse(position.substring(0, "uuuu-MM".length()));
    }
  }

  /**
   * @param next the position of the last event that was read; empty when none is left
   */
  private record Reading(List<Item> found, Optional<String> next) {}

  private Reading read(Shelf shelf, Filter filter, String from, int limit) {
    List<Item> found = new ArrayList<>();
    String position = from;
    for (int query = 0; query < MOST_QUERIES; query++) {
      QueryResponse page = page(shelf, position);
      for (Item item : page.items().stream().map(Item::new).toList()) {
        String place = item.text(shelf.sortKey());
        if (place.equals(position)) {
          continue;
        }
        if (found.size() == limit) {
          return new Reading(found, Optional.of(position));
        }
        position = place;
        if (matches(item, filter)) {
          found.add(item);
        }
      }
      if (!page.hasLastEvaluatedKey()) {
        Optional<String> before = shelf.before(position);
        if (before.isEmpty()) {
          return new Reading(found, Optional.empty());
        }
        position = before.get();
      }
    }
    return new Reading(found, Optional.of(position));
  }

  private QueryResponse page(Shelf shelf, String position) {
    return table.page(
        shelf
            .query()
            .expressionAttributeValues(
                Map.of(
                    ":of", Item.attribute(shelf.partition(position)),
                    ":start", Item.attribute(shelf.start()),
                    ":end", Item.attribute(position)))
            .scanIndexForward(false)
            .limit(AT_ONCE));
  }

  private static boolean matches(Item item, Filter filter) {
    Instant at = item.instant("at");
    return item.textOrEmpty("region").equals(filter.region())
        && filter.person().filter(it -> !concerns(it, item)).isEmpty()
        && filter.kind().filter(it -> !it.equals(item.text("kind"))).isEmpty()
        && filter.from().filter(at::isBefore).isEmpty()
        && filter.to().filter(to -> !at.isBefore(to)).isEmpty();
  }

  private static boolean concerns(String person, Item item) {
    return person.equals(item.textOrEmpty("by")) || person.equals(item.textOrEmpty("member"));
  }

  /** The names are one read, and the codes another. */
  private List<Entry> named(List<Item> events) {
    TreeSet<String> people = new TreeSet<>();
    TreeSet<String> ideas = new TreeSet<>();
    for (Item event : events) {
      event.optionalText("by").ifPresent(people::add);
      event.optionalText("member").ifPresent(people::add);
      idea(event).ifPresent(ideas::add);
    }
    Map<Key, Item> members = all(people.stream().map(Keys::member).toList());
    Map<Key, Item> heads = all(ideas.stream().map(Keys::idea).toList());
    return events.stream().map(event -> entry(event, members, heads)).toList();
  }

  private Map<Key, Item> all(List<Key> keys) {
    Map<Key, Item> found = new HashMap<>();
    keys.stream()
        .gather(Gatherers.windowFixed(AT_ONCE))
        .forEach(some -> found.putAll(table.getAllLately(some)));
    return found;
  }

  private static Entry entry(Item event, Map<Key, Item> members, Map<Key, Item> heads) {
    return new Entry(
        event.instant("at"),
        event.text("kind"),
        event.optionalText("by").map(id -> person(id, members)),
        idea(event).map(id -> new Subject(id, textOf(heads.get(Keys.idea(id)), "trackingCode"))),
        about(ROUND, event),
        event.optionalText("member").map(id -> person(id, members)));
  }

  private static Person person(String id, Map<Key, Item> members) {
    return new Person(id, textOf(members.get(Keys.member(id)), "name"));
  }

  private static String textOf(Item item, String name) {
    return item == null ? "" : item.textOrEmpty(name);
  }

  private static Optional<String> idea(Item event) {
    return about(IDEA, event);
  }

  /** The id of what it happened to, if that is of this kind. */
  private static Optional<String> about(String kind, Item event) {
    return Optional.of(event.key().partition())
        .filter(partition -> partition.startsWith(kind))
        .map(partition -> partition.substring(kind.length()));
  }
}
