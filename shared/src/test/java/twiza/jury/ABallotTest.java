package twiza.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.jury.JurySamples.accept;
import static twiza.jury.JurySamples.decided;
import static twiza.jury.JurySamples.enlist;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;
import twiza.idea.Entry.Standing;
import twiza.jury.Ballot.State;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.round.Via;

/** What one juror has to do, out of what they were asked and what they have written. */
class ABallotTest {

  private static final TreeMap<String, Integer> GOOD = new TreeMap<>(Map.of("IMPACT", 5));

  private static Entrant entrant(String idea, Standing standing) {
    return new Entrant(
        idea,
        Entry.Place.ADMITTED,
        standing,
        Via.AUTHOR,
        MONDAY,
        OptionalInt.of(1),
        "Idée " + idea,
        "05.091",
        "FOOD",
        Language.FR,
        false);
  }

  private static Map<String, Entrant> entrants(Stream<Entrant> all) {
    return all.collect(Collectors.toMap(Entrant::idea, Function.identity()));
  }

  private static Juror juror(String name, Set<String> ideas) {
    Jury jury = decided(Jury.none("r", "05"), enlist(name), Phase.OPEN, MONDAY).jury();
    jury = decided(jury, accept(name), Phase.OPEN, MONDAY).jury();
    JuryCommand all = new JuryCommand.Assign(Assignment.of(Map.of(name, ideas)), List.of());
    jury = decided(jury, all, Phase.OPEN, MONDAY).jury();
    return jury.juror(name).orElseThrow();
  }

  private static BallotPaper paper(String idea, boolean submitted) {
    return BallotPaper.blank("amina", idea, MONDAY).rewritten(GOOD, "", "", submitted, MONDAY);
  }

  @Test
  void says_how_far_each_idea_is_and_how_many_are_left() {
    Juror amina =
        juror("amina", Set.of("a", "b", "c", "d", "gone")).recused("d", Conflict.PERSONAL);
    Map<String, Entrant> round =
        entrants(
            Stream.concat(
                Stream.of("a", "b", "c", "d").map(it -> entrant(it, Standing.ADMITTED)),
                Stream.of(entrant("gone", Standing.OUT))));
    Ballot ballot = Ballot.of(amina, round, List.of(paper("a", true), paper("b", false)));
    Map<String, State> states =
        ballot.lines().stream()
            .collect(Collectors.toMap(line -> line.entrant().idea(), Ballot.Line::state));
    assertThat(states)
        .isEqualTo(
            Map.of(
                "a", State.SUBMITTED,
                "b", State.DRAFT,
                "c", State.UNMARKED,
                "d", State.RECUSED));
    assertThat(ballot.total()).isEqualTo(3);
    assertThat(ballot.left()).isEqualTo(2);
  }

  @Test
  void leaves_out_what_no_moderator_has_approved() {
    Juror amina = juror("amina", Set.of("a", "b", "c"));
    Map<String, Entrant> round =
        entrants(
            Stream.of(
                entrant("a", Standing.READY),
                entrant("b", Standing.WAITING),
                entrant("c", Standing.UNCONFIRMED)));
    assertThat(Ballot.of(amina, round, List.of()).lines())
        .extracting(line -> line.entrant().idea())
        .containsExactly("a");
  }

  private static List<String> order(String name, int ideas) {
    Map<String, Entrant> round =
        entrants(
            IntStream.range(0, ideas)
                .mapToObj(i -> entrant("01JTWZ%020d".formatted(i), Standing.ADMITTED)));
    return Ballot.of(juror(name, round.keySet()), round, List.of()).lines().stream()
        .map(line -> line.entrant().idea())
        .toList();
  }

  @Test
  void no_idea_comes_first_with_everybody() {
    Set<String> first = new HashSet<>();
    IntStream.range(0, 20).forEach(i -> first.add(order("juror" + i, 12).getFirst()));
    assertThat(first).hasSizeGreaterThan(5);
  }

  @Test
  void an_idea_keeps_its_place_whichever_come() {
    List<String> before = order("amina", 12);
    List<String> after = order("amina", 14);
    assertThat(after).containsSubsequence(before).isNotEqualTo(before);
    assertThat(order("amina", 12)).isEqualTo(before);
  }
}
