package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.AZILAL;
import static twiza.idea.Samples.BENI_MELLAL;
import static twiza.idea.Samples.MODERATOR;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.answering;
import static twiza.idea.Samples.titled;
import static twiza.need.NeedSamples.by;
import static twiza.need.NeedSamples.id;
import static twiza.need.NeedSamples.kept;
import static twiza.need.NeedSamples.published;
import static twiza.need.NeedSamples.water;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.event.Audit;
import twiza.idea.Card;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Samples;
import twiza.need.Need;
import twiza.need.Needs;
import twiza.place.Language;
import twiza.settings.TestKeys;

class WhatTerritoriesNeedTest {

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final Needs needs = new TableNeeds(table.client(), table.name(), fingerprints);

  private static <T> List<T> items(Listing<T> listing) {
    return ((Listing.Page<T>) listing).items();
  }

  private List<Long> counts() {
    return items(needs.all("05", "", 20)).stream().map(Needs.Answered::ideas).toList();
  }

  private List<String> audit() {
    Audit.Filter everything =
        new Audit.Filter(
            "05",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    TableAudit audit = new TableAudit(table.client(), table.name(), fingerprints);
    return items(audit.entries(everything, "", 20, Samples.MONDAY.plus(Duration.ofDays(2))))
        .stream()
        .map(Audit.Entry::kind)
        .toList();
  }

  @Test
  void is_read_as_it_was_said() {
    Need need = kept(needs, published(1, water()));
    assertThat(needs.find(need.id())).contains(need);
    assertThat(items(needs.open("05", "", 20))).containsExactly(need);
    assertThat(items(needs.open(BENI_MELLAL, "", 20))).containsExactly(need);
    assertThat(items(needs.open(AZILAL, "", 20))).isEmpty();
  }

  @Test
  void leaves_the_shelves_once_it_is_closed_and_comes_back() {
    Need need = kept(needs, published(1, water()));
    Need closed = kept(needs, need.change(water(), false, by(2)).orElseThrow());
    assertThat(items(needs.open("05", "", 20))).isEmpty();
    assertThat(items(needs.open(BENI_MELLAL, "", 20))).isEmpty();
    assertThat(items(needs.all("05", "", 20))).containsExactly(new Needs.Answered(closed, 0));
    Need open = kept(needs, closed.change(water(), true, by(3)).orElseThrow());
    assertThat(items(needs.open(BENI_MELLAL, "", 20))).containsExactly(open);
    assertThat(audit()).containsExactly("NEED_REOPENED", "NEED_CLOSED", "NEED_PUBLISHED");
  }

  @Test
  void moves_with_its_province_and_the_audit_knows() {
    Need need = kept(needs, published(1, water()));
    Need.Said elsewhere = new Need.Said(AZILAL, "", "", water().texts());
    Need.Edit edit = need.change(elsewhere, true, by(2)).orElseThrow();
    assertThat(edit.changed()).containsExactly("COMMUNE", "PROVINCE", "SECTOR");
    Need moved = kept(needs, edit);
    assertThat(items(needs.open(BENI_MELLAL, "", 20))).isEmpty();
    assertThat(items(needs.open(AZILAL, "", 20))).containsExactly(moved);
    assertThat(audit()).containsExactly("NEED_EDITED", "NEED_PUBLISHED");
  }

  @Test
  void keeps_nothing_of_whoever_read_an_older_one() {
    Need need = kept(needs, published(1, water()));
    Need.Edit mine = need.change(water(), false, by(2)).orElseThrow();
    Need.Edit theirs =
        need.change(new Need.Said(AZILAL, "", "", water().texts()), true, by(3)).orElseThrow();
    assertThat(needs.save(mine)).isTrue();
    assertThat(needs.save(theirs)).isFalse();
    assertThat(needs.find(need.id())).contains(mine.after());
    assertThat(need.change(water(), true, by(4))).isEmpty();
  }

  @Test
  void is_listed_newest_first_in_pages() {
    List<Need> all =
        IntStream.rangeClosed(1, 5).mapToObj(n -> kept(needs, published(n, water()))).toList();
    Listing.Page<Need> first = (Listing.Page<Need>) needs.open("05", "", 3);
    Listing.Page<Need> second =
        (Listing.Page<Need>) needs.open("05", first.next().orElseThrow(), 3);
    assertThat(first.items()).containsExactly(all.get(4), all.get(3), all.get(2));
    assertThat(second.items()).containsExactly(all.get(1), all.get(0));
    assertThat(second.next()).isEmpty();
    assertThat(needs.open("05", "made up", 3)).isEqualTo(new Listing.BadCursor<Need>());
  }

  @Test
  void counts_published_ideas_alone() {
    Need need = kept(needs, published(1, water()));
    kept(needs, published(2, water()));
    Journey journey = Journey.begins(ideas, anIdea().saying(answering(need.id()))).confirmed();
    assertThat(needs.unanswered("05")).extracting(Need::id).containsExactly(id(2), id(1));
    journey.approved();
    assertThat(needs.unanswered("05")).extracting(Need::id).containsExactly(id(2));
    assertThat(counts()).containsExactly(0L, 1L);
    assertThat(items(needs.answers(need.id(), "", 20)))
        .extracting(Card::id)
        .containsExactly(journey.id());
    journey.decided(Choice.UNPUBLISH, "Sur demande");
    assertThat(counts()).containsExactly(0L, 0L);
    assertThat(items(needs.answers(need.id(), "", 20))).isEmpty();
  }

  @Test
  void counts_an_idea_where_its_published_text_belongs() {
    kept(needs, published(1, water()));
    kept(needs, published(2, water()));
    Journey journey = Journey.published(ideas, anIdea().saying(answering(id(1))));
    journey.noted("Financée").translated(Language.AR, "مجفف", "ملخص");
    assertThat(counts()).containsExactly(0L, 1L);
    journey.corrected(answering(id(2)));
    assertThat(counts()).containsExactly(0L, 1L);
    journey.decidedBy(MODERATOR, Choice.APPROVE, "");
    assertThat(counts()).containsExactly(1L, 0L);
    journey.corrected(titled("Séchoir")).approved();
    assertThat(counts()).containsExactly(0L, 0L);
  }

  @Test
  void shows_the_cards_of_those_who_keep_their_sheet_to_themselves() {
    Need need = kept(needs, published(1, water()));
    Journey.published(ideas, anIdea().inBrief().saying(answering(need.id())));
    assertThat(items(needs.answers(need.id(), "", 20))).hasSize(1);
  }
}
