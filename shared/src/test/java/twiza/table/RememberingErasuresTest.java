package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import twiza.idea.Erasures.Erasure;

class RememberingErasuresTest {

  private static final Instant MONDAY = Instant.parse("2026-05-04T09:00:00Z");

  private final LocalTable table = LocalTable.create();
  private final TableErasures erasures = new TableErasures(table.client(), table.name());

  @Test
  void keepsEachIdeaOnce() {
    Erasure first = new Erasure("01JTWZ00000000000000000001", false, MONDAY);
    Erasure second = new Erasure("01JTWZ00000000000000000002", true, MONDAY.plusSeconds(1));
    erasures.remember(second);
    erasures.remember(first);
    erasures.remember(first);
    Erasure interest =
        new Erasure(
            "01JTWZ00000000000000000002", Optional.of("01JTXZ00000000000000000001"), false, MONDAY);
    erasures.remember(interest);
    assertThat(erasures.all()).containsExactly(first, second, interest);
  }
}
