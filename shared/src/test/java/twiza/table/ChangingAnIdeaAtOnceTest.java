package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MODERATOR;
import static twiza.idea.Samples.anIdea;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import twiza.idea.Author;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.settings.TestKeys;

class ChangingAnIdeaAtOnceTest {

  private static final LocalTable TABLE = LocalTable.create();

  private final TableIdeas ideas =
      new TableIdeas(TABLE.client(), TABLE.name(), TestKeys.fingerprints());

  @Test
  void the_second_of_two_changes_of_the_same_version_keeps_nothing() {
    Journey journey = Journey.begins(ideas, anIdea()).confirmed();
    Ideas.Edit approval = decision(journey, Choice.APPROVE, "M05A");
    Ideas.Edit rejection = decision(journey, Choice.REJECT, "M05B");
    assertThat(ideas.save(approval)).isTrue();
    assertThat(ideas.save(rejection)).isFalse();
    assertThat(journey.dossier()).isEqualTo(approval.result());
  }

  @Test
  void of_eight_moderators_who_press_at_once_one_decides() throws Exception {
    Journey journey = Journey.begins(ideas, anIdea()).confirmed();
    List<Callable<Boolean>> presses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Choice choice = i % 2 == 0 ? Choice.APPROVE : Choice.REJECT;
      Ideas.Edit edit = decision(journey, choice, "M05" + i);
      presses.add(() -> ideas.save(edit));
    }
    List<Boolean> kept = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> press : threads.invokeAll(presses)) {
        kept.add(press.get());
      }
    }
    assertThat(kept).containsOnlyOnce(true);
    assertThat(journey.dossier().history()).hasSize(3);
  }

  @Test
  void a_credential_added_meanwhile_survives_a_change_of_the_author() {
    Journey journey = Journey.begins(ideas, anIdea());
    Author before = journey.dossier().author().orElseThrow();
    Author awaiting = before.awaiting(new Contact.Email("other@example.org"));
    Ideas.Edit edit = journey.edit(new Command.AskContactChange(), "", "").withAuthor(awaiting);
    ideas.addCredential(journey.id(), "a later hash");
    assertThat(ideas.save(edit)).isTrue();
    Author after = journey.dossier().author().orElseThrow();
    assertThat(after.credentials()).isEqualTo(Set.of("the hash of a secret", "a later hash"));
    assertThat(after.pendingContact()).isEqualTo(awaiting.pendingContact());
  }

  @Test
  void a_credential_added_to_an_erased_idea_opens_nothing() {
    Journey journey = Journey.begins(ideas, anIdea()).erased(false);
    ideas.addCredential(journey.id(), "a later hash");
    assertThat(journey.dossier().author()).isEmpty();
  }

  @Test
  void wrong_codes_count_for_the_address_they_were_sent_to_only() {
    Journey journey = Journey.begins(ideas, anIdea());
    assertThat(ideas.countCode(journey.id(), 1)).isTrue();
    assertThat(ideas.countCode(journey.id(), 1)).isTrue();
    assertThat(confirmation(journey.dossier())).isEqualTo(new Author.Confirmation(1, 2));
    journey.asksToBeReachedAt(new Contact.Email("other@example.org"));
    assertThat(ideas.countCode(journey.id(), 1)).isFalse();
    assertThat(confirmation(journey.dossier())).isEqualTo(new Author.Confirmation(2, 0));
  }

  private static Author.Confirmation confirmation(Dossier dossier) {
    return dossier.author().orElseThrow().confirmation();
  }

  private static Ideas.Edit decision(Journey journey, Choice choice, String by) {
    String reason = choice == Choice.APPROVE ? "" : "Parce que";
    return journey.edit(new Command.Decide(choice, 1, by, reason), MODERATOR, reason);
  }
}
