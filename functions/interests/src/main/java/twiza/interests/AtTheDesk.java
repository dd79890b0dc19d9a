package twiza.interests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Author;
import twiza.idea.Call;
import twiza.idea.Dossier;
import twiza.idea.Listing;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.interests.InterestsFunction.Parts;
import twiza.text.Messages;
import twiza.uptake.Aim;
import twiza.uptake.Interest;
import twiza.uptake.UptakeCommand;
import twiza.uptake.Uptakes.Dealings;
import twiza.uptake.Uptakes.Listed;
import twiza.uptake.Uptakes.Shelf;
import twiza.uptake.Whom;

/** Staff see who wants what, call those whom no mail reaches, and write down what they say. */
final class AtTheDesk {

  private final Parts parts;
  private final Steps steps;
  private final DeskJson json;

  AtTheDesk(Parts parts, Steps steps) {
    this.parts = parts;
    this.steps = steps;
    this.json = new DeskJson(parts.places());
  }

  /** Oldest first. */
  Reply list(Visit visit) {
    Paging paging = Paging.of(visit.request());
    Shelf shelf = shelf(visit.request());
    Messages words = Messages.in(visit.request().language());
    return switch (parts.uptakes().of(visit.region(), shelf, paging.cursor(), paging.limit())) {
      case Listing.BadCursor<Listed> _ -> throw Problem.of(400, "BAD_CURSOR");
      case Listing.Page<Listed>(List<Listed> items, Optional<String> next) -> {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items.stream().map(it -> json.item(it, visit.region(), words)).toList());
        page.put("next", next);
        yield Reply.json(200, page);
      }
    };
  }

  private static Shelf shelf(Request request) {
    String named = request.query("state");
    for (Shelf shelf : Shelf.values()) {
      if (shelf.name().equals(named)) {
        return shelf;
      }
    }
    throw Problem.invalid("state", named.isEmpty() ? "REQUIRED" : "UNKNOWN_CODE");
  }

  /** What the path names. */
  Dealings find(Request request) {
    return parts.uptakes().find(request.id()).orElseThrow(Problem::notFound);
  }

  /** For an author who says on the phone, or at the office, that they build it themselves. */
  Reply start(Visit visit, Dealings dealings) {
    Request request = visit.request();
    UptakeCommand.Start start = ByAuthor.start(request.json(), parts);
    return reply(
        visit, steps.take(dealings, start, visit.member().id(), request.now()), start.interest());
  }

  Reply recordCall(Visit visit, Dealings dealings) {
    Input input = visit.request().json();
    Whom whom = input.requiredChoice("whom", Whom.class);
    Call.Result result = input.requiredChoice("outcome", Call.Result.class);
    input.finish();
    return done(visit, dealings, new UptakeCommand.RecordCall(interest(visit), whom, result));
  }

  Reply confirm(Visit visit, Dealings dealings) {
    visit.request().json().finish();
    return reply(
        visit,
        steps.confirm(dealings, interest(visit), visit.member().id(), visit.request().now()));
  }

  Reply answer(Visit visit, Dealings dealings) {
    boolean agree = ByAuthor.answer(visit.request().json());
    return done(visit, dealings, new UptakeCommand.Answer(interest(visit), agree));
  }

  Reply report(Visit visit, Dealings dealings) {
    Request request = visit.request();
    ProgressForm form = ProgressForm.read(request.json(), request.now());
    return reply(
        visit, steps.report(dealings, interest(visit), form, visit.member().id(), request.now()));
  }

  /**
   * For whoever asks for it on the phone. An author's own way is not a request: it ends with what
   * the author says of it, or with the author.
   */
  Reply leave(Visit visit, Dealings dealings) {
    Request request = visit.request();
    boolean erase = MyInterest.erases(request);
    boolean own =
        dealings.uptake().interest(interest(visit)).filter(it -> it.aim() == Aim.CARRY).isPresent();
    if (own) {
      throw Problem.notFound();
    }
    return reply(
        visit, steps.leave(dealings, interest(visit), erase, visit.member().id(), request.now()));
  }

  /** Takes out what everybody reads of a cooperative. */
  Reply unregister(Visit visit, Dealings dealings) {
    return done(visit, dealings, new UptakeCommand.Unregister(interest(visit)));
  }

  private static String interest(Visit visit) {
    return visit.request().path("interest");
  }

  private Reply done(Visit visit, Dealings dealings, UptakeCommand command) {
    return reply(visit, steps.take(dealings, command, visit.member().id(), visit.request().now()));
  }

  private Reply reply(Visit visit, Dealings dealings) {
    return reply(visit, dealings, interest(visit));
  }

  /** The line as it stands in the lists then. */
  private Reply reply(Visit visit, Dealings dealings, String interest) {
    Dossier dossier = dealings.dossier();
    Interest it = dealings.uptake().interest(interest).orElseThrow(Problem::notFound);
    Optional<Author> author = dossier.author();
    Listed listed =
        new Listed(
            dossier.idea().id(),
            dossier
                .revision(dossier.idea().shown())
                .map(Revision::sheet)
                .map(Sheet::title)
                .orElse(""),
            it,
            dealings.party(it.id()),
            author);
    Messages words = Messages.in(visit.request().language());
    return Reply.json(200, json.item(listed, visit.region(), words));
  }
}
