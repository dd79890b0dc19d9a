package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.delegation.Statement;
import twiza.http.Requests;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.idea.Retention;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.text.Messages;

/** Whoever decides is offered reasons in the author's language. */
class ReasonsToBeginWithTest {

  private final Desk desk = new Desk();
  private final Journey journey = Journey.begins(desk.ideas, Samples.anIdea()).confirmed();
  private final Language author = journey.dossier().author().orElseThrow().language();

  private void says(Language language, String reason) {
    Statement statement =
        new Statement(
            Map.of(),
            Map.of(),
            Map.of(language, Map.of(Choice.REJECT, List.of(reason))),
            Retention.UNDECIDED);
    desk.delegations.save(
        desk.delegations.of("05").states(statement, "ORGANISER", Desk.WEDNESDAY).orElseThrow());
  }

  private JsonNode byLink() {
    return desk.reads(desk.link(desk.first(), journey.id(), 1)).json().path("reasons");
  }

  private JsonNode atTheDesk() {
    Requests request = Requests.get("/api/desk/ideas/{id}").path("id", journey.id());
    return desk.says(desk.first(), request).json().path("reasons");
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  @Test
  void areThoseOfTheHouseAsLongAsTheRegionHasNone() {
    assertThat(texts(byLink().path("REJECT")))
        .containsExactlyElementsOf(Messages.in(author).startingWith("reason.REJECT.").values());
    assertThat(texts(byLink().path("UNPUBLISH"))).isNotEmpty();
    assertThat(byLink().has("APPROVE")).isFalse();
  }

  @Test
  void areTheRegionsOwnInTheLanguageOfTheAuthor() {
    says(author, "Une raison à nous.");
    assertThat(texts(byLink().path("REJECT"))).containsExactly("Une raison à nous.");
    assertThat(texts(atTheDesk().path("REJECT"))).containsExactly("Une raison à nous.");
    assertThat(texts(byLink().path("REQUEST_CHANGES"))).hasSizeGreaterThan(1);
  }

  @Test
  void areNotThoseOfAnotherLanguage() {
    says(author == Language.EN ? Language.FR : Language.EN, "Not for them.");
    assertThat(texts(byLink().path("REJECT"))).doesNotContain("Not for them.").isNotEmpty();
  }

  @Test
  void areNotOfferedWhereNothingIsToBeDecided() {
    journey.decided(Choice.REJECT, "Non.");
    assertThat(byLink()).isEmpty();
  }
}
