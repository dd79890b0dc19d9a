package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.jury.Jury;
import twiza.jury.Rankings;
import twiza.round.Plan;
import twiza.scoring.ranking.RankingEngine;
import twiza.scoring.results.RankingFiles;
import twiza.table.Meter;
import twiza.table.TableRankings;

/**
 * Two thousand ideas with the longest titles and ten thousand reviews: what is kept of them stays
 * below what an item may hold, and what is answered below a megabyte.
 */
class ALargeRoundIsRankedTest {

  private static final int REVIEWS = LargeRound.IDEAS * Plan.MOST_REVIEWS;
  private static LargeRound large;
  private static JuryRoom room;

  @BeforeAll
  static void theJuryIsDone() {
    large = new LargeRound().withIdeas().withJury().sharedOut().marked();
    room = large.room;
    large.ranked();
  }

  @AfterAll
  static void drop() {
    room.table.close();
  }

  private static List<String> smallParts(String path) {
    List<String> parts = large.parts(path);
    assertThat(parts)
        .allSatisfy(
            part -> assertThat(LargeRound.bytes(part)).isLessThan(LargeRound.LARGEST_ANSWER));
    return parts;
  }

  @Test
  void the_desk_reads_it_in_sections() throws Exception {
    List<String> ideas = new ArrayList<>();
    for (String part : smallParts("ranking")) {
      ideas.addAll(new ObjectMapper().readTree(part).path("standings").findValuesAsText("idea"));
    }
    assertThat(ideas).hasSize(LargeRound.IDEAS).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ranking", "reviews"})
  void files_for_spreadsheets_come_in_parts_that_all_have_the_same_head(String file) {
    List<String> parts = smallParts(file + ".csv");
    assertThat(parts.stream().map(part -> part.lines().findFirst().orElseThrow()).distinct())
        .hasSize(1);
    assertThat(parts.stream().mapToLong(part -> part.lines().count() - 1).sum())
        .isEqualTo(file.equals("ranking") ? LargeRound.IDEAS : REVIEWS);
  }

  @Test
  void out_of_its_files_it_is_computed_again() {
    String ranking = smallParts("ranking.json").getFirst();
    List<String> reviews = smallParts("reviews.json");
    Rankings rankings = new TableRankings(room.table.client(), room.table.name());
    Rankings.Head head = rankings.state(room.edition.id()).frozen().orElseThrow();
    assertThat(RankingEngine.rank(RankingFiles.read(ranking, reviews)))
        .isEqualTo(rankings.ranking(room.edition.id(), head).orElseThrow());
  }

  @Test
  void no_item_of_it_is_too_large() {
    assertThat(
            room.table.everything().stream()
                .filter(item -> item.get("PK").s().equals("ROUND#" + room.edition.id())))
        .hasSizeGreaterThan(LargeRound.IDEAS + REVIEWS)
        .allSatisfy(item -> assertThat(LargeRound.size(item)).isLessThan(LargeRound.LARGEST_ITEM));
  }

  /** The session, the round, the jury, its ideas, and how far each juror is. */
  @Test
  void who_is_how_far_costs_the_same_whatever_they_wrote() {
    Meter meter = new Meter();
    ScoringFunction metered = room.over(room.table.client(meter));
    Requests request = room.atTheDesk(Requests.get("/api/desk/rounds/{id}/jury"));
    Meter.Cost cost =
        meter.of(() -> metered.handleRequest(request.event(), Invocation.of("scoring")));
    assertThat(cost.requests()).isLessThanOrEqualTo(7);
    assertThat(cost.units()).isLessThan(700);
    smallParts("jury");
    assertThat(room.overview().at("/coverage/reviewsSubmitted").asInt()).isEqualTo(REVIEWS);
  }

  @Test
  void what_a_whole_jury_wrote_about_one_idea_is_one_answer() {
    LargeRound talkative = new LargeRound().withJury();
    JuryRoom other = talkative.room;
    String idea = other.enters("Séchoir à thym");
    other.judgingOpens();
    talkative.isMarkedByAll(idea);
    other.desk(Requests.get("/api/desk/rounds/{id}/reviews/{idea}").path("idea", idea)).is(200);
    assertThat(LargeRound.bytes(other.body()))
        .isBetween(Jury.MOST_JURORS * 12_000, LargeRound.LARGEST_ANSWER);
    other.table.close();
  }

  @Test
  void ideas_that_nobody_marked_are_all_named_at_once() {
    LargeRound silent = new LargeRound().withIdeas();
    silent.ranked();
    assertThat(silent.parts("ranking"))
        .singleElement()
        .satisfies(
            it -> assertThat(LargeRound.bytes(it)).isBetween(700_000, LargeRound.LARGEST_ANSWER));
    silent.room.table.close();
  }
}
