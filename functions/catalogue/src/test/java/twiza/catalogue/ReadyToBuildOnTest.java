package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.delegation.Delegation;
import twiza.delegation.Guide.Content;
import twiza.delegation.Guide.Least;
import twiza.delegation.Guide.Place;
import twiza.delegation.Guide.Quantity;
import twiza.http.Requests;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.table.Meter;
import twiza.text.Messages;

/** The sheet of an idea says what a cooperative needs to start. */
class ReadyToBuildOnTest {

  private final Reader reader = new Reader();

  private void says(Content content) {
    Delegation.Change change = new Delegation.Change(Samples.MODERATOR, Samples.MONDAY);
    reader.guides.save(reader.guides.of("05").states(content, change).orElseThrow());
  }

  private String page(String language) {
    return reader.page(language, reader.publishes(Samples.anIdea()).id()).body();
  }

  @Test
  void theHouseSaysWhatTheLawAsksAndWhatOfItIsToBeConfirmed() {
    JsonNode start = reader.idea(reader.publishes(Samples.anIdea()).id()).json().path("start");
    assertThat(start.at("/members/least").asInt()).isEqualTo(5);
    assertThat(start.at("/members/confirmed").asBoolean()).isFalse();
    assertThat(start.at("/steps/fr")).hasSize(2);
    assertThat(start.path("training")).isEmpty();
    String page = page("fr");
    assertThat(page)
        .contains("1\u202f000 DH au moins")
        .contains("(" + Messages.in(Language.FR).text("site.toBeConfirmed") + ")")
        .contains(start.at("/steps/fr/0").asText())
        .doesNotContain(Messages.in(Language.FR).text("start.financing"));
    assertThat(page("ar")).contains(start.at("/steps/ar/0").asText());
  }

  @Test
  void aRegionSaysItInItsOwnWordsInTheLanguageThatAReaderUnderstandsBest() {
    says(
        new Content(
            Map.of(Quantity.MEMBERS, new Least(7, true)),
            Map.of(Language.FR, List.of("Passer à la délégation.")),
            List.of(new Place("https://example.org/fonds", Map.of(Language.AR, "صندوق"))),
            List.of()));
    assertThat(page("ar"))
        .contains("<ol class=\"path-steps\" lang=\"fr\" dir=\"ltr\">")
        .contains("Passer à la délégation.")
        .doesNotContain("(" + Messages.in(Language.AR).text("site.toBeConfirmed") + ")");
    assertThat(page("fr"))
        .contains("<a href=\"https://example.org/fonds\" rel=\"noopener noreferrer\">")
        .contains("<bdi lang=\"ar\">صندوق</bdi>");
  }

  @Test
  void whereNothingIsSaidNothingIsShown() {
    says(Content.NOTHING);
    assertThat(page("fr")).doesNotContain(Messages.in(Language.FR).text("start.title"));
  }

  @Test
  void itIsReadOnceAMinuteForAllReaders() {
    String id = reader.publishes(Samples.anIdea()).id();
    Requests request = Requests.get("/api/ideas/{id}").path("id", id);
    Meter.Cost first = reader.meter.of(() -> reader.say(request.at(Samples.MONDAY)));
    assertThat(first.requests()).isEqualTo(2);
    Meter.Cost next = reader.meter.of(() -> reader.say(request.at(Samples.MONDAY.plusSeconds(59))));
    assertThat(next.requests()).isEqualTo(1);
    Meter.Cost later =
        reader.meter.of(() -> reader.say(request.at(Samples.MONDAY.plusSeconds(60))));
    assertThat(later.requests()).isEqualTo(2);
  }
}
