package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.submission.AuthorsSide.NOON;

import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.Journey;
import twiza.idea.ReportKind;
import twiza.idea.Samples;
import twiza.submission.AuthorsSide.Answer;
import twiza.table.TableLimits;

/** Anybody may say that something is wrong with an idea in the bank. */
class ReportingAnIdeaTest {

  private final AuthorsSide site = new AuthorsSide();

  private Answer report(String id, Map<String, Object> report) {
    return site.say(Requests.post("/api/ideas/{id}/reports").path("id", id).json(report));
  }

  private Journey published() {
    return Journey.published(site.ideas, Samples.anIdea());
  }

  @Test
  void isKeptWithItsWordsForTheModerators() {
    Journey idea = published();
    Answer answer = report(idea.id(), Map.of("kind", "COPIED", "text", "C'est le projet d'Azilal"));
    assertThat(answer.status()).isEqualTo(202);
    Happening last = idea.dossier().history().getLast();
    assertThat(last.event()).isEqualTo(new IdeaEvent.Reported(ReportKind.COPIED));
    assertThat(last.reason()).isEqualTo("C'est le projet d'Azilal");
    assertThat(last.by()).isEmpty();
  }

  @Test
  void isPossibleOnlyOfWhatIsPublished() {
    String waiting = Journey.begins(site.ideas, Samples.anIdea()).confirmed().id();
    assertThat(report(waiting, Map.of("kind", "SPAM")).status()).isEqualTo(404);
    assertThat(report(published().withdrawn().id(), Map.of("kind", "SPAM")).status())
        .isEqualTo(404);
    assertThat(report("01JTWZNOBODYS0000000000000", Map.of("kind", "SPAM")).status())
        .isEqualTo(404);
  }

  @Test
  void hasToSayOfWhatKindItIs() {
    String id = published().id();
    assertThat(report(id, Map.of("text", "Hum")).fault("kind")).isEqualTo("REQUIRED");
    assertThat(report(id, Map.of("kind", "BORING")).fault("kind")).isEqualTo("UNKNOWN_CODE");
    assertThat(report(id, Map.of("kind", "OTHER", "text", "a".repeat(2001))).fault("text"))
        .isEqualTo("TOO_LONG");
  }

  @Test
  void isThankedForAlsoWhenThereAreEnough() {
    Journey idea = published();
    for (int i = 0; i < Idea.MOST_REPORTS + 2; i++) {
      assertThat(report(idea.id(), Map.of("kind", "SPAM")).status()).isEqualTo(202);
    }
    assertThat(idea.dossier().idea().reports().orElseThrow().count()).isEqualTo(Idea.MOST_REPORTS);
  }

  @Test
  void isRefusedToWhoeverReportsEverything() {
    Journey idea = published();
    TableLimits limits = new TableLimits(site.table.client(), site.table.name());
    String source = site.fingerprints.of("source", "203.0.113.7");
    for (int i = 0; i < site.settings.limits().sourcePerHour(); i++) {
      limits.count("report", source, NOON);
    }
    assertThat(report(idea.id(), Map.of("kind", "SPAM")).status()).isEqualTo(429);
    assertThat(idea.dossier().idea().reports()).isEmpty();
  }
}
