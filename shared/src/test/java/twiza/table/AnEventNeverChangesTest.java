package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static twiza.idea.Samples.anIdea;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.settings.TestKeys;

/**
 * What happened stays as it was written. IAM can't say so: a leading key is an idea's, not its
 * events'. The one way to the table does.
 */
class AnEventNeverChangesTest {

  private static final Key EVENT = Keys.event("01JTWM00000000000000000001", 1);

  private final LocalTable local = LocalTable.create();
  private final Table table = new Table(local.client(), local.name());

  @Test
  void nothing_replaces_changes_or_deletes_one() {
    Item event = Item.at(EVENT).with("kind", "SUBMITTED");
    Map<String, AttributeValue> none = Map.of();
    List<Consumer<Table>> attempts =
        List.of(
            it -> it.write(event),
            it -> it.put(event),
            it -> it.put(event, "attribute_exists(PK)", none),
            it -> it.change(EVENT, "REMOVE kind", none),
            it -> it.change(EVENT, "REMOVE kind", "attribute_exists(PK)", none),
            it -> it.change(UpdateItemRequest.builder().key(EVENT.attributes())),
            it -> it.delete(EVENT),
            it -> it.delete(EVENT, "attribute_exists(PK)", none));
    assertThat(table.putNew(event)).isTrue();
    for (Consumer<Table> attempt : attempts) {
      assertThatThrownBy(() -> attempt.accept(table)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(table.putNew(event)).isFalse();
    assertThat(table.transact(List.of(table.putIfNew(event)))).isNotEmpty();
    assertThat(table.get(EVENT)).contains(event);
  }

  @Test
  void whatever_happens_to_an_idea_afterwards() {
    TableIdeas ideas = new TableIdeas(local.client(), local.name(), TestKeys.fingerprints());
    Journey journey = Journey.begins(ideas, anIdea()).confirmed();
    List<Item> before = events();
    assertThat(before).hasSize(2);
    journey.decided(Choice.APPROVE, "");
    assertThat(events()).hasSize(3).containsAll(before);
  }

  private List<Item> events() {
    return local.everything().stream()
        .map(Item::new)
        .filter(item -> item.key().sort().startsWith(Keys.EVENT))
        .toList();
  }
}
