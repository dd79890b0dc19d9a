package twiza.rounds;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import twiza.access.Busy;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Listing;
import twiza.place.Places;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.Round;
import twiza.round.RoundCode;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.round.Rounds;
import twiza.rounds.RoundsFunction.Parts;
import twiza.snapshot.Chance;

/** Organisers plan a round, announce it, and cancel it. */
final class RoundDesk {

  private static final int LONGEST_REASON = 1000;

  private final Rounds rounds;
  private final Chance chance;
  private final Supplier<Period> juryKept;
  private final PlanForm form = new PlanForm();
  private final Places places = Places.load();

  RoundDesk(Parts parts) {
    this.rounds = parts.rounds();
    this.chance = parts.chance();
    this.juryKept = parts.juryKept();
  }

  /** The round that the path names. */
  Round find(Request request) {
    return rounds.find(request.id()).orElseThrow(Problem::notFound);
  }

  /** Drafts, and what is announced, the one that opens last first. */
  Reply list(Visit visit) {
    Paging paging = Paging.of(visit.request());
    return switch (rounds.announced(visit.region(), paging.cursor(), paging.limit())) {
      case Listing.BadCursor<Round> _ -> throw Problem.of(400, "BAD_CURSOR");
      case Listing.Page<Round>(var items, var next) -> {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("drafts", json(rounds.drafts(visit.region()), visit));
        page.put("items", json(items, visit));
        page.put("next", next.orElse(null));
        yield Reply.json(200, page);
      }
    };
  }

  private static List<Map<String, Object>> json(List<Round> rounds, Visit visit) {
    return rounds.stream().map(round -> RoundJson.item(round, visit.request().now())).toList();
  }

  Reply draft(Visit visit) {
    Input input = visit.request().json();
    if (places.region(visit.region()).isEmpty()) {
      input.refuse("region", "UNKNOWN_CODE");
    }
    Plan plan = form.first(input, chance.random().nextLong(PlanForm.LARGEST_SEED));
    RoundOutcome.Accepted drafted =
        RoundLife.draft(chance.id(), visit.region(), plan, visit.request().now());
    Rounds.Edit edit =
        new Rounds.Edit(Optional.empty(), drafted, visit.member().id(), visit.request().now(), "");
    if (!rounds.save(edit)) {
      throw new Busy();
    }
    return Reply.json(201, RoundJson.whole(drafted.round(), "", visit.request().now()));
  }

  Reply read(Visit visit, Round round) {
    return show(visit, round);
  }

  private Reply show(Visit visit, Round round) {
    String reason = round.phase() == Phase.CANCELLED ? rounds.reason(round.id()) : "";
    return Reply.json(200, RoundJson.whole(round, reason, visit.request().now()));
  }

  Reply replan(Visit visit, Round round) {
    Input input = visit.request().json();
    long version = input.version();
    Plan plan = form.next(input, round.plan());
    return change(visit, round, version, new RoundCommand.Replan(plan), "");
  }

  Reply announce(Visit visit, Round round) {
    Input input = visit.request().json();
    long version = input.version();
    input.finish();
    return change(
        visit,
        round,
        version,
        new RoundCommand.Announce(RoundCode.random(chance.random(), RoundCode.ROOM)),
        "");
  }

  Reply endJudging(Visit visit, Round round) {
    Input input = visit.request().json();
    long version = input.version();
    input.finish();
    return change(visit, round, version, new RoundCommand.EndJudging(), "");
  }

  Reply cancel(Visit visit, Round round) {
    Input input = visit.request().json();
    long version = input.version();
    String reason = input.text("reason", 1, LONGEST_REASON);
    input.finish();
    return change(visit, round, version, new RoundCommand.Cancel(reason, juryKept.get()), reason);
  }

  /** Whoever did not read what stands there changes nothing. */
  private Reply change(
      Visit visit, Round found, long version, RoundCommand command, String reason) {
    Function<Round, RoundOutcome> decide =
        round -> {
          if (round.version() != version) {
            throw Problem.of(409, "ROUND_CHANGED");
          }
          return RoundLife.decide(round, command, visit.request().now());
        };
    Rounds.Settled settled =
        rounds.settle(found, visit.member().id(), visit.request().now(), reason, decide);
    if (settled.outcome() instanceof RoundOutcome.Refused(var why)) {
      throw Problem.of(why);
    }
    return show(visit, settled.round());
  }
}
