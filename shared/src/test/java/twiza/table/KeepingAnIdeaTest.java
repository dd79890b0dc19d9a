package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.AZILAL;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;
import static twiza.idea.Samples.placed;
import static twiza.idea.Samples.titled;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import twiza.idea.Choice;
import twiza.idea.Contact;
import twiza.idea.Idea;
import twiza.idea.Journey;
import twiza.idea.Presentation;
import twiza.idea.State;
import twiza.settings.TestKeys;

class KeepingAnIdeaTest {

  private static final LocalTable TABLE = LocalTable.create();

  private final TableIdeas ideas =
      new TableIdeas(TABLE.client(), TABLE.name(), TestKeys.fingerprints());

  @Test
  void what_is_read_is_what_was_written_at_every_step_of_a_long_life() {
    Journey journey =
        Journey.begins(ideas, anIdea().named())
            .waits(Idea.REMIND_UNCONFIRMED_AFTER)
            .corrected(titled("Séchoir solaire"))
            .confirmed()
            .decided(Choice.REQUEST_CHANGES, "Précisez le lieu")
            .waits(Duration.ofDays(7))
            .waits(Duration.ofDays(21))
            .corrected(placed(AZILAL, "FOOD"))
            .approved()
            .corrected(titled("Séchoir solaire commun"))
            .decided(Choice.REJECT, "Trop vague")
            .presented(new Presentation(false, false))
            .asksToBeReachedAt(new Contact.Email("fatima@example.net"))
            .isReachedAtThatAddress()
            .isReachedAt(new Contact.Phone("+212612345678"))
            .decided(Choice.UNPUBLISH, "Sur demande")
            .withdrawn()
            .erased(false);
    assertThat(journey.dossier().idea().state()).isEqualTo(State.WITHDRAWN);
    assertThat(journey.dossier().history()).hasSize(18);
  }

  @Test
  void an_idea_that_came_by_phone_waits_for_a_moderator_at_once() {
    Journey journey = Journey.begins(ideas, anIdea().by(moha()));
    assertThat(journey.dossier().idea().state()).isEqualTo(State.PENDING);
    assertThat(ideas.of(new Contact.Phone("+212612345678"))).isEqualTo(List.of(journey.id()));
  }
}
