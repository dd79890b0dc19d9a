package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.jury.JurySamples.accept;
import static twiza.jury.JurySamples.assign;
import static twiza.jury.JurySamples.decided;
import static twiza.jury.JurySamples.enlist;
import static twiza.round.RoundSamples.ORGANISER;
import static twiza.round.RoundSamples.aRound;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import twiza.jury.Assignment;
import twiza.jury.Conflict;
import twiza.jury.Juries;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryOutcome;
import twiza.place.Language;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.settings.TestKeys;

class KeepingAJuryTest {

  private final LocalTable table = LocalTable.create();
  private final TableRounds rounds =
      new TableRounds(table.client(), table.name(), TestKeys.fingerprints());
  private final Juries juries = new TableJuries(table.client(), table.name());
  private final Edition edition = Edition.announced(rounds, aRound());
  private Phase phase = Phase.OPEN;

  private Jury jury() {
    return juries.of(edition.id(), "05");
  }

  private Jury does(JuryCommand command) {
    Jury before = jury();
    JuryOutcome.Accepted accepted = decided(before, command, phase, MONDAY);
    assertThat(juries.save(before, accepted, ORGANISER, MONDAY)).isTrue();
    assertThat(jury()).isEqualTo(accepted.jury());
    return accepted.jury();
  }

  private void aJuryOf(String... names) {
    List.of(names).forEach(name -> does(enlist(name)));
  }

  private List<Item> items(String sort) {
    return table.everything().stream()
        .map(Item::new)
        .filter(item -> item.key().partition().equals("ROUND#" + edition.id()))
        .filter(item -> item.key().sort().startsWith(sort))
        .sorted((one, other) -> one.key().sort().compareTo(other.key().sort()))
        .toList();
  }

  private Item lastEvent() {
    return items(Keys.EVENT + "JURY#").getLast();
  }

  @Test
  void it_is_read_as_it_was_written_whatever_happens_to_it() {
    assertThat(jury()).isEqualTo(Jury.none(edition.id(), "05"));
    aJuryOf("samir", "amina", "zineb");
    does(new JuryCommand.AskAssignment());
    does(assign("samir: a b", "amina: b c", "zineb: c"));
    does(new JuryCommand.Invite(Set.of()));
    does(
        new JuryCommand.Accept(
            "amina", "Université", EnumSet.of(Language.AR), Map.of("x", Conflict.PERSONAL)));
    does(accept("samir"));
    does(new JuryCommand.Recuse("samir", "a", Conflict.DECLARED));
    does(new JuryCommand.Decline("zineb"));
    Jury last = does(new JuryCommand.Remove("samir"));
    assertThat(last.jurors()).extracting(Juror::id).containsExactly("samir", "amina", "zineb");
    assertThat(juries.juror(edition.id(), "amina")).isEqualTo(last.juror("amina"));
    assertThat(juries.juror(edition.id(), "nobody")).isEmpty();
    Juries.Seat seat = juries.seat(edition.id(), "amina").orElseThrow();
    assertThat(seat.juror()).isEqualTo(last.juror("amina").orElseThrow());
    assertThat(seat.round()).isEqualTo(edition.round());
    assertThat(juries.seat(edition.id(), "nobody")).isEmpty();
    assertThat(juries.seat("none", "amina")).isEmpty();
  }

  @Test
  void each_change_has_its_event_with_ids_and_codes_only() {
    aJuryOf("samir", "amina");
    does(new JuryCommand.Invite(Set.of()));
    Item invited = lastEvent();
    assertThat(invited.text("kind")).isEqualTo("JURORS_INVITED");
    assertThat(invited.text("by")).isEqualTo(ORGANISER);
    assertThat(invited.text("GSI3PK")).isEqualTo("AUDIT#05#2026-05");
    assertThat(invited.map("data").texts("jurors")).containsExactlyInAnyOrder("samir", "amina");
    assertThat(invited.texts("tell")).containsExactly("JURORS");
    assertThat(invited.has("work")).isFalse();
    assertThat(items(Keys.EVENT + "JURY#").toString()).doesNotContain("@", "samir.example");
    assertThat(items(Keys.EVENT + "JURY#"))
        .extracting(item -> item.text("kind"))
        .containsExactly("JUROR_LISTED", "JUROR_LISTED", "JURORS_INVITED");
  }

  @Test
  void whoever_changes_who_can_read_has_the_work_shared_out_again() {
    aJuryOf("samir", "amina", "zineb");
    does(new JuryCommand.AskAssignment());
    assertThat(lastEvent().text("work")).isEqualTo("ASSIGN");
    does(assign("samir: a", "amina: b", "zineb: c"));
    assertThat(lastEvent().has("work")).isFalse();
    does(accept("amina"));
    assertThat(lastEvent().text("work")).isEqualTo("ASSIGN");
    does(new JuryCommand.Recuse("amina", "b", Conflict.PERSONAL));
    assertThat(lastEvent().text("work")).isEqualTo("ASSIGN");
    assertThat(lastEvent().map("data").text("conflict")).isEqualTo("PERSONAL");
    assertThat(lastEvent().has("tell")).isFalse();
    does(new JuryCommand.Decline("amina"));
    assertThat(lastEvent().text("work")).isEqualTo("ASSIGN");
    assertThat(lastEvent().texts("tell")).containsExactly("ORGANISERS");
  }

  @Test
  void who_was_never_invited_does_not_hear_of_being_taken_off() {
    aJuryOf("samir", "amina");
    does(new JuryCommand.Invite(Set.of("amina")));
    does(new JuryCommand.Remove("samir"));
    assertThat(lastEvent().has("tell")).isFalse();
    does(new JuryCommand.Remove("amina"));
    assertThat(lastEvent().texts("tell")).containsExactly("JURORS");
    assertThat(lastEvent().map("data").texts("jurors")).containsExactly("amina");
  }

  @Test
  void those_who_have_more_to_read_hear_of_it_once_they_can_begin() {
    aJuryOf("samir", "amina", "zineb");
    does(accept("amina"));
    does(accept("zineb"));
    does(assign("samir: a", "amina: b", "zineb: c"));
    assertThat(lastEvent().has("tell")).isFalse();
    phase = Phase.JUDGING;
    does(assign("samir: a d", "amina: b d", "zineb: c"));
    assertThat(lastEvent().texts("tell")).containsExactly("JURORS");
    assertThat(lastEvent().map("data").texts("jurors")).containsExactly("amina");
  }

  @Test
  void of_two_who_change_it_at_once_one_is_told_to_look_again() {
    aJuryOf("samir");
    Jury seen = jury();
    JuryOutcome.Accepted mine = decided(seen, enlist("amina"), phase, MONDAY);
    JuryOutcome.Accepted theirs = decided(seen, enlist("zineb"), phase, MONDAY);
    assertThat(juries.save(seen, theirs, ORGANISER, MONDAY)).isTrue();
    assertThat(juries.save(seen, mine, ORGANISER, MONDAY)).isFalse();
    assertThat(jury()).isEqualTo(theirs.jury());
    Juries.Settled settled =
        juries.settle(
            edition.round(),
            ORGANISER,
            MONDAY,
            jury -> decided(jury, enlist("amina"), phase, MONDAY));
    assertThat(settled.jury().jurors())
        .extracting(Juror::id)
        .containsExactly("samir", "zineb", "amina");
    assertThat(jury()).isEqualTo(settled.jury());
  }

  @Test
  @Tag("counts-as-dynamodb")
  void sixty_jurors_are_assigned_two_thousand_ideas_in_one_step() {
    List<String> names =
        IntStream.range(0, Jury.MOST_JURORS).mapToObj("juror %02d"::formatted).toList();
    names.forEach(name -> does(enlist(name)));
    TreeSet<String> ideas = new TreeSet<>();
    IntStream.range(0, 2000).forEach(it -> ideas.add("01JTWZ%020d".formatted(it)));
    Map<String, TreeSet<String>> all = new HashMap<>();
    names.forEach(name -> all.put(name, ideas));
    Jury jury = does(new JuryCommand.Assign(Assignment.of(all), List.of()));
    assertThat(jury.assignment().size()).isEqualTo(120_000);
  }

  @Test
  void who_lost_their_link_asks_for_another_in_an_event_of_their_own() {
    aJuryOf("amina");
    Juries.Seat seat = juries.seat(edition.id(), "amina").orElseThrow();
    Instant later = MONDAY.plusMillis(1);
    juries.askLink(seat, MONDAY);
    juries.askLink(seat, later);
    List<Item> asked = items(Keys.EVENT + "JURYLINK#");
    assertThat(asked).hasSize(2);
    assertThat(asked.getFirst().texts("tell")).containsExactly("JURORS");
    assertThat(asked.getFirst().map("data").texts("jurors")).containsExactly("amina");
    assertThat(asked.getFirst().toString()).doesNotContain("@");
  }
}
