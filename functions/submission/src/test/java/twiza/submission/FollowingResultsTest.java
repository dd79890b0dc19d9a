package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.jury.RankingSamples.ranked;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.ORGANISER;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;
import static twiza.submission.AuthorsSide.idea;
import static twiza.submission.AuthorsSide.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twiza.http.Requests;
import twiza.idea.Award;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.State;
import twiza.jury.Announcement;
import twiza.jury.BallotPaper;
import twiza.jury.Juries;
import twiza.jury.JurySamples;
import twiza.jury.Papers;
import twiza.jury.Ranking;
import twiza.jury.RankingSamples;
import twiza.jury.Rankings;
import twiza.jury.Results;
import twiza.jury.Review;
import twiza.jury.Verdict;
import twiza.place.Language;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.submission.AuthorsSide.Answer;
import twiza.table.TableJuries;
import twiza.table.TablePapers;
import twiza.table.TableRankings;
import twiza.table.TableResults;

/**
 * An author reads what the jury found of their idea, once it is public, and says whether by name.
 */
class FollowingResultsTest {

  private static final Instant PUBLISHED = RESULTS.plus(Duration.ofHours(2));

  private final AuthorsSide site = new AuthorsSide();
  private final Juries juries = new TableJuries(site.table.client(), site.table.name());
  private final Papers papers = new TablePapers(site.table.client(), site.table.name());
  private final Rankings rankings = new TableRankings(site.table.client(), site.table.name());
  private final Results results = new TableResults(site.table.client(), site.table.name());
  private final Edition edition = Edition.announced(site.rounds, aRound());
  private Answer mine;

  @BeforeEach
  void theJuryIsDone() {
    Map<String, Object> body = new HashMap<>(idea("fatima@example.org"));
    body.put("round", edition.id());
    mine = site.say(Requests.post("/api/ideas").at(OPENS.plusSeconds(60)).json(body));
    site.happens(mine, new Command.Confirm(), OPENS.plusSeconds(120));
    site.happens(
        mine, new Command.Decide(Choice.APPROVE, 1, "M1", ""), OPENS.plus(Duration.ofHours(1)));
    site.happens(
        mine, new Command.OpenJudging(edition.id(), State.PUBLISHED, OptionalInt.of(1)), JURY);
    String id = mine.text("id");
    for (var command :
        List.of(
            JurySamples.enlist("amina"),
            JurySamples.accept("amina"),
            JurySamples.assign("amina: " + id))) {
      var before = juries.of(edition.id(), "05");
      var after = JurySamples.decided(before, command, Phase.JUDGING, JURY);
      assertThat(juries.save(before, after, "", JURY)).isTrue();
    }
    BallotPaper blank = BallotPaper.blank("amina", id, JURY);
    BallotPaper paper =
        blank.rewritten(
            new TreeMap<>(Map.of("INNOVATION", 4, "IMPACT", 5)),
            "Chiffrez le transport.",
            "Entre nous.",
            true,
            JURY.plusSeconds(60));
    assertThat(papers.keep(edition.round(), blank, paper)).isEqualTo(Papers.Kept.KEPT);
    edition.closed(RESULTS.plusSeconds(60));
    rankings.freeze(
        edition.round(),
        new Rankings.Computed(
            ranking(),
            List.of(new Review("J1", id, Map.of("INNOVATION", 4, "IMPACT", 5))),
            Map.of("J1", "amina")),
        RESULTS);
  }

  private Ranking ranking() {
    return RankingSamples.ranking(1, ranked(mine.text("id"), 0.9));
  }

  private void published() {
    Map<Language, String> said = Map.of(Language.FR, "Bravo.", Language.AR, "هنيئا.");
    Verdict verdict = new Verdict(edition.id(), 1, said, List.of(mine.text("id")), List.of(), "");
    Round before = edition.round();
    results.save(before, results.verdict(edition.id()), verdict, ORGANISER, PUBLISHED);
    var outcome = RoundLife.decide(before, new RoundCommand.Publish(), PUBLISHED);
    Announcement announcement = Announcement.of(verdict, ranking(), false, PUBLISHED);
    assertThat(
            results.publish(
                before, (RoundOutcome.Accepted) outcome, verdict, announcement, ORGANISER))
        .isTrue();
  }

  private void awarded() {
    Map<Language, String> title = Map.of(Language.FR, "Ideathon");
    site.happens(mine, new Command.TakeAward(edition.id(), Award.Place.WINNER, title), PUBLISHED);
  }

  private JsonNode followed() {
    Answer answer =
        site.say(Requests.get("/api/my/idea").at(PUBLISHED.plusSeconds(60)).bearer(token(mine)));
    return answer.json().at("/rounds/0/results");
  }

  private Answer names(Object named) {
    Map<String, Object> body = named == null ? Map.of() : Map.of("named", named);
    return site.say(
        Requests.put("/api/my/results/{id}")
            .path("id", edition.id())
            .at(PUBLISHED.plusSeconds(60))
            .bearer(token(mine))
            .json(body));
  }

  @Test
  void nothing_is_told_before_it_is_public() {
    assertThat(followed().isNull()).isTrue();
    assertThat(names(true).code()).isEqualTo("NOT_A_WINNER");
  }

  @Test
  void marks_by_criterion_and_what_is_meant_for_the_author() {
    published();
    JsonNode own = followed();
    assertThat(own.path("place").asText()).isEqualTo("WINNER");
    assertThat(own.path("byCriterion").findValuesAsText("code"))
        .containsExactly("INNOVATION", "IMPACT");
    assertThat(own.at("/byCriterion/0/title/fr").asText()).isEqualTo("Innovation");
    assertThat(own.path("comments").toString()).isEqualTo("[\"Chiffrez le transport.\"]");
    assertThat(own.path("score").asDouble()).isEqualTo(3.76);
    assertThat(own.toString()).doesNotContain("Entre nous", "amina", "rank");
    papers.withhold(
        edition.round(),
        papers.find(edition.id(), "amina", mine.text("id")).orElseThrow(),
        Optional.of("Blessant."),
        ORGANISER,
        PUBLISHED);
    assertThat(followed().path("comments")).isEmpty();
  }

  @Test
  void a_winner_says_whether_by_name_and_may_think_again() {
    published();
    awarded();
    assertThat(followed().path("naming").isNull()).isTrue();
    assertThat(names(true).status()).isEqualTo(200);
    assertThat(followed().path("naming").asBoolean()).isTrue();
    assertThat(site.dossier(mine).publication().orElseThrow().badges().getFirst().name())
        .isPresent();
    names(false);
    assertThat(followed().path("naming").asBoolean(true)).isFalse();
    assertThat(site.dossier(mine).publication().orElseThrow().badges().getFirst().name()).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_refused() {
    published();
    awarded();
    assertThat(names(null).fault("named")).isEqualTo("REQUIRED");
    assertThat(names("yes").fault("named")).isEqualTo("WRONG_TYPE");
    Requests nobody =
        Requests.put("/api/my/results/{id}").path("id", edition.id()).json(Map.of("named", true));
    assertThat(site.say(nobody).status()).isEqualTo(401);
  }
}
