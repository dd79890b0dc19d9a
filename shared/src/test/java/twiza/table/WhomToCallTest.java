package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.idea.Call;
import twiza.idea.Calls;
import twiza.idea.Calls.ToCall;
import twiza.idea.Choice;
import twiza.idea.Idea;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Samples;
import twiza.settings.TestKeys;

class WhomToCallTest {

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableCalls calls = new TableCalls(table.client(), table.name(), fingerprints);

  private Journey byPhone() {
    return Journey.begins(ideas, anIdea().by(moha()));
  }

  @Test
  void is_told_with_their_name_and_number_and_what_they_have_to_hear() {
    Journey journey = byPhone().decided(Choice.REJECT, "Trop vague");
    assertThat(page("").items())
        .containsExactly(
            new ToCall(
                journey.id(),
                Samples.aSheet().title(),
                Call.Why.NO_EMAIL,
                MONDAY,
                0,
                Optional.of(new Calls.Told("REJECTED", "Trop vague")),
                Optional.of(moha())));
  }

  @Test
  void is_nowhere_in_the_list_by_name_or_number() {
    byPhone();
    assertThat(list()).hasSize(1);
    assertThat(list().toString()).doesNotContain("Moha", "+212");
  }

  @Test
  void is_whoever_waits_longest_and_at_last_whoever_did_not_answer() {
    List<Journey> three =
        Stream.of(0, 1, 2)
            .map(i -> anIdea().by(moha()).sentAt(MONDAY.plus(Duration.ofHours(i))))
            .map(sample -> Journey.begins(ideas, sample))
            .toList();
    three.getFirst().called(Call.Result.NO_ANSWER, "").called(Call.Result.NO_ANSWER, "");
    three.getFirst().called(Call.Result.NO_ANSWER, "Sonne dans le vide");
    Listing.Page<ToCall> first = page("");
    assertThat(first.items())
        .extracting(ToCall::id)
        .containsExactly(three.get(1).id(), three.get(2).id());
    ToCall last = page(first.next().orElseThrow()).items().getFirst();
    assertThat(last.id()).isEqualTo(three.getFirst().id());
    assertThat(last.attempts()).isEqualTo(3);
    assertThat(calls.waiting("06", first.next().orElseThrow(), 2))
        .isEqualTo(new Listing.BadCursor<ToCall>());
  }

  @Test
  void is_nobody_once_they_are_reached() {
    Journey journey = byPhone().called(Call.Result.REACHED, "Contente");
    assertThat(page("").items()).isEmpty();
    assertThat(list()).isEmpty();
    assertThat(journey.dossier().history().getLast().reason()).isEqualTo("Contente");
    assertThat(journey.dossier().history().getLast().by()).isEqualTo(Samples.MODERATOR);
  }

  @Test
  void is_nobody_once_they_are_erased() {
    byPhone().erased(false);
    assertThat(list()).isEmpty();
  }

  @Test
  void is_whose_mail_came_back() {
    Journey journey = Journey.begins(ideas, anIdea()).confirmed().bounced(2);
    ToCall call = page("").items().getFirst();
    assertThat(call.why()).isEqualTo(Call.Why.BOUNCED);
    assertThat(call.told()).contains(new Calls.Told("CONFIRMED", ""));
    assertThat(call.author()).isEqualTo(journey.dossier().author());
  }

  @Test
  void is_who_was_reminded_to_confirm_and_did_not() {
    Journey journey = Journey.begins(ideas, anIdea()).waits(Idea.REMIND_UNCONFIRMED_AFTER);
    ToCall call = page("").items().getFirst();
    assertThat(call.why()).isEqualTo(Call.Why.NOT_CONFIRMED);
    assertThat(call.told()).contains(new Calls.Told("CONFIRMATION_REMINDED", ""));
    journey.confirmed();
    assertThat(page("").items()).isEmpty();
  }

  private List<String> list() {
    return table.everything().stream()
        .filter(item -> item.get("SK").s().equals("CALL"))
        .map(Object::toString)
        .toList();
  }

  private Listing.Page<ToCall> page(String cursor) {
    return (Listing.Page<ToCall>) calls.waiting("05", cursor, 2);
  }
}
