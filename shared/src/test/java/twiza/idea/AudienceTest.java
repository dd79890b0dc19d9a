package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Audience.AUTHOR;
import static twiza.idea.Audience.MODERATORS;
import static twiza.idea.Audience.NEW_ADDRESS;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twiza.place.Language;

class AudienceTest {

  private final Idea byMail = anIdea().accepted().idea();
  private final Idea byPhone = anIdea().by(moha()).accepted().idea();

  static Stream<IdeaEvent> newsForTheAuthor() {
    return Stream.of(
        anIdea().accepted().events().getFirst(),
        new IdeaEvent.ConfirmationReminded(),
        new IdeaEvent.Expired(),
        new IdeaEvent.Approved(1),
        new IdeaEvent.ChangesRequested(1),
        new IdeaEvent.ChangesReminded(1),
        new IdeaEvent.Rejected(1),
        new IdeaEvent.Unpublished(1),
        new IdeaEvent.Withdrawn());
  }

  @ParameterizedTest
  @MethodSource("newsForTheAuthor")
  void is_the_author_who_has_an_address(IdeaEvent event) {
    assertThat(Audience.of(event, byMail)).containsExactly(AUTHOR);
    assertThat(Audience.of(event, byPhone)).isEmpty();
  }

  @Test
  void is_nobody_when_a_whole_file_comes_in() {
    Outcome.Accepted imported = anIdea().enteredFrom(Source.IMPORT).accepted();
    assertThat(Audience.of(imported.events().getFirst(), imported.idea())).isEmpty();
  }

  @Test
  void is_author_and_moderators_when_an_idea_begins_to_wait() {
    assertThat(Audience.of(new IdeaEvent.Confirmed(), byMail))
        .containsExactlyInAnyOrder(AUTHOR, MODERATORS);
  }

  @Test
  void is_the_moderators_when_a_correction_waits_and_nobody_when_it_does_not() {
    assertThat(Audience.of(new IdeaEvent.Corrected(2, true), byMail)).containsExactly(MODERATORS);
    assertThat(Audience.of(new IdeaEvent.Corrected(2, false), byMail)).isEmpty();
  }

  @Test
  void is_nobody_when_what_is_corrected_is_of_nobody_knows_whom() {
    Idea entered = anIdea().enteredFrom(Source.PAPER).accepted().idea();
    IdeaEvent corrected = new IdeaEvent.Corrected(2, true);
    assertThat(Audience.of(corrected, byPhone)).isEmpty();
    assertThat(Audience.of(corrected, entered)).isEmpty();
    assertThat(
            Audience.of(
                corrected, IdeaLife.after(entered, new IdeaEvent.Confirmed(), "", Samples.MONDAY)))
        .containsExactly(MODERATORS);
  }

  @Test
  void is_the_old_address_and_the_new_one_when_it_is_to_change() {
    assertThat(Audience.of(new IdeaEvent.ContactChangeAsked(), byMail))
        .containsExactlyInAnyOrder(AUTHOR, NEW_ADDRESS);
    assertThat(Audience.of(new IdeaEvent.ContactChangeAsked(), byPhone))
        .containsExactly(NEW_ADDRESS);
  }

  @Test
  void is_the_moderators_when_an_idea_is_reported_first_and_nobody_when_it_is_again() {
    IdeaEvent reported = new IdeaEvent.Reported(ReportKind.COPIED);
    Idea once = IdeaLife.after(byMail, reported, "", Samples.MONDAY);
    assertThat(Audience.of(reported, once)).containsExactly(MODERATORS);
    Idea twice = IdeaLife.after(once, reported, "", Samples.MONDAY);
    assertThat(Audience.of(reported, twice)).isEmpty();
  }

  @Test
  void is_the_moderators_then_the_organisers_of_what_waits_too_long() {
    assertThat(Audience.of(new IdeaEvent.ModeratorsReminded(), byPhone))
        .containsExactly(MODERATORS);
    assertThat(Audience.of(new IdeaEvent.Escalated(), byPhone))
        .containsExactly(Audience.ORGANISERS);
  }

  @Test
  void is_nobody_when_staff_have_only_recorded_what_they_did() {
    assertThat(
            Stream.of(
                new IdeaEvent.MailBounced(1),
                new IdeaEvent.CallRecorded(Call.Result.REACHED, true),
                new IdeaEvent.ConsentRecorded("2026-05", Consented.PHONE),
                new IdeaEvent.Noted(false),
                new IdeaEvent.Translated(Language.AR, 1, false),
                new IdeaEvent.ReportsDismissed()))
        .allSatisfy(event -> assertThat(Audience.of(event, byMail)).isEmpty());
  }

  @Test
  void is_nobody_when_somebody_is_erased() {
    assertThat(Audience.of(new IdeaEvent.Erased(true), byMail)).isEmpty();
  }
}
