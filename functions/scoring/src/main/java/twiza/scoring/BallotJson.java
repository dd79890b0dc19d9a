package twiza.scoring;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import twiza.http.PlanJson;
import twiza.http.SheetJson;
import twiza.idea.Author;
import twiza.idea.Sheet;
import twiza.jury.Ballot;
import twiza.jury.BallotPaper;
import twiza.jury.Juror;
import twiza.place.Language;
import twiza.round.Round;

/** What a juror sees. */
final class BallotJson {

  private BallotJson() {}

  static Map<String, Object> of(Round round, Ballot ballot, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("round", round(round, now));
    json.put("juror", juror(ballot.juror()));
    json.put("total", ballot.total());
    json.put("ideas", ballot.lines().stream().map(BallotJson::line).toList());
    return json;
  }

  private static Map<String, Object> round(Round round, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", round.id());
    json.put("phase", round.phaseAt(now));
    json.put("live", round.plan().live());
    json.put("texts", PlanJson.texts(round.plan()));
    json.put("judgingOpensAt", round.schedule().judgingOpensAt());
    json.put("judgingClosesAt", round.schedule().judgingClosesAt());
    json.put("rubric", PlanJson.rubric(round.plan()));
    json.put("namesHidden", round.plan().namesHidden());
    return json;
  }

  private static Map<String, Object> juror(Juror juror) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", juror.id());
    json.put("state", juror.state());
    json.put("name", juror.name());
    json.put("organisation", juror.organisation());
    json.put("reads", tags(juror.reads()));
    return json;
  }

  static List<String> tags(Set<Language> languages) {
    return new TreeSet<>(languages).stream().map(Language::tag).toList();
  }

  private static Map<String, Object> line(Ballot.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", line.entrant().idea());
    json.put("title", line.entrant().title());
    json.put("language", line.entrant().language().tag());
    json.put("province", line.entrant().province());
    json.put("sector", line.entrant().sector());
    json.put("state", line.state());
    return json;
  }

  static Map<String, Object> sheet(String idea, Sheet sheet) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", idea);
    json.put("title", sheet.title());
    json.put("sheet", SheetJson.of(sheet));
    return json;
  }

  static Map<String, Object> author(Author author) {
    return Map.of("name", author.name(), "kind", author.kind());
  }

  static Map<String, Object> paper(BallotPaper paper) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", paper.version());
    json.put("marks", paper.marks());
    json.put("comment", paper.comment());
    json.put("note", paper.note());
    json.put("submitted", paper.submitted());
    json.put("at", paper.version() == 0 ? null : paper.at());
    return json;
  }

  /**
   * @param number by which the others of an idea are told apart
   */
  static Map<String, Object> other(int number, BallotPaper paper) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("juror", number);
    json.put("marks", paper.marks());
    json.put("note", paper.note());
    return json;
  }
}
