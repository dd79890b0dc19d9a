package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MODERATOR;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;
import static twiza.idea.Samples.titled;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.idea.Choice;
import twiza.idea.Dues.Due;
import twiza.idea.Flag;
import twiza.idea.Idea;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Notice;
import twiza.idea.Patience;
import twiza.idea.Queue;
import twiza.idea.ReportKind;
import twiza.settings.TestKeys;

class WhatWaitsTest {

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableQueue queue = new TableQueue(table.client(), table.name(), fingerprints);
  private final TableDues dues = new TableDues(table.client(), table.name());

  @Test
  void for_a_moderator_is_what_is_pending_and_corrections_oldest_first() {
    Journey.begins(ideas, anIdea());
    Journey correction = Journey.published(ideas, anIdea()).corrected(titled("Séchoir commun"));
    Journey byPhone = Journey.begins(ideas, anIdea().by(moha()).flagged(Flag.HONEYPOT));
    Listing.Page<Queue.Waiting> page = page("");
    assertThat(page.items())
        .extracting(Queue.Waiting::id)
        .containsExactly(byPhone.id(), correction.id());
    assertThat(page.items().getFirst().flags())
        .isEqualTo(Set.of(Flag.HONEYPOT, Flag.CONTACT_UNCONFIRMED));
    Queue.Waiting second = page.items().getLast();
    assertThat(second.correction()).isTrue();
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.title()).isEqualTo("Séchoir commun");
  }

  @Test
  void for_a_moderator_no_longer_waits_once_it_is_decided() {
    Journey journey = Journey.begins(ideas, anIdea()).confirmed();
    assertThat(page("").items()).hasSize(1);
    journey.decided(Choice.REQUEST_CHANGES, "Précisez");
    assertThat(page("").items()).isEmpty();
  }

  @Test
  void for_a_moderator_comes_in_pages_that_survive_a_decision() {
    List<String> sent =
        List.of(0, 1, 2, 3).stream()
            .map(i -> anIdea().by(moha()).sentAt(MONDAY.plus(Duration.ofHours(i))))
            .map(sample -> Journey.begins(ideas, sample).id())
            .toList();
    Listing.Page<Queue.Waiting> first = page("");
    Journey.continues(ideas, first.items().getLast().id()).approved();
    assertThat(page(first.next().orElseThrow()).items())
        .extracting(Queue.Waiting::id)
        .isEqualTo(sent.subList(2, 4));
    assertThat(queue.waiting("06", first.next().orElseThrow(), 2))
        .isEqualTo(new Listing.BadCursor<Queue.Waiting>());
  }

  @Test
  void for_a_moderator_is_what_was_reported_too_until_they_have_looked() {
    Journey reported =
        Journey.published(ideas, anIdea()).reported(ReportKind.COPIED, "Vu ailleurs");
    Queue.Waiting waiting = page("").items().getFirst();
    assertThat(waiting.flags()).containsExactly(Flag.REPORTED);
    assertThat(waiting.revision()).isEqualTo(1);
    assertThat(waiting.correction()).isFalse();
    reported.dismissed();
    assertThat(page("").items()).isEmpty();
  }

  @Test
  void for_a_moderator_says_who_may_not_decide_about_an_answer() {
    Journey.begins(ideas, anIdea())
        .confirmed()
        .decided(Choice.REJECT, "Trop vague")
        .answered(titled("Séchoir commun"), "C'est plus clair ainsi");
    assertThat(page("").items().getFirst().closedTo()).contains(MODERATOR);
  }

  @Test
  void too_long_is_what_waits_since_an_instant_with_the_notices_given() {
    Patience patience = new Patience(Duration.ofDays(3), Duration.ofDays(7));
    Journey old = Journey.begins(ideas, anIdea().by(moha()));
    Journey.begins(ideas, anIdea().by(moha()).sentAt(MONDAY.plusMillis(1)));
    old.spokenForAfter(Duration.ofDays(3), patience);
    assertThat(queue.waitingSince("05", MONDAY))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.id()).isEqualTo(old.id()))
        .satisfies(waiting -> assertThat(waiting.notices()).containsExactly(Notice.REMINDED));
    assertThat(queue.waitingSince("05", MONDAY.minusMillis(1))).isEmpty();
    assertThat(queue.waitingSince("05", MONDAY.plusMillis(1))).hasSize(2);
    assertThat(queue.waitingSince("06", MONDAY)).isEmpty();
  }

  @Test
  void for_the_clock_is_due_to_the_millisecond_and_oldest_first() {
    Journey later = Journey.begins(ideas, anIdea().sentAt(MONDAY.plusMillis(1)));
    Journey sooner = Journey.begins(ideas, anIdea());
    Idea first = sooner.dossier().idea();
    assertThat(dues.by(first.dueAt().orElseThrow().minusMillis(1))).isEmpty();
    assertThat(dues.by(first.dueAt().orElseThrow()))
        .containsExactly(new Due("IDEA", first.id(), first.dueAt().orElseThrow()));
    assertThat(dues.by(first.dueAt().orElseThrow().plusMillis(1)))
        .extracting(Due::id)
        .containsExactly(first.id(), later.id());
  }

  @Test
  void for_the_clock_is_nothing_once_it_is_done() {
    Journey journey =
        Journey.begins(ideas, anIdea()).waits(Duration.ofDays(2)).waits(Duration.ofDays(5));
    assertThat(journey.dossier().idea().dueAt()).isEmpty();
    assertThat(dues.by(MONDAY.plus(Duration.ofDays(365)))).isEmpty();
  }

  @Test
  void for_the_clock_is_read_to_the_end_over_several_pages() {
    new FullBank(table).fill(10_000 / 10);
    assertThat(dues.by(MONDAY.plus(Duration.ofDays(365))).limit(3)).hasSize(3);
    assertThat(dues.by(MONDAY.plus(Duration.ofDays(365)))).hasSize(100);
  }

  private Listing.Page<Queue.Waiting> page(String cursor) {
    return (Listing.Page<Queue.Waiting>) queue.waiting("05", cursor, 2);
  }
}
