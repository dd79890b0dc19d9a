package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MODERATOR;
import static twiza.idea.Samples.MONDAY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import twiza.delegation.Delegation;
import twiza.delegation.Guide;
import twiza.delegation.Guide.Content;
import twiza.delegation.Guide.Least;
import twiza.delegation.Guide.Place;
import twiza.delegation.Guide.Quantity;
import twiza.delegation.Guides;
import twiza.delegation.HouseGuide;
import twiza.place.Language;

/** What a cooperative needs to start, as the house says it, and as its region does. */
class KeepingAGuideTest {

  private static final Delegation.Change CHANGE = new Delegation.Change(MODERATOR, MONDAY);

  private final LocalTable table = LocalTable.create();
  private final Guides guides = new TableGuides(table.client(), table.name(), HouseGuide.load());

  private static Content content() {
    return new Content(
        Map.of(Quantity.MEMBERS, new Least(5, true)),
        Map.of(Language.AR, List.of("اختيار الاسم", "التقييد")),
        List.of(new Place("https://example.org/fonds", Map.of(Language.FR, "Un fonds"))),
        List.of());
  }

  @Test
  void the_house_says_what_the_law_asks_and_what_of_it_is_to_be_confirmed() {
    Guide guide = guides.of("05");
    assertThat(guide.version()).isZero();
    assertThat(guide.says().least())
        .isEqualTo(
            Map.of(
                Quantity.MEMBERS, new Least(5, false),
                Quantity.CAPITAL, new Least(1000, true),
                Quantity.SHARE, new Least(100, true)));
    assertThat(guide.says().steps().get(Language.FR)).hasSize(2);
    assertThat(guide.says().steps().get(Language.AR)).hasSize(2);
    assertThat(guide.says().financing()).isEmpty();
    assertThat(guide.says().training()).isEmpty();
  }

  @Test
  void what_a_region_says_stands_in_place_of_it_there_and_nowhere_else() {
    Guide.Edit edit = guides.of("05").states(content(), CHANGE).orElseThrow();
    assertThat(edit.changed())
        .containsExactlyInAnyOrder("MEMBERS", "CAPITAL", "SHARE", "STEPS", "FINANCING");
    assertThat(guides.save(edit)).isTrue();
    assertThat(guides.of("05")).isEqualTo(new Guide("05", 1, content(), Optional.of(CHANGE)));
    assertThat(guides.of("06").version()).isZero();
  }

  @Test
  void of_two_who_change_it_at_once_the_second_is_told() {
    Guide read = guides.of("05");
    Guide.Edit first = read.states(content(), CHANGE).orElseThrow();
    Guide.Edit second = read.states(Content.NOTHING, CHANGE).orElseThrow();
    assertThat(guides.save(first)).isTrue();
    assertThat(guides.save(second)).isFalse();
    Guide again = guides.of("05");
    assertThat(guides.save(again.states(Content.NOTHING, CHANGE).orElseThrow())).isTrue();
    assertThat(guides.of("05").says().isEmpty()).isTrue();
  }

  @Test
  void the_same_said_again_is_no_change() {
    Guide read = guides.of("05");
    assertThat(read.states(read.says(), CHANGE)).isEmpty();
  }

  @Test
  void its_event_names_what_was_changed_and_not_the_words() {
    guides.save(guides.of("05").states(content(), CHANGE).orElseThrow());
    assertThat(
            table.everything().stream()
                .filter(item -> item.get("SK").s().startsWith("EVENT#"))
                .toList())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.get("kind").s()).isEqualTo("GUIDE_EDITED");
              assertThat(event.toString()).contains("FINANCING").doesNotContain("Un fonds");
            });
  }
}
