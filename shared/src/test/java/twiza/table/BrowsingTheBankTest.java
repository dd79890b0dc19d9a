package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.AZILAL;
import static twiza.idea.Samples.BENI_MELLAL;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.aSheet;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.placed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.idea.Bank;
import twiza.idea.Card;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Presentation;
import twiza.idea.Publication;
import twiza.idea.Samples.Sample;
import twiza.idea.Sheet;
import twiza.settings.TestKeys;

class BrowsingTheBankTest {

  private static final Bank.Shelf COUNTRY = new Bank.Shelf("", "");

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableBank bank = new TableBank(table.client(), table.name(), fingerprints);

  @Test
  void shows_the_newest_first_page_by_page_and_each_once() {
    List<String> published = published(7);
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      Listing.Page<Card> page = page(COUNTRY, next.get(), 3);
      seen.addAll(ids(page));
      next = page.next();
    }
    assertThat(seen).isEqualTo(published.reversed());
  }

  @Test
  void says_that_the_last_page_is_the_last_even_when_it_is_full() {
    published(6);
    Listing.Page<Card> first = page(COUNTRY, "", 3);
    assertThat(page(COUNTRY, first.next().orElseThrow(), 3).next()).isEmpty();
  }

  @Test
  void finds_an_idea_on_each_of_its_shelves_and_on_no_other() {
    String id = Journey.published(ideas, anIdea()).id();
    for (String place : List.of("", "05", BENI_MELLAL)) {
      assertThat(ids(page(new Bank.Shelf(place, ""), "", 10))).containsExactly(id);
      assertThat(ids(page(new Bank.Shelf(place, "AROMATIC_PLANTS"), "", 10))).containsExactly(id);
      assertThat(ids(page(new Bank.Shelf(place, "FOOD"), "", 10))).isEmpty();
    }
    assertThat(ids(page(new Bank.Shelf(AZILAL, ""), "", 10))).isEmpty();
  }

  @Test
  void an_approved_correction_moves_the_idea_to_its_new_shelves() {
    Journey journey = Journey.published(ideas, anIdea()).corrected(placed(AZILAL, "FOOD"));
    assertThat(ids(page(new Bank.Shelf(BENI_MELLAL, ""), "", 10))).containsExactly(journey.id());
    journey.approved();
    assertThat(ids(page(new Bank.Shelf(BENI_MELLAL, ""), "", 10))).isEmpty();
    assertThat(ids(page(new Bank.Shelf("", "AROMATIC_PLANTS"), "", 10))).isEmpty();
    assertThat(ids(page(new Bank.Shelf(AZILAL, "FOOD"), "", 10))).containsExactly(journey.id());
    assertThat(ids(page(COUNTRY, "", 10))).containsExactly(journey.id());
  }

  @Test
  void a_withdrawn_idea_is_on_no_shelf() {
    Journey journey = Journey.published(ideas, anIdea()).withdrawn();
    assertThat(ids(page(COUNTRY, "", 10))).isEmpty();
    assertThat(bank.find(journey.id())).isEmpty();
  }

  @Test
  void a_sheet_in_brief_is_stored_in_brief() {
    Journey journey = Journey.published(ideas, anIdea().inBrief());
    Publication brief = bank.find(journey.id()).orElseThrow();
    assertThat(brief.sheet().title()).isEqualTo(aSheet().title());
    assertThat(brief.sheet().need()).isEmpty();
    assertThat(brief.sheet().details()).isEqualTo(Sheet.Details.NONE);
    Card card = page(COUNTRY, "", 1).items().getFirst();
    assertThat(card.intention()).isEmpty();
    journey.presented(new Presentation(true, true));
    Publication whole = bank.find(journey.id()).orElseThrow();
    assertThat(whole).isEqualTo(journey.dossier().publication().orElseThrow());
    assertThat(whole.name()).contains("Fatima Zahra Amrani");
  }

  @Test
  void a_page_still_follows_when_the_idea_it_follows_is_gone() {
    List<String> published = published(5);
    Listing.Page<Card> first = page(COUNTRY, "", 2);
    Journey.continues(ideas, first.items().getLast().id()).erased(false);
    assertThat(ids(page(COUNTRY, first.next().orElseThrow(), 2)))
        .containsExactly(published.get(2), published.get(1));
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    published(3);
    String cursor = page(COUNTRY, "", 2).next().orElseThrow();
    assertThat(bank.list(new Bank.Shelf("05", ""), cursor, 2))
        .isEqualTo(new Listing.BadCursor<Card>());
    assertThat(bank.list(new Bank.Shelf("", "FOOD"), cursor, 2))
        .isEqualTo(new Listing.BadCursor<Card>());
  }

  @Test
  void a_cursor_with_any_bit_changed_is_refused() {
    published(3);
    String cursor = page(COUNTRY, "", 2).next().orElseThrow();
    for (int i = 0; i < cursor.length(); i++) {
      for (int bit = 0; bit < 7; bit++) {
        char changed = (char) (cursor.charAt(i) ^ (1 << bit));
        String other = cursor.substring(0, i) + changed + cursor.substring(i + 1);
        assertThat(bank.list(COUNTRY, other, 2)).isEqualTo(new Listing.BadCursor<Card>());
      }
    }
  }

  @Test
  void a_cursor_that_was_made_up_is_refused() {
    for (String made : List.of("x", "null", "0".repeat(22), "é".repeat(40), "A".repeat(5000))) {
      assertThat(bank.list(COUNTRY, made, 2)).isEqualTo(new Listing.BadCursor<Card>());
    }
  }

  /** Ids, oldest first. */
  private List<String> published(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Sample sample = anIdea().sentAt(MONDAY.plus(Duration.ofDays(i)));
      ids.add(Journey.published(ideas, sample).id());
    }
    return ids;
  }

  private Listing.Page<Card> page(Bank.Shelf shelf, String cursor, int limit) {
    return (Listing.Page<Card>) bank.list(shelf, cursor, limit);
  }

  private static List<String> ids(Listing.Page<Card> page) {
    return page.items().stream().map(Card::id).toList();
  }
}
