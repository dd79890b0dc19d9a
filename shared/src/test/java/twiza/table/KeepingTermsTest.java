package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import twiza.delegation.Delegation;
import twiza.delegation.Delegations;
import twiza.delegation.Organiser;
import twiza.idea.Retention;
import twiza.place.Language;

/** What a region says of the terms can be read for as long as somebody's consent names it. */
class KeepingTermsTest {

  private static final Retention A_YEAR =
      new Retention(OptionalInt.of(12), OptionalInt.empty(), OptionalInt.empty());

  private final LocalTable table = LocalTable.create();
  private final Delegations delegations = new TableDelegations(table.client(), table.name());

  @Test
  void those_of_the_house_are_named_as_the_house_names_them() {
    assertThat(delegations.of("05").termsVersion("2026-1")).isEqualTo("2026-1");
    assertThat(delegations.terms("05", 0)).isEmpty();
  }

  @Test
  void each_text_is_kept_under_the_version_that_said_it() {
    Organiser.states(delegations, Map.of(Language.FR, "Un."));
    Organiser.states(delegations, Map.of(Language.FR, "Deux.", Language.AR, "اثنان."));
    assertThat(delegations.terms("05", 1)).isEqualTo(Map.of(Language.FR, "Un."));
    assertThat(delegations.terms("05", 2))
        .isEqualTo(Map.of(Language.FR, "Deux.", Language.AR, "اثنان."));
    assertThat(delegations.of("05").termsVersion("2026-1")).isEqualTo("2026-1.05-2");
  }

  @Test
  void another_change_leaves_their_version() {
    Map<Language, String> terms = Map.of(Language.FR, "Un.");
    Organiser.states(delegations, terms);
    Delegation after = Organiser.states(delegations, terms, A_YEAR);
    assertThat(after.version()).isEqualTo(2);
    assertThat(delegations.of("05").termsVersion("2026-1")).isEqualTo("2026-1.05-1");
    assertThat(delegations.terms("05", 2)).isEmpty();
  }

  @Test
  void taken_back_they_are_the_words_of_the_house_again() {
    Organiser.states(delegations, Map.of(Language.FR, "Un."));
    Organiser.states(delegations, Map.of());
    assertThat(delegations.of("05").termsVersion("2026-1")).isEqualTo("2026-1");
    assertThat(delegations.terms("05", 1)).isEqualTo(Map.of(Language.FR, "Un."));
    assertThat(delegations.terms("05", 2)).isEmpty();
  }
}
