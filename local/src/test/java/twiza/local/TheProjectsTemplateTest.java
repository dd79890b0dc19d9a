package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TheProjectsTemplateTest {
  private final Template template =
      new Template(
          TemplateFile.read(Path.of("../template.yaml")),
          Map.of("SmtpPort", "3025", "SiteUrl", "http://localhost:8080"));
  private final Names names = new LocalNames(template, "http://queues", Path.of("buckets"));
  private final Map<String, FunctionDefinition> functions =
      new FunctionDefinitions(template, names)
          .read().stream().collect(Collectors.toMap(FunctionDefinition::id, Function.identity()));

  @Test
  void namesEveryFunctionWithItsHandler() {
    assertThat(functions.values())
        .extracting(FunctionDefinition::handler)
        .containsExactlyInAnyOrder(
            "twiza.submission.SubmissionFunction",
            "twiza.moderation.ModerationFunction",
            "twiza.moderation.DigestFunction",
            "twiza.notification.BounceFunction",
            "twiza.desk.StaffFunction",
            "twiza.interests.InterestsFunction",
            "twiza.rounds.RoundsFunction",
            "twiza.rounds.SweepFunction",
            "twiza.scoring.ScoringFunction",
            "twiza.scoring.JuryWorkFunction",
            "twiza.catalogue.CatalogueFunction",
            "twiza.search.SearchFunction",
            "twiza.search.IndexFunction",
            "twiza.notification.DispatchFunction",
            "twiza.notification.LettersFunction",
            "twiza.notification.MailFunction");
  }

  @Test
  void givesEachFunctionTheNamesOfWhatItUses() {
    assertThat(functions.get("MailFunction").environment())
        .containsEntry("TWIZA_TABLE", "twiza-Table")
        .containsEntry("TWIZA_SETTINGS", "/twiza/settings")
        .containsEntry("TWIZA_MAIL_QUEUE", "http://queues/000000000000/twiza-MailQueue")
        .containsKeys("TWIZA_LINK_KEY", "TWIZA_INDEX_KEY");
    assertThat(functions.get("CatalogueFunction").environment())
        .doesNotContainKey("TWIZA_MAIL_QUEUE");
    assertThat(functions.get("SearchFunction").environment().get("TWIZA_SEARCH_INDEX"))
        .startsWith("file:///")
        .endsWith("/buckets/SearchIndex");
  }

  @Test
  void writesTheSettingsAsJson() {
    Resource parameter = template.resources("AWS::SSM::Parameter").getFirst();
    JsonNode settings = Json.read(Tree.text(template.properties(parameter, names).get("Value")));

    assertThat(settings.at("/siteUrl").asText()).isEqualTo("http://localhost:8080");
    assertThat(settings.at("/adminEmail").asText()).isEqualTo("moderator@example.org");
    assertThat(settings.at("/mail/port").asInt()).isEqualTo(3025);
    assertThat(settings.at("/mail/startTls").isBoolean()).isTrue();
    assertThat(settings.at("/mail/credentials").asText()).isEmpty();
    assertThat(settings.at("/limits/sourcePerHour").asInt()).isEqualTo(300);
  }

  @Test
  void sendsOnlyNewEventsToTheDispatcher() {
    EventPattern filter =
        functions.get("DispatchFunction").streams().getFirst().filters().getFirst();

    assertThat(filter.matches(change("INSERT", "EVENT#00000003#0"))).isTrue();
    assertThat(filter.matches(change("INSERT", "IDEA"))).isFalse();
    assertThat(filter.matches(change("REMOVE", "EVENT#00000003#0"))).isFalse();
  }

  @Test
  void sweepsEveryMinuteAndDigestsEveryHour() {
    Instant evening = Instant.parse("2027-01-15T20:00:30Z");

    assertThat(next("SweepFunction", evening)).isEqualTo("2027-01-15T20:01:30Z");
    assertThat(next("DigestFunction", evening)).isEqualTo("2027-01-15T21:00:00Z");
  }

  @Test
  void routesThePagesOfTheBankWithHeadAsWell() {
    List<String> keys =
        functions.get("CatalogueFunction").routes().stream().map(Route::key).toList();
    assertThat(keys)
        .contains("GET /{language}/ideas", "HEAD /{language}/ideas", "HEAD /{language}/ideas/{id}");
  }

  private Instant next(String function, Instant after) {
    return functions.get(function).schedules().getFirst().expression().next(after);
  }

  private static JsonNode change(String name, String sort) {
    return Json.read(
        """
        {"eventName": "%s", "dynamodb": {"Keys": {"PK": {"S": "IDEA#1"}, "SK": {"S": "%s"}}}}\
        """
            .formatted(name, sort));
  }
}
