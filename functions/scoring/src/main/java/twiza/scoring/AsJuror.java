package twiza.scoring;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import twiza.access.Limits;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Entries;
import twiza.jury.Ballots;
import twiza.jury.Conflict;
import twiza.jury.Juries;
import twiza.jury.Juries.Seat;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryLife;
import twiza.jury.JuryOutcome;
import twiza.jury.JuryRefusal;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.scoring.ScoringFunction.Parts;
import twiza.settings.Settings;

/** A juror answers the invitation, sees what there is to do, and says what they can't judge. */
final class AsJuror {

  /** What a juror may say of a tie to an idea; which languages they read is asked once. */
  private static final Set<Conflict> TOLD = EnumSet.complementOf(EnumSet.of(Conflict.LANGUAGE));

  private static final int MOST_CONFLICTS = 500;
  private static final int LONGEST_ID = 40;

  private final Entrance entrance;
  private final Juries juries;
  private final Entries entries;
  private final Ballots ballots;
  private final Limits limits;
  private final Supplier<Settings> settings;

  AsJuror(Parts parts, Entrance entrance) {
    this.entrance = entrance;
    this.juries = parts.juries();
    this.entries = parts.entries();
    this.ballots = new Ballots(parts.entries(), parts.papers());
    this.limits = parts.limits();
    this.settings = parts.settings();
  }

  Reply ballot(Request request) {
    return show(entrance.open(request), request);
  }

  private Reply show(Seat seat, Request request) {
    return Reply.json(
        200,
        BallotJson.of(seat.round(), ballots.of(seat.round().id(), seat.juror()), request.now()));
  }

  /** Mails another link to the juror's own address, and to no other. */
  Reply askLink(Request request) {
    Seat seat = entrance.lately(request);
    request.json().finish();
    if (seat.round().phase() == Phase.CANCELLED) {
      throw Problem.of(new JuryRefusal.Over());
    }
    int asked = limits.count("jury-link", seat.juror().id(), request.now());
    if (asked <= settings.get().limits().contactPerHour()) {
      juries.askLink(seat, request.now());
    }
    return Reply.json(202, Map.of("asked", true));
  }

  Reply answer(Request request) {
    Seat seat = entrance.known(request);
    Input input = request.json();
    if (!input.has("accept")) {
      input.refuse("accept", "REQUIRED");
    }
    boolean accepts = input.flag("accept", false);
    JuryCommand command =
        accepts ? accept(seat, input) : new JuryCommand.Decline(seat.juror().id());
    input.finish();
    return show(settle(seat, command, request), request);
  }

  private JuryCommand accept(Seat seat, Input input) {
    String organisation = input.optionalLine("organisation", Juror.LONGEST_ORGANISATION);
    Set<Language> reads = reads(input);
    Map<String, Conflict> told = conflicts(seat, input);
    return new JuryCommand.Accept(seat.juror().id(), organisation, reads, told);
  }

  private static Set<Language> reads(Input input) {
    Set<Language> reads = EnumSet.noneOf(Language.class);
    List<String> tags = input.lines("reads", Language.values().length, LONGEST_ID);
    for (String tag : tags) {
      Language.ofTag(tag).ifPresentOrElse(reads::add, () -> input.refuse("reads", "UNKNOWN_CODE"));
    }
    if (tags.isEmpty()) {
      input.refuse("reads", "REQUIRED");
    }
    return reads;
  }

  /** They may be about any idea of the round: who reads what can change while the juror answers. */
  private Map<String, Conflict> conflicts(Seat seat, Input input) {
    Map<String, Conflict> told = new TreeMap<>();
    Map<String, Input> places = new LinkedHashMap<>();
    for (Input item : input.items("conflicts", MOST_CONFLICTS)) {
      String idea = item.line("idea", 1, LONGEST_ID);
      Conflict kind = kind(item);
      if (!idea.isEmpty() && kind != null) {
        told.put(idea, kind);
        places.put(idea, item);
      }
    }
    Set<String> known =
        told.isEmpty() ? Set.of() : entries.among(seat.round().id(), told.keySet()).keySet();
    places.forEach(
        (idea, item) -> {
          if (!known.contains(idea)) {
            item.refuse("idea", "UNKNOWN_CODE");
          }
        });
    return told;
  }

  /**
   * @return null when it is missing or wrong, which the input will tell
   */
  private static Conflict kind(Input input) {
    Conflict kind = input.requiredChoice("kind", Conflict.class);
    if (kind != null && !TOLD.contains(kind)) {
      input.refuse("kind", "UNKNOWN_CODE");
    }
    return kind;
  }

  Reply recuse(Request request) {
    Seat seat = entrance.open(request);
    Juror juror = seat.juror();
    if (!juror.ideas().contains(request.id()) && !juror.isKeptFrom(request.id())) {
      throw Problem.of(new JuryRefusal.NotAssigned());
    }
    Input input = request.json();
    Conflict kind = kind(input);
    input.finish();
    return show(
        settle(seat, new JuryCommand.Recuse(juror.id(), request.id(), kind), request), request);
  }

  private Seat settle(Seat seat, JuryCommand command, Request request) {
    Phase phase = seat.round().phaseAt(request.now());
    Juries.Settled settled =
        juries.settle(
            seat.round(),
            "",
            request.now(),
            jury -> JuryLife.decide(jury, command, phase, request.now()));
    if (settled.outcome() instanceof JuryOutcome.Refused(var why)) {
      throw Problem.of(why);
    }
    return new Seat(seat.round(), find(settled.jury(), seat.juror().id()));
  }

  private static Juror find(Jury jury, String id) {
    return jury.juror(id).orElseThrow(Problem::notFound);
  }
}
