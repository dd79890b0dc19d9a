package twiza.moderation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import twiza.http.Desk.Visit;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Dossier;
import twiza.idea.Flag;
import twiza.idea.Ideas;
import twiza.idea.Listing;
import twiza.idea.Patience;
import twiza.idea.Queue;

/** What waits for the moderators of a region, and one idea of it with all that is known. */
final class AtTheDesk {

  private final Ideas ideas;
  private final Queue queue;
  private final Decisions decisions;
  private final Changes changes;
  private final Supplier<Patience> patience;

  AtTheDesk(
      Ideas ideas, Queue queue, Decisions decisions, Changes changes, Supplier<Patience> patience) {
    this.ideas = ideas;
    this.queue = queue;
    this.decisions = decisions;
    this.changes = changes;
    this.patience = patience;
  }

  /** Oldest first. */
  Reply queue(Visit visit) {
    Paging paging = Paging.of(visit.request());
    return switch (queue.waiting(visit.region(), paging.cursor(), paging.limit())) {
      case Listing.BadCursor<Queue.Waiting> _ -> throw Problem.of(400, "BAD_CURSOR");
      case Listing.Page<Queue.Waiting>(var items, var next) -> {
        Instant late = visit.request().now().minus(patience.get().remind());
        List<Map<String, Object>> waiting =
            items.stream().map(idea -> waiting(idea, late)).toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", waiting);
        page.put("next", next.orElse(null));
        yield Reply.json(200, page);
      }
    };
  }

  /**
   * @param late whoever has waited since then has waited too long
   */
  private static Map<String, Object> waiting(Queue.Waiting idea, Instant late) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", idea.id());
    json.put("title", idea.title());
    json.put("province", idea.province());
    json.put("sector", idea.sector());
    json.put("revision", idea.revision());
    json.put("correction", idea.correction());
    json.put("flags", flags(idea));
    json.put("since", idea.since());
    json.put("late", !idea.since().isAfter(late));
    return json;
  }

  private static List<String> flags(Queue.Waiting idea) {
    Stream<String> corrected = idea.corrected() ? Stream.of("CORRECTED") : Stream.empty();
    return Stream.concat(idea.flags().stream().sorted().map(Flag::name), corrected).toList();
  }

  /** The idea that the path names. */
  Dossier find(Request request) {
    return ideas.find(request.id()).orElseThrow(Problem::notFound);
  }

  Reply read(Visit visit, Dossier dossier) {
    return Reply.json(200, changes.show(visit, dossier));
  }

  Reply decide(Visit visit, Dossier dossier) {
    return decisions.decide(
        dossier, visit.request(), visit.member().id(), now -> changes.show(visit, now));
  }
}
