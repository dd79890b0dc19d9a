package twiza.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twiza.http.Requests;
import twiza.idea.Ideas;
import twiza.idea.Samples;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.round.Schedule;
import twiza.round.Via;
import twiza.rounds.Console.Answer;
import twiza.text.Formats;

/** A round across either change of Morocco's clock, as the JDK's rules have them. */
class DuringRamadanTest {

  private final Console console = new Console();

  /** The first Ramadan after the stories begin. */
  private static final ZoneOffsetTransition BEGINS =
      Formats.ZONE.getRules().nextTransition(Instant.parse("2027-01-01T00:00:00Z"));

  private static final ZoneOffsetTransition ENDS =
      Formats.ZONE.getRules().nextTransition(BEGINS.getInstant());

  static Stream<ZoneOffsetTransition> changes() {
    return Stream.of(BEGINS, ENDS);
  }

  @Test
  void theClockGoesBackWhenItBeginsAndForwardWhenItEnds() {
    assertThat(BEGINS.getDuration()).isEqualTo(Duration.ofHours(-1));
    assertThat(ENDS.getDuration()).isEqualTo(Duration.ofHours(1));
  }

  private Answer drafts(LocalDateTime opens, LocalDateTime closes) {
    return console.says(
        Requests.post("/api/desk/rounds")
            .json(Map.of("opensAt", opens.toString(), "submissionsCloseAt", closes.toString())));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatIsTypedOnTheWallClockIsShownOnTheWallClock(ZoneOffsetTransition change) {
    LocalDateTime opens = change.getDateTimeBefore().minusDays(3).withHour(10).withMinute(0);
    LocalDateTime closes = change.getDateTimeBefore().plusDays(3).withHour(10).withMinute(0);
    Answer drafted = drafts(opens, closes);
    assertThat(drafted.text("opensAt"))
        .isEqualTo(opens.toInstant(change.getOffsetBefore()).toString());
    assertThat(drafted.text("submissionsCloseAt"))
        .isEqualTo(closes.toInstant(change.getOffsetAfter()).toString());
    assertThat(drafted.json().at("/local/opensAt").asText()).isEqualTo(opens.toString());
    assertThat(drafted.json().at("/local/submissionsCloseAt").asText())
        .isEqualTo(closes.toString());
  }

  /** Usual times are so long after; a change of the clock moves what the clock shows then. */
  @Test
  void theUsualScreeningIsThreeTimesTwentyFourHours() {
    LocalDateTime closes = BEGINS.getDateTimeBefore().minusDays(1).withHour(10).withMinute(0);
    Answer drafted = drafts(closes.minusDays(5), closes);
    Instant closed = Instant.parse(drafted.text("submissionsCloseAt"));
    assertThat(drafted.text("judgingOpensAt"))
        .isEqualTo(closed.plus(Schedule.SCREENING).toString());
    assertThat(drafted.json().at("/local/judgingOpensAt").asText())
        .isEqualTo(closes.plusDays(3).minusHours(1).toString());
  }

  @Test
  void anHourThatDoesNotExistOrExistsTwiceIsRefused() {
    LocalDateTime twice = BEGINS.getDateTimeAfter().plusMinutes(30);
    assertThat(drafts(twice.minusDays(5), twice).fault("submissionsCloseAt"))
        .isEqualTo("TIME_TWICE");
    LocalDateTime skipped = ENDS.getDateTimeBefore().plusMinutes(30);
    assertThat(drafts(skipped.minusDays(5), skipped).fault("submissionsCloseAt"))
        .isEqualTo("NO_SUCH_TIME");
  }

  /** Ends at the very instant at which the clock changes, or within the hour around it. */
  static Stream<Instant> deadlines() {
    return changes()
        .map(ZoneOffsetTransition::getInstant)
        .flatMap(
            at -> Stream.of(at.minus(Duration.ofMinutes(30)), at, at.plus(Duration.ofMinutes(30))));
  }

  @ParameterizedTest
  @MethodSource("deadlines")
  void anIdeaIsTakenToTheMillisecondAndTheRoundClosesThen(Instant closes) {
    Edition edition =
        Edition.announced(
            console.rounds, aRound().between(closes.minus(Duration.ofDays(9)), closes));
    assertThat(sent(edition, closes)).isEqualTo(new Ideas.Submission.Kept());
    assertThat(sent(edition, closes.plusMillis(1)))
        .isEqualTo(new Ideas.Submission.NotEntered(Ideas.Entering.CLOSED));
    assertThat(edition.moved(closes).round().phase()).isEqualTo(Phase.OPEN);
    assertThat(edition.moved(closes.plusMillis(1)).round().phase()).isEqualTo(Phase.SCREENING);
  }

  private Ideas.Submission sent(Edition edition, Instant at) {
    Samples.Sample sample = anIdea().sentAt(at);
    return console.ideas.submit(sample.submissionFor(edition.round(), Via.AUTHOR, ""));
  }

  /** Forty-eight hours are forty-eight, whatever the clock shows. */
  @ParameterizedTest
  @MethodSource("changes")
  void remindersComeSoManyHoursBeforeTheJury(ZoneOffsetTransition change) {
    Instant jury = change.getInstant().plus(Duration.ofDays(1));
    Instant closes = jury.minus(Schedule.SCREENING);
    Edition edition =
        Edition.announced(
            console.rounds, aRound().between(closes.minus(Duration.ofDays(9)), closes));
    Round closed = edition.moved(closes.plusMillis(1)).round();
    for (Duration before : List.of(Duration.ofDays(2), Duration.ofHours(6))) {
      Instant due = jury.minus(before);
      assertThat(closed.dueAt()).contains(due);
      assertThat(reminds(closed, due.minusMillis(1))).isInstanceOf(RoundOutcome.Unchanged.class);
      closed = ((RoundOutcome.Accepted) reminds(closed, due)).round();
    }
    assertThat(closed.dueAt()).contains(jury);
  }

  private static RoundOutcome reminds(Round round, Instant at) {
    return RoundLife.decide(round, new RoundCommand.DoWhatIsDue(), at);
  }
}
