package twiza.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import twiza.access.Busy;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Entry;
import twiza.idea.Idea;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Ideas.Entering;
import twiza.idea.Ideas.Ticket;
import twiza.idea.Listing;
import twiza.idea.Outcome;
import twiza.jury.Announcement;
import twiza.round.Door;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.Via;
import twiza.submission.RoundDoor.Answer;
import twiza.submission.SubmissionFunction.Parts;

/** Authors enter an idea in a round that is open, and take it out again. */
final class MyRounds {

  /** So many of the newest rounds of a region are looked at for one that is open. */
  private static final int NEWEST = 20;

  private final Parts parts;
  private final AuthorAccess access;
  private final RoundDoor door;
  private final MyResults results;

  MyRounds(Parts parts) {
    this.parts = parts;
    this.access = new AuthorAccess(parts.ideas());
    this.door = new RoundDoor(parts.rounds(), parts.arrivals());
    this.results = new MyResults(parts.results());
  }

  Reply enter(Request request) {
    AuthorAccess.Opened opened = access.open(request);
    Input input = request.json();
    Optional<RoundWish> wish = RoundWish.read(input, "roundId");
    if (wish.isEmpty()) {
      input.refuse("roundId", "REQUIRED");
    }
    input.finish();
    Idea idea = opened.dossier().idea();
    String attempt = wish.orElseThrow().round() + idea.id();
    Answer answer = door.knock(wish.get(), idea.region(), attempt, request.now());
    return switch (answer) {
      case Answer.Out(RoundDoor.Why why) ->
          throw why == RoundDoor.Why.UNKNOWN
              ? Problem.invalid("roundId", "UNKNOWN_CODE")
              : Problem.of(Entering.CLOSED).with("why", why);
      case Answer.In(Ticket ticket) ->
          door.through(
              Optional.of(answer), attempt, () -> answer(enter(opened.dossier(), ticket), request));
    };
  }

  private Idea enter(Dossier found, Ticket ticket) {
    Command enter =
        new Command.Enter(
            ticket.round().id(), ticket.via(), ticket.round().schedule().judgingOpensAt());
    Dossier dossier = found;
    for (int attempt = 0; attempt < Ideas.MOST_ATTEMPTS; attempt++) {
      switch (IdeaLife.decide(dossier.idea(), enter, ticket.sentAt())) {
        case Outcome.Refused refused -> throw Problem.of(refused.why());
        case Outcome.Unchanged unchanged -> {
          return unchanged.idea();
        }
        case Outcome.Accepted accepted -> {
          Entering entering = parts.ideas().enter(Edit.of(dossier, accepted, "", ""), ticket);
          if (entering == Entering.TAKEN) {
            return accepted.idea();
          }
          if (entering != Entering.STALE) {
            throw Problem.of(entering);
          }
        }
      }
      dossier = parts.ideas().find(found.idea().id()).orElseThrow();
    }
    throw new Busy();
  }

  /** As long as the jury is not done. */
  Reply leave(Request request) {
    AuthorAccess.Opened opened = access.open(request);
    Round round = parts.rounds().find(request.id()).orElseThrow(Problem::notFound);
    if (!mayLeave(round, request)) {
      throw Problem.of(409, "ROUND_OVER");
    }
    Ideas.Settled settled =
        parts
            .ideas()
            .settle(
                opened.dossier(),
                dossier ->
                    IdeaLife.decide(
                        dossier.idea(), new Command.LeaveRound(round.id()), request.now()),
                (dossier, accepted) -> Edit.of(dossier, accepted, "", ""));
    if (settled.outcome() instanceof Outcome.Refused refused) {
      throw Problem.of(refused.why());
    }
    return answer(settled.dossier().idea(), request);
  }

  private static boolean mayLeave(Round round, Request request) {
    return switch (round.phaseAt(request.now())) {
      case DRAFT, ANNOUNCED, OPEN, SCREENING, JUDGING -> true;
      case CLOSED, PUBLISHED, CANCELLED -> false;
    };
  }

  /** Nobody is named without a yes. */
  Reply answerNaming(Request request) {
    AuthorAccess.Opened opened = access.open(request);
    if (opened.dossier().idea().entry(request.id()).isEmpty()) {
      throw Problem.notFound();
    }
    Input input = request.json();
    if (!input.has("named")) {
      input.refuse("named", "REQUIRED");
    }
    boolean named = input.flag("named", false);
    input.finish();
    Command answer = new Command.AnswerNaming(request.id(), named);
    Ideas.Settled settled =
        parts
            .ideas()
            .settle(
                opened.dossier(),
                dossier -> IdeaLife.decide(dossier.idea(), answer, request.now()),
                (dossier, accepted) -> Edit.of(dossier, accepted, "", ""));
    if (settled.outcome() instanceof Outcome.Refused refused) {
      throw Problem.of(refused.why());
    }
    return answer(settled.dossier().idea(), request);
  }

  private Reply answer(Idea idea, Request request) {
    return Reply.json(200, json(idea, request));
  }

  /** The rounds that an idea is or was in, and those that it may enter now, if only with a code. */
  Map<String, Object> json(Idea idea, Request request) {
    Map<String, Round> rounds =
        newest(idea.region()).stream()
            .collect(
                Collectors.toMap(Round::id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
    List<Map<String, Object>> mine = new ArrayList<>();
    Map<String, Announcement> announced = results.announced(idea);
    for (Entry entry : idea.entries()) {
      Optional.ofNullable(rounds.get(entry.round()))
          .or(() -> parts.rounds().find(entry.round()))
          .ifPresent(
              round -> {
                Map<String, Object> json = mine(idea, entry, round, request);
                json.put("results", results.json(announced.get(round.id()), round, idea));
                mine.add(json);
              });
    }
    List<Map<String, Object>> open =
        rounds.values().stream()
            .filter(round -> mayEnter(idea, round, request))
            .map(round -> open(round, request))
            .toList();
    return Map.of("rounds", mine, "openRounds", open);
  }

  private List<Round> newest(String region) {
    return parts.rounds().announced(region, "", NEWEST) instanceof Listing.Page<Round> page
        ? page.items()
        : List.of();
  }

  private static boolean mayEnter(Idea idea, Round round, Request request) {
    boolean enterable =
        switch (idea.state()) {
          case UNCONFIRMED, PENDING, CHANGES_REQUESTED, PUBLISHED -> !idea.erased();
          case REJECTED, UNPUBLISHED, WITHDRAWN, EXPIRED -> false;
        };
    return enterable
        && idea.entry(round.id()).filter(Entry::isIn).isEmpty()
        && round.door(Via.LATE_CODE, request.now()) == Door.OPEN;
  }

  private static Map<String, Object> mine(Idea idea, Entry entry, Round round, Request request) {
    Phase phase = round.phaseAt(request.now());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", round.id());
    json.put("title", title(round, request));
    json.put("phase", phase);
    json.put("standing", entry.standing(idea.state()));
    json.put("judgingOpensAt", round.schedule().judgingOpensAt());
    json.put("canLeave", entry.isIn() && mayLeave(round, request));
    return json;
  }

  private static Map<String, Object> open(Round round, Request request) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", round.id());
    json.put("title", title(round, request));
    json.put("submissionsCloseAt", round.schedule().submissionsCloseAt());
    json.put("judgingOpensAt", round.schedule().judgingOpensAt());
    json.put("needsLateCode", round.door(Via.AUTHOR, request.now()) == Door.LATE);
    return json;
  }

  private static String title(Round round, Request request) {
    return round.plan().title(request.language());
  }
}
