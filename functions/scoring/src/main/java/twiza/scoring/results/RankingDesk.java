package twiza.scoring.results;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twiza.access.Busy;
import twiza.access.Cursors;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.jury.Announcement;
import twiza.jury.Contenders;
import twiza.jury.Juror;
import twiza.jury.Ranking;
import twiza.jury.Ranking.Bridge;
import twiza.jury.RankingRules;
import twiza.jury.Rankings;
import twiza.jury.Standing;
import twiza.jury.Verdict;
import twiza.jury.Work;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.scoring.ranking.Bridges;
import twiza.scoring.results.RankingJson.People;

/** Organisers look at the ranking, and ask for one before there is one. */
final class RankingDesk {

  private static final int STANDINGS = 500;

  private final ResultsRoutes.Parts parts;
  private final Sections sections;

  RankingDesk(ResultsRoutes.Parts parts) {
    this.parts = parts;
    this.sections = new Sections(new Cursors(parts.fingerprints()));
  }

  Reply read(Visit visit, Round round) {
    Rankings.State state = parts.rankings().state(round.id());
    Optional<Rankings.Head> shown = state.shown();
    Optional<Ranking> ranking =
        shown.map(head -> parts.rankings().ranking(round.id(), head).orElseThrow(() -> new Busy()));
    Verdict verdict = parts.results().verdict(round.id());
    Map<String, Object> json = RankingJson.head(state, RankingRules.of(round.plan()));
    if (ranking.isPresent()) {
      addIdeas(json, round, shown.get(), ranking.get(), verdict, visit);
    } else {
      nothing(json);
    }
    json.putAll(RankingJson.verdict(verdict));
    json.put("publishedAt", published(round).map(Announcement::at));
    return Reply.json(200, json);
  }

  private Optional<Announcement> published(Round round) {
    return round.phase() == Phase.PUBLISHED
        ? parts.results().announced(round.id())
        : Optional.empty();
  }

  private static void nothing(Map<String, Object> json) {
    json.put("standings", List.of());
    json.put("next", null);
    for (String list : List.of("unranked", "jurors", "panels", "bridges")) {
      json.put(list, List.of());
    }
  }

  private void addIdeas(
      Map<String, Object> json,
      Round round,
      Rankings.Head head,
      Ranking ranking,
      Verdict verdict,
      Visit visit) {
    Sections.Section<Standing> section =
        sections.of(
            "RANKING " + head.run(),
            ranking.standings(),
            visit.request().query("cursor"),
            STANDINGS);
    boolean first = section.from() == 0;
    People people = people(round, head);
    List<Bridge> bridges = first ? bridges(round, ranking, people, visit) : List.of();
    IdeaTitles titles =
        IdeaTitles.of(
            parts.entries(),
            round.id(),
            Stream.of(
                    section.items().stream().map(Standing::idea),
                    first ? ranking.unranked().stream() : Stream.<String>of(),
                    bridges.stream().map(Bridge::idea))
                .flatMap(ideas -> ideas)
                .toList());
    Set<String> gone =
        ranking.standings().stream()
            .map(Standing::idea)
            .filter(idea -> section.items().stream().anyMatch(it -> it.idea().equals(idea)))
            .filter(titles::isGone)
            .collect(Collectors.toCollection(HashSet::new));
    Contenders contenders = new Contenders(ranking, gone);
    json.put(
        "standings",
        section.items().stream()
            .map(it -> RankingJson.standing(it, titles, contenders, verdict))
            .toList());
    json.put("next", section.next());
    json.put(
        "unranked",
        first
            ? ranking.unranked().stream().map(it -> RankingJson.named(it, titles)).toList()
            : List.of());
    json.put(
        "jurors", ranking.jurors().stream().map(it -> RankingJson.figures(it, people)).toList());
    json.put("panels", RankingJson.panels(ranking));
    json.put(
        "bridges", bridges.stream().map(it -> RankingJson.bridge(it, people, titles)).toList());
  }

  private People people(Round round, Rankings.Head head) {
    Map<String, Juror> jurors = new LinkedHashMap<>();
    parts
        .juries()
        .of(round.id(), round.region())
        .jurors()
        .forEach(juror -> jurors.put(juror.id(), juror));
    return new People(head.jurors(), jurors);
  }

  /** Only while somebody could still write one. */
  private static List<Bridge> bridges(Round round, Ranking ranking, People people, Visit visit) {
    if (round.phaseAt(visit.request().now()) != Phase.JUDGING || ranking.panels().size() < 2) {
      return List.of();
    }
    return Bridges.offer(
        ranking,
        (juror, idea) ->
            Optional.ofNullable(people.jurors().get(people.id(juror)))
                .filter(it -> it.state() == Juror.State.ACCEPTED)
                .filter(it -> !it.conflicts().containsKey(idea))
                .isPresent());
  }

  Reply ask(Visit visit, Round round) {
    Input input = visit.request().json();
    input.finish();
    Instant now = visit.request().now();
    Work.Kind work = work(round, now);
    parts.rankings().ask(round, work, visit.member().id(), now);
    return Reply.json(202, Map.of("asked", now));
  }

  private Work.Kind work(Round round, Instant now) {
    return switch (round.phaseAt(now)) {
      case JUDGING -> Work.Kind.PREVIEW;
      case CLOSED -> {
        if (parts.rankings().state(round.id()).frozen().isPresent()) {
          throw Problem.of(409, "ALREADY_RANKED");
        }
        yield Work.Kind.RANK;
      }
      case DRAFT, ANNOUNCED, OPEN, SCREENING, PUBLISHED, CANCELLED ->
          throw Problem.of(409, "NOT_JUDGING");
    };
  }
}
