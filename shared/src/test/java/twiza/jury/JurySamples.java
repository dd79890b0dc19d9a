package twiza.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import twiza.idea.Contact;
import twiza.place.Language;
import twiza.round.Phase;

/** Jurors that tests tell their stories with, known by their first names. */
public final class JurySamples {

  private JurySamples() {}

  public static JuryCommand.Enlist enlist(String name) {
    return new JuryCommand.Enlist(
        name, name, new Contact.Email(name + "@" + name + ".example"), Language.FR, "");
  }

  public static JuryCommand.Accept accept(String name) {
    return new JuryCommand.Accept(name, "", EnumSet.of(Language.FR, Language.AR), Map.of());
  }

  /** What each juror reads, such as {@code "amina: a b"}. */
  public static JuryCommand.Assign assign(String... lines) {
    return new JuryCommand.Assign(reading(lines), List.of());
  }

  public static Assignment reading(String... lines) {
    return Assignment.of(
        List.of(lines).stream()
            .map(line -> line.split(": ", -1))
            .collect(Collectors.toMap(it -> it[0], it -> Set.of(it[1].split(" ", -1)))));
  }

  /** One that must be allowed. */
  public static JuryOutcome.Accepted decided(
      Jury jury, JuryCommand command, Phase phase, Instant at) {
    JuryOutcome outcome = JuryLife.decide(jury, command, phase, at);
    assertThat(outcome).isInstanceOf(JuryOutcome.Accepted.class);
    return (JuryOutcome.Accepted) outcome;
  }
}
