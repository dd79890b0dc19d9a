package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No hand moves it: the schedule of the deployed stack fires every minute, on the real clock. */
@Tag("cloud-only")
class ARoundIsClosedByItsOwnSchedulerTest {

  private static final Duration A_FEW_SWEEPS = Duration.ofMinutes(6);

  private final Station station = Station.shared();

  @Test
  void itOpensAndClosesAndItsOrganiserHearsOfBoth() {
    Instant opens = Instant.now().plusSeconds(60);
    String title = Station.unique("Édition de l’horloge");
    String round =
        Editions.announced(
            Colleague.admin(station), Editions.plan(title, opens, opens.plusSeconds(45)));

    isTold("Édition ouverte", title);
    isTold("Dépôts clos", title);
    assertThat(station.anybody().get("/api/rounds/" + round).text("phase")).isEqualTo("SCREENING");
  }

  /** Told by the event of the sweep alone: what pages show does not wait for it. */
  private void isTold(String what, String title) {
    await()
        .atMost(A_FEW_SWEEPS)
        .until(
            () ->
                station.mails(Colleague.ADMIN).stream()
                    .map(Inbox.Mail::subject)
                    .anyMatch(subject -> subject.contains(what) && subject.contains(title)));
  }
}
