package twiza.search;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.AZILAL;
import static twiza.idea.Samples.BENI_MELLAL;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.intending;
import static twiza.idea.Samples.placed;
import static twiza.idea.Samples.titled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.idea.Presentation;
import twiza.idea.Samples;
import twiza.idea.Sheet;
import twiza.search.Seeker.Answer;

/** What is published is found by what is said in it, and nothing else is. */
class SearchingTheBankTest {

  @TempDir Path folder;

  private Seeker seeker() {
    return new Seeker(folder);
  }

  @Test
  void anIdeaIsFoundByAWordWithALetterWrongOnceAMinuteHasPassed() {
    Seeker seeker = seeker();
    Samples.Sample honey = anIdea().saying(titled("Le miel d’Azilal"));
    seeker.minutePasses();
    seeker.publishes(honey);
    assertThat(seeker.finds("q", "meil").ids()).isEmpty();
    seeker.minutePasses();
    Answer found = seeker.finds("q", "meil");
    assertThat(found.ids()).containsExactly(honey.id());
    assertThat(found.json().path("total").asInt()).isEqualTo(1);
    assertThat(found.json().at("/items/0/highlights/title/1/text").asText()).isEqualTo("miel");
    assertThat(found.json().at("/items/0/highlights/title/1/hit").asBoolean()).isTrue();
  }

  @Test
  void beforeThereIsAnIndexItSaysToTryAgain() {
    Seeker seeker = seeker();
    Answer answer = seeker.finds("q", "miel");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsKey("Retry-After");
    assertThat(seeker.page("fr", "q", "miel").status()).isEqualTo(503);
    assertThat(seeker.alike("{\"title\": \"Miel\"}").ids()).isEmpty();
  }

  @Test
  void anEmptyBankHasNothingAndIsNoFailure() {
    Seeker seeker = seeker();
    seeker.minutePasses();
    Answer answer = seeker.finds("q", "miel");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.ids()).isEmpty();
    assertThat(seeker.page("ar", "q", "عسل").status()).isEqualTo(200);
  }

  @Test
  void countsSayWhatAnotherChoiceWouldFind() {
    Seeker seeker = seeker();
    seeker.publishes(anIdea().saying(placed(BENI_MELLAL, "CRAFTS")));
    seeker.publishes(anIdea().saying(placed(AZILAL, "CRAFTS")));
    seeker.publishes(anIdea().saying(placed(AZILAL, "FOOD")));
    seeker.minutePasses();
    Answer crafts = seeker.finds("q", "thym", "sector", "CRAFTS");
    assertThat(crafts.ids()).hasSize(2);
    assertThat(crafts.counts("sector")).isEqualTo(Map.of("CRAFTS", 2, "FOOD", 1));
    assertThat(crafts.counts("province")).isEqualTo(Map.of(BENI_MELLAL, 1, AZILAL, 1));
    assertThat(crafts.counts("maturity")).isEqualTo(Map.of("PREPARING", 2));
    assertThat(seeker.finds("sector", "CRAFTS,FOOD", "province", AZILAL).ids()).hasSize(2);
  }

  @Test
  void whatAuthorsWouldLikeIsCountedAndChosen() {
    Seeker seeker = seeker();
    Samples.Sample offered = anIdea().saying(intending(Sheet.Intention.OFFER));
    seeker.publishes(offered);
    seeker.publishes(anIdea().saying(intending(Sheet.Intention.CARRY)));
    seeker.publishes(anIdea().saying(intending(Sheet.Intention.CARRY)));
    seeker.minutePasses();
    Answer found = seeker.finds("q", "thym", "intention", "OFFER");
    assertThat(found.ids()).containsExactly(offered.id());
    assertThat(found.counts("intention")).isEqualTo(Map.of("OFFER", 1, "CARRY", 2));
  }

  @Test
  void theNewestComeFirstHoweverWellTheOthersFit() {
    Seeker seeker = seeker();
    Samples.Sample early = anIdea().saying(titled("Thym, thym et thym"));
    Samples.Sample late = anIdea().saying(titled("Un four")).sentAt(Samples.MONDAY.plusSeconds(9));
    seeker.publishes(early);
    seeker.publishes(late);
    seeker.minutePasses();
    assertThat(seeker.finds("q", "thym").ids()).containsExactly(early.id(), late.id());
    assertThat(seeker.finds("q", "thym", "sort", "newest").ids())
        .containsExactly(late.id(), early.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"best", "newest"})
  void pagesFollowEachOtherWithoutGapsAndRepetitions(String sort) {
    Seeker seeker = seeker();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Samples.Sample idea = anIdea().sentAt(Samples.MONDAY.plusSeconds(i));
      seeker.publishes(idea);
      all.addFirst(idea.id());
    }
    seeker.minutePasses();
    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = seeker.finds("q", "thym", "sort", sort, "limit", "3", "cursor", cursor);
      assertThat(page.status()).isEqualTo(200);
      read.addAll(page.ids());
      cursor = page.json().path("next").isNull() ? "" : page.text("next");
    } while (!cursor.isEmpty());
    assertThat(read).isEqualTo(all);
  }

  @Test
  void aCursorBelongsToItsListAlone() {
    Seeker seeker = seeker();
    seeker.publishes(anIdea());
    seeker.publishes(anIdea());
    seeker.minutePasses();
    String cursor = seeker.finds("q", "thym", "limit", "1").text("next");
    assertThat(seeker.finds("q", "thym", "limit", "1", "cursor", cursor).status()).isEqualTo(200);
    for (Answer answer :
        List.of(
            seeker.finds("q", "miel", "cursor", cursor),
            seeker.finds("q", "thym", "sort", "newest", "cursor", cursor),
            seeker.finds("q", "thym", "sector", "CRAFTS", "cursor", cursor),
            seeker.finds("q", "thym", "cursor", cursor.substring(1)))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("BAD_CURSOR");
    }
  }

  @Test
  void whatIsNoLongerPublicIsGoneAtOnceHoweverOldTheIndexIs() {
    Seeker seeker = seeker();
    Journey journey = seeker.publishes(anIdea());
    seeker.minutePasses();
    assertThat(seeker.finds("q", "thym").ids()).hasSize(1);
    journey.decided(Choice.UNPUBLISH, "Une erreur.");
    assertThat(seeker.finds("q", "thym").ids()).isEmpty();
    assertThat(seeker.alike("{\"title\": \"Séchoir solaire pour le thym\"}").ids()).isEmpty();
  }

  @Test
  void aTextThatItsAuthorTookBackIsNotShownFromAnOldIndex() {
    Seeker seeker = seeker();
    Samples.Sample idea = anIdea();
    Journey journey = seeker.publishes(idea);
    seeker.minutePasses();
    assertThat(seeker.finds("q", "tiroirs").body()).contains("\"text\":\"tiroirs\"");
    journey.presented(new Presentation(false, false));
    assertThat(seeker.finds("q", "tiroirs").body()).doesNotContain("tiroirs");
    seeker.minutePasses();
    assertThat(seeker.finds("q", "tiroirs").ids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thym AND OR NOT",
        "\"thym",
        "thym~99^",
        "title:thym",
        "((((thym",
        "*",
        "?hym* [a TO b}",
        "\\",
        "/.*thym.*/",
        "thym\u0000\u202e",
        "🦊 thym",
        "ـــ",
        "' OR '1'='1"
      })
  void nothingThatIsTypedIsAnError(String text) {
    Seeker seeker = seeker();
    seeker.publishes(anIdea());
    seeker.minutePasses();
    assertThat(seeker.finds("q", text).status()).isEqualTo(200);
    assertThat(seeker.page("fr", "q", text).status()).isEqualTo(200);
    assertThat(seeker.alike("{\"title\": \"x\"}").status()).isEqualTo(200);
  }

  @Test
  void whatIsWrongIsSaidFieldByField() {
    Seeker seeker = seeker();
    seeker.minutePasses();
    Answer answer =
        seeker.finds(
            "q", "a".repeat(201),
            "region", "99",
            "province", "05.091,none",
            "sector", "none",
            "maturity", "none",
            "intention", "none",
            "award", "none",
            "sort", "none",
            "limit", "0");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "q TOO_LONG",
            "region UNKNOWN_CODE",
            "province UNKNOWN_CODE",
            "sector UNKNOWN_CODE",
            "maturity UNKNOWN_CODE",
            "intention UNKNOWN_CODE",
            "award UNKNOWN_CODE",
            "sort UNKNOWN_CODE",
            "limit OUT_OF_RANGE");
    assertThat(seeker.page("fr", "sector", "none").status()).isEqualTo(422);
    assertThat(seeker.page("xx", "q", "thym").status()).isEqualTo(404);
    assertThat(seeker.alike("{}").faults()).containsExactly("title REQUIRED");
    assertThat(seeker.alike("{\"title\": \"" + "a".repeat(121) + "\"}").faults())
        .containsExactly("title TOO_LONG");
    assertThat(seeker.alike("[").status()).isEqualTo(400);
  }

  @Test
  void anIdeaIsNotLikeItself() {
    Seeker seeker = seeker();
    Samples.Sample idea = anIdea();
    seeker.publishes(idea);
    seeker.minutePasses();
    String title = "\"title\": \"" + idea.sheet().title() + "\"";
    assertThat(seeker.alike("{" + title + "}").ids()).containsExactly(idea.id());
    assertThat(seeker.alike("{" + title + ", \"except\": \"" + idea.id() + "\"}").ids()).isEmpty();
  }

  @Test
  void aPageMarksWhatWasFoundAndStaysTheSameForWhoeverAsks() {
    Seeker seeker = seeker();
    seeker.publishes(anIdea());
    seeker.minutePasses();
    Answer page = seeker.page("ar", "q", "séchoirs");
    assertThat(page.body()).contains("<mark>Séchoir</mark>").contains("dir=\"rtl\"");
    assertThat(page.headers()).containsKeys("ETag", "Cache-Control");
  }
}
