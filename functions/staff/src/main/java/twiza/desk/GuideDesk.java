package twiza.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import twiza.delegation.Delegation.Change;
import twiza.delegation.Guide;
import twiza.delegation.Guide.Content;
import twiza.delegation.Guide.Least;
import twiza.delegation.Guide.Place;
import twiza.delegation.Guide.Quantity;
import twiza.desk.StaffFunction.Parts;
import twiza.http.DelegationJson;
import twiza.http.Desk.Visit;
import twiza.http.GuideJson;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.place.Language;

/** What cooperatives of a region need to start, for its organisers to read and change. */
final class GuideDesk {

  private final Parts parts;
  private final OneRegion region;

  GuideDesk(Parts parts) {
    this.parts = parts;
    this.region = new OneRegion(parts.staff());
  }

  Reply read(Visit visit) {
    return Reply.json(200, json(guide(visit)));
  }

  /** Whoever did not read what stands there changes nothing. */
  Reply change(Visit visit) {
    Guide before = guide(visit);
    Input input = visit.request().json();
    Content content = content(input);
    OneRegion.finish(input, before.version());
    Change change = new Change(visit.member().id(), visit.request().now());
    Optional<Guide.Edit> edit = before.states(content, change);
    if (edit.isPresent() && !parts.guides().save(edit.get())) {
      throw Problem.conflict();
    }
    return Reply.json(200, json(edit.map(Guide.Edit::after).orElse(before)));
  }

  private Guide guide(Visit visit) {
    return parts.guides().of(OneRegion.known(visit));
  }

  private static Content content(Input input) {
    Map<Quantity, Least> least = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      least(input, quantity).ifPresent(said -> least.put(quantity, said));
    }
    Map<Language, List<String>> steps = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      List<String> said =
          input.lines("steps." + language.tag(), Guide.MOST_STEPS, Guide.LONGEST_STEP);
      if (!said.isEmpty()) {
        steps.put(language, said);
      }
    }
    return new Content(least, steps, places(input, "financing"), places(input, "training"));
  }

  private static Optional<Least> least(Input input, Quantity quantity) {
    String field = DelegationJson.name(quantity);
    OptionalInt amount = input.number(field + ".least", 1, quantity.most());
    boolean confirmed = input.flag(field + ".confirmed", false);
    return amount.isPresent()
        ? Optional.of(new Least(amount.getAsInt(), confirmed))
        : Optional.empty();
  }

  private static List<Place> places(Input input, String field) {
    List<Place> places = new ArrayList<>();
    for (Input item : input.items(field, Guide.MOST_PLACES)) {
      places.add(place(item));
    }
    return places;
  }

  private static Place place(Input item) {
    String address = item.line("address", 1, Guide.LONGEST_ADDRESS);
    if (!address.isEmpty() && !isAddress(address)) {
      item.refuse("address", "NOT_A_LINK");
    }
    Map<Language, String> title = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String said = item.optionalLine("title." + language.tag(), Guide.LONGEST_TITLE);
      if (!said.isEmpty()) {
        title.put(language, said);
      }
    }
    if (title.isEmpty()) {
      item.refuse("title." + Language.FR.tag(), "REQUIRED");
    }
    return new Place(address, title);
  }

  /** A browser may be sent there: nothing else that an address may begin with gets onto a page. */
  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      return web && address.getHost() != null && address.getUserInfo() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private Map<String, Object> json(Guide guide) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("region", guide.region());
    json.put("version", guide.version());
    json.putAll(GuideJson.of(guide.says()));
    json.put("last", guide.last().map(region::lastChange));
    return json;
  }
}
