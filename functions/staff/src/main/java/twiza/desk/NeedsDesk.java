package twiza.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.desk.StaffFunction.Parts;
import twiza.http.Desk.Visit;
import twiza.http.FieldError;
import twiza.http.Input;
import twiza.http.NeedJson;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Listing;
import twiza.need.Need;
import twiza.need.Needs;
import twiza.place.Language;
import twiza.place.Places;

/** What the territory needs, for the organisers of a region to say. */
final class NeedsDesk {

  private static final int LONGEST_COMMUNE = 80;

  private final Parts parts;
  private final Places places = Places.load();

  NeedsDesk(Parts parts) {
    this.parts = parts;
  }

  Reply list(Visit visit) {
    List<FieldError> errors = new ArrayList<>();
    Paging paging = Paging.of(visit.request(), errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    Listing.Page<Needs.Answered> page =
        switch (parts.needs().all(visit.region(), paging.cursor(), paging.limit())) {
          case Listing.Page<Needs.Answered> found -> found;
          case Listing.BadCursor<Needs.Answered> _ -> throw Problem.of(400, "BAD_CURSOR");
        };
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("items", page.items().stream().map(NeedsDesk::json).toList());
    json.put("next", page.next());
    return Reply.json(200, json);
  }

  private static Map<String, Object> json(Needs.Answered answered) {
    Map<String, Object> json = json(answered.need());
    json.put("ideas", answered.ideas());
    return json;
  }

  private static Map<String, Object> json(Need need) {
    Map<String, Object> json = NeedJson.of(need);
    json.put("version", need.version());
    return json;
  }

  Reply publish(Visit visit) {
    Input input = visit.request().json();
    Need.Said said = said(input, visit.region());
    input.finish();
    Need.Edit edit = Need.publish(parts.chance().id(), visit.region(), said, by(visit));
    if (!parts.needs().save(edit)) {
      throw Problem.conflict();
    }
    return Reply.json(201, json(edit.after()));
  }

  /** The need that the path names. */
  Need find(Request request) {
    return parts.needs().find(request.id()).orElseThrow(Problem::notFound);
  }

  /** Whoever did not read what stands there changes nothing. */
  Reply change(Visit visit, Need before) {
    Input input = visit.request().json();
    Need.Said said = said(input, before.region());
    boolean open = input.flag("open", true);
    OneRegion.finish(input, before.version());
    Optional<Need.Edit> edit = before.change(said, open, by(visit));
    if (edit.isPresent() && !parts.needs().save(edit.get())) {
      throw Problem.conflict();
    }
    return Reply.json(200, json(edit.map(Need.Edit::after).orElse(before)));
  }

  private static Need.Change by(Visit visit) {
    return new Need.Change(visit.member().id(), visit.request().now());
  }

  private Need.Said said(Input input, String region) {
    String province = input.line("province", 1, 20);
    boolean known =
        places.province(province).filter(found -> found.region().equals(region)).isPresent();
    if (!province.isEmpty() && !known) {
      input.refuse("province", "UNKNOWN_CODE");
    }
    String commune = input.optionalLine("commune", LONGEST_COMMUNE);
    String sector = input.optionalLine("sector", 40);
    if (!sector.isEmpty() && places.sector(sector).isEmpty()) {
      input.refuse("sector", "UNKNOWN_CODE");
    }
    return new Need.Said(province, commune, sector, texts(input));
  }

  /** A title in one language at least, and no text without one. */
  private static Map<Language, Need.Words> texts(Input input) {
    Map<Language, Need.Words> texts = new EnumMap<>(Language.class);
    boolean untitled = false;
    for (Language language : Language.values()) {
      String path = "texts." + language.tag() + ".";
      String title = input.optionalLine(path + "title", Need.LONGEST_TITLE);
      String text = input.optionalText(path + "text", Need.LONGEST_TEXT);
      if (!title.isEmpty()) {
        texts.put(language, new Need.Words(title, text));
      } else if (!text.isEmpty()) {
        untitled = true;
        input.refuse(path + "title", "REQUIRED");
      }
    }
    if (texts.isEmpty() && !untitled) {
      input.refuse("texts.fr.title", "REQUIRED");
    }
    return texts;
  }
}
