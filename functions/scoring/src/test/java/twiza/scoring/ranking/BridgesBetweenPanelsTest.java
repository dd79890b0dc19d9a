package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import twiza.jury.Ranking;
import twiza.jury.Ranking.Bridge;
import twiza.jury.Ranking.Caveat;

class BridgesBetweenPanelsTest {

  private final JudgedRound apart =
      new JudgedRound()
          .sheet("one", "543----")
          .sheet("two", "432----")
          .sheet("six", "---145-")
          .sheet("ten", "---25--")
          .sheet("sun", "------3");

  @Test
  void the_reviews_offered_make_one_panel_of_all() {
    Ranking ranking = apart.rank();
    List<Bridge> bridges = Bridges.offer(ranking, (_, _) -> true);
    assertThat(bridges).hasSize(4);
    bridges.forEach(it -> apart.marks(it.juror(), it.idea(), 3));
    assertThat(apart.rank().caveats()).doesNotContain(Caveat.DISCONNECTED_PANELS);
  }

  @Test
  void whoever_reviewed_least_is_asked_first() {
    assertThat(Bridges.offer(apart.rank(), (_, _) -> true))
        .contains(new Bridge("ten", "A"), new Bridge("one", "F"));
  }

  @Test
  void nobody_is_asked_who_may_not() {
    assertThat(Bridges.offer(apart.rank(), (juror, _) -> juror.equals("sun")))
        .extracting(Bridge::juror)
        .containsOnly("sun");
    assertThat(Bridges.offer(apart.rank(), (_, _) -> false)).isEmpty();
  }

  @Test
  void a_jury_in_one_piece_needs_none() {
    assertThat(Bridges.offer(new JudgedRound().sheet("one", "543").rank(), (_, _) -> true))
        .isEmpty();
  }
}
