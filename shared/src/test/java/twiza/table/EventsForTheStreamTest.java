package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MODERATOR;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.idea.Choice;
import twiza.idea.Contact;
import twiza.idea.Flag;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.settings.TestKeys;
import twiza.watch.Trace;

/** What the stream hands to whoever writes mails, attribute by attribute. */
class EventsForTheStreamTest {

  private final LocalTable table = LocalTable.create();
  private final TableIdeas ideas =
      new TableIdeas(table.client(), table.name(), TestKeys.fingerprints());

  @Test
  void name_the_kind_the_time_the_region_and_who_is_told() {
    Journey journey = Journey.begins(ideas, anIdea()).confirmed();
    assertThat(event(journey, 2))
        .containsEntry("kind", text("CONFIRMED"))
        .containsEntry("at", text("2026-05-04T10:00:00.000Z"))
        .containsEntry("region", text("05"))
        .containsEntry("tell", AttributeValue.fromSs(List.of("AUTHOR", "MODERATORS")))
        .containsEntry("GSI3PK", text("AUDIT#05#2026-05"))
        .containsEntry("GSI3SK", text("2026-05-04T10:00:00.000Z#" + journey.id() + "#0000000002"))
        .doesNotContainKeys("slow", "by");
  }

  @Test
  void name_the_request_that_did_it() {
    Trace.follow("JKJaXmPLvHcESHA=");
    Journey journey = Journey.begins(ideas, anIdea());
    Trace.follow("");
    journey.confirmed();
    assertThat(event(journey, 1)).containsEntry("trace", text("JKJaXmPLvHcESHA="));
    assertThat(event(journey, 2)).doesNotContainKey("trace");
  }

  @Test
  void name_the_moderator_by_id_and_keep_the_reason_apart() {
    Journey journey =
        Journey.begins(ideas, anIdea()).confirmed().decided(Choice.REJECT, "Trop vague");
    assertThat(event(journey, 3)).containsEntry("by", text(MODERATOR));
    assertThat(event(journey, 3).toString()).doesNotContain("Trop vague");
    assertThat(journey.dossier().standingReason()).isEqualTo("Trop vague");
  }

  @Test
  void tell_nobody_when_there_is_nobody_to_tell() {
    Journey journey = Journey.begins(ideas, anIdea().by(moha()));
    assertThat(event(journey, 1)).doesNotContainKey("tell");
  }

  @Test
  void are_slow_when_a_submission_looks_like_spam_and_only_then() {
    Journey flagged = Journey.begins(ideas, anIdea().flagged(Flag.MANY_FROM_SOURCE));
    Journey phone = Journey.begins(ideas, anIdea().by(moha()));
    assertThat(event(flagged, 1)).containsEntry("slow", AttributeValue.fromBool(true));
    assertThat(event(phone, 1)).doesNotContainKey("slow");
  }

  @Test
  void have_a_version_each_when_one_step_makes_two() {
    Journey journey =
        Journey.begins(ideas, anIdea())
            .asksToBeReachedAt(new Contact.Email("other@example.org"))
            .isReachedAtThatAddress();
    assertThat(event(journey, 2)).containsEntry("kind", text("CONTACT_CHANGE_ASKED"));
    assertThat(event(journey, 3)).containsEntry("kind", text("CONTACT_CHANGED"));
    assertThat(event(journey, 4)).containsEntry("kind", text("CONFIRMED"));
    assertThat(journey.dossier().idea().version()).isEqualTo(4);
  }

  @Test
  void of_a_region_announce_its_digest() {
    new TableDigests(table.client(), table.name())
        .settle("05", LocalDate.of(2026, 5, 4), 8, true, Samples.MONDAY);
    assertThat(table.everything().getFirst())
        .containsEntry("PK", text("REGION#05"))
        .containsEntry("SK", text("EVENT#2026-05-04T08"))
        .containsEntry("kind", text("DIGEST_DUE"))
        .containsEntry("region", text("05"))
        .containsEntry("hour", AttributeValue.fromN("8"))
        .containsEntry("tell", AttributeValue.fromSs(List.of("MODERATORS", "ORGANISERS")));
  }

  private Map<String, AttributeValue> event(Journey journey, int version) {
    return table.everything().stream()
        .filter(item -> item.get("PK").s().equals("IDEA#" + journey.id()))
        .filter(item -> item.get("SK").s().equals("EVENT#000000000" + version))
        .findFirst()
        .orElseThrow();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
