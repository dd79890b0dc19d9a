package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import twiza.jury.Ranking;
import twiza.jury.Ranking.Caveat;
import twiza.jury.Standing;

/** Nothing that a jury does or leaves undone makes a figure that is none. */
class JuriesThatTellLittleTest {

  @Test
  void nobody_marked_anything() {
    Ranking ranking = new JudgedRound().entered("A", "B").invited("one").rank();
    assertThat(ranking.standings()).isEmpty();
    assertThat(ranking.fit()).isEmpty();
    assertThat(ranking.unranked()).containsExactly("A", "B");
    assertThat(ranking.panels()).isEmpty();
    assertThat(ranking.caveats()).isEmpty();
  }

  @Test
  void one_mark() {
    Ranking ranking = new JudgedRound().sheet("one", "4").rank();
    Standing only = ranking.standings().getFirst();
    assertThat(only.score()).isEqualTo(4);
    assertThat(only.chance()).isEqualTo(1);
    assertThat(only.provisional()).isTrue();
    assertThat(ranking.caveats()).contains(Caveat.NO_SPREAD);
    isSane(ranking);
  }

  @Test
  void one_juror() {
    Ranking ranking = new JudgedRound().sheet("one", "5132434251342").rank();
    assertThat(ranking.caveats()).contains(Caveat.THIN_DATA);
    assertThat(JudgedRound.order(ranking).subList(0, 2)).containsExactlyInAnyOrder("A", "I");
    isSane(ranking);
  }

  @Test
  void one_idea() {
    Ranking ranking = new JudgedRound().sheet("one", "5").sheet("two", "3").winners(3).rank();
    assertThat(ranking.standings().getFirst().chance()).isEqualTo(1);
    isSane(ranking);
  }

  @Test
  void a_jury_of_constant_jurors_ranks_nobody() {
    Ranking ranking = new JudgedRound().sheet("one", "5555").sheet("two", "3333").rank();
    assertThat(ranking.standings()).isEmpty();
    assertThat(ranking.unranked()).hasSize(4);
    assertThat(ranking.jurors()).allMatch(it -> it.constant());
  }

  @Test
  void the_same_mark_from_everybody_leaves_all_to_chance() {
    Ranking ranking = new JudgedRound().winners(2).sheet("one", "333").sheet("two", "333").rank();
    assertThat(ranking.caveats()).contains(Caveat.NO_SPREAD);
    assertThat(ranking.standings())
        .allMatch(it -> it.chance() == 2.0 / 3)
        .allMatch(Standing::forDeliberation);
    isSane(ranking);
  }

  @Test
  void jurors_who_agree_to_the_last_mark() {
    Ranking ranking =
        new JudgedRound()
            .sheet("one", "1234543234")
            .sheet("two", "1234543234")
            .sheet("six", "1234543234")
            .rank();
    assertThat(ranking.caveats()).contains(Caveat.EXACT_FIT, Caveat.NO_ADJUSTMENT_NEEDED);
    assertThat(JudgedRound.of(ranking, "E").shown()).isEqualByComparingTo("5.00");
    isSane(ranking);
  }

  @Test
  void jurors_who_differ_by_severity_alone() {
    Ranking ranking =
        new JudgedRound()
            .sheet("one", "123-321232")
            .sheet("two", "2-42432343")
            .sheet("six", "-453543454")
            .rank();
    assertThat(ranking.caveats()).contains(Caveat.EXACT_FIT);
    assertThat(JudgedRound.of(ranking, "B").shown())
        .isEqualTo(JudgedRound.of(ranking, "F").shown());
    assertThat(JudgedRound.of(ranking, "A").shown())
        .isEqualTo(JudgedRound.of(ranking, "G").shown());
    isSane(ranking);
  }

  @Test
  void panels_that_share_nobody() {
    Ranking ranking =
        new JudgedRound()
            .sheet("one", "543---")
            .sheet("two", "432---")
            .sheet("six", "---145")
            .sheet("ten", "---254")
            .rank();
    assertThat(ranking.caveats()).contains(Caveat.DISCONNECTED_PANELS);
    assertThat(ranking.panels())
        .extracting(Ranking.Panel::jurors)
        .containsExactly(List.of("one", "two"), List.of("six", "ten"));
    assertThat(JudgedRound.of(ranking, "A").panel()).isZero();
    assertThat(JudgedRound.of(ranking, "F").panel()).isEqualTo(1);
    isSane(ranking);
  }

  @Property(tries = 500)
  void any_jury(
      @ForAll @IntRange(min = 1, max = 9) int ideas,
      @ForAll @IntRange(min = 1, max = 6) int jurors,
      @ForAll @DoubleRange(min = 0, max = 1) double density,
      @ForAll @IntRange(min = 1, max = 5) int highest,
      @ForAll @IntRange(min = 1, max = 12) int winners,
      @ForAll long seed) {
    Random random = new Random(seed);
    JudgedRound round = new JudgedRound().winners(winners);
    for (int juror = 0; juror < jurors; juror++) {
      StringBuilder sheet = new StringBuilder();
      for (int idea = 0; idea < ideas; idea++) {
        sheet.append(
            random.nextDouble() < density ? String.valueOf(1 + random.nextInt(highest)) : "-");
      }
      round.sheet("juror " + juror, sheet.toString());
    }
    isSane(round.rank());
  }

  private static void isSane(Ranking ranking) {
    ranking
        .fit()
        .ifPresent(
            fit -> {
              assertThat(fit.mean()).isBetween(1.0, 5.0);
              assertThat(fit.residual()).isNotNegative().isFinite();
              assertThat(fit.ideas()).isNotNegative().isFinite();
              assertThat(fit.jurors()).isNotNegative().isFinite();
            });
    for (Standing standing : ranking.standings()) {
      assertThat(Stream.of(standing.score(), standing.low(), standing.high(), standing.median()))
          .allMatch(Double::isFinite);
      assertThat(standing.standardError()).isNotNegative();
      assertThat(standing.chance()).isBetween(0.0, 1.0);
    }
    assertThat(ranking.standings().stream().map(Standing::otherRank))
        .doesNotHaveDuplicates()
        .allMatch(rank -> rank >= 1 && rank <= ranking.standings().size());
  }
}
