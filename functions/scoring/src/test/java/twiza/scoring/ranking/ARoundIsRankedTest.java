package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import twiza.jury.JurorFigures;
import twiza.jury.Ranking;
import twiza.jury.Ranking.Caveat;
import twiza.jury.RankingRules.Official;
import twiza.jury.Review;
import twiza.jury.Standing;

class ARoundIsRankedTest {

  /** Harsh meets A to D, kind meets E to H; the two others meet all. */
  private final JudgedRound harshAndKind =
      new JudgedRound()
          .sheet("harsh", "4231----")
          .sheet("kind", "----4553")
          .sheet("one", "54433242")
          .sheet("two", "43523232");

  @Test
  void an_idea_is_not_worse_for_having_met_a_harsh_juror() {
    Ranking ranking = harshAndKind.rank();
    assertThat(JudgedRound.order(ranking).getFirst()).isEqualTo("A");
    assertThat(leniency(ranking, "harsh")).isNegative();
    assertThat(leniency(ranking, "kind")).isPositive();
    assertThat(JudgedRound.of(ranking, "A").score() - JudgedRound.of(ranking, "F").score())
        .isGreaterThan(
            JudgedRound.of(ranking, "A").rawMean() - JudgedRound.of(ranking, "F").rawMean());
    assertThat(JudgedRound.of(ranking, "F").score())
        .isLessThan(JudgedRound.of(ranking, "F").rawMean());
  }

  @Test
  void the_raw_ranking_counts_where_the_rules_say_so_and_the_other_stands_beside_it() {
    Ranking adjusted = harshAndKind.rank();
    Ranking raw = harshAndKind.official(Official.RAW).rank();
    for (Standing standing : raw.standings()) {
      Standing other = JudgedRound.of(adjusted, standing.idea());
      assertThat(standing.rank()).isEqualTo(other.otherRank());
      assertThat(standing.otherRank()).isEqualTo(other.rank());
    }
    assertThat(raw.standings().stream().map(Standing::rawMean))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void marks_are_weighted_and_means_told_by_criterion() {
    Standing standing =
        JudgedRound.of(
            new JudgedRound().marks("one", "A", 5, 2).marks("two", "A", 4, 4).rank(), "A");
    assertThat(standing.rawMean()).isCloseTo((3.8 + 4) / 2, within(1e-12));
    assertThat(standing.byCriterion()).isEqualTo(Map.of("impact", 4.5, "novelty", 3.0));
    assertThat(standing.reviews()).isEqualTo(2);
  }

  @Test
  void a_juror_is_shown_with_count_mean_and_spread() {
    JurorFigures two =
        harshAndKind.invited("absent").rank().jurors().stream()
            .filter(it -> it.juror().equals("two"))
            .findFirst()
            .orElseThrow();
    assertThat(two.reviews()).isEqualTo(8);
    assertThat(two.mean().orElseThrow()).isCloseTo(3, within(1e-12));
    assertThat(two.spread().orElseThrow()).isCloseTo(Math.sqrt(8.0 / 7), within(1e-12));
    assertThat(two.constant()).isFalse();
  }

  @Test
  void a_juror_who_never_answered_has_no_figures() {
    JurorFigures absent = harshAndKind.invited("absent").rank().jurors().getFirst();
    assertThat(absent.juror()).isEqualTo("absent");
    assertThat(absent.reviews()).isZero();
    assertThat(absent.mean()).isEmpty();
    assertThat(absent.spread()).isEmpty();
    assertThat(absent.leniency()).isEmpty();
  }

  @Test
  void a_juror_who_gives_everybody_the_same_is_flagged_and_left_out() {
    Ranking with = harshAndKind.sheet("bored", "5555----").rank();
    Ranking without =
        new JudgedRound()
            .sheet("harsh", "4231----")
            .sheet("kind", "----4553")
            .sheet("one", "54433242")
            .sheet("two", "43523232")
            .rank();
    JurorFigures bored = with.jurors().getFirst();
    assertThat(bored.constant()).isTrue();
    assertThat(bored.mean()).hasValue(5);
    assertThat(bored.leniency()).isEmpty();
    assertThat(with.fit()).isEqualTo(without.fit());
    assertThat(JudgedRound.of(with, "A").leftOut()).isEqualTo(1);
    assertThat(JudgedRound.of(with, "A").rawMean())
        .isEqualTo(JudgedRound.of(without, "A").rawMean());
    assertThat(JudgedRound.order(with)).isEqualTo(JudgedRound.order(without));
  }

  @Test
  void three_equal_marks_may_be_chance_and_count() {
    Ranking ranking = harshAndKind.sheet("brief", "333-----").rank();
    assertThat(ranking.jurors()).noneMatch(JurorFigures::constant);
    assertThat(JudgedRound.of(ranking, "A").reviews()).isEqualTo(4);
  }

  @Test
  void an_idea_with_one_review_is_provisional_and_one_without_is_not_ranked() {
    Ranking ranking = harshAndKind.marks("one", "I", 5).entered("J").rank();
    assertThat(ranking.standings()).filteredOn(Standing::provisional).hasSize(1);
    assertThat(JudgedRound.of(ranking, "I").provisional()).isTrue();
    assertThat(ranking.unranked()).containsExactly("J");
    assertThat(JudgedRound.of(ranking, "I").standardError())
        .isGreaterThan(JudgedRound.of(ranking, "A").standardError());
  }

  @Test
  void few_reviews_are_said_to_be_few() {
    JudgedRound small = new JudgedRound().sheet("one", "54323").sheet("two", "43412");
    assertThat(small.rank().caveats()).contains(Caveat.THIN_DATA);
    assertThat(harshAndKind.rank().caveats()).doesNotContain(Caveat.THIN_DATA);
  }

  @Test
  void a_room_that_agrees_on_severity_needs_no_adjustment() {
    Ranking ranking =
        new JudgedRound()
            .sheet("one", "5432143215")
            .sheet("two", "4523154123")
            .sheet("six", "5342134232")
            .rank();
    assertThat(ranking.caveats()).contains(Caveat.NO_ADJUSTMENT_NEEDED);
    assertThat(ranking.fit().orElseThrow().jurors()).isZero();
    assertThat(ranking.jurors()).allMatch(it -> it.leniency().orElseThrow() == 0);
  }

  @Test
  void a_winner_of_one_ranking_only_is_said_to_be_one() {
    Ranking ranking =
        new JudgedRound()
            .sheet("harsh", "3-211-1221")
            .sheet("kind", "-4-5555454")
            .sheet("fair", "43123-2313")
            .rank();
    assertThat(JudgedRound.order(ranking).getFirst()).isEqualTo("A");
    assertThat(JudgedRound.of(ranking, "A").otherRank()).isGreaterThan(1);
    assertThat(ranking.caveats()).contains(Caveat.WINNERS_DIFFER);
  }

  @Test
  void what_is_neither_sure_to_win_nor_sure_to_lose_is_talked_about() {
    Ranking ranking =
        new JudgedRound()
            .winners(2)
            .sheet("one", "5433111111")
            .sheet("two", "5343121211")
            .sheet("six", "5443112121")
            .rank();
    assertThat(JudgedRound.of(ranking, "A").chance()).isGreaterThan(.9);
    assertThat(ranking.standings().stream().filter(Standing::forDeliberation))
        .extracting(Standing::idea)
        .contains("B", "C")
        .doesNotContain("A", "E", "J");
  }

  @Test
  void the_interval_holds_nine_of_ten() {
    Standing standing = JudgedRound.of(harshAndKind.rank(), "A");
    assertThat(standing.high() - standing.low())
        .isCloseTo(2 * 1.6448536 * standing.standardError(), within(1e-6));
    assertThat((standing.high() + standing.low()) / 2).isCloseTo(standing.score(), within(1e-9));
  }

  @Test
  void it_is_computed_again_to_the_last_bit_in_whatever_order_the_reviews_come() {
    RankingInputs inputs = harshAndKind.inputs();
    RankingInputs reversed =
        new RankingInputs(
            inputs.rules(),
            inputs.ideas().reversed(),
            inputs.jurors().reversed(),
            inputs.reviews().reversed());
    assertThat(RankingEngine.rank(reversed)).isEqualTo(RankingEngine.rank(inputs));
  }

  /** Where this one fails, {@link RankingEngine#VERSION} has to change with what is expected. */
  @Test
  void a_version_of_the_engine_always_gives_the_same_figures() {
    assertThat(RankingInputs.sha256(harshAndKind.rank().toString()))
        .isEqualTo("0f58a682f90c977a9dcde7fad518168e4659bc2a3c079fa51cac93c86f38d890");
  }

  @Test
  void the_digest_tells_inputs_apart_and_anybody_can_make_it() {
    JudgedRound small = new JudgedRound().marks("j", "A", 5, 2).entered("B");
    String text =
        """
        rules\t1\tADJUSTED\tRAW_MEAN,MEDIAN,PRIORITY_CRITERION,MORE_REVIEWS,DRAW\timpact\t2026
        criterion\timpact\t60
        criterion\tnovelty\t40
        idea\tA
        idea\tB
        juror\tj
        review\tA\tj\t5\t2
        """;
    assertThat(small.rank().inputs()).isEqualTo(RankingInputs.sha256(text));
    assertThat(small.seed(7).rank().inputs()).isNotEqualTo(RankingInputs.sha256(text));
    assertThat(small.rank().engine()).isEqualTo("twiza-ranking/1");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    RankingInputs inputs = harshAndKind.inputs();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RankingInputs(inputs.rules(), List.of("A"), inputs.jurors(), inputs.reviews()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> harshAndKind.marks("one", "A", 3).inputs());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RankingInputs(
                    inputs.rules(),
                    inputs.ideas(),
                    inputs.jurors(),
                    List.of(new Review("one", "A", Map.of("impact", 4)))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Review("one", "A", Map.of("impact", 6)));
  }

  private static double leniency(Ranking ranking, String juror) {
    return ranking.jurors().stream()
        .filter(it -> it.juror().equals(juror))
        .findFirst()
        .flatMap(it -> Optional.of(it.leniency().orElseThrow()))
        .orElseThrow();
  }
}
