package twiza.table;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import twiza.jury.BallotPaper;
import twiza.jury.Papers.Progress;
import twiza.round.Round;

/** What a juror writes about an idea, and when it came to count: events hold no mark, no word. */
final class PaperItems {

  private PaperItems() {}

  static Item write(String round, BallotPaper paper) {
    Item marks = new Item();
    paper.marks().forEach(marks::with);
    return Item.at(Keys.review(round, paper.juror(), paper.idea()))
        .with("juror", paper.juror())
        .with("idea", paper.idea())
        .with("version", paper.version())
        .with("marks", marks)
        .withText("comment", paper.comment())
        .withText("note", paper.note())
        .with("submitted", paper.submitted())
        .with("at", paper.at())
        .with("withheld", paper.withheld())
        .with("GSI1PK", Keys.readings(round, paper.idea()))
        .with("GSI1SK", paper.juror());
  }

  static BallotPaper read(Item item) {
    SortedMap<String, Integer> marks = new TreeMap<>();
    Item given = item.map("marks");
    given.attributes().keySet().forEach(code -> marks.put(code, given.integer(code)));
    return new BallotPaper(
        item.text("juror"),
        item.text("idea"),
        item.number("version"),
        marks,
        item.textOrEmpty("comment"),
        item.textOrEmpty("note"),
        item.flag("submitted"),
        item.instant("at"),
        item.optionalText("withheld"));
  }

  /** How far each paper of a juror is, in the order of their ideas. */
  static Stream<Progress> readProgress(Item item) {
    String juror = item.key().sort().substring(Keys.PROGRESS.length());
    SortedMap<String, Boolean> papers = new TreeMap<>();
    item.texts("drafts").forEach(idea -> papers.put(idea, false));
    item.texts("submitted").forEach(idea -> papers.put(idea, true));
    return papers.entrySet().stream()
        .map(paper -> new Progress(juror, paper.getKey(), paper.getValue()));
  }

  static Item event(Round round, String kind, BallotPaper after, String by, Instant at) {
    Key key = Keys.reviewEvent(round.id(), after.juror(), after.idea(), after.version());
    return EventItems.item(key, kind, at, round.region(), round.id())
        .withText("by", by)
        .with("data", new Item().with("juror", after.juror()).with("idea", after.idea()));
  }
}
