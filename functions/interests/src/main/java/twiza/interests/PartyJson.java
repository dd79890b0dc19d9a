package twiza.interests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.uptake.Aim;
import twiza.uptake.Interest;
import twiza.uptake.Party;
import twiza.uptake.Stage;
import twiza.uptake.Uptakes.Dealings;
import twiza.uptake.Uptakes.Happened;

/** An interest as whoever asked follows it. */
final class PartyJson {

  private PartyJson() {}

  static Map<String, Object> of(Dealings dealings, Interest it) {
    Party party = dealings.party(it.id()).orElse(Party.FORGOTTEN);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", it.id());
    json.put("idea", idea(dealings.dossier()));
    json.putAll(InterestJson.of(it));
    json.put("learnt", party.learnt().isEmpty() ? null : party.learnt());
    json.put("party", party.person().map(PartyJson::person));
    json.put("author", author(dealings, it));
    json.put("history", history(dealings, it.id()));
    json.put("allowed", allowed(it));
    return json;
  }

  private static Map<String, Object> idea(Dossier dossier) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", dossier.idea().id());
    json.put(
        "title", dossier.publication().map(it -> it.sheet().title()).or(() -> latest(dossier)));
    json.put("published", dossier.publication().isPresent());
    return json;
  }

  private static Optional<String> latest(Dossier dossier) {
    return dossier.latest().map(Revision::sheet).map(Sheet::title);
  }

  private static Map<String, Object> person(Party.Person person) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("organisation", InterestJson.given(person.organisation()));
    json.put("number", InterestJson.given(person.number()));
    json.putAll(InterestJson.contact(person.name(), person.contact()));
    json.put("language", person.language().tag());
    json.put("why", person.why());
    return json;
  }

  /** Null before the author has agreed, and once it is over. */
  private static Optional<Map<String, Object>> author(Dealings dealings, Interest it) {
    return it.stage().isUnderway()
        ? dealings.dossier().author().map(PartyJson::author)
        : Optional.empty();
  }

  private static Map<String, Object> author(Author author) {
    return InterestJson.contact(author.name(), author.contact());
  }

  static List<Map<String, Object>> history(Dealings dealings, String interest) {
    return dealings.history().stream()
        .filter(it -> it.interest().equals(interest))
        .map(PartyJson::happened)
        .toList();
  }

  private static Map<String, Object> happened(Happened it) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", it.kind());
    json.put("at", it.at());
    json.put("stage", it.stage());
    return json;
  }

  /** What may be done now. */
  enum Ability {
    CONFIRM,
    REPORT,
    WITHDRAW,
    ERASE
  }

  static List<Ability> allowed(Interest it) {
    List<Ability> allowed = new ArrayList<>();
    if (it.stage() == Stage.UNCONFIRMED && it.contact() == Contact.Kind.EMAIL) {
      allowed.add(Ability.CONFIRM);
    }
    if (mayReport(it)) {
      allowed.add(Ability.REPORT);
    }
    if (!it.stage().isOver()) {
      allowed.add(Ability.WITHDRAW);
    }
    if (!it.forgotten()) {
      allowed.add(Ability.ERASE);
    }
    return allowed;
  }

  static boolean mayReport(Interest it) {
    boolean goesOn = it.stage().isUnderway() || it.stage() == Stage.LAPSED;
    return goesOn && it.aim() != Aim.JOIN && !it.forgotten();
  }
}
