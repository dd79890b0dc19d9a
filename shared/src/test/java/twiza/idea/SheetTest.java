package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.aSheet;
import static twiza.idea.Samples.placed;
import static twiza.idea.Samples.titled;

import org.junit.jupiter.api.Test;

class SheetTest {

  @Test
  void names_the_fields_in_which_it_differs() {
    assertThat(titled("Autre titre").changedFrom(aSheet())).containsExactly("title");
    assertThat(placed("05.081", "FOOD").changedFrom(aSheet()))
        .containsExactly("province", "commune", "sector");
  }

  @Test
  void does_not_differ_from_the_same_text() {
    assertThat(aSheet().changedFrom(aSheet())).isEmpty();
  }

  @Test
  void names_every_detail_that_was_left_out() {
    Sheet s = aSheet();
    Sheet bare =
        new Sheet(
            s.title(),
            s.summary(),
            s.need(),
            s.solution(),
            s.province(),
            s.commune(),
            s.sector(),
            Sheet.Details.NONE);
    assertThat(bare.changedFrom(s))
        .containsExactly(
            "intention",
            "maturity",
            "beneficiaries",
            "socialImpact",
            "economicImpact",
            "novelty",
            "inputs",
            "market",
            "season",
            "membersNeeded",
            "jobsExpected",
            "womenPercent",
            "youthPercent",
            "investment");
  }
}
