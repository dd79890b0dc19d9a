package twiza.rounds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twiza.access.Busy;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Entries;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Listing;
import twiza.idea.Outcome;
import twiza.idea.TrackingCode;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundRefusal;
import twiza.round.Via;
import twiza.rounds.RoundsFunction.Parts;
import twiza.text.Formats;

/** The ideas of a round: who is in it, what waits, who is put in or taken out by staff. */
final class EntriesDesk {

  private static final int LONGEST_CODE = 40;

  private final Entries entries;
  private final Ideas ideas;

  EntriesDesk(Parts parts) {
    this.entries = parts.entries();
    this.ideas = parts.ideas();
  }

  Reply list(Visit visit, Round round) {
    Paging paging = Paging.of(visit.request());
    return page(entries.page(round.id(), paging.cursor(), paging.limit()));
  }

  Reply waiting(Visit visit, Round round) {
    Paging paging = Paging.of(visit.request());
    return page(entries.waiting(round.id(), paging.cursor(), paging.limit()));
  }

  private static Reply page(Listing<Entrant> listing) {
    return switch (listing) {
      case Listing.BadCursor<Entrant> _ -> throw Problem.of(400, "BAD_CURSOR");
      case Listing.Page<Entrant>(var items, var next) -> {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items.stream().map(RoundJson::entrant).toList());
        page.put("next", next.orElse(null));
        yield Reply.json(200, page);
      }
    };
  }

  /** An organiser puts in an idea of the region that its author could not. */
  Reply enter(Visit visit, Round round) {
    Input input = visit.request().json();
    Dossier dossier = named(input, round);
    return Reply.json(201, entry(enter(visit, round, dossier), round));
  }

  private Dossier named(Input input, Round round) {
    String id = input.optionalLine("idea", LONGEST_CODE);
    String code = input.optionalLine("trackingCode", LONGEST_CODE);
    String field = id.isEmpty() ? "trackingCode" : "idea";
    if (id.isEmpty() == code.isEmpty()) {
      input.refuse(field, id.isEmpty() ? "REQUIRED" : "UNKNOWN_IDEA");
    }
    input.finish();
    Optional<String> known =
        id.isEmpty()
            ? TrackingCode.parse(code).flatMap(ideas::track).map(Ideas.Tracked::id)
            : Optional.of(id);
    return known
        .flatMap(ideas::find)
        .filter(dossier -> dossier.idea().region().equals(round.region()))
        .orElseThrow(() -> Problem.invalid(field, "UNKNOWN_IDEA"));
  }

  private Dossier enter(Visit visit, Round round, Dossier found) {
    Ideas.Ticket ticket = new Ideas.Ticket(round, Via.ORGANISER, visit.request().now(), "");
    Command enter = new Command.Enter(round.id(), Via.ORGANISER, round.schedule().judgingOpensAt());
    Dossier dossier = found;
    for (int attempt = 0; attempt < Ideas.MOST_ATTEMPTS; attempt++) {
      switch (IdeaLife.decide(dossier.idea(), enter, visit.request().now())) {
        case Outcome.Unchanged _ -> {
          return dossier;
        }
        case Outcome.Refused(var why) -> throw Problem.of(why);
        case Outcome.Accepted accepted -> {
          Ideas.Edit edit = Ideas.Edit.of(dossier, accepted, visit.member().id(), "");
          Ideas.Entering entering = ideas.enter(edit, ticket);
          if (entering == Ideas.Entering.TAKEN) {
            return edit.result();
          }
          if (entering != Ideas.Entering.STALE) {
            throw Problem.of(entering);
          }
        }
      }
      dossier = ideas.find(found.idea().id()).orElseThrow();
    }
    throw new Busy();
  }

  /** Takes an idea out, as long as its jury is not done. */
  Reply remove(Visit visit, Round round) {
    Phase phase = round.phaseAt(visit.request().now());
    if (phase == Phase.CLOSED || phase.isOver()) {
      throw Problem.of(new RoundRefusal.Over());
    }
    Dossier found =
        ideas
            .find(visit.request().path("idea"))
            .filter(dossier -> dossier.idea().entry(round.id()).isPresent())
            .orElseThrow(Problem::notFound);
    Ideas.Settled settled =
        ideas.settle(
            found,
            dossier ->
                IdeaLife.decide(
                    dossier.idea(), new Command.LeaveRound(round.id()), visit.request().now()),
            (dossier, accepted) -> Ideas.Edit.of(dossier, accepted, visit.member().id(), ""));
    if (settled.outcome() instanceof Outcome.Refused(var why)) {
      throw Problem.of(why);
    }
    return Reply.json(200, entry(settled.dossier(), round));
  }

  private static Map<String, Object> entry(Dossier dossier, Round round) {
    Entry entry = dossier.idea().entry(round.id()).orElseThrow();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("idea", dossier.idea().id());
    json.put("standing", entry.standing(dossier.idea().state()));
    json.put("place", entry.place());
    json.put("via", entry.via());
    json.put("at", entry.at());
    return json;
  }

  Reply figures(Visit visit, Round round) {
    Map<String, Object> json = new LinkedHashMap<>();
    try (Stream<Entrant> stream = entries.of(round.id())) {
      var all = stream.toList();
      var in = all.stream().filter(it -> it.standing() != Entry.Standing.OUT).toList();
      json.put("sent", all.size());
      json.put("entered", in.size());
      json.put("byStanding", counted(all.stream(), it -> it.standing().name()));
      json.put("byDay", counted(all.stream(), EntriesDesk::day));
      json.put("byProvince", counted(in.stream(), Entrant::province));
      json.put("bySector", counted(in.stream(), Entrant::sector));
      json.put("toCall", in.stream().filter(EntriesDesk::hasToBeCalled).count());
    }
    return Reply.json(200, json);
  }

  private static Map<String, Long> counted(Stream<Entrant> entrants, Function<Entrant, String> by) {
    return entrants.collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  /** On Morocco's calendar. */
  private static String day(Entrant entrant) {
    return entrant.at().atZone(Formats.ZONE).toLocalDate().toString();
  }

  /** Whom no reminder reaches before it is too late. */
  private static boolean hasToBeCalled(Entrant entrant) {
    return entrant.byPhone() && entrant.standing() == Entry.Standing.ASKED;
  }
}
