package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import twiza.delegation.Delegation;
import twiza.delegation.Statement;
import twiza.idea.Choice;
import twiza.idea.Idea;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Retention;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.settings.TestKeys;
import twiza.table.LocalTable;
import twiza.table.TableDelegations;
import twiza.table.TableIdeas;
import twiza.table.TableQueue;

/** Ideas that are over are erased once they were kept for as long as their region says. */
class KeptLongEnoughTest {

  private static final OptionalInt NOT_DECIDED = OptionalInt.empty();

  private final LocalTable table = LocalTable.create();
  private final Ideas ideas = new TableIdeas(table.client(), table.name(), TestKeys.fingerprints());
  private final TableDelegations delegations = new TableDelegations(table.client(), table.name());
  private final Journey rejected =
      Journey.begins(ideas, Samples.anIdea()).confirmed().decided(Choice.REJECT, "Non.");
  private final Journey published = Journey.published(ideas, Samples.anIdea());
  private Instant now = Samples.MONDAY;

  private void says(Retention retention) {
    Statement statement = new Statement(Map.of(), Map.of(), Map.of(), retention);
    Delegation.Edit edit = delegations.of("05").states(statement, "ORGANISER", now).orElseThrow();
    assertThat(delegations.save(edit)).isTrue();
  }

  private void days(int days) {
    now = now.plus(Duration.ofDays(days));
    TableQueue queue = new TableQueue(table.client(), table.name(), TestKeys.fingerprints());
    assertThat(new Forgetting(delegations, queue, ideas).endRetention("05", now)).isZero();
  }

  private Idea idea(Journey journey) {
    return ideas.find(journey.id()).orElseThrow().idea();
  }

  @Test
  void aRejectedIdeaIsErasedAndAPublishedOneStays() {
    says(new Retention(OptionalInt.of(3), NOT_DECIDED, NOT_DECIDED));
    days(85);
    assertThat(idea(rejected).erased()).isFalse();
    days(10);
    assertThat(idea(rejected).erased()).isTrue();
    assertThat(ideas.find(rejected.id()).orElseThrow().author()).isEmpty();
    assertThat(idea(published).erased()).isFalse();
  }

  @Test
  void nothingIsErasedAsLongAsNothingIsDecided() {
    says(new Retention(NOT_DECIDED, OptionalInt.of(1), OptionalInt.of(1)));
    days(4000);
    assertThat(idea(rejected).erased()).isFalse();
  }

  @Test
  void aShorterTimeCountsForWhatIsOverAlready() {
    says(new Retention(OptionalInt.of(24), NOT_DECIDED, NOT_DECIDED));
    days(100);
    assertThat(idea(rejected).erased()).isFalse();
    says(new Retention(OptionalInt.of(2), NOT_DECIDED, NOT_DECIDED));
    days(0);
    assertThat(idea(rejected).erased()).isTrue();
  }

  @Test
  void whatIsErasedIsNotLookedAtAgain() {
    says(new Retention(OptionalInt.of(1), OptionalInt.of(1), OptionalInt.of(1)));
    days(60);
    TableQueue queue = new TableQueue(table.client(), table.name(), TestKeys.fingerprints());
    assertThat(idea(rejected).erased()).isTrue();
    for (State state : State.values()) {
      assertThat(queue.unchangedSince("05", state, now)).doesNotContain(rejected.id());
    }
  }
}
