package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import twiza.jury.Jury;
import twiza.round.Plan;

/** Two thousand ideas, sixty jurors and five reviews go through the job that the queue asks for. */
class ALargeRoundIsSharedOutTest {

  private final LargeRound large = new LargeRound().withIdeas();
  private final JuryRoom room = large.room;

  @AfterEach
  void drop() {
    room.table.close();
  }

  @Test
  void every_idea_gets_its_readers_and_nothing_grows_too_large() {
    large.withJury().sharedOut();
    JsonNode overview = room.overview();
    JsonNode coverage = overview.path("coverage");
    assertThat(coverage.path("entries").asInt()).isEqualTo(LargeRound.IDEAS);
    assertThat(coverage.path("wantingTotal").asInt()).isZero();
    assertThat(coverage.path("reviewsAsked").asInt())
        .isEqualTo(LargeRound.IDEAS * Plan.MOST_REVIEWS);
    assertThat(coverage.path("connected").asBoolean()).isTrue();
    assertThat(coverage.path("unevenness").asInt()).isLessThanOrEqualTo(2);
    assertThat(LargeRound.bytes(room.body())).isLessThan(LargeRound.LARGEST_ANSWER);
    assertThat(
            room.table.everything().stream()
                .filter(item -> item.get("PK").s().equals("ROUND#" + room.edition.id()))
                .filter(item -> item.get("SK").s().matches("JUR.*|EVENT#JURY.*")))
        .hasSizeGreaterThan(Jury.MOST_JURORS)
        .allSatisfy(item -> assertThat(LargeRound.size(item)).isLessThan(LargeRound.LARGEST_ITEM));
    JuryRoom.Answer ballot = room.ballot("juror00").is(200);
    assertThat(ballot.json().path("total").asInt()).isBetween(165, 168);
    assertThat(LargeRound.bytes(room.body())).isLessThan(LargeRound.LARGEST_ANSWER);
  }

  @Test
  void before_it_is_shared_out_the_first_hundred_ideas_are_named() {
    JsonNode coverage = room.overview().path("coverage");
    assertThat(coverage.path("wantingTotal").asInt()).isEqualTo(LargeRound.IDEAS);
    assertThat(coverage.path("wanting")).hasSize(JuryOverview.MOST_WANTING);
    assertThat(LargeRound.bytes(room.body())).isLessThan(LargeRound.LARGEST_ANSWER);
  }
}
