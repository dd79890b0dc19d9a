package twiza.interests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.place.Language;
import twiza.place.Places;
import twiza.place.Region;
import twiza.text.Messages;
import twiza.uptake.Interest;
import twiza.uptake.Party;
import twiza.uptake.Phoning;
import twiza.uptake.Uptakes.Listed;
import twiza.uptake.Whom;

/**
 * An interest as staff see it. A contact stands there only where somebody has to be called, and the
 * other one's only once the author has agreed.
 */
final class DeskJson {

  private static final String WHATSAPP = "whatsapp.uptake.";

  private final Places places;

  DeskJson(Places places) {
    this.places = places;
  }

  /** One of the two, as they are reached. */
  private record Reached(String name, Contact contact, Language language) {}

  /**
   * @param region whose delegation calls
   * @param words of whoever reads
   */
  Map<String, Object> item(Listed listed, String region, Messages words) {
    Interest it = listed.interest();
    Optional<Party.Person> person = listed.party().flatMap(Party::person);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("idea", listed.idea());
    json.put("title", listed.title());
    json.put("id", it.id());
    json.putAll(InterestJson.of(it));
    json.put("organisation", person.map(Party.Person::organisation).filter(s -> !s.isEmpty()));
    json.put("number", person.map(Party.Person::number).filter(s -> !s.isEmpty()));
    json.put("why", person.map(Party.Person::why));
    json.put("learnt", listed.party().map(Party::learnt).filter(s -> !s.isEmpty()));
    json.put("flagged", it.flagged());
    json.put("mayReport", PartyJson.mayReport(it));
    json.put(
        "calls",
        Stream.of(Whom.values())
            .filter(it.calls()::containsKey)
            .map(whom -> call(listed, whom, region, words))
            .toList());
    return json;
  }

  private Map<String, Object> call(Listed listed, Whom whom, String region, Messages words) {
    Phoning call = listed.interest().calls().get(whom);
    Optional<Reached> reached = reached(listed, whom);
    Optional<Reached> other =
        listed.interest().stage().isUnderway()
            ? reached(listed, whom == Whom.AUTHOR ? Whom.PARTY : Whom.AUTHOR)
            : Optional.empty();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("whom", whom);
    json.put("since", call.since());
    json.put("attempts", call.attempts());
    json.put("about", call.about());
    json.put("text", words.text(about("uptake.call.", listed, whom, words)));
    json.put("reach", reached.map(r -> InterestJson.contact(r.name(), r.contact())));
    json.put("language", reached.map(r -> r.language().tag()));
    json.put("tell", other.map(o -> InterestJson.contact(o.name(), o.contact())));
    json.put("whatsapp", reached.flatMap(r -> whatsapp(r, listed, whom, other, region)));
    return json;
  }

  /** Whoever joins an author is spoken of in other words, where there are some. */
  private static String about(String prefix, Listed listed, Whom whom, Messages words) {
    String key = prefix + whom + "." + listed.interest().calls().get(whom).about();
    String joining = key + "." + listed.interest().aim();
    return words.has(joining) ? joining : key;
  }

  /** An author on their own way has nobody else to reach. */
  private static Optional<Reached> reached(Listed listed, Whom whom) {
    return switch (whom) {
      case AUTHOR -> listed.author().map(DeskJson::reached);
      case PARTY ->
          listed
              .party()
              .flatMap(Party::person)
              .map(p -> new Reached(p.name(), p.contact(), p.language()));
    };
  }

  private static Reached reached(Author author) {
    return new Reached(author.name(), author.contact(), author.language());
  }

  private Optional<String> whatsapp(
      Reached reached, Listed listed, Whom whom, Optional<Reached> other, String region) {
    return reached.contact() instanceof Contact.Phone(String number)
        ? Optional.of(
            "https://wa.me/"
                + number.substring(1)
                + "?text="
                + encoded(message(reached, listed, whom, other, region)))
        : Optional.empty();
  }

  private String message(
      Reached reached, Listed listed, Whom whom, Optional<Reached> other, String region) {
    Messages words = Messages.in(reached.language());
    String key = about(WHATSAPP, listed, whom, words);
    String news = words.text(words.has(key) ? key : WHATSAPP + "OTHER");
    String tell =
        other
            .map(
                o ->
                    words.text(
                        WHATSAPP + "contact", "name", o.name(), "contact", o.contact().value()))
            .orElse("");
    String place = places.region(region).map(Region::name).orElseThrow().in(reached.language());
    return words.text(
        WHATSAPP + "text",
        "name",
        reached.name(),
        "region",
        place,
        "title",
        listed.title(),
        "news",
        tell.isEmpty() ? news : news + " " + tell);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
