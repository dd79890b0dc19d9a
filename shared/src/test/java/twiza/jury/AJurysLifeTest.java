package twiza.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.jury.JurySamples.accept;
import static twiza.jury.JurySamples.assign;
import static twiza.jury.JurySamples.decided;
import static twiza.jury.JurySamples.enlist;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;
import twiza.round.Phase;

/** Which command a jury follows when, and what follows from it. */
class AJurysLifeTest {

  private Jury jury = Jury.none("round", "05");
  private Phase phase = Phase.OPEN;

  private JuryEvent does(JuryCommand command) {
    JuryOutcome.Accepted accepted = decided(jury, command, phase, MONDAY);
    assertThat(accepted.jury().version()).isEqualTo(jury.version() + 1);
    jury = accepted.jury();
    return accepted.event();
  }

  private JuryRefusal refuses(JuryCommand command) {
    JuryOutcome outcome = JuryLife.decide(jury, command, phase, MONDAY);
    assertThat(outcome).isInstanceOf(JuryOutcome.Refused.class);
    return ((JuryOutcome.Refused) outcome).refusal();
  }

  private void leavesAsItIs(JuryCommand command) {
    assertThat(JuryLife.decide(jury, command, phase, MONDAY))
        .isEqualTo(new JuryOutcome.Unchanged(jury));
  }

  private Juror juror(String name) {
    return jury.juror(name).orElseThrow();
  }

  private void aJuryOf(String... names) {
    List.of(names).forEach(name -> does(enlist(name)));
  }

  @Test
  void who_is_listed_reads_every_language_until_they_say_otherwise() {
    aJuryOf("amina");
    assertThat(juror("amina").reads()).containsExactlyInAnyOrder(Language.values());
    does(
        new JuryCommand.Accept(
            "amina", "Université", EnumSet.of(Language.AR), Map.of("a", Conflict.PERSONAL)));
    assertThat(juror("amina").state()).isEqualTo(Juror.State.ACCEPTED);
    assertThat(juror("amina").reads()).containsExactly(Language.AR);
    assertThat(juror("amina").conflicts()).containsEntry("a", Conflict.PERSONAL);
  }

  @Test
  void an_idea_that_somebody_is_tied_to_is_theirs_no_more() {
    aJuryOf("amina", "samir");
    does(accept("amina"));
    does(assign("amina: a b", "samir: a"));
    JuryEvent event = does(new JuryCommand.Recuse("amina", "a", Conflict.OWN_IDEA));
    assertThat(juror("amina").ideas()).containsExactly("b");
    assertThat(event.callsForAssignment()).isTrue();
    assertThat(jury.counts("amina", "a")).isFalse();
    assertThat(jury.counts("amina", "b")).isTrue();
    leavesAsItIs(new JuryCommand.Recuse("amina", "a", Conflict.PERSONAL));
    assertThat(refuses(new JuryCommand.Recuse("amina", "z", Conflict.PERSONAL)))
        .isEqualTo(new JuryRefusal.NotAssigned());
    assertThat(refuses(new JuryCommand.Recuse("samir", "a", Conflict.PERSONAL)))
        .isEqualTo(new JuryRefusal.NotAccepted());
  }

  @Test
  void what_whoever_left_has_submitted_counts() {
    aJuryOf("amina");
    does(accept("amina"));
    does(assign("amina: a"));
    does(new JuryCommand.Decline("amina"));
    assertThat(juror("amina").state()).isEqualTo(Juror.State.LEFT);
    assertThat(juror("amina").ideas()).isEmpty();
    assertThat(jury.counts("amina", "a")).isTrue();
    assertThat(jury.panel()).isEmpty();
    leavesAsItIs(new JuryCommand.Decline("amina"));
    leavesAsItIs(new JuryCommand.Remove("amina"));
    assertThat(refuses(accept("amina"))).isEqualTo(new JuryRefusal.NotInTheJury());
    assertThat(refuses(new JuryCommand.Recuse("amina", "a", Conflict.PERSONAL)))
        .isEqualTo(new JuryRefusal.NotInTheJury());
    assertThat(refuses(new JuryCommand.Invite(Set.of("amina"))))
        .isEqualTo(new JuryRefusal.NotInTheJury());
  }

  @Test
  void nobody_who_left_is_given_ideas_by_an_older_look_at_the_jury() {
    aJuryOf("amina", "samir");
    does(new JuryCommand.Remove("samir"));
    does(assign("amina: a", "samir: b"));
    assertThat(jury.assignment()).isEqualTo(JurySamples.reading("amina: a"));
  }

  @Test
  void who_was_never_invited_holds_no_idea_once_the_jury_begins() {
    aJuryOf("amina", "samir");
    assertThat(does(new JuryCommand.Invite(Set.of("amina"))).callsForAssignment()).isFalse();
    does(assign("amina: a", "samir: a"));
    assertThat(jury.assignment()).isEqualTo(JurySamples.reading("amina: a", "samir: a"));
    phase = Phase.JUDGING;
    does(assign("amina: a", "samir: a"));
    assertThat(jury.assignment()).isEqualTo(JurySamples.reading("amina: a"));
    assertThat(does(new JuryCommand.Invite(Set.of("samir"))).callsForAssignment()).isTrue();
    does(assign("amina: a", "samir: a"));
    assertThat(jury.assignment()).isEqualTo(JurySamples.reading("amina: a", "samir: a"));
  }

  @Test
  void only_who_can_begin_at_once_hears_of_more_to_read() {
    aJuryOf("amina", "samir");
    does(accept("amina"));
    assertThat(does(assign("amina: a", "samir: a")).told()).isEmpty();
    phase = Phase.JUDGING;
    assertThat(does(assign("amina: a b", "samir: a b")).told()).containsExactly("amina");
    leavesAsItIs(assign("amina: a b", "samir: a b"));
  }

  @Test
  void an_assignment_that_was_asked_for_is_made_even_when_it_changes_nothing() {
    assertThat(refuses(new JuryCommand.AskAssignment())).isEqualTo(new JuryRefusal.NobodyToAsk());
    aJuryOf("amina");
    does(assign("amina: a"));
    does(new JuryCommand.AskAssignment());
    assertThat(jury.asked()).contains(MONDAY);
    does(assign("amina: a"));
    assertThat(jury.asked()).isEmpty();
    assertThat(jury.assignedAt()).contains(MONDAY);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "PUBLISHED", "CANCELLED"})
  void nothing_changes_once_the_jury_is_done(Phase over) {
    aJuryOf("amina");
    phase = over;
    List<JuryCommand> all =
        List.of(
            enlist("samir"),
            new JuryCommand.Invite(Set.of()),
            accept("amina"),
            new JuryCommand.Decline("amina"),
            new JuryCommand.Remove("amina"),
            new JuryCommand.Recuse("amina", "a", Conflict.PERSONAL),
            new JuryCommand.AskAssignment(),
            assign("amina: a"));
    all.forEach(command -> assertThat(refuses(command)).isEqualTo(new JuryRefusal.Over()));
  }

  @Test
  void a_draft_has_a_list_and_nothing_else() {
    phase = Phase.DRAFT;
    aJuryOf("amina", "samir");
    does(new JuryCommand.Remove("samir"));
    assertThat(refuses(new JuryCommand.Invite(Set.of()))).isEqualTo(new JuryRefusal.NotAnnounced());
    assertThat(refuses(new JuryCommand.AskAssignment())).isEqualTo(new JuryRefusal.NotAnnounced());
    assertThat(refuses(accept("amina"))).isEqualTo(new JuryRefusal.NotAnnounced());
  }

  @Test
  void whoever_is_unknown_is_told_so() {
    List<JuryCommand> all =
        List.of(
            accept("x"),
            new JuryCommand.Decline("x"),
            new JuryCommand.Remove("x"),
            new JuryCommand.Invite(Set.of("x")),
            new JuryCommand.Recuse("x", "a", Conflict.PERSONAL));
    all.forEach(command -> assertThat(refuses(command)).isEqualTo(new JuryRefusal.NoSuchJuror()));
    leavesAsItIs(new JuryCommand.Invite(Set.of()));
  }
}
