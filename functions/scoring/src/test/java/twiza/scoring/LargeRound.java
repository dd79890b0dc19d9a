package twiza.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static twiza.round.RoundSamples.aRound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.http.Requests;
import twiza.idea.Samples;
import twiza.jury.BallotPaper;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryLife;
import twiza.jury.JurySamples;
import twiza.jury.Work;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.RoundSamples;
import twiza.table.FullBank;

/** The largest round that is reckoned with: 2,000 ideas, 60 jurors, 5 reviews an idea. */
final class LargeRound {

  static final int IDEAS = 2000;
  static final int LARGEST_ITEM = 400 * 1024;
  static final int LARGEST_ANSWER = 1024 * 1024;

  /** The longest title, in a script that takes three bytes a letter. */
  static final String LONG_TITLE = "ⵜ".repeat(120);

  private static final Pattern NEXT = Pattern.compile("<\\?cursor=(.*)>; rel=\"next\"");

  final JuryRoom room = new JuryRoom(fiveReviews());
  private final FullBank bank = new FullBank(room.table);

  private static RoundSamples.Sample fiveReviews() {
    RoundSamples.Sample sample = aRound();
    Plan p = sample.plan();
    return sample.saying(
        new Plan(
            p.texts(),
            p.entriesPerAuthor(),
            p.complaintDays(),
            p.prizes(),
            p.schedule(),
            p.rubric(),
            OptionalInt.of(Plan.MOST_REVIEWS),
            p.official(),
            p.tieBreaks(),
            p.priority(),
            p.seed(),
            p.live(),
            p.namesHidden()));
  }

  LargeRound withIdeas() {
    bank.fillJury(room.round(), IDEAS, Samples.titled(LONG_TITLE));
    return this;
  }

  LargeRound withJury() {
    for (int i = 0; i < Jury.MOST_JURORS; i++) {
      JuryCommand enlist = JurySamples.enlist("juror%02d".formatted(i));
      room.juries.settle(
          room.round(), "", room.now, jury -> JuryLife.decide(jury, enlist, Phase.OPEN, room.now));
    }
    return this;
  }

  LargeRound sharedOut() {
    room.desk(Requests.post("/api/desk/rounds/{id}/assignments").json(Map.of())).is(202);
    room.sharesOut();
    return this;
  }

  /** Everybody has marked all that they were asked to, at some length. */
  LargeRound marked() {
    Random random = new Random(1);
    List<BallotPaper> papers = new ArrayList<>();
    Map<String, SortedSet<String>> assigned = room.jury().assignment().ideas();
    assigned.forEach(
        (juror, ideas) -> ideas.forEach(idea -> papers.add(paper(juror, idea, random, 200))));
    bank.fillPapers(room.round(), papers);
    return this;
  }

  /** The jury is done, and what it marked is ranked for good. */
  void ranked() {
    room.now = RoundSamples.JURY.plusSeconds(60);
    room.edition.moved(room.now);
    room.juryIsDone();
    room.works(Work.Kind.RANK);
  }

  /** The whole jury has marked an idea, and written as much as one may. */
  void isMarkedByAll(String idea) {
    Random random = new Random(2);
    bank.fillPapers(
        room.round(),
        room.jury().jurors().stream()
            .map(it -> paper(it.id(), idea, random, BallotPaper.LONGEST_COMMENT))
            .toList());
  }

  private BallotPaper paper(String juror, String idea, Random random, int words) {
    TreeMap<String, Integer> marks = new TreeMap<>();
    room.round().plan().rubric().forEach(it -> marks.put(it.code(), 1 + random.nextInt(5)));
    String text = "ⵣ".repeat(words);
    return BallotPaper.blank(juror, idea, RoundSamples.JURY)
        .rewritten(marks, text, text, true, RoundSamples.JURY.plusSeconds(60));
  }

  /** What a route of the desk answers, part by part to the end. */
  List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode json =
          room.desk(Requests.get("/api/desk/rounds/{id}/" + path).query("cursor", cursor))
              .is(200)
              .json();
      parts.add(room.body());
      Matcher link = NEXT.matcher(room.header("Link"));
      cursor = link.find() ? link.group(1) : json.path("next").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    return parts;
  }

  static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  /** As the database counts it: names and values. */
  static int size(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(it -> bytes(it.getKey()) + bytes(it.getValue().toString()))
        .sum();
  }
}
