package twiza.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What the model owes to any jury. */
class WhateverTheJuryTest {

  @Property(tries = 200)
  void where_everybody_marks_everything_the_order_is_the_raw_one(
      @ForAll @IntRange(min = 2, max = 12) int ideas,
      @ForAll @IntRange(min = 1, max = 8) int jurors,
      @ForAll long seed) {
    List<Score> scores = Designs.complete(ideas, jurors, seed);
    SeverityModel model = SeverityModel.fit(scores);
    assertThat(sorted(model, model::worth)).isEqualTo(sorted(model, means(scores)::get));
  }

  @Property(tries = 200)
  void one_juror_who_sees_all_may_be_as_severe_as_they_like(
      @ForAll @IntRange(min = 2, max = 12) int ideas,
      @ForAll @IntRange(min = 2, max = 8) int jurors,
      @ForAll @DoubleRange(min = -20, max = 20) double more,
      @ForAll long seed) {
    List<Score> scores = Designs.complete(ideas, jurors, seed);
    List<Score> shifted =
        scores.stream()
            .map(it -> it.juror().endsWith("00") ? gave(it, it.value() + more) : it)
            .toList();
    SeverityModel before = SeverityModel.fit(scores);
    SeverityModel after = SeverityModel.fit(shifted);
    assertThat(sorted(after, after::worth)).isEqualTo(sorted(before, before::worth));
  }

  @Property(tries = 200)
  void with_equal_numbers_of_scores_the_order_is_that_of_the_adjusted_means(
      @ForAll @IntRange(min = 2, max = 30) int ideas,
      @ForAll @IntRange(min = 3, max = 8) int jurors,
      @ForAll long seed) {
    List<Score> scores = threeEach(ideas, jurors, seed);
    SeverityModel model = SeverityModel.fit(scores);
    List<Score> adjusted =
        scores.stream().map(it -> gave(it, it.value() - model.leniency(it.juror()))).toList();
    assertThat(sorted(model, model::worth)).isEqualTo(sorted(model, means(adjusted)::get));
  }

  @Property(tries = 200)
  void an_ideas_worth_can_be_computed_by_hand(
      @ForAll @IntRange(min = 2, max = 12) int ideas,
      @ForAll @IntRange(min = 2, max = 6) int jurors,
      @ForAll @DoubleRange(min = 0.2, max = 0.9) double density,
      @ForAll long seed) {
    List<Score> scores = Designs.sparse(ideas, jurors, density, seed);
    SeverityModel model = SeverityModel.fit(scores);
    double shrinkage = model.variances().residual() / model.variances().ideas();
    for (String idea : model.ideas()) {
      List<Score> its = scores.stream().filter(it -> it.idea().equals(idea)).toList();
      double left =
          its.stream()
              .mapToDouble(it -> it.value() - model.leniency(it.juror()) - model.mean())
              .average()
              .orElseThrow();
      assertThat(model.worth(idea))
          .isCloseTo(its.size() / (its.size() + shrinkage) * left, within(1e-9));
    }
  }

  @Property(tries = 200)
  void a_shift_of_the_scale_moves_the_mean_alone_and_a_stretch_stretches_all(
      @ForAll @IntRange(min = 2, max = 12) int ideas,
      @ForAll @IntRange(min = 2, max = 6) int jurors,
      @ForAll @DoubleRange(min = -100, max = 100) double shift,
      @ForAll @DoubleRange(min = 0.1, max = 20) double stretch,
      @ForAll long seed) {
    List<Score> scores = Designs.sparse(ideas, jurors, 0.6, seed);
    SeverityModel one = SeverityModel.fit(scores);
    SeverityModel other =
        SeverityModel.fit(
            scores.stream().map(it -> gave(it, shift + stretch * it.value())).toList());
    assertThat(other.mean()).isCloseTo(shift + stretch * one.mean(), within(1e-8));
    for (String idea : one.ideas()) {
      assertThat(other.worth(idea)).isCloseTo(stretch * one.worth(idea), within(1e-8));
      assertThat(other.standardError(idea))
          .isCloseTo(stretch * one.standardError(idea), within(1e-8));
    }
  }

  @Property(tries = 100)
  void the_order_in_which_scores_come_changes_no_bit(
      @ForAll @IntRange(min = 2, max = 12) int ideas,
      @ForAll @IntRange(min = 2, max = 6) int jurors,
      @ForAll long seed) {
    List<Score> scores = Designs.sparse(ideas, jurors, 0.5, seed);
    SeverityModel one = SeverityModel.fit(scores);
    List<Score> shuffled = scores.stream().collect(Collectors.toList());
    Collections.shuffle(shuffled, new Random(seed));
    SeverityModel other = SeverityModel.fit(shuffled);
    assertThat(figures(other, other.ideas(), other.jurors()))
        .containsExactly(figures(one, one.ideas(), one.jurors()));
  }

  @Property(tries = 200)
  void names_matter_to_nobody(
      @ForAll @IntRange(min = 2, max = 12) int ideas,
      @ForAll @IntRange(min = 2, max = 6) int jurors,
      @ForAll @DoubleRange(min = 0.1, max = 1) double density,
      @ForAll long seed) {
    List<Score> scores = Designs.sparse(ideas, jurors, density, seed);
    Function<String, String> renamed = name -> new StringBuilder(name).reverse().toString();
    SeverityModel one = SeverityModel.fit(scores);
    SeverityModel other =
        SeverityModel.fit(
            scores.stream()
                .map(
                    it ->
                        new Score(renamed.apply(it.juror()), renamed.apply(it.idea()), it.value()))
                .toList());
    assertThat(
            figures(
                other,
                one.ideas().stream().map(renamed).toList(),
                one.jurors().stream().map(renamed).toList()))
        .containsExactly(figures(one, one.ideas(), one.jurors()), within(1e-9));
  }

  @Property(tries = 30)
  void as_many_are_expected_among_the_best_as_there_are_places(
      @ForAll @IntRange(min = 2, max = 12) int ideas,
      @ForAll @IntRange(min = 1, max = 6) int jurors,
      @ForAll @IntRange(min = 1, max = 12) int places,
      @ForAll long seed) {
    SeverityModel model = SeverityModel.fit(Designs.sparse(ideas, jurors, 0.4, seed));
    double[] chances = model.chances(places, seed);
    assertThat(Arrays.stream(chances)).allMatch(chance -> chance >= 0 && chance <= 1);
    assertThat(Arrays.stream(chances).sum()).isCloseTo(Math.min(places, ideas), within(1e-6));
    assertThat(model.chances(places, seed)).containsExactly(chances);
  }

  private static List<Score> threeEach(int ideas, int jurors, long seed) {
    Random random = new Random(seed);
    List<Integer> all = new ArrayList<>();
    for (int juror = 0; juror < jurors; juror++) {
      all.add(juror);
    }
    List<Score> scores = new ArrayList<>();
    for (int idea = 0; idea < ideas; idea++) {
      Collections.shuffle(all, random);
      for (int juror : all.subList(0, 3)) {
        scores.add(Designs.score(juror, idea, juror + 2 * random.nextGaussian()));
      }
    }
    return scores;
  }

  private static Score gave(Score score, double value) {
    return new Score(score.juror(), score.idea(), value);
  }

  private static Map<String, Double> means(List<Score> scores) {
    return scores.stream()
        .collect(Collectors.groupingBy(Score::idea, Collectors.averagingDouble(Score::value)));
  }

  private static List<String> sorted(SeverityModel model, Function<String, Double> by) {
    return model.ideas().stream().sorted(Comparator.comparing(by)).toList();
  }

  private static double[] figures(SeverityModel model, List<String> ideas, List<String> jurors) {
    double[] figures = new double[1 + 2 * ideas.size() + jurors.size()];
    int at = 0;
    figures[at++] = model.mean();
    for (String idea : ideas) {
      figures[at++] = model.worth(idea);
      figures[at++] = model.standardError(idea);
    }
    for (String juror : jurors) {
      figures[at++] = model.leniency(juror);
    }
    return figures;
  }
}
