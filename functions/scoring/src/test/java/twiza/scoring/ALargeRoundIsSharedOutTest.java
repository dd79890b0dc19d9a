package twiza.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.aRound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.http.Requests;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryLife;
import twiza.jury.JurySamples;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.RoundSamples;
import twiza.table.FullBank;

/** Two thousand ideas, sixty jurors and five reviews go through the job that the queue asks for. */
class ALargeRoundIsSharedOutTest {

  private static final int IDEAS = 2_000;
  private static final int LARGEST_ITEM = 400 * 1024;
  private static final int LARGEST_ANSWER = 1024 * 1024;

  private final JuryRoom room = new JuryRoom(fiveReviews());

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

  private void aFullJury() {
    for (int i = 0; i < Jury.MOST_JURORS; i++) {
      JuryCommand enlist = JurySamples.enlist("juror%02d".formatted(i));
      room.juries.settle(
          room.round(), "", room.now, jury -> JuryLife.decide(jury, enlist, Phase.OPEN, room.now));
    }
  }

  private static int size(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(it -> it.getKey().length() + it.getValue().toString().getBytes(UTF_8).length)
        .sum();
  }

  @Test
  void every_idea_gets_its_readers_and_nothing_grows_too_large() {
    new FullBank(room.table).fillJury(room.round(), IDEAS);
    aFullJury();
    room.desk(Requests.post("/api/desk/rounds/{id}/assignments").json(Map.of())).is(202);
    room.sharesOut();

    JsonNode overview = room.overview();
    JsonNode coverage = overview.path("coverage");
    assertThat(coverage.path("entries").asInt()).isEqualTo(IDEAS);
    assertThat(coverage.path("wantingTotal").asInt()).isZero();
    assertThat(coverage.path("reviewsAsked").asInt()).isEqualTo(IDEAS * Plan.MOST_REVIEWS);
    assertThat(coverage.path("connected").asBoolean()).isTrue();
    assertThat(coverage.path("unevenness").asInt()).isLessThanOrEqualTo(2);
    assertThat(overview.toString().getBytes(UTF_8)).hasSizeLessThan(LARGEST_ANSWER);
    assertThat(
            room.table.everything().stream()
                .filter(item -> item.get("PK").s().equals("ROUND#" + room.edition.id()))
                .filter(item -> item.get("SK").s().matches("JUR.*|EVENT#JURY.*")))
        .hasSizeGreaterThan(Jury.MOST_JURORS)
        .allSatisfy(item -> assertThat(size(item)).isLessThan(LARGEST_ITEM));
    JuryRoom.Answer ballot = room.ballot("juror00").is(200);
    assertThat(ballot.json().path("total").asInt()).isBetween(165, 168);
    assertThat(ballot.json().toString().getBytes(UTF_8)).hasSizeLessThan(LARGEST_ANSWER);
  }

  @Test
  void before_it_is_shared_out_the_first_hundred_ideas_are_named() {
    new FullBank(room.table).fillJury(room.round(), IDEAS);
    JsonNode coverage = room.overview().path("coverage");
    assertThat(coverage.path("wantingTotal").asInt()).isEqualTo(IDEAS);
    assertThat(coverage.path("wanting")).hasSize(JuryOverview.MOST_WANTING);
  }
}
