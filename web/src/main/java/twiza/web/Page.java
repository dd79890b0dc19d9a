package twiza.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twiza.place.Language;
import twiza.place.Name;
import twiza.place.Places;
import twiza.place.Province;
import twiza.place.Region;
import twiza.place.Sector;
import twiza.text.Facts;
import twiza.text.Formats;
import twiza.text.Messages;

/** One page in one language: what every template needs to write it. */
public final class Page {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private final Language language;
  private final String path;
  private final String key;
  private final Messages messages;
  private final Formats formats;
  private final Places places;
  private final Assets assets;
  private final Facts facts;

  /**
   * @param path the page's address without its language, such as {@code /submit/}
   * @param key prefix of the messages {@code <key>.title} and {@code <key>.description}
   */
  Page(Messages messages, String path, String key, Places places, Assets assets, Facts facts) {
    this.language = messages.language();
    this.path = path;
    this.key = key;
    this.messages = messages;
    this.formats = Formats.of(messages);
    this.places = places;
    this.assets = assets;
    this.facts = facts;
  }

  public Language language() {
    return language;
  }

  /** The BCP 47 tag of the language that the page's text is really in. */
  public String lang() {
    return messages.textLanguage().tag();
  }

  public String dir() {
    return messages.dir();
  }

  public Language[] languages() {
    return new Language[] {Language.FR, Language.AR, Language.ZGH, Language.EN};
  }

  public String title() {
    return text(key + ".title");
  }

  public String description() {
    return text(key + ".description");
  }

  public String text(String message) {
    return marked(message, messages.text(message));
  }

  public String text(String message, Object... namesAndValues) {
    return marked(message, messages.text(message, namesAndValues));
  }

  /** On a page that is Tamazight by now, what is not yet says that it is Arabic. */
  private String marked(String message, String text) {
    return hasStandIns() && messages.isStandIn(message) ? StandIns.marked(text) : text;
  }

  boolean hasStandIns() {
    return messages.textLanguage() == Language.ZGH;
  }

  /** The BCP 47 tag of the language that a sentence is really in. */
  public String langOf(String message) {
    return hasStandIns() && messages.isStandIn(message) ? Language.AR.tag() : lang();
  }

  /** The forms of a sentence that counts, as {@code few:# …|other:# …}; for a script. */
  public String forms(String message) {
    return messages.startingWith(message + ".").entrySet().stream()
        .map(
            form ->
                form.getKey().substring(message.length() + 1)
                    + ":"
                    + form.getValue().replace("{count}", "#"))
        .collect(Collectors.joining("|"));
  }

  public boolean has(String message) {
    return messages.has(message);
  }

  /** A sentence in another language than the page's. */
  public String textIn(Language other, String message) {
    return Messages.in(other).text(message);
  }

  /** What the house says in a language, one message a line; what a delegation may replace. */
  public String house(Language other, String prefix) {
    return String.join("\n", Messages.in(other).startingWith(prefix).values());
  }

  /** What can happen to an idea, a member of staff or a region: the words by the code. */
  public Map<String, String> happenings() {
    Map<String, String> words = new LinkedHashMap<>();
    messages
        .startingWith("history.")
        .forEach((name, text) -> words.put(name.substring("history.".length()), text));
    words.remove("OTHER");
    return words;
  }

  /** The ids of what a field is described by: its refusal, and its hint where it has one. */
  public String describedBy(String field) {
    return describedBy(field, "field." + field);
  }

  /**
   * @param key prefix of the field's messages
   */
  public String describedBy(String field, String key) {
    return has(key + ".hint") ? "e-" + field + " h-" + field : "e-" + field;
  }

  /** A sentence about something a user wrote: the values are escaped and stand isolated. */
  public Content isolating(String message, String... namesAndValues) {
    return output -> {
      String sentence = text(message);
      Matcher placeholder = PLACEHOLDER.matcher(sentence);
      int from = 0;
      while (placeholder.find()) {
        output.writeUserContent(sentence.substring(from, placeholder.start()));
        writeIsolated(output, placeholder.group(1), namesAndValues);
        from = placeholder.end();
      }
      output.writeUserContent(sentence.substring(from));
    };
  }

  private static void writeIsolated(TemplateOutput output, String name, String... namesAndValues) {
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equals(name)) {
        String value = namesAndValues[i + 1];
        output.writeContent(isAscii(value) ? "<bdi dir=\"ltr\">" : "<bdi>");
        output.writeUserContent(value);
        output.writeContent("</bdi>");
      }
    }
  }

  /** Addresses and phone numbers read from left to right, even where no letter says so. */
  private static boolean isAscii(String value) {
    return value.chars().allMatch(character -> character < 128);
  }

  /** The address of a page of this language. */
  public String to(String otherPath) {
    return "/" + language.tag() + otherPath;
  }

  /** The address of this page in another language; of its only page, while that is reviewed. */
  public String in(Language other) {
    return "/" + other.tag() + (Messages.in(other).underReview() ? "/" : path);
  }

  /** The address of this page. */
  public String here() {
    return to(path);
  }

  /** The languages in which this page can be read. */
  public List<Language> translations() {
    return Stream.of(languages()).filter(other -> !Messages.in(other).underReview()).toList();
  }

  /** Whether this is that page, however it is filtered. */
  public boolean isAt(String otherPath) {
    return path.equals(otherPath) || path.startsWith(otherPath + "?");
  }

  public String asset(String name) {
    return assets.address(name);
  }

  /** The addresses of the modules that a script is made of, besides itself. */
  public List<String> imports(String script) {
    return assets.imports(script);
  }

  /** The address of what a script says in the page's language. */
  public String sentences(String script) {
    return assets.sentences(script, language);
  }

  public Formats formats() {
    return formats;
  }

  public List<Region> regions() {
    return places.joinedRegions();
  }

  /** The region whose delegation the page names: the first that has joined. */
  public Region region() {
    return places.joinedRegions().getFirst();
  }

  public List<Sector> sectors() {
    return places.sectors();
  }

  /** A place or a sector in the language that the text around it is really in. */
  public String name(Name name) {
    String told = name.in(messages.textLanguage());
    return hasStandIns() && name.zgh().isEmpty() ? StandIns.marked(told) : told;
  }

  public String province(String code) {
    return places.province(code).map(Province::name).map(this::name).orElse(code);
  }

  public String sector(String code) {
    return places.sector(code).map(Sector::name).map(this::name).orElse(code);
  }

  /** What can be chosen in a filter of the search, in words. */
  public String choice(String filter, String code) {
    return switch (filter) {
      case "region" -> places.region(code).map(Region::name).map(this::name).orElse(code);
      case "province" -> province(code);
      case "sector" -> sector(code);
      case "intention" -> text("intention.public." + code);
      case "uptake" -> text("taken." + code);
      default -> text(filter + "." + code);
    };
  }

  /** The name of the delegation that answers for the page. */
  public String delegation() {
    return delegation(region());
  }

  /** The name of the delegation of a region. */
  public String delegation(Region region) {
    String name = region.contact().name(language);
    if (name.isEmpty()) {
      return text("site.delegation", "region", name(region.name()));
    }
    return hasStandIns() ? StandIns.marked(name) : name;
  }

  /** A fact the delegation has stated, or the words that say that it is to be confirmed. */
  public String fact(String name) {
    return orToBeConfirmed(facts.fact(name, language));
  }

  public String orToBeConfirmed(String fact) {
    return Objects.requireNonNull(fact).isEmpty() ? text("site.toBeConfirmed") : fact;
  }
}
