package twiza.moderation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.idea.Call;
import twiza.idea.Calls;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Listing;
import twiza.place.Places;
import twiza.text.Messages;

/** The authors whom no mail reaches: whom to call, and what became of a call. */
final class Calling {

  private static final int LONGEST_NOTE = 2000;

  private final Calls calls;
  private final Changes changes;
  private final CallJson json;
  private final Supplier<String> terms;

  /**
   * @param terms version of the terms that authors agree to
   */
  Calling(Calls calls, Changes changes, Places places, Supplier<String> terms) {
    this.calls = calls;
    this.changes = changes;
    this.json = new CallJson(places);
    this.terms = terms;
  }

  /** Oldest first. */
  Reply list(Visit visit) {
    Paging paging = Paging.of(visit.request());
    Messages words = Messages.in(visit.request().language());
    return switch (calls.waiting(visit.region(), paging.cursor(), paging.limit())) {
      case Listing.BadCursor<Calls.ToCall> _ -> throw Problem.of(400, "BAD_CURSOR");
      case Listing.Page<Calls.ToCall>(List<Calls.ToCall> items, Optional<String> next) -> {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items.stream().map(c -> json.item(c, visit.region(), words)).toList());
        page.put("next", next);
        yield Reply.json(200, page);
      }
    };
  }

  Reply record(Visit visit, Dossier dossier) {
    Input input = visit.request().json();
    Call.Result result = input.requiredChoice("outcome", Call.Result.class);
    boolean confirms = input.flag("confirms", false);
    boolean consents = input.flag("consents", false);
    String note = input.optionalText("note", LONGEST_NOTE);
    input.finish();
    Optional<String> consent = consents ? Optional.of(terms.get()) : Optional.empty();
    String by = visit.member().id();
    return changes.make(
        visit, dossier, new Command.RecordCall(result, confirms, consent, by), note);
  }
}
