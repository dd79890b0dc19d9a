package twiza.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import twiza.http.CardJson;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
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
 * Any list of the bank, to be taken away: CSV for spreadsheets, JSON for programs, Atom for feed
 * readers. A file holds at most {@value #MOST_IDEAS} ideas and stays below a megabyte; what is left
 * is behind its {@code Link} header.
 */
final class IdeaFiles {

  private static final int MOST_IDEAS = 1000;
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
          "kind",
          "name",
          "language");

  private final Shelves shelves;
  private final Places places;

  IdeaFiles(Shelves shelves, Places places) {
    this.shelves = shelves;
    this.places = places;
  }

  private record Part(List<Card> cards, Optional<String> next) {}

  /** Page after page, as long as the file takes them. */
  private Part part(Search search) {
    List<Card> cards = new ArrayList<>();
    Optional<String> next = Optional.of(search.cursor());
    int bytes = 0;
    while (next.isPresent() && bytes < FULL && cards.size() < MOST_IDEAS) {
      Listing.Page<Card> page = shelves.page(search.from(next.get(), AT_ONCE));
      cards.addAll(page.items());
      bytes += page.items().stream().mapToInt(IdeaFiles::size).sum();
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

  Reply csv(Request request) {
    Search search = Search.of(request, places);
    Language language = columnsIn(request);
    Part part = part(search);
    Messages messages = Messages.in(language);
    CsvText csv = new CsvText();
    csv.row(COLUMNS.stream().map(column -> messages.text("ideas.column." + column)).toList());
    part.cards().forEach(card -> csv.row(line(card, language, request.site())));
    Reply reply =
        Reply.of(200, "text/csv; charset=utf-8", csv.toString())
            .with("Content-Disposition", "attachment; filename=\"ideas.csv\"");
    return linked(reply, search, part, "&language=" + language.tag()).shared(request);
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

  Reply json(Request request) {
    Search search = Search.of(request, places);
    Part part = part(search);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("items", part.cards().stream().map(CardJson::of).toList());
    json.put("next", part.next());
    Reply reply =
        Reply.json(200, json).with("Content-Disposition", "attachment; filename=\"ideas.json\"");
    return linked(reply, search, part, "").shared(request);
  }

  private static Reply linked(Reply reply, Search search, Part part, String more) {
    return part.next()
        .map(cursor -> "<" + query(search, cursor) + more + ">; rel=\"next\"")
        .map(link -> reply.with("Link", link))
        .orElse(reply);
  }

  /** The same question, from where the answer ended. */
  private static String query(Search search, String cursor) {
    StringJoiner query = new StringJoiner("&", "?", "");
    add(query, "region", search.region());
    add(query, "province", search.province());
    add(query, "sector", search.sector());
    add(query, "cursor", cursor);
    return query.toString();
  }

  private static void add(StringJoiner query, String name, String value) {
    if (!value.isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /** The newest of a list; older ones are behind the link to the next page of the feed. */
  Reply atom(Request request) {
    Language language = Language.ofTag(request.path("language")).orElseThrow(Problem::notFound);
    Search search = Search.of(request, places);
    Listing.Page<Card> page = shelves.page(search.from(search.cursor(), IN_A_FEED));
    String list = "/" + language.tag() + "/ideas/" + query(search, "");
    Instant updated =
        page.items().stream().map(Card::publishedAt).findFirst().orElse(Instant.EPOCH);
    String bank = list.endsWith("?") ? list.substring(0, list.length() - 1) : list;
    AtomText feed = new AtomText(language, Messages.in(language).text("bank.title"), bank, updated);
    page.next()
        .ifPresent(
            cursor -> feed.next("/" + language.tag() + "/ideas.atom" + query(search, cursor)));
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
