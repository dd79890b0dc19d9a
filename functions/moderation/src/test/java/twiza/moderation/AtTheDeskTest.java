package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Idea;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.moderation.Desk.Answer;
import twiza.settings.TestKeys;
import twiza.staff.SessionToken;

/** A moderator who is signed in sees what waits, reads it and decides. */
class AtTheDeskTest {

  private static final String QUEUE = "/api/desk/queue";
  private static final String IDEA = "/api/desk/ideas/{id}";
  private static final String DECISION = "/api/desk/ideas/{id}/decision";

  private final Desk desk = new Desk();

  private Journey waiting(String title, Instant sentAt) {
    return Journey.begins(
        desk.ideas,
        Samples.anIdea().by(Samples.moha()).saying(Samples.titled(title)).sentAt(sentAt));
  }

  private static List<String> titles(Answer page) {
    return page.json().path("items").valueStream().map(it -> it.path("title").asText()).toList();
  }

  @Test
  void seesWhatWaitsOldestFirst() {
    waiting("Le second", Samples.MONDAY);
    waiting("Le premier", Samples.MONDAY.minus(Duration.ofDays(1)));
    Answer page = desk.says(desk.first(), Requests.get(QUEUE));
    assertThat(page.status()).isEqualTo(200);
    assertThat(titles(page)).containsExactly("Le premier", "Le second");
    assertThat(page.json().at("/items/0/flags/0").asText()).isEqualTo("CONTACT_UNCONFIRMED");
  }

  @Test
  void seesWhatWasCorrectedWhetherOrNotItIsPublished() {
    Journey.begins(desk.ideas, Samples.anIdea())
        .confirmed()
        .decided(Choice.REQUEST_CHANGES, "Le marché ?")
        .corrected(Samples.titled("Corrigée"));
    Answer page = desk.says(desk.first(), Requests.get(QUEUE));
    assertThat(page.json().at("/items/0/flags").toString()).isEqualTo("[\"CORRECTED\"]");
    assertThat(page.json().at("/items/0/correction").asBoolean()).isFalse();
  }

  @Test
  void seesWhatHasWaitedTooLong() {
    Duration patience = TestKeys.settings().patience().remind();
    Instant read = Desk.WEDNESDAY.plus(Duration.ofHours(1));
    waiting("Trop longtemps", read.minus(patience));
    waiting("Pas encore", read.minus(patience).plusSeconds(1));
    Answer page = desk.says(desk.first(), Requests.get(QUEUE));
    assertThat(page.json().at("/items/0/late").asBoolean()).isTrue();
    assertThat(page.json().at("/items/1/late").asBoolean()).isFalse();
  }

  @Test
  void turnsThePagesOfALongQueue() {
    for (int i = 0; i < 5; i++) {
      waiting("Idée " + i, Samples.MONDAY.plusSeconds(i));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Requests request = Requests.get(QUEUE).query("limit", "2");
      Answer page =
          desk.says(desk.first(), cursor.isEmpty() ? request : request.query("cursor", cursor));
      seen.addAll(titles(page));
      cursor = page.json().path("next").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    assertThat(seen).containsExactly("Idée 0", "Idée 1", "Idée 2", "Idée 3", "Idée 4");
  }

  @Test
  void readsEveryTextThatWasSentBefore() {
    Journey idea =
        Journey.published(desk.ideas, Samples.anIdea())
            .corrected(Samples.titled("Une première correction"))
            .corrected(Samples.titled("Une deuxième correction"));
    Answer shown = desk.says(desk.first(), Requests.get(IDEA).path("id", idea.id()));
    assertThat(shown.json().path("earlier"))
        .extracting(it -> it.path("number").asInt() + " " + it.path("previous").asBoolean())
        .containsExactly("2 false", "1 true");
    assertThat(shown.json().at("/earlier/0/sheet/title").asText())
        .isEqualTo("Une première correction");
    assertThat(shown.json().at("/earlier/0/changed").toString()).isEqualTo("[\"title\"]");
  }

  @Test
  void seesAnEmptyQueueAsOne() {
    assertThat(titles(desk.says(desk.first(), Requests.get(QUEUE)))).isEmpty();
  }

  @Test
  void readsAnIdeaAndDecides() {
    String id = waiting("Un moulin", Samples.MONDAY).id();
    Answer shown = desk.says(desk.first(), Requests.get(IDEA).path("id", id));
    assertThat(shown.json().at("/sheet/title").asText()).isEqualTo("Un moulin");
    Answer decided =
        desk.says(
            desk.first(),
            Requests.post(DECISION)
                .path("id", id)
                .json(Map.of("choice", "APPROVE", "revision", 1)));
    assertThat(decided.json().path("applied").asBoolean()).isTrue();
    Idea idea = desk.ideas.find(id).orElseThrow().idea();
    assertThat(idea.state()).isEqualTo(State.PUBLISHED);
    assertThat(idea.standing().orElseThrow().by()).isEqualTo(desk.first().id());
  }

  @Test
  void isShownTheTextThatCameMeanwhile() {
    Journey idea = waiting("Un moulin", Samples.MONDAY);
    idea.corrected(Samples.titled("Un moulin à eau"));
    Answer decided =
        desk.says(
            desk.first(),
            Requests.post(DECISION)
                .path("id", idea.id())
                .json(Map.of("choice", "APPROVE", "revision", 1)));
    assertThat(decided.code()).isEqualTo("STALE_REVISION");
    assertThat(decided.json().at("/idea/sheet/title").asText()).isEqualTo("Un moulin à eau");
  }

  @Test
  void findsNothingOfAnotherRegion() {
    String id = waiting("Un moulin", Samples.MONDAY).id();
    Answer shown = desk.says(desk.elsewhere(), Requests.get(IDEA).path("id", id));
    assertThat(shown.code()).isEqualTo("FORBIDDEN");
    assertThat(shown.json().toString()).doesNotContain("moulin");
    assertThat(desk.says(desk.elsewhere(), Requests.get(QUEUE).query("region", "05")).code())
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void readsThePageOfAListInTwoRequestsHoweverLongItIs() {
    waiting("Un moulin", Samples.MONDAY);
    SessionToken session = desk.session(desk.first());
    Requests request =
        Requests.get(QUEUE).at(Desk.WEDNESDAY).cookie("__Host-session", session.toString());
    assertThat(desk.meter.of(() -> desk.say(request)).requests()).isEqualTo(2);
  }

  @Test
  void badPagesAreTold() {
    assertThat(desk.says(desk.first(), Requests.get(QUEUE).query("cursor", "none")).code())
        .isEqualTo("BAD_CURSOR");
    assertThat(desk.says(desk.first(), Requests.get(QUEUE).query("limit", "0")).code())
        .isEqualTo("INVALID");
    assertThat(desk.says(desk.first(), Requests.get(IDEA).path("id", "none")).status())
        .isEqualTo(404);
  }
}
