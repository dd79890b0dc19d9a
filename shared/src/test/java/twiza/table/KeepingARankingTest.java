package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.jury.RankingSamples.ranked;
import static twiza.jury.RankingSamples.ranking;
import static twiza.round.RoundSamples.ORGANISER;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import twiza.jury.Ranking;
import twiza.jury.RankingSamples.Ranked;
import twiza.jury.Rankings;
import twiza.jury.Rankings.Computed;
import twiza.jury.Rankings.Head;
import twiza.jury.Review;
import twiza.jury.Standing;
import twiza.jury.Work;
import twiza.round.Edition;
import twiza.settings.TestKeys;

/** Pages first, then what leads to them: nobody ever sees half a ranking. */
class KeepingARankingTest {

  private static final int LARGEST_ITEM = 400 * 1024;

  private final LocalTable table = LocalTable.create();
  private final TableRounds rounds =
      new TableRounds(table.client(), table.name(), TestKeys.fingerprints());
  private final Rankings rankings = new TableRankings(table.client(), table.name());
  private final Edition edition = Edition.announced(rounds, aRound());
  private final String round = edition.id();

  private static Computed computed(Ranking ranking) {
    List<Review> reviews = new ArrayList<>();
    for (Standing standing : ranking.standings()) {
      reviews.add(
          new Review(
              "J1", standing.idea(), Map.of("INNOVATION", standing.rank() % 5 + 1, "IMPACT", 2)));
    }
    reviews.add(new Review("J2", "unread", Map.of("INNOVATION", 3, "IMPACT", 3)));
    return new Computed(ranking, reviews, Map.of("J1", "amina", "J2", "samir"));
  }

  private static Ranked[] ideas(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> ranked(String.format(Locale.ROOT, "01JIDEA%019d", (n * 7919L) % count), 0.5))
        .toArray(Ranked[]::new);
  }

  private Head shown() {
    return rankings.state(round).shown().orElseThrow();
  }

  private List<Item> items(String beginning) {
    return table.everything().stream()
        .map(Item::new)
        .filter(item -> item.key().partition().equals("ROUND#" + round))
        .filter(item -> item.key().sort().startsWith(beginning))
        .toList();
  }

  @Test
  void it_is_read_as_it_was_computed_to_the_last_bit() {
    Computed computed = computed(ranking(2, ideas(250)));
    assertThat(rankings.freeze(edition.round(), computed, RESULTS)).isTrue();
    Head head = shown();
    assertThat(head.official()).isTrue();
    assertThat(head.at()).isEqualTo(RESULTS);
    assertThat(head.jurors()).isEqualTo(computed.jurors());
    assertThat(rankings.ranking(round, head)).contains(computed.ranking());
    assertThat(rankings.reviews(round, head).orElseThrow())
        .containsExactlyInAnyOrderElementsOf(computed.reviews());
  }

  @Test
  void one_idea_is_found_without_reading_the_others() {
    Computed computed = computed(ranking(2, ideas(250)));
    rankings.freeze(edition.round(), computed, RESULTS);
    Head head = shown();
    for (Standing standing : computed.ranking().standings().subList(0, 20)) {
      assertThat(rankings.marks(round, head, standing.idea()))
          .contains(new Rankings.Marks(Set.of("amina"), Optional.of(standing)));
    }
    assertThat(rankings.marks(round, shown(), "unread"))
        .contains(new Rankings.Marks(Set.of("samir"), Optional.empty()));
    assertThat(rankings.marks(round, shown(), "0")).isEmpty();
    assertThat(rankings.marks(round, shown(), "zzz")).isEmpty();
  }

  @Test
  void the_first_that_is_frozen_stays() {
    Computed first = computed(ranking(1, ranked("a", 0.9), ranked("b", 0.1)));
    assertThat(rankings.freeze(edition.round(), first, RESULTS)).isTrue();
    List<Item> frozen = items(Keys.RANKING);
    assertThat(rankings.freeze(edition.round(), first, RESULTS.plusSeconds(60))).isFalse();
    assertThat(items(Keys.RANKING)).isEqualTo(frozen);
    assertThat(items(Keys.EVENT + Keys.RANKING)).hasSize(1);
    Item event = items(Keys.EVENT + Keys.RANKING).getFirst();
    assertThat(event.text("kind")).isEqualTo("ROUND_RANKED");
    assertThat(event.texts("tell")).containsExactly("ORGANISERS");
    assertThat(event.has("work")).isFalse();
  }

  @Test
  void a_preview_makes_way_for_the_next_and_leaves_nothing_behind() {
    Ranking one = ranking(1, ranked("a", 0.9), ranked("b", 0.1));
    Ranking other =
        new Ranking(
            one.engine(),
            "f".repeat(64),
            one.rules(),
            one.fit(),
            one.caveats(),
            one.standings(),
            one.unranked(),
            one.jurors(),
            one.panels());
    rankings.preview(round, computed(one), RESULTS);
    assertThat(shown().official()).isFalse();
    Head before = shown();
    rankings.preview(round, computed(other), RESULTS.plusSeconds(60));
    assertThat(shown().at()).isEqualTo(RESULTS.plusSeconds(60));
    assertThat(rankings.ranking(round, shown())).contains(other);
    assertThat(rankings.ranking(round, before)).isEmpty();
    assertThat(rankings.reviews(round, before)).isEmpty();
    assertThat(items(Keys.RANKING + "#")).hasSize(2);
    rankings.preview(round, computed(other), RESULTS.plusSeconds(120));
    assertThat(items(Keys.RANKING + "#")).hasSize(2);
  }

  @Test
  void a_preview_never_becomes_official_and_is_gone_once_there_is_one() {
    Computed computed = computed(ranking(1, ranked("a", 0.9), ranked("b", 0.1)));
    rankings.preview(round, computed, RESULTS);
    assertThat(rankings.state(round).frozen()).isEmpty();
    rankings.freeze(edition.round(), computed, RESULTS.plusSeconds(60));
    Rankings.State state = rankings.state(round);
    assertThat(state.preview()).isEmpty();
    assertThat(rankings.ranking(round, state.frozen().orElseThrow())).contains(computed.ranking());
    assertThat(items(Keys.RANKING + "#")).hasSize(2);
  }

  @Test
  void asking_is_an_event_that_names_the_work() {
    rankings.ask(edition.round(), Work.Kind.PREVIEW, ORGANISER, RESULTS);
    rankings.ask(edition.round(), Work.Kind.PREVIEW, ORGANISER, RESULTS);
    Item event = items(Keys.EVENT + Keys.RANKING).getFirst();
    assertThat(items(Keys.EVENT + Keys.RANKING)).hasSize(1);
    assertThat(event.text("work")).isEqualTo("PREVIEW");
    assertThat(event.text("by")).isEqualTo(ORGANISER);
    assertThat(event.has("tell")).isFalse();
    assertThat(rankings.state(round).isComputing()).isTrue();
    rankings.preview(
        round, computed(ranking(1, ranked("a", 0.9))), RESULTS.plus(Duration.ofSeconds(3)));
    assertThat(rankings.state(round).isComputing()).isFalse();
    rankings.ask(edition.round(), Work.Kind.PREVIEW, ORGANISER, RESULTS.plusSeconds(9));
    assertThat(rankings.state(round).isComputing()).isTrue();
  }

  @Test
  void a_jury_without_a_review_is_kept_too() {
    Ranking none = ranking(1);
    Computed computed = new Computed(none, List.of(), Map.of("J1", "amina", "J2", "samir"));
    rankings.freeze(edition.round(), computed, RESULTS);
    assertThat(rankings.ranking(round, shown()).orElseThrow().unranked()).containsExactly("unread");
    assertThat(rankings.reviews(round, shown())).contains(List.of());
  }

  @Test
  void two_thousand_ideas_fill_no_item() {
    Ranking ranking = ranking(10, ideas(2000));
    List<Review> reviews = new ArrayList<>();
    for (Standing standing : ranking.standings()) {
      for (int juror = 1; juror <= 5; juror++) {
        reviews.add(
            new Review("J" + juror, standing.idea(), Map.of("INNOVATION", juror, "IMPACT", 2)));
      }
    }
    Map<String, String> jurors = Map.of("J1", "a", "J2", "b", "J3", "c", "J4", "d", "J5", "e");
    Computed computed = new Computed(ranking, reviews, jurors);
    rankings.freeze(edition.round(), computed, RESULTS);
    assertThat(items(Keys.RANKING))
        .allSatisfy(
            item -> assertThat(item.attributes().toString().length()).isLessThan(LARGEST_ITEM));
    assertThat(rankings.ranking(round, shown())).contains(ranking);
    assertThat(rankings.reviews(round, shown()).orElseThrow()).hasSize(10_000);
  }
}
