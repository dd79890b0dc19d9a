package twiza.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.access.Fingerprints;
import twiza.idea.Choice;
import twiza.idea.Erasures.Erasure;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.settings.TestKeys;
import twiza.table.LocalTable;
import twiza.table.TableErasures;
import twiza.table.TableIdeas;
import twiza.table.TableUptakes;
import twiza.uptake.Candidate;
import twiza.uptake.Uptakes;

/** The table goes back to a point in time, and who was erased since stays erased. */
class ATableIsRestoredTest {

  private static final Instant NOW = Samples.MONDAY.plus(Duration.ofDays(10));

  private final LocalTable table = LocalTable.create();
  private final LocalTable copy = LocalTable.create();
  private final LocalTable apart = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final Ideas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableErasures erasures = new TableErasures(apart.client(), apart.name());
  private final Restore restore = new Restore(table.client(), erasures, fingerprints);

  /** As the point-in-time restore of DynamoDB does it. */
  private void copied() {
    for (Map<String, AttributeValue> item : table.everything()) {
      copy.client().putItem(put -> put.tableName(copy.name()).item(item));
    }
  }

  private void erasedSince(Journey idea, boolean textLeft) {
    idea.erased(textLeft);
    erasures.remember(new Erasure(idea.id(), textLeft, NOW));
  }

  private int restored() {
    int erased = restore.eraseAgain(copy.name(), NOW);
    restore.replace(table.name(), copy.name());
    return erased;
  }

  @Test
  void toWhatItWas() {
    Journey changed = Journey.begins(ideas, Samples.anIdea()).confirmed();
    copied();
    Set<Map<String, AttributeValue>> before = Set.copyOf(table.everything());
    changed.decided(Choice.REJECT, "Par erreur");
    Journey added = Journey.begins(ideas, Samples.anIdea());
    assertThat(restored()).isZero();
    assertThat(Set.copyOf(table.everything())).isEqualTo(before);
    assertThat(changed.dossier().idea().state()).isEqualTo(State.PENDING);
    assertThat(ideas.find(added.id())).isEmpty();
  }

  @Test
  void butForWhoNoLongerWantedToBuildAnIdea() {
    Uptakes uptakes = new TableUptakes(table.client(), table.name(), fingerprints);
    Journey idea = Journey.published(ideas, Samples.anIdea());
    Candidate gone = Candidate.asks(uptakes, idea.id());
    Candidate stays = Candidate.asks(uptakes, idea.id(), Samples.AZILAL, Candidate.PHONE);
    copied();
    gone.erased();
    erasures.remember(new Erasure(idea.id(), Optional.of(gone.id()), false, NOW));
    assertThat(restored()).isEqualTo(1);
    assertThat(gone.party().person()).isEmpty();
    assertThat(stays.party().person()).isPresent();
    assertThat(restored()).isZero();
  }

  @Test
  void butForWhoWasErasedSince() {
    Journey gone =
        Journey.published(ideas, Samples.anIdea().saying(Samples.titled("Erased since")).named());
    Journey anonymous =
        Journey.published(ideas, Samples.anIdea().saying(Samples.titled("Left behind")).named());
    Journey stays = Journey.published(ideas, Samples.anIdea());
    copied();
    erasedSince(gone, false);
    erasedSince(anonymous, true);
    assertThat(restored()).isEqualTo(2);
    assertThat(List.of(gone.dossier(), anonymous.dossier()))
        .allSatisfy(dossier -> assertThat(dossier.author()).isEmpty());
    assertThat(table.everything().toString())
        .doesNotContain("Erased since")
        .contains("Left behind");
    assertThat(stays.dossier().author()).isPresent();
  }

  @Test
  void asOftenAsOneLikes() {
    Journey gone = Journey.published(ideas, Samples.anIdea());
    copied();
    erasedSince(gone, false);
    assertThat(restored()).isEqualTo(1);
    assertThat(restored()).isZero();
    assertThat(gone.dossier().idea().erased()).isTrue();
  }

  @Test
  void whenTheCopyKnowsNothingOfTheIdeaThatWasErased() {
    copied();
    erasedSince(Journey.published(ideas, Samples.anIdea()), false);
    assertThat(restored()).isZero();
    assertThat(table.everything()).isEmpty();
  }

  @Test
  void withMoreItemsThanOneRequestTakes() {
    for (int i = 0; i < 20; i++) {
      Journey.begins(ideas, Samples.anIdea());
    }
    copied();
    for (int i = 0; i < 20; i++) {
      Journey.begins(ideas, Samples.anIdea());
    }
    int items = copy.everything().size();
    assertThat(items).isGreaterThan(25);
    assertThat(restore.replace(table.name(), copy.name()))
        .isEqualTo(new Replacement.Result(items, items));
    assertThat(Set.copyOf(table.everything())).isEqualTo(Set.copyOf(copy.everything()));
  }
}
