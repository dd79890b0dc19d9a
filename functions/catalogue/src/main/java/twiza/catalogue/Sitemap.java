package twiza.catalogue;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import twiza.http.FieldError;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.place.Language;
import twiza.place.Places;
import twiza.place.Province;
import twiza.place.Region;
import twiza.place.Sector;
import twiza.text.Messages;

/**
 * The pages of the site for search engines, as sitemaps.org has it: an index, one part for the
 * pages that are always there, and one for each shelf of a province and a sector with its newest
 * {@value #MOST_IDEAS} ideas. The index reads nothing, a part at most five pages of a list, however
 * large the bank is; what is older is linked from the shelf's page.
 */
final class Sitemap {

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final int MOST_IDEAS = 500;
  private static final int AT_ONCE = 100;
  private static final String PAGES = "pages";

  private static final List<String> ALWAYS =
      List.of("/", "/ideas/", "/needs/", "/rounds/", "/submit/", "/privacy/", "/terms/");

  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /api/
      Disallow: /*/receipt/
      Disallow: /*/follow/
      Disallow: /*/decide/
      Disallow: /*/confirm/
      Disallow: /*/jury/
      Disallow: /*/desk/
      """;

  private final Shelves shelves;
  private final Places places;

  Sitemap(Shelves shelves, Places places) {
    this.shelves = shelves;
    this.places = places;
  }

  /** Something that may be read in each language. */
  private record Place(String path, Optional<String> changed) {}

  /**
   * The index; with {@code part=pages}, or a province and a sector, one of its parts.
   *
   * @throws Problem 404 when nobody says at which address the site is
   */
  Reply answer(Request request) {
    String site = request.site();
    if (site.isEmpty()) {
      throw Problem.notFound();
    }
    String part = request.query("part");
    String province = request.query("province");
    String sector = request.query("sector");
    if (part.isEmpty() && province.isEmpty() && sector.isEmpty()) {
      return reply(index(site), request);
    }
    if (part.equals(PAGES)) {
      List<Place> always = ALWAYS.stream().map(path -> new Place(path, Optional.empty())).toList();
      return reply(part(site, always), request);
    }
    return reply(part(site, shelf(province, sector)), request);
  }

  /** What search engines leave alone, and where the sitemap is, which has to be a whole address. */
  Reply robots(Request request) {
    String site = request.site();
    String sitemap = site.isEmpty() ? "" : "\nSitemap: " + site + "/sitemap.xml\n";
    return Reply.of(200, "text/plain; charset=utf-8", ROBOTS + sitemap).shared(request);
  }

  private static Reply reply(String xml, Request request) {
    return Reply.of(200, "application/xml; charset=utf-8", xml).shared(request);
  }

  private List<Province> provinces() {
    return places.joinedRegions().stream().map(Region::provinces).flatMap(List::stream).toList();
  }

  private List<Place> shelf(String province, String sector) {
    List<FieldError> errors = new ArrayList<>();
    if (provinces().stream().map(Province::code).noneMatch(province::equals)) {
      errors.add(new FieldError("province", "UNKNOWN_CODE", Map.of()));
    }
    if (places.sector(sector).isEmpty()) {
      errors.add(new FieldError("sector", "UNKNOWN_CODE", Map.of()));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    List<Place> found = new ArrayList<>();
    String list = "/ideas/?province=" + province + "&sector=" + sector;
    found.add(new Place(list, Optional.empty()));
    Search search = new Search("", province, sector, "", AT_ONCE);
    Optional<String> next = Optional.of("");
    while (next.isPresent() && found.size() < MOST_IDEAS) {
      Listing.Page<Card> page = shelves.page(search.from(next.get(), AT_ONCE));
      page.items().stream()
          .map(
              card ->
                  new Place(
                      "/ideas/" + card.id() + "/", Optional.of(card.publishedAt().toString())))
          .forEach(found::add);
      next = page.next();
    }
    return found;
  }

  private static List<Language> languages() {
    return Stream.of(Language.values())
        .filter(language -> !Messages.in(language).underReview())
        .toList();
  }

  /** Writes what stands within the root. */
  @FunctionalInterface
  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static String document(String root, Content content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeNamespace("xhtml", XHTML);
      content.write(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private String index(String site) {
    return document(
        "sitemapindex",
        xml -> {
          sitemap(xml, site + "/sitemap.xml?part=" + PAGES);
          for (Province province : provinces()) {
            for (Sector sector : places.sectors()) {
              String shelf = "?province=" + province.code() + "&sector=" + sector.code();
              sitemap(xml, site + "/sitemap.xml" + shelf);
            }
          }
        });
  }

  private static void sitemap(XMLStreamWriter xml, String address) throws XMLStreamException {
    xml.writeStartElement("sitemap");
    element(xml, "loc", address);
    xml.writeEndElement();
  }

  private static String part(String site, List<Place> pages) {
    return document(
        "urlset",
        xml -> {
          for (Place place : pages) {
            for (Language language : languages()) {
              url(xml, site, place, language);
            }
          }
        });
  }

  private static void url(XMLStreamWriter xml, String site, Place place, Language language)
      throws XMLStreamException {
    xml.writeStartElement("url");
    element(xml, "loc", site + "/" + language.tag() + place.path());
    if (place.changed().isPresent()) {
      element(xml, "lastmod", place.changed().get());
    }
    for (Language other : languages()) {
      xml.writeEmptyElement("xhtml", "link", XHTML);
      xml.writeAttribute("rel", "alternate");
      xml.writeAttribute("hreflang", other.tag());
      xml.writeAttribute("href", site + "/" + other.tag() + place.path());
    }
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String content)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }
}
