package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.moderation.Desk.ROUTE;
import static twiza.moderation.Desk.WEDNESDAY;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Flag;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.moderation.Desk.Answer;

/** Somebody, or a mail scanner, opens the link in a moderator's mail. */
class ReadingFromALinkTest {

  private final Desk desk = new Desk();

  @Test
  void fiftyReadersChangeNothing() {
    String id = Journey.begins(desk.ideas, Samples.anIdea()).confirmed().id();
    String token = desk.link(desk.first(), id, 1);
    List<Map<String, AttributeValue>> before = desk.table.everything();
    Set<Answer> answers = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      answers.add(
          desk.say(
              Requests.get(ROUTE)
                  .bearer(token)
                  .header("User-Agent", "scanner " + i)
                  .from("198.51.100." + i)
                  .at(WEDNESDAY.plus(Duration.ofMinutes(i)))));
    }
    assertThat(answers).hasSize(1);
    assertThat(answers.iterator().next().status()).isEqualTo(200);
    assertThat(desk.table.everything()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void itCostsOneRequestForTheIdeaAndOneForTheReasonsOfItsRegion() {
    String id = Journey.published(desk.ideas, Samples.anIdea()).id();
    String token = desk.link(desk.first(), id, 1);
    assertThat(desk.meter.of(() -> desk.reads(token)).requests()).isEqualTo(2);
  }

  @Test
  void theIdeaIsShownWithTheChoicesAllowedAndNoneOfThemChosen() {
    String id = Journey.begins(desk.ideas, Samples.anIdea().named()).confirmed().id();
    Answer shown = desk.reads(desk.link(desk.first(), id, 1));
    assertThat(shown.text("id")).isEqualTo(id);
    assertThat(shown.text("state")).isEqualTo("PENDING");
    assertThat(shown.json().path("revision").asInt()).isEqualTo(1);
    assertThat(shown.json().at("/sheet/title").asText()).isEqualTo(Samples.aSheet().title());
    assertThat(shown.json().path("previous").isNull()).isTrue();
    assertThat(shown.texts("choices")).containsExactly("APPROVE", "REQUEST_CHANGES", "REJECT");
    assertThat(shown.json().path("standing").isNull()).isTrue();
    assertThat(shown.json().at("/author/name").asText()).isEqualTo(Samples.fatima().name());
    assertThat(shown.json().at("/author/showName").asBoolean()).isTrue();
    assertThat(shown.json().toString()).doesNotContain(Samples.fatima().contact().value());
  }

  @Test
  void whoeverHasOnlyAPhoneCanBeCalled() {
    String id =
        Journey.begins(
                desk.ideas, Samples.anIdea().by(Samples.moha()).flagged(Flag.MANY_FROM_SOURCE))
            .id();
    Answer shown = desk.reads(desk.link(desk.first(), id, 1));
    assertThat(shown.json().at("/author/contact").asText()).isEqualTo("PHONE");
    assertThat(shown.json().at("/author/phone").asText())
        .isEqualTo(Samples.moha().contact().value());
    assertThat(shown.texts("flags")).containsExactly("CONTACT_UNCONFIRMED", "MANY_FROM_SOURCE");
  }

  @Test
  void anOlderLinkShowsTheNewText() {
    Journey idea = Journey.begins(desk.ideas, Samples.anIdea()).confirmed();
    String token = desk.link(desk.first(), idea.id(), 1);
    idea.corrected(Samples.titled("Séchoir solaire pour la menthe"));
    Answer shown = desk.reads(token);
    assertThat(shown.json().path("linkRevision").asInt()).isEqualTo(1);
    assertThat(shown.json().path("revision").asInt()).isEqualTo(2);
    assertThat(shown.json().at("/sheet/title").asText())
        .isEqualTo("Séchoir solaire pour la menthe");
    assertThat(shown.texts("changed")).containsExactly("title");
    assertThat(shown.texts("flags")).containsExactly("CORRECTED");
  }

  @Test
  void aCorrectionIsComparedWithWhatIsPublished() {
    Journey idea =
        Journey.published(desk.ideas, Samples.anIdea())
            .corrected(Samples.titled("Une première correction"))
            .corrected(Samples.titled("Une deuxième correction"));
    Answer shown = desk.reads(desk.link(desk.first(), idea.id(), 2));
    assertThat(shown.text("state")).isEqualTo("PUBLISHED");
    assertThat(shown.json().path("revision").asInt()).isEqualTo(3);
    assertThat(shown.json().at("/previous/title").asText()).isEqualTo(Samples.aSheet().title());
    assertThat(shown.texts("choices"))
        .containsExactly("APPROVE", "REQUEST_CHANGES", "REJECT", "UNPUBLISH");
  }

  @Test
  void theDecisionThatStandsIsShownWithItsReason() {
    Journey idea = Journey.begins(desk.ideas, Samples.anIdea()).confirmed();
    idea.decided(Choice.REQUEST_CHANGES, "Qui achète le thym ?");
    Answer shown = desk.reads(desk.link(desk.first(), idea.id(), 1));
    assertThat(shown.json().at("/standing/choice").asText()).isEqualTo("REQUEST_CHANGES");
    assertThat(shown.json().at("/standing/reason").asText()).isEqualTo("Qui achète le thym ?");
    assertThat(shown.texts("choices")).isEmpty();
  }

  @Test
  void whatWasErasedIsGoneHereToo() {
    Journey idea = Journey.published(desk.ideas, Samples.anIdea()).erased(false);
    Answer shown = desk.reads(desk.link(desk.first(), idea.id(), 1));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text("state")).isEqualTo("WITHDRAWN");
    assertThat(shown.json().path("author").isNull()).isTrue();
    assertThat(shown.json().path("sheet").isNull()).isTrue();
    assertThat(shown.texts("choices")).isEmpty();
  }
}
