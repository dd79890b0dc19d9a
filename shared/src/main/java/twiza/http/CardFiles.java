package twiza.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Publication;
import twiza.place.Language;
import twiza.place.Name;
import twiza.place.Places;
import twiza.place.Province;
import twiza.place.Region;
import twiza.place.Sector;
import twiza.text.CsvText;
import twiza.text.Messages;

/**
 * A list of ideas, to be taken away: CSV for spreadsheets, JSON for programs, Atom for feed
 * readers. A file stays below a megabyte; what is left is behind its {@code Link} header.
 */
public final class CardFiles {

  private static final int AT_ONCE = 100;
  private static final int IN_A_FEED = 50;

  /** Bytes; below a megabyte by more than a hundred of the longest ideas take. */
  private static final int FULL = 600_000;

  /** Bytes of everything about an idea that its author did not write. */
  private static final int LONGEST_REST = 500;

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "address",
          "publishedAt",
          "title",
          "summary",
          "region",
          "province",
          "commune",
          "sector",
          "maturity",
          "intention",
          "uptake",
          "kind",
          "name",
          "language");

  private final String name;
  private final int most;
  private final String title;
  private final Places places;
  private final Function<Request, Asked> asks;

  /**
   * @param name of the list in addresses, and of its files
   * @param most ideas in a file
   * @param title the message that names the list
   * @param asks what a request asks for; refuses what makes no sense with a {@link Problem}
   */
  public CardFiles(
      String name, int most, String title, Places places, Function<Request, Asked> asks) {
    this.name = name;
    this.most = most;
    this.title = title;
    this.places = places;
    this.asks = asks;
  }

  /** A list, which is read page by page. */
  @FunctionalInterface
  public interface Pages {
    Listing.Page<Card> from(String cursor, int limit);
  }

  /**
   * What somebody asked for.
   *
   * @param query by name and value, without what says from where and how much
   * @param cursor from where; empty for the first
   */
  public record Asked(List<Map.Entry<String, String>> query, String cursor, Pages pages) {

    /** The same question from elsewhere, from the question mark on; empty when nothing is asked. */
    private String from(String elsewhere) {
      StringJoiner joined = new StringJoiner("&", "?", "").setEmptyValue("");
      query.forEach(field -> add(joined, field.getKey(), field.getValue()));
      add(joined, "cursor", elsewhere);
      return joined.toString();
    }

    private static void add(StringJoiner query, String field, String value) {
      if (!value.isEmpty()) {
        query.add(field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
  }

  private record Part(List<Card> cards, Optional<String> next) {}

  /** Page after page, as long as the file takes them. */
  private Part part(Asked asked) {
    List<Card> cards = new ArrayList<>();
    Optional<String> next = Optional.of(asked.cursor());
    int bytes = 0;
    while (next.isPresent() && bytes < FULL && cards.size() < most) {
      Listing.Page<Card> page = asked.pages().from(next.get(), AT_ONCE);
      cards.addAll(page.items());
      bytes += page.items().stream().mapToInt(CardFiles::size).sum();
      next = page.next();
    }
    return new Part(cards, next);
  }

  /** Bytes in a file, at most. */
  private static int size(Card card) {
    int written =
        bytes(card.title())
            + bytes(card.summary())
            + bytes(card.commune())
            + bytes(card.name().orElse(""));
    return written + LONGEST_REST;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * @throws Problem 422 when there is no such language
   */
  public Reply csv(Request request) {
    Asked asked = asks.apply(request);
    Language language = columnsIn(request);
    Part part = part(asked);
    Messages messages = Messages.in(language);
    CsvText csv = new CsvText();
    csv.row(COLUMNS.stream().map(column -> messages.text("ideas.column." + column)).toList());
    part.cards().forEach(card -> csv.row(line(card, language, request.site())));
    Reply reply =
        Reply.of(200, "text/csv; charset=utf-8", csv.toString())
            .with("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    return linked(reply, asked, part, "&language=" + language.tag()).shared(request);
  }

  /** The answer is kept for whoever asks, so that the header of a browser can't choose. */
  private static Language columnsIn(Request request) {
    String tag = request.query("language");
    return tag.isEmpty()
        ? Language.FR
        : Language.ofTag(tag).orElseThrow(() -> Problem.invalid("language", "UNKNOWN_CODE"));
  }

  private List<String> line(Card card, Language page, String site) {
    Messages messages = Messages.in(page);
    Language language = messages.textLanguage();
    return List.of(
        card.id(),
        site + address(card, page),
        card.publishedAt().toString(),
        card.title(),
        card.summary(),
        places.region(card.region()).map(Region::name).map(in(language)).orElse(card.region()),
        places
            .province(card.province())
            .map(Province::name)
            .map(in(language))
            .orElse(card.province()),
        card.commune(),
        places.sector(card.sector()).map(Sector::name).map(in(language)).orElse(card.sector()),
        card.maturity().map(it -> messages.text("maturity." + it)).orElse(""),
        card.intention().map(it -> messages.text("intention.public." + it)).orElse(""),
        messages.text("taken." + card.uptake().state()),
        messages.text("kind." + card.kind()),
        card.name().orElse(""),
        card.language().tag());
  }

  private static Function<Name, String> in(Language language) {
    return name -> name.in(language);
  }

  private static String address(Card card, Language language) {
    return "/" + language.tag() + "/ideas/" + card.id() + "/";
  }

  /** Cards as lists have them. */
  public Reply json(Request request) {
    Asked asked = asks.apply(request);
    Part part = part(asked);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("items", part.cards().stream().map(CardJson::of).toList());
    json.put("next", part.next());
    Reply reply =
        Reply.json(200, json)
            .with("Content-Disposition", "attachment; filename=\"" + name + ".json\"");
    return linked(reply, asked, part, "").shared(request);
  }

  private static Reply linked(Reply reply, Asked asked, Part part, String more) {
    return part.next()
        .map(cursor -> "<" + asked.from(cursor) + more + ">; rel=\"next\"")
        .map(link -> reply.with("Link", link))
        .orElse(reply);
  }

  /**
   * The first of a list; what follows is behind the link to the next page of the feed.
   *
   * @throws Problem 404 when there is no such language
   */
  public Reply atom(Request request) {
    Language language = Language.ofTag(request.path("language")).orElseThrow(Problem::notFound);
    Asked asked = asks.apply(request);
    Listing.Page<Card> page = asked.pages().from(asked.cursor(), IN_A_FEED);
    Instant updated =
        page.items().stream()
            .map(Card::publishedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    String list = "/" + language.tag() + "/" + name;
    AtomText feed =
        new AtomText(
            language, Messages.in(language).text(title), list + "/" + asked.from(""), updated);
    page.next().ifPresent(cursor -> feed.next(list + ".atom" + asked.from(cursor)));
    page.items().forEach(card -> feed.entry(entry(card, language)));
    return feed.reply(request);
  }

  private static AtomText.Entry entry(Card card, Language language) {
    Optional<Publication.Title> translated =
        card.titles().stream().filter(title -> title.language() == language).findFirst();
    return new AtomText.Entry(
        card.id(),
        translated.map(Publication.Title::title).orElse(card.title()),
        card.publishedAt(),
        address(card, language),
        translated.map(Publication.Title::summary).orElse(card.summary()),
        card.name().orElse(""));
  }
}
