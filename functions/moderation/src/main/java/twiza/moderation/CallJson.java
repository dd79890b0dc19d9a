package twiza.moderation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Call;
import twiza.idea.Calls.ToCall;
import twiza.idea.Calls.Told;
import twiza.idea.Consented;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.place.Places;
import twiza.place.Region;
import twiza.text.Messages;

/** Whom to call and what to tell them, as JSON. */
final class CallJson {

  private static final String NEWS = "whatsapp.news.";

  private final Places places;

  CallJson(Places places) {
    this.places = places;
  }

  /**
   * @param text the kind in words, in the language of whoever calls
   * @param reason given by the moderator; null when none was
   */
  record ToHear(String kind, String text, Optional<String> reason) {}

  /**
   * @param toHear null when the history does not tell
   * @param whatsapp address that opens a message to the author, written already; null for whoever
   *     gave no number
   */
  record Entry(
      Call.Why why,
      Instant since,
      int attempts,
      Optional<ToHear> toHear,
      Optional<String> whatsapp) {}

  /**
   * @param name null once erased, like all that is known of the author
   * @param consented whether the author's consent is recorded
   */
  record Item(
      String id,
      String title,
      Optional<String> name,
      Optional<String> email,
      Optional<String> phone,
      Optional<String> language,
      Optional<Boolean> consented,
      Entry call) {}

  /**
   * @param region whose delegation calls
   * @param words of whoever calls
   */
  Item item(ToCall call, String region, Messages words) {
    Optional<Author> author = call.author();
    return new Item(
        call.id(),
        call.title(),
        author.map(Author::name),
        author.flatMap(CallJson::email),
        author.flatMap(CallJson::phone),
        author.map(a -> a.language().tag()),
        author.map(a -> a.consent().on() != Consented.NONE),
        new Entry(
            call.why(),
            call.since(),
            call.attempts(),
            call.told().map(told -> toHear(told, words)),
            author.flatMap(a -> whatsapp(a, call.title(), call.told(), region))));
  }

  /** The call that an idea's author waits for, if they do. */
  Optional<Entry> of(Dossier dossier, Messages words) {
    return dossier.idea().call().map(call -> entry(dossier, call, words));
  }

  private Entry entry(Dossier dossier, Call call, Messages words) {
    Optional<Told> told =
        dossier.happening(call.told()).map(h -> new Told(h.event().code(), h.reason()));
    String title = dossier.latest().map(Revision::sheet).map(Sheet::title).orElse("");
    String region = dossier.idea().region();
    return new Entry(
        call.why(),
        call.since(),
        call.attempts(),
        told.map(t -> toHear(t, words)),
        dossier.author().flatMap(author -> whatsapp(author, title, told, region)));
  }

  private static ToHear toHear(Told told, Messages words) {
    String text = words.text("history." + told.kind());
    return new ToHear(told.kind(), text, given(told.reason()));
  }

  private Optional<String> whatsapp(
      Author author, String title, Optional<Told> told, String region) {
    return phone(author)
        .map(number -> number.substring(1))
        .map(
            digits ->
                "https://wa.me/"
                    + digits
                    + "?text="
                    + encoded(message(author, title, told, region)));
  }

  private String message(Author author, String title, Optional<Told> told, String region) {
    Messages words = Messages.in(author.language());
    String key = told.map(t -> NEWS + t.kind()).filter(words::has).orElse(NEWS + "OTHER");
    String news =
        told.flatMap(t -> given(t.reason()))
            .map(reason -> words.text(key) + " " + words.text("whatsapp.reason", "reason", reason))
            .orElseGet(() -> words.text(key));
    String place = places.region(region).map(Region::name).orElseThrow().in(author.language());
    return words.text(
        "whatsapp.text", "name", author.name(), "region", place, "title", title, "news", news);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static Optional<String> phone(Author author) {
    return author.contact() instanceof Contact.Phone(String number)
        ? Optional.of(number)
        : Optional.empty();
  }

  static Optional<String> email(Author author) {
    return author.contact() instanceof Contact.Email(String address)
        ? Optional.of(address)
        : Optional.empty();
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
