package twiza.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.jury.RankingSamples.ranked;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.idea.Award;
import twiza.jury.VerdictRefusal.Place;
import twiza.place.Language;
import twiza.round.Phase;

/** Two prizes: a and b come first, c and d might be better than b, e and f are not. */
class WhoWinsTest {

  private static final Ranking RANKING =
      RankingSamples.ranking(
          2,
          ranked("a", 0.97),
          ranked("b", 0.55),
          ranked("c", 0.3),
          ranked("d", 0.11),
          ranked("e", 0.05),
          ranked("f", 0.0));

  private static final Map<Language, String> SAID =
      Map.of(Language.FR, "Le jury félicite.", Language.AR, "تهنئ اللجنة.");

  private final Verdict before = Verdict.none("spring");
  private Optional<Contenders> contenders = Optional.of(new Contenders(RANKING, Set.of()));
  private Phase phase = Phase.CLOSED;

  private Verdict wanted(List<String> winners, List<String> finalists, String reason) {
    return new Verdict("spring", before.version(), SAID, winners, finalists, reason);
  }

  private VerdictOutcome writes(Verdict wanted) {
    return VerdictLife.write(before, wanted, phase, contenders);
  }

  private VerdictRefusal refused(List<String> winners, List<String> finalists, String reason) {
    VerdictOutcome outcome = writes(wanted(winners, finalists, reason));
    assertThat(outcome).isInstanceOf(VerdictOutcome.Refused.class);
    return ((VerdictOutcome.Refused) outcome).refusal();
  }

  private void accepted(List<String> winners, List<String> finalists, String reason) {
    assertThat(writes(wanted(winners, finalists, reason)))
        .isEqualTo(
            new VerdictOutcome.Accepted(
                new Verdict("spring", 1, SAID, winners, finalists, reason)));
  }

  @Test
  void the_first_of_the_official_ranking_win_without_a_word() {
    accepted(List.of("a", "b"), List.of(), "");
    accepted(List.of("a", "b"), List.of("d", "c"), "");
  }

  @Test
  void prizes_that_change_hands_have_a_reason() {
    assertThat(refused(List.of("b", "a"), List.of("c"), ""))
        .isEqualTo(new VerdictRefusal.ReasonRequired());
    accepted(List.of("b", "a"), List.of("c"), "Plus mûre.");
    Verdict swapped = wanted(List.of("b", "a"), List.of(), "");
    assertThat(VerdictLife.publication(swapped, 0, phase, contenders))
        .contains(new VerdictRefusal.ReasonRequired());
  }

  @Test
  void whoever_might_be_among_the_best_may_win_for_a_reason() {
    assertThat(refused(List.of("a", "c"), List.of(), ""))
        .isEqualTo(new VerdictRefusal.ReasonRequired());
    assertThat(refused(List.of("a", "c"), List.of("b"), "  "))
        .isEqualTo(new VerdictRefusal.ReasonRequired());
    accepted(List.of("a", "d"), List.of("b"), "Plus près du terrain.");
  }

  @Test
  void whoever_is_surely_not_does_not_win_whatever_the_reason() {
    assertThat(refused(List.of("a", "e"), List.of(), "Nous l’aimons."))
        .isEqualTo(new VerdictRefusal.OutOfReach(Place.WINNERS, List.of("e")));
  }

  @Test
  void finalists_might_have_won_or_follow_without_a_gap() {
    accepted(List.of("a", "b"), List.of("c", "d", "e"), "");
    assertThat(refused(List.of("a", "b"), List.of("c", "e"), "Un prix de plus."))
        .isEqualTo(new VerdictRefusal.OutOfReach(Place.FINALISTS, List.of("e")));
    accepted(List.of("a", "b"), List.of("d"), "La troisième a déjà été primée.");
    assertThat(refused(List.of("a", "b"), List.of("d"), ""))
        .isEqualTo(new VerdictRefusal.ReasonRequired());
  }

  @Test
  void a_prize_that_is_not_given_has_a_reason() {
    assertThat(refused(List.of("a"), List.of(), "")).isEqualTo(new VerdictRefusal.ReasonRequired());
    assertThat(refused(List.of(), List.of(), "")).isEqualTo(new VerdictRefusal.ReasonRequired());
    accepted(List.of(), List.of(), "Aucune n’est prête.");
  }

  @Test
  void nobody_wins_twice_nor_more_than_there_are_prizes() {
    assertThat(refused(List.of("a", "a"), List.of(), ""))
        .isEqualTo(new VerdictRefusal.NamedTwice(Place.WINNERS, List.of("a")));
    assertThat(refused(List.of("a", "b"), List.of("b"), ""))
        .isEqualTo(new VerdictRefusal.NamedTwice(Place.FINALISTS, List.of("b")));
    assertThat(refused(List.of("a", "b", "c"), List.of(), "Trois."))
        .isEqualTo(new VerdictRefusal.TooManyWinners(2));
  }

  @Test
  void what_was_not_ranked_is_not_placed() {
    assertThat(refused(List.of("a", "unread"), List.of(), "Lue depuis."))
        .isEqualTo(new VerdictRefusal.NotAmongTheRanked(Place.WINNERS, List.of("unread")));
    assertThat(refused(List.of("a", "b"), List.of("nobody"), ""))
        .isEqualTo(new VerdictRefusal.NotAmongTheRanked(Place.FINALISTS, List.of("nobody")));
  }

  @Test
  void whoever_is_out_of_the_round_makes_room_for_the_next() {
    contenders = Optional.of(new Contenders(RANKING, Set.of("b")));
    assertThat(refused(List.of("a", "b"), List.of(), ""))
        .isEqualTo(new VerdictRefusal.Gone(Place.WINNERS, List.of("b")));
    accepted(List.of("a", "c"), List.of("d"), "");
  }

  @Test
  void a_round_that_nobody_judged_has_no_winner_to_explain() {
    contenders = Optional.of(new Contenders(RankingSamples.ranking(2), Set.of()));
    accepted(List.of(), List.of(), "");
  }

  @Test
  void the_same_again_changes_nothing() {
    Verdict stands = new Verdict("spring", 4, SAID, List.of("a", "b"), List.of(), "");
    assertThat(VerdictLife.write(stands, stands, phase, contenders))
        .isEqualTo(new VerdictOutcome.Unchanged(stands));
    assertThat(VerdictLife.write(stands, before, phase, contenders))
        .isEqualTo(new VerdictOutcome.Refused(new VerdictRefusal.Stale()));
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void only_between_jury_and_publication(Phase when) {
    phase = when;
    Optional<VerdictRefusal> refusal =
        switch (when) {
          case CLOSED -> Optional.empty();
          case PUBLISHED, CANCELLED -> Optional.of(new VerdictRefusal.Over());
          case DRAFT, ANNOUNCED, OPEN, SCREENING, JUDGING ->
              Optional.of(new VerdictRefusal.NotClosed());
        };
    Verdict verdict = wanted(List.of("a", "b"), List.of(), "");
    assertThat(VerdictLife.publication(verdict, 0, when, contenders)).isEqualTo(refusal);
    if (refusal.isPresent()) {
      assertThat(writes(verdict)).isEqualTo(new VerdictOutcome.Refused(refusal.get()));
    }
  }

  @Test
  void not_before_the_marks_are_ranked() {
    contenders = Optional.empty();
    assertThat(refused(List.of(), List.of(), "")).isEqualTo(new VerdictRefusal.NotRanked());
    assertThat(VerdictLife.publication(before, 0, phase, contenders))
        .contains(new VerdictRefusal.NotRanked());
  }

  @Test
  void nothing_is_published_without_the_jurys_words_in_french_and_in_arabic() {
    Verdict french =
        new Verdict(
            "spring",
            2,
            Map.of(Language.FR, "Le jury félicite.", Language.AR, " "),
            List.of("a", "b"),
            List.of(),
            "");
    assertThat(VerdictLife.publication(french, 2, phase, contenders))
        .contains(new VerdictRefusal.StatementMissing(EnumSet.of(Language.AR)));
    assertThat(VerdictLife.publication(french, 1, phase, contenders))
        .contains(new VerdictRefusal.Stale());
    assertThat(VerdictLife.publication(before, 0, phase, contenders))
        .contains(new VerdictRefusal.ReasonRequired());
  }

  @Test
  void whoever_went_out_since_keeps_it_from_being_published() {
    contenders = Optional.of(new Contenders(RANKING, Set.of("a")));
    assertThat(
            VerdictLife.publication(wanted(List.of("a", "b"), List.of(), ""), 0, phase, contenders))
        .contains(new VerdictRefusal.Gone(Place.WINNERS, List.of("a")));
  }

  @Test
  void what_becomes_public_is_scores_and_figures_without_ranks() {
    Instant at = Instant.parse("2026-07-01T10:00:00Z");
    Verdict verdict = wanted(List.of("c", "a"), List.of("b"), "Le terrain.");
    Announcement announced = Announcement.of(verdict, RANKING, true, at);
    assertThat(announced.winners()).extracting(Announcement.Placed::idea).containsExactly("c", "a");
    assertThat(announced.winners().getFirst().score()).isEqualTo(3.47);
    assertThat(announced.reason()).isEqualTo("Le terrain.");
    assertThat(Announcement.of(verdict, RANKING, false, at).reason()).isEmpty();
    assertThat(announced.place("a")).contains(Award.Place.WINNER);
    assertThat(announced.place("b")).contains(Award.Place.FINALIST);
    assertThat(announced.place("d")).isEmpty();
    Announcement.Method method = announced.method();
    assertThat(method.prizes()).isEqualTo(2);
    assertThat(method.ideas()).isEqualTo(7);
    assertThat(method.ranked()).isEqualTo(6);
    assertThat(method.jurors()).isEqualTo(1);
    assertThat(method.reviews()).isEqualTo(12);
  }
}
