package twiza.scoring.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import twiza.access.Busy;
import twiza.access.Cursors;
import twiza.http.Desk.Visit;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.jury.Ranking;
import twiza.jury.Rankings.Head;
import twiza.jury.Review;
import twiza.jury.Standing;
import twiza.round.Round;
import twiza.text.CsvText;

/** What organisers take away: the ranking, and the marks by pseudonyms. */
final class Downloads {

  /** Of sixty bytes or so each. */
  private static final int REVIEWS = 12_000;

  private final ResultsRoutes.Parts parts;
  private final Sections sections;

  Downloads(ResultsRoutes.Parts parts) {
    this.parts = parts;
    this.sections = new Sections(new Cursors(parts.fingerprints()));
  }

  private Head head(Round round) {
    return parts
        .rankings()
        .state(round.id())
        .shown()
        .orElseThrow(() -> Problem.of(409, "NOT_RANKED"));
  }

  private Ranking ranking(Round round, Head head) {
    return parts.rankings().ranking(round.id(), head).orElseThrow(() -> new Busy());
  }

  private Sections.Section<Review> reviews(Visit visit, Round round, Head head) {
    List<Review> all = parts.rankings().reviews(round.id(), head).orElseThrow(() -> new Busy());
    return sections.of("REVIEWS " + head.run(), all, visit.request().query("cursor"), REVIEWS);
  }

  Reply rankingJson(Visit visit, Round round) {
    Head head = head(round);
    return file(
        Reply.json(200, RankingFiles.ranking(round.id(), head, ranking(round, head))),
        name("ranking", head) + ".json",
        Optional.empty());
  }

  Reply reviewsJson(Visit visit, Round round) {
    Head head = head(round);
    Sections.Section<Review> section = reviews(visit, round, head);
    return file(
        Reply.json(200, RankingFiles.reviews(round.id(), head, section.items())),
        name("reviews", head) + ".json",
        section.next());
  }

  Reply rankingCsv(Visit visit, Round round) {
    Head head = head(round);
    Ranking ranking = ranking(round, head);
    List<String> criteria = List.copyOf(ranking.rules().weights().keySet());
    IdeaTitles titles =
        IdeaTitles.of(
            parts.entries(), round.id(), ranking.standings().stream().map(Standing::idea).toList());
    CsvText csv = new CsvText();
    List<String> columns =
        new ArrayList<>(
            List.of(
                "rank",
                "otherRank",
                "idea",
                "title",
                "reviews",
                "leftOut",
                "rawMean",
                "median",
                "score",
                "low",
                "high",
                "chance"));
    columns.addAll(criteria);
    csv.row(columns);
    ranking.standings().forEach(it -> csv.row(line(it, titles, criteria)));
    return csv(csv, name("ranking", head), Optional.empty());
  }

  private static List<Object> line(Standing it, IdeaTitles titles, List<String> criteria) {
    List<Object> line =
        new ArrayList<>(
            List.of(
                it.rank(),
                it.otherRank(),
                it.idea(),
                titles.title(it.idea()),
                it.reviews(),
                it.leftOut(),
                Standing.shown(it.rawMean()),
                Standing.shown(it.median()),
                it.shown(),
                Standing.shown(it.low()),
                Standing.shown(it.high()),
                it.chance()));
    criteria.forEach(code -> line.add(Standing.shown(it.byCriterion().get(code))));
    return line;
  }

  Reply reviewsCsv(Visit visit, Round round) {
    Head head = head(round);
    Sections.Section<Review> section = reviews(visit, round, head);
    CsvText csv = new CsvText();
    List<String> columns = new ArrayList<>(List.of("idea", "juror"));
    columns.addAll(head.outline().rules().weights().keySet());
    csv.row(columns);
    for (Review review : section.items()) {
      List<Object> line = new ArrayList<>(List.of(review.idea(), review.juror()));
      line.addAll(review.marks().values());
      csv.row(line);
    }
    return csv(csv, name("reviews", head), section.next());
  }

  /** What is not official says so in its name. */
  private static String name(String what, Head head) {
    return head.official() ? what : what + "-preview";
  }

  private static Reply csv(CsvText csv, String name, Optional<String> next) {
    return file(Reply.of(200, "text/csv; charset=utf-8", csv.toString()), name + ".csv", next);
  }

  private static Reply file(Reply reply, String name, Optional<String> next) {
    Reply named = reply.with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return next.map(cursor -> named.with("Link", "<?cursor=" + cursor + ">; rel=\"next\""))
        .orElse(named);
  }
}
