package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.catalogue.Reader.Answer;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.idea.Presentation;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.table.Meter;

/** Anybody reads one idea. */
class ReadingAnIdeaTest {

  private static final String NAME = Samples.fatima().name();

  private final Reader reader = new Reader();

  @Test
  void allThatItsAuthorPublishesIsThere() {
    String id = reader.publishes(Samples.anIdea()).id();
    Answer idea = reader.idea(id);
    assertThat(idea.status()).isEqualTo(200);
    assertThat(idea.text("title")).isEqualTo(Samples.aSheet().title());
    assertThat(idea.text("need")).isEqualTo(Samples.aSheet().need());
    assertThat(idea.text("region")).isEqualTo("05");
    assertThat(idea.json().path("investment").asLong()).isEqualTo(85_000);
    assertThat(idea.json().path("fullSheet").asBoolean()).isTrue();
    assertThat(idea.json().at("/author/kind").asText()).isEqualTo("COOPERATIVE");
  }

  @Test
  void itsAuthorIsNamedOnlyWhenTheyChoseTo() {
    Journey idea = reader.publishes(Samples.anIdea());
    assertThat(reader.idea(idea.id()).json().at("/author/name").isNull()).isTrue();
    idea.presented(new Presentation(true, true));
    assertThat(reader.idea(idea.id()).json().at("/author/name").asText()).isEqualTo(NAME);
    idea.presented(new Presentation(false, true));
    for (Answer answer :
        List.of(reader.idea(idea.id()), reader.list(), reader.page("fr", idea.id()))) {
      assertThat(answer.body()).contains(Samples.aSheet().title()).doesNotContain(NAME);
    }
  }

  @Test
  void nothingElseOfItsAuthorIsEverThere() {
    String id = reader.publishes(Samples.anIdea().named()).id();
    for (Answer answer : List.of(reader.idea(id), reader.list(), reader.page("fr", id))) {
      assertThat(answer.body())
          .doesNotContainIgnoringCase(Samples.fatima().contact().value())
          .doesNotContain("FEMALE", "AGE_36_59", "hash of a secret");
    }
  }

  @Test
  void whatItsAuthorKeepsIsNotThere() {
    String id = reader.publishes(Samples.anIdea().inBrief()).id();
    Answer idea = reader.idea(id);
    assertThat(idea.json().path("fullSheet").asBoolean()).isFalse();
    assertThat(idea.text("summary")).isEqualTo(Samples.aSheet().summary());
    assertThat(idea.json().path("need").isNull()).isTrue();
    assertThat(idea.json().path("investment").isNull()).isTrue();
    String kept = Samples.aSheet().solution();
    assertThat(idea.body()).doesNotContain(kept);
    assertThat(reader.page("fr", id).body())
        .contains(Samples.aSheet().title())
        .doesNotContain(kept);
  }

  @Test
  void aCorrectionIsNotThereUntilItIsApproved() {
    Journey idea = reader.publishes(Samples.anIdea()).corrected(Samples.titled("Corrigé"));
    assertThat(reader.idea(idea.id()).text("title")).isEqualTo(Samples.aSheet().title());
    idea.approved();
    Answer corrected = reader.idea(idea.id());
    assertThat(corrected.text("title")).isEqualTo("Corrigé");
    assertThat(corrected.text("revisedAt")).isGreaterThan(corrected.text("publishedAt"));
  }

  @Test
  void whatIsNotPublishedIsNotFound() {
    Journey waiting = Journey.begins(reader.ideas, Samples.anIdea()).confirmed();
    Journey withdrawn = reader.publishes(Samples.anIdea()).withdrawn();
    Journey unpublished = reader.publishes(Samples.anIdea()).decided(Choice.UNPUBLISH, "Doublon");
    for (Journey idea : List.of(waiting, withdrawn, unpublished)) {
      assertThat(reader.idea(idea.id()).status()).isEqualTo(404);
      assertThat(reader.idea(idea.id()).code()).isEqualTo("NOT_FOUND");
      assertThat(reader.page("ar", idea.id()).status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "confirmation",
        "01jtwz00000000000000000001",
        "01JTWZ0000000000000000000I",
        "81JTWZ00000000000000000001",
        "01JTWZ000000000000000000011",
        "../../etc/passwd",
        "فكرة"
      })
  void whatCannotBeAnIdIsNotLookedUp(String id) {
    Meter.Cost cost = reader.meter.of(() -> assertThat(reader.idea(id).status()).isEqualTo(404));
    assertThat(cost.requests()).isZero();
  }

  @Test
  void itCostsOneReadOfOneItem() {
    String id = reader.publishes(Samples.anIdea()).id();
    // What cooperatives need to start is read once a minute.
    reader.idea(id);
    assertThat(reader.meter.of(() -> reader.idea(id)).requests()).isEqualTo(1);
    assertThat(reader.meter.of(() -> reader.page("fr", id)).requests()).isEqualTo(1);
  }

  @Test
  void whoHasItAlreadyIsToldSo() {
    Journey idea = reader.publishes(Samples.anIdea());
    Requests again = Requests.get("/api/ideas/{id}").path("id", idea.id());
    String etag = reader.idea(idea.id()).headers().get("ETag");
    Answer known = reader.say(again.header("If-None-Match", "\"other\", W/" + etag));
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.headers()).containsEntry("ETag", etag);
    idea.corrected(Samples.titled("Corrigé")).approved();
    assertThat(reader.say(again).status()).isEqualTo(200);
  }

  @Test
  void itIsTheSameForWhoeverAsks() {
    String id = reader.publishes(Samples.anIdea()).id();
    Requests asModerator =
        Requests.get("/api/ideas/{id}")
            .path("id", id)
            .bearer("a token")
            .cookie("receipt", "another")
            .header("Accept-Language", "ar");
    assertThat(reader.say(asModerator)).isEqualTo(reader.idea(id));
  }

  @Test
  void whatStaffSayOfItIsThere() {
    Journey idea = reader.publishes(Samples.anIdea()).noted("Un local est trouvé.");
    idea.translated(Language.AR, "مجفف شمسي", "مجفف مشترك لتبيع الأسر زعترها طوال السنة.");
    Answer answer = reader.idea(idea.id());
    assertThat(answer.json().at("/note/text").asText()).isEqualTo("Un local est trouvé.");
    assertThat(answer.json().at("/titles/0/language").asText()).isEqualTo("ar");
    assertThat(answer.json().at("/titles/0/older").asBoolean()).isFalse();
    assertThat(reader.page("ar", idea.id()).body()).contains("Un local est trouvé.", "مجفف شمسي");
    assertThat(reader.page("fr", idea.id()).body()).doesNotContain("مجفف شمسي");
  }
}
