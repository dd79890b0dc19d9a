package twiza.web;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import twiza.place.Language;
import twiza.place.Name;
import twiza.place.Places;
import twiza.place.Province;
import twiza.place.Region;
import twiza.place.Sector;
import twiza.text.Messages;

/**
 * What the script of a page says, as a small script of its own for each language: the page itself
 * stays light, and a browser keeps the sentences for as long as nobody changes one. {@code
 * shared.js} reads them.
 */
final class Sentences {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What every script speaks: refusals, dates, numbers and money. */
  private static final List<String> ALWAYS = List.of("js.", "error.", "format.", "month.");

  /** Prefixes of further messages, by the script of a page. */
  private static final Map<String, List<String>> SPOKEN =
      Map.ofEntries(
          entry(
              "audit.js",
              List.of(
                  "desk.",
                  "field.from.",
                  "field.idea.",
                  "field.kind.",
                  "field.person.",
                  "field.to.")),
          entry(
              "calls.js",
              List.of(
                  "count.",
                  "desk.",
                  "field.confirms.",
                  "field.consents.",
                  "field.note.",
                  "field.outcome.",
                  "language.")),
          entry("confirm.js", List.of("field.code.", "field.trackingCode.", "submit.errors")),
          entry("countdown.js", List.of("countdown.")),
          entry(
              "decide.js",
              List.of(
                  "choice.",
                  "decide.",
                  "field.",
                  "flag.",
                  "happening.",
                  "history.",
                  "intention.",
                  "kind.",
                  "maturity.",
                  "similar.",
                  "state.",
                  "value.")),
          entry(
              "desk-idea.js",
              List.of(
                  "award.",
                  "choice.",
                  "count.",
                  "decide.",
                  "desk.",
                  "field.",
                  "flag.",
                  "happening.",
                  "history.",
                  "intention.",
                  "kind.",
                  "maturity.",
                  "report.",
                  "similar.",
                  "state.",
                  "value.")),
          entry(
              "desk-interests.js",
              List.of(
                  "count.",
                  "desk.",
                  "field.jobs.",
                  "field.learnt.",
                  "field.members.",
                  "field.registration.",
                  "field.stage.",
                  "interest.reserved",
                  "interest.say.still",
                  "interest.stage.",
                  "language.",
                  "party.kind.",
                  "path.registration",
                  "said.IN_PREPARATION")),
          entry(
              "desk-jury.js",
              List.of(
                  "count.",
                  "desk.forbidden.",
                  "desk.jury.",
                  "desk.round.none.",
                  "desk.signIn.link",
                  "field.email.",
                  "field.language.",
                  "field.name.",
                  "juror.",
                  "language.",
                  "phase.",
                  "round.until.")),
          entry("desk-region.js", List.of("count.", "desk.")),
          entry(
              "desk-needs.js",
              List.of(
                  "desk.",
                  "count.",
                  "needs.",
                  "field.province.",
                  "field.commune.",
                  "field.sector.")),
          entry("board.js", List.of("desk.", "kind.", "field.from.", "field.to.")),
          entry("desk-guide.js", List.of("desk.", "count.")),
          entry(
              "desk-results.js",
              List.of(
                  "award.",
                  "caveat.",
                  "count.",
                  "desk.forbidden.",
                  "desk.results.",
                  "desk.round.none.",
                  "desk.round.tie.",
                  "desk.signIn.link",
                  "phase.")),
          entry(
              "desk-round.js",
              List.of(
                  "count.",
                  "countdown.",
                  "desk.",
                  "language.",
                  "phase.",
                  "round.",
                  "standing.",
                  "via.")),
          entry(
              "desk-rounds.js", List.of("count.", "desk.", "phase.", "round.live", "round.since")),
          entry("enter.js", List.of("count.", "desk.", "field.", "similar.", "submit.errors")),
          entry(
              "follow.js",
              List.of(
                  "count.",
                  "field.",
                  "field.party.members.",
                  "follow.",
                  "happening.",
                  "history.",
                  "intention.",
                  "interest.contact.",
                  "interest.reserved",
                  "interest.say.",
                  "interest.stage.",
                  "kind.",
                  "maturity.",
                  "party.kind.",
                  "path.members",
                  "path.registration",
                  "said.IN_PREPARATION",
                  "state.",
                  "submit.errors",
                  "value.")),
          entry(
              "idea.js",
              List.of(
                  "ask.done",
                  "count.",
                  "field.kind.",
                  "field.party.",
                  "field.province.",
                  "field.text.")),
          entry("import.js", List.of("desk.", "field.", "import.")),
          entry(
              "interest.js",
              List.of(
                  "count.",
                  "field.jobs.",
                  "field.learnt.",
                  "field.members.",
                  "field.registration.",
                  "field.stage.",
                  "happening.",
                  "history.",
                  "interest.",
                  "path.registration",
                  "said.IN_PREPARATION")),
          entry(
              "jury.js",
              List.of(
                  "conflict.",
                  "count.",
                  "countdown.",
                  "field.",
                  "intention.",
                  "jury.",
                  "kind.",
                  "maturity.",
                  "round.rubric.level",
                  "round.until.",
                  "value.")),
          entry(
              "link.js",
              List.of("field.email.", "field.trackingCode.", "link.", "state.", "submit.errors")),
          entry(
              "me.js",
              List.of(
                  "desk.", "field.digestHour.", "field.language.", "field.mails.", "field.name.")),
          entry("offline.js", List.of()),
          entry("poster.js", List.of("desk.")),
          entry("queue.js", List.of("desk.", "flag.")),
          entry("receipt.js", List.of("receipt.")),
          entry(
              "room.js",
              List.of("choice.", "desk.", "field.", "flag.", "intention.", "maturity.", "value.")),
          entry("sign-in.js", List.of("desk.signIn.")),
          entry(
              "staff.js",
              List.of(
                  "desk.",
                  "field.digestHour.",
                  "field.email.",
                  "field.language.",
                  "field.mails.",
                  "field.name.",
                  "field.roles.",
                  "mails.",
                  "role.")),
          entry("submit.js", List.of("count.", "countdown.", "field.", "similar.", "submit.")));

  private final Places places;

  Sentences(Places places) {
    this.places = places;
  }

  static Set<String> scripts() {
    return SPOKEN.keySet();
  }

  /**
   * The sentences of a page's script, and the names of provinces and sectors by code.
   *
   * @throws IllegalArgumentException when no page has such a script
   */
  String of(String script, Language language) {
    List<String> prefixes = SPOKEN.get(script);
    if (prefixes == null) {
      throw new IllegalArgumentException("no page has the script " + script);
    }
    return of(prefixes, Messages.in(language));
  }

  /** The same of a catalogue, with the keys of what is Arabic in a Tamazight one. */
  String of(List<String> prefixes, Messages messages) {
    Map<String, String> chosen = new TreeMap<>();
    ALWAYS.forEach(prefix -> chosen.putAll(messages.startingWith(prefix)));
    prefixes.forEach(prefix -> chosen.putAll(messages.startingWith(prefix)));
    Map<String, Object> said = new TreeMap<>();
    said.put("messages", chosen);
    said.put("names", names(messages.textLanguage()));
    if (messages.textLanguage() == Language.ZGH) {
      said.put("standIns", chosen.keySet().stream().filter(messages::isStandIn).toList());
    }
    try {
      return "globalThis.sentences = " + JSON.writeValueAsString(said) + ";\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> names(Language language) {
    Map<String, String> names = new TreeMap<>();
    for (Region region : places.joinedRegions()) {
      for (Province province : region.provinces()) {
        names.put(province.code(), told(province.name(), language));
      }
    }
    for (Sector sector : places.sectors()) {
      names.put(sector.code(), told(sector.name(), language));
    }
    return names;
  }

  /** A name that stands in for a Tamazight one is isolated, as {@code shared.js} isolates. */
  private static String told(Name name, Language language) {
    boolean standsIn = language == Language.ZGH && name.zgh().isEmpty();
    return standsIn ? "\u2067" + name.in(language) + "\u2069" : name.in(language);
  }
}
