package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.moderation.Desk.Answer;

/** Two moderators press at the same time, each their own button. */
class TwoModeratorsAtOnceTest {

  private static final int IDEAS = 10;

  private final Desk desk = new Desk();

  @Test
  void oneDecidesAndBothAreToldTheSame() throws Exception {
    try (ExecutorService people = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < IDEAS; i++) {
        Journey idea = Journey.begins(desk.ideas, Samples.anIdea()).confirmed();
        String one = desk.link(desk.first(), idea.id(), 1);
        String two = desk.link(desk.second(), idea.id(), 1);
        List<Answer> answers =
            atOnce(
                people,
                () -> desk.decides(one, Choice.APPROVE, 1, ""),
                () -> desk.decides(two, Choice.REJECT, 1, "Trop court."));
        assertOneDecision(idea, answers.get(0), answers.get(1));
      }
    }
  }

  private static List<Answer> atOnce(
      ExecutorService people, Callable<Answer> one, Callable<Answer> two) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    Future<Answer> first = people.submit(() -> afterWaiting(together, one));
    Future<Answer> second = people.submit(() -> afterWaiting(together, two));
    return List.of(first.get(), second.get());
  }

  private static Answer afterWaiting(CyclicBarrier together, Callable<Answer> press)
      throws Exception {
    together.await();
    return press.call();
  }

  private static void assertOneDecision(Journey idea, Answer one, Answer two) {
    assertThat(one.status()).isEqualTo(200);
    assertThat(two.status()).isEqualTo(200);
    boolean approved = one.json().path("applied").asBoolean();
    assertThat(two.json().path("applied").asBoolean()).isNotEqualTo(approved);
    JsonNode standing = one.json().path("standing");
    assertThat(two.json().path("standing")).isEqualTo(standing);
    assertThat(standing.path("choice").asText()).isEqualTo(approved ? "APPROVE" : "REJECT");
    assertThat(one.text("state")).isEqualTo(approved ? "PUBLISHED" : "REJECTED");
    assertThat(two.text("state")).isEqualTo(one.text("state"));
    assertThat(idea.dossier().history().stream().map(h -> h.event().code()))
        .containsExactly("SUBMITTED", "CONFIRMED", approved ? "APPROVED" : "REJECTED");
  }
}
