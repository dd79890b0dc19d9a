package twiza.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twiza.http.NeedJson;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Dossier;
import twiza.idea.Entry;
import twiza.idea.Entry.Standing;
import twiza.idea.Ideas;
import twiza.idea.Listing;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.jury.BallotPaper;
import twiza.jury.Juries;
import twiza.jury.Juries.Seat;
import twiza.jury.Juror;
import twiza.jury.JuryRefusal;
import twiza.jury.Papers;
import twiza.need.Need;
import twiza.need.Needs;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.scoring.ScoringFunction.Parts;

/** One idea before a juror: what its author wrote, and what the juror writes about it. */
final class OneIdea {

  private static final int MOST_NEEDS = 20;

  private final Entrance entrance;
  private final Ideas ideas;
  private final Juries juries;
  private final Papers papers;
  private final Needs needs;

  OneIdea(Parts parts, Entrance entrance) {
    this.entrance = entrance;
    this.ideas = parts.ideas();
    this.juries = parts.juries();
    this.papers = parts.papers();
    this.needs = parts.needs();
  }

  /** Ideas are read once judging has begun, and afterwards too. */
  Reply read(Request request) {
    Seat seat = reader(request);
    Phase phase = seat.round().phaseAt(request.now());
    boolean begun = phase == Phase.JUDGING || phase == Phase.CLOSED || phase == Phase.PUBLISHED;
    if (!begun) {
      throw Problem.of(Papers.Kept.NOT_JUDGING);
    }
    Dossier dossier = ideas.find(request.id()).orElseThrow(Problem::notFound);
    Sheet sheet = judged(dossier, seat.round());
    Map<String, Object> json = BallotJson.sheet(dossier.idea().id(), sheet);
    json.put("needs", needs(sheet));
    boolean hidden = seat.round().plan().namesHidden();
    json.put("author", dossier.author().filter(_ -> !hidden).map(BallotJson::author));
    BallotPaper paper = paper(seat, dossier.idea().id(), request);
    json.put("paper", BallotJson.paper(paper));
    json.put("others", paper.submitted() ? others(seat, paper.idea()) : null);
    return Reply.json(200, json);
  }

  /**
   * The need that an idea answers, wherever in the region it is and closed or not, then what its
   * province needs, as far as a juror reads on: the newest.
   */
  private List<Map<String, Object>> needs(Sheet sheet) {
    List<Need> open =
        switch (needs.open(sheet.province(), "", MOST_NEEDS)) {
          case Listing.Page<Need>(List<Need> page, Optional<String> _) -> page;
          case Listing.BadCursor<Need> _ -> List.of();
        };
    String named = sheet.details().answersNeed();
    return Stream.concat(answered(named, open).stream(), without(named, open))
        .map(NeedJson::of)
        .toList();
  }

  private Optional<Need> answered(String named, List<Need> open) {
    Optional<Need> listed = open.stream().filter(need -> need.id().equals(named)).findFirst();
    return named.isEmpty() || listed.isPresent() ? listed : needs.find(named);
  }

  private static Stream<Need> without(String named, List<Need> open) {
    return open.stream().filter(need -> !need.id().equals(named));
  }

  /** Somebody who is asked to read the idea that the path names. */
  private Seat reader(Request request) {
    Seat seat = entrance.open(request);
    if (seat.juror().state() != Juror.State.ACCEPTED) {
      throw Problem.of(new JuryRefusal.NotAccepted());
    }
    if (!seat.juror().ideas().contains(request.id())) {
      throw Problem.of(Papers.Kept.NOT_ASSIGNED);
    }
    return seat;
  }

  /** The text that was public when judging opened, or that a moderator has let in since. */
  private static Sheet judged(Dossier dossier, Round round) {
    Entry entry = dossier.idea().entry(round.id()).orElseThrow(Problem::notFound);
    Standing standing = entry.standing(dossier.idea().state());
    boolean before = standing == Standing.READY || standing == Standing.ADMITTED;
    if (!before) {
      throw Problem.notFound();
    }
    OptionalInt frozen =
        entry.revision().isPresent() ? entry.revision() : dossier.beforeTheJury(round).revision();
    return dossier
        .revision(frozen.orElseThrow(Problem::notFound))
        .map(Revision::sheet)
        .orElseThrow(Problem::notFound);
  }

  private BallotPaper paper(Seat seat, String idea, Request request) {
    return papers
        .find(seat.round().id(), seat.juror().id(), idea)
        .orElseGet(() -> BallotPaper.blank(seat.juror().id(), idea, request.now()));
  }

  /**
   * What other jurors have submitted, without saying who they are. Whoever turned out to have a
   * conflict with the idea has no part in it any more.
   */
  private List<Map<String, Object>> others(Seat seat, String idea) {
    List<BallotPaper> submitted =
        papers.about(seat.round().id(), idea).stream()
            .filter(BallotPaper::submitted)
            .filter(paper -> !paper.juror().equals(seat.juror().id()))
            .sorted(Comparator.comparing(BallotPaper::juror))
            .toList();
    Set<String> kept = keptFrom(seat.round().id(), idea, submitted);
    List<Map<String, Object>> others = new ArrayList<>();
    submitted.stream()
        .filter(paper -> !kept.contains(paper.juror()))
        .forEach(paper -> others.add(BallotJson.other(others.size() + 1, paper)));
    return others;
  }

  private Set<String> keptFrom(String round, String idea, List<BallotPaper> written) {
    return juries.jurors(round, written.stream().map(BallotPaper::juror).toList()).stream()
        .filter(juror -> juror.isKeptFrom(idea))
        .map(Juror::id)
        .collect(Collectors.toSet());
  }

  /** Keeps a draft, or what counts from now on. The same once more changes nothing. */
  Reply write(Request request) {
    Seat seat = reader(request);
    PaperForm.Written written = PaperForm.read(request.json(), seat.round().plan().rubric());
    if (seat.round().phaseAt(request.now()) != Phase.JUDGING) {
      throw Problem.of(Papers.Kept.NOT_JUDGING);
    }
    BallotPaper before = paper(seat, request.id(), request);
    return Reply.json(200, BallotJson.paper(keep(seat.round(), before, written, request)));
  }

  private BallotPaper keep(
      Round round, BallotPaper before, PaperForm.Written written, Request request) {
    if (written.isOn(before)) {
      return before;
    }
    if (!written.isAbout(before)) {
      throw Problem.of(Papers.Kept.STALE);
    }
    BallotPaper after = written.over(before, request.now());
    Papers.Kept kept = papers.keep(round, before, after);
    if (kept != Papers.Kept.KEPT) {
      throw Problem.of(kept);
    }
    return after;
  }
}
