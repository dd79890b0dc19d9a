package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import twiza.jury.Ranking;
import twiza.jury.RankingRules.Official;
import twiza.jury.Standing;
import twiza.jury.TieBreak;

class TiesTest {

  @Test
  void the_median_breaks_a_tie_of_means() {
    Ranking ranking =
        new JudgedRound()
            .official(Official.RAW)
            .sheet("one", "52")
            .sheet("two", "24")
            .sheet("six", "24")
            .sheet("ten", "33")
            .rank();
    assertThat(JudgedRound.of(ranking, "A").rawMean()).isEqualTo(3);
    assertThat(JudgedRound.of(ranking, "B").rawMean()).isEqualTo(3.25);
    Ranking tied =
        new JudgedRound()
            .official(Official.RAW)
            .sheet("one", "52")
            .sheet("two", "24")
            .sheet("six", "23")
            .rank();
    assertThat(JudgedRound.order(tied)).containsExactly("B", "A");
    assertThat(tied.standings())
        .allMatch(standing -> standing.tie().orElseThrow() == TieBreak.MEDIAN);
  }

  @Test
  void then_the_criterion_named_before() {
    Ranking ranking =
        new JudgedRound()
            .official(Official.RAW)
            .marks("one", "A", 3, 5)
            .marks("one", "B", 5, 2)
            .rank();
    assertThat(JudgedRound.order(ranking)).containsExactly("B", "A");
    assertThat(ranking.standings())
        .allMatch(standing -> standing.tie().orElseThrow() == TieBreak.PRIORITY_CRITERION);
  }

  @Test
  void then_more_reviews() {
    Ranking ranking =
        new JudgedRound()
            .official(Official.RAW)
            .sheet("one", "-4")
            .sheet("two", "44")
            .sheet("six", "--2")
            .rank();
    assertThat(JudgedRound.order(ranking)).containsExactly("B", "A", "C");
    assertThat(JudgedRound.of(ranking, "A").tie()).contains(TieBreak.MORE_REVIEWS);
    assertThat(JudgedRound.of(ranking, "C").tie()).isEmpty();
  }

  @Test
  void at_last_the_draw_which_favours_nobody_and_anybody_can_repeat() {
    List<String> firsts =
        LongStream.range(0, 200)
            .mapToObj(
                seed ->
                    new JudgedRound()
                        .official(Official.RAW)
                        .seed(seed)
                        .sheet("one", "333")
                        .rank()
                        .standings()
                        .getFirst())
            .peek(first -> assertThat(first.tie()).contains(TieBreak.DRAW))
            .map(first -> first.idea())
            .toList();
    for (String idea : List.of("A", "B", "C")) {
      assertThat(firsts.stream().filter(idea::equals).count()).isBetween(40L, 95L);
    }
    assertThat(Order.lot(2026, "A")).isEqualTo(RankingInputs.sha256("2026 A"));
  }

  @Test
  void scores_are_compared_as_they_are_shown() {
    Ranking ranking =
        new JudgedRound().sheet("one", "4455").sheet("two", "5544").sheet("six", "3333").rank();
    assertThat(ranking.standings().stream().map(Standing::shown).distinct()).hasSize(1);
    assertThat(ranking.standings())
        .allMatch(standing -> standing.tie().orElseThrow() == TieBreak.DRAW);
  }

  /** A has the higher median, and B more reviews. */
  @Test
  void the_organiser_may_name_another_order() {
    JudgedRound round =
        new JudgedRound()
            .official(Official.RAW)
            .sheet("one", "54")
            .sheet("two", "54")
            .sheet("six", "24")
            .sheet("ten", "-4");
    assertThat(JudgedRound.of(round.rank(), "A").rawMean())
        .isEqualTo(JudgedRound.of(round.rank(), "B").rawMean());
    assertThat(JudgedRound.order(round.rank())).containsExactly("A", "B");
    assertThat(
            JudgedRound.order(
                round.tieBreaks(TieBreak.MORE_REVIEWS, TieBreak.MEDIAN, TieBreak.DRAW).rank()))
        .containsExactly("B", "A");
  }
}
