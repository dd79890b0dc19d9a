package twiza.scoring.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Each of half a kilobyte, in whatever script its title is written. */
  private static final int STANDINGS = 1000;

  /** Each of two thousand reviews, of sixty bytes or so. */
  private static final int PAGES_OF_REVIEWS = 6;

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

  /** Only those that the cursor asks for are read. */
  private Part reviews(Visit visit, Round round, Head head) {
    Sections.Section<Integer> section =
        sections.of(
            "REVIEWS " + head.run(),
            head.pagesOfReviews(),
            visit.request().query("cursor"),
            PAGES_OF_REVIEWS);
    List<Review> reviews =
        parts.rankings().reviews(round.id(), head, section.items()).orElseThrow(() -> new Busy());
    return new Part(reviews, section.next());
  }

  private record Part(List<Review> reviews, Optional<String> next) {}

  Reply rankingJson(Visit visit, Round round) {
    Head head = head(round);
    return file(
        Reply.json(200, RankingFiles.ranking(round.id(), head, ranking(round, head))),
        name("ranking", head) + ".json",
        Optional.empty());
  }

  Reply reviewsJson(Visit visit, Round round) {
    parts.others().open(visit, round);
    Head head = head(round);
    Part part = reviews(visit, round, head);
    return file(
        Reply.json(200, RankingFiles.reviews(round.id(), head, part.reviews())),
        name("reviews", head) + ".json",
        part.next());
  }

  Reply rankingCsv(Visit visit, Round round) {
    Head head = head(round);
    Ranking ranking = ranking(round, head);
    Map<String, Standing> standings = new LinkedHashMap<>();
    ranking.standings().forEach(it -> standings.put(it.idea(), it));
    List<String> ideas = new ArrayList<>(standings.keySet());
    ideas.addAll(ranking.unranked());
    Sections.Section<String> section =
        sections.of("STANDINGS " + head.run(), ideas, visit.request().query("cursor"), STANDINGS);
    List<String> criteria = List.copyOf(ranking.rules().weights().keySet());
    IdeaTitles titles = IdeaTitles.of(parts.entries(), round.id(), section.items());
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
    for (String idea : section.items()) {
      csv.row(
          standings.containsKey(idea)
              ? line(standings.get(idea), titles, criteria)
              : line(idea, titles, columns.size()));
    }
    return csv(csv, name("ranking", head), section.next());
  }

  /** Of an idea that no review counts for: it has no rank, and no figures. */
  private static List<Object> line(String idea, IdeaTitles titles, int cells) {
    List<Object> line = new ArrayList<>(List.of("", "", idea, titles.title(idea), 0));
    line.addAll(Collections.nCopies(cells - line.size(), ""));
    return line;
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
                BigDecimal.valueOf(it.chance()).setScale(4, RoundingMode.HALF_UP)));
    criteria.forEach(code -> line.add(Standing.shown(it.byCriterion().get(code))));
    return line;
  }

  Reply reviewsCsv(Visit visit, Round round) {
    parts.others().open(visit, round);
    Head head = head(round);
    Part part = reviews(visit, round, head);
    CsvText csv = new CsvText();
    List<String> columns = new ArrayList<>(List.of("idea", "juror"));
    columns.addAll(head.outline().rules().weights().keySet());
    csv.row(columns);
    for (Review review : part.reviews()) {
      List<Object> line = new ArrayList<>(List.of(review.idea(), review.juror()));
      line.addAll(review.marks().values());
      csv.row(line);
    }
    return csv(csv, name("reviews", head), part.next());
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
