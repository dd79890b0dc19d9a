package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.idea.Choice;
import twiza.idea.Idea;
import twiza.idea.Journey;
import twiza.idea.Publication;
import twiza.idea.Samples;
import twiza.idea.Source;
import twiza.idea.State;
import twiza.moderation.Desk.Answer;

/** A moderator presses a button of the page that the link opens. */
class DecidingFromALinkTest {

  private static final String REASON = "Le marché n'est pas décrit.";

  private final Desk desk = new Desk();

  private Journey pending() {
    return Journey.begins(desk.ideas, Samples.anIdea()).confirmed();
  }

  private String link(Journey idea) {
    return desk.link(desk.first(), idea.id(), 1);
  }

  private Idea stateOf(Journey idea) {
    return idea.dossier().idea();
  }

  private String publishedTitle(Journey idea) {
    Optional<Publication> publication = idea.dossier().publication();
    return publication.orElseThrow().sheet().title();
  }

  @Test
  void approvingPublishes() {
    Journey idea = pending();
    Answer answer = desk.says(link(idea), Map.of("choice", "APPROVE", "revision", 1));
    assertThat(answer.json().path("applied").asBoolean()).isTrue();
    assertThat(answer.text("state")).isEqualTo("PUBLISHED");
    assertThat(answer.json().at("/standing/choice").asText()).isEqualTo("APPROVE");
    assertThat(publishedTitle(idea)).isEqualTo(Samples.aSheet().title());
    assertThat(stateOf(idea).standing().orElseThrow().by()).isEqualTo(desk.first().id());
  }

  @Test
  void aDecisionIsCountedOnceWithTheTimeItTook() {
    Journey idea = pending();
    desk.says(link(idea), Map.of("choice", "APPROVE", "revision", 1));
    desk.says(link(idea), Map.of("choice", "APPROVE", "revision", 1));
    assertThat(desk.watched.lines()).containsExactly("decided after PT47H");
  }

  @Test
  void askingForChangesKeepsTheReasonForTheAuthor() {
    Journey idea = pending();
    Answer answer = desk.decides(link(idea), Choice.REQUEST_CHANGES, 1, REASON);
    assertThat(answer.text("state")).isEqualTo("CHANGES_REQUESTED");
    assertThat(answer.json().at("/standing/reason").asText()).isEqualTo(REASON);
    assertThat(idea.dossier().standingReason()).isEqualTo(REASON);
  }

  @ParameterizedTest
  @EnumSource(names = "APPROVE", mode = EnumSource.Mode.EXCLUDE)
  void everyOtherChoiceNeedsAReason(Choice choice) {
    Journey idea = pending();
    Answer answer = desk.decides(link(idea), choice, 1, " \n ");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault("reason")).isEqualTo("REQUIRED");
    assertThat(stateOf(idea).state()).isEqualTo(State.PENDING);
  }

  @Test
  void noChoiceDecidesNothing() {
    Journey idea = pending();
    Answer answer = desk.says(link(idea), Map.of("revision", 1, "reason", REASON));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault("choice")).isEqualTo("REQUIRED");
    assertThat(stateOf(idea).state()).isEqualTo(State.PENDING);
  }

  @Test
  void aSecondPressSaysWhatStands() {
    Journey idea = pending();
    desk.decides(link(idea), Choice.REJECT, 1, REASON);
    long version = stateOf(idea).version();
    Answer same = desk.decides(link(idea), Choice.REJECT, 1, REASON);
    Answer other = desk.decides(link(idea), Choice.APPROVE, 1, "");
    for (Answer answer : new Answer[] {same, other}) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("applied").asBoolean()).isFalse();
      assertThat(answer.text("state")).isEqualTo("REJECTED");
      assertThat(answer.json().at("/standing/choice").asText()).isEqualTo("REJECT");
      assertThat(answer.json().at("/standing/reason").asText()).isEqualTo(REASON);
    }
    assertThat(stateOf(idea).version()).isEqualTo(version);
  }

  @Test
  void anAnswerToARejectionIsDecidedBySomebodyElse() {
    Journey idea = pending();
    desk.decides(link(idea), Choice.REJECT, 1, REASON);
    idea.answered(Samples.titled("Séchoir commun"), "C'est plus clair ainsi.");
    String mine = desk.link(desk.first(), idea.id(), 2);
    assertThat(desk.reads(mine).texts("choices")).isEmpty();
    Answer refused = desk.decides(mine, Choice.APPROVE, 2, "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("SECOND_MODERATOR");
    String others = desk.link(desk.second(), idea.id(), 2);
    assertThat(desk.reads(others).texts("choices")).hasSize(3);
    assertThat(desk.decides(others, Choice.APPROVE, 2, "").text("state")).isEqualTo("PUBLISHED");
  }

  @Test
  void nothingIsPublishedWithoutItsAuthorsConsent() {
    Journey idea =
        Journey.begins(desk.ideas, Samples.anIdea().withoutConsent().enteredFrom(Source.IMPORT));
    assertThat(desk.reads(link(idea)).texts("flags")).contains("NO_CONSENT");
    Answer refused = desk.decides(link(idea), Choice.APPROVE, 1, "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("CONSENT_REQUIRED");
    idea.consentedOnThePhone("2026-05");
    assertThat(desk.decides(link(idea), Choice.APPROVE, 1, "").text("state"))
        .isEqualTo("PUBLISHED");
  }

  @Test
  void aTextThatHasChangedIsShownInsteadOfDecided() {
    Journey idea = pending();
    idea.corrected(Samples.titled("Séchoir solaire pour la menthe"));
    Answer answer = desk.decides(link(idea), Choice.APPROVE, 1, "");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("STALE_REVISION");
    assertThat(answer.json().at("/idea/revision").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/idea/sheet/title").asText())
        .isEqualTo("Séchoir solaire pour la menthe");
    assertThat(stateOf(idea).state()).isEqualTo(State.PENDING);

    Answer again = desk.decides(link(idea), Choice.APPROVE, 2, "");
    assertThat(again.json().path("applied").asBoolean()).isTrue();
  }

  @Test
  void aRevisionThatNeverWasIsAnotherOne() {
    Answer answer = desk.decides(link(pending()), Choice.APPROVE, 7, "");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("STALE_REVISION");
  }

  @Test
  void theSameLinkUnpublishesLater() {
    Journey idea = pending();
    desk.decides(link(idea), Choice.APPROVE, 1, "");
    assertThat(desk.reads(link(idea)).texts("choices")).containsExactly("UNPUBLISH");
    Answer answer = desk.decides(link(idea), Choice.UNPUBLISH, 1, REASON);
    assertThat(answer.json().path("applied").asBoolean()).isTrue();
    assertThat(answer.text("state")).isEqualTo("UNPUBLISHED");
    assertThat(idea.dossier().publication()).isEmpty();

    Answer again = desk.decides(link(idea), Choice.UNPUBLISH, 1, REASON);
    assertThat(again.json().path("applied").asBoolean()).isFalse();
  }

  @Test
  void aCorrectionReplacesThePublishedTextOnceApproved() {
    Journey idea =
        Journey.published(desk.ideas, Samples.anIdea()).corrected(Samples.titled("Corrigé"));
    assertThat(publishedTitle(idea)).isEqualTo(Samples.aSheet().title());
    Answer answer = desk.decides(link(idea), Choice.APPROVE, 2, "");
    assertThat(answer.text("state")).isEqualTo("PUBLISHED");
    assertThat(publishedTitle(idea)).isEqualTo("Corrigé");
  }

  @Test
  void aCorrectionThatIsRefusedLeavesThePublishedTextInPlace() {
    Journey idea =
        Journey.published(desk.ideas, Samples.anIdea()).corrected(Samples.titled("Corrigé"));
    Answer answer = desk.decides(link(idea), Choice.REJECT, 2, REASON);
    assertThat(answer.json().path("applied").asBoolean()).isTrue();
    assertThat(answer.text("state")).isEqualTo("PUBLISHED");
    assertThat(publishedTitle(idea)).isEqualTo(Samples.aSheet().title());
  }

  @Test
  void whatItsAuthorTookBackCannotBeDecided() {
    Journey idea = pending().withdrawn();
    Answer answer = desk.decides(link(idea), Choice.APPROVE, 1, "");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("IDEA_WITHDRAWN");
  }

  @Test
  void whatIsNotPublishedCannotBeUnpublished() {
    Answer answer = desk.decides(link(pending()), Choice.UNPUBLISH, 1, REASON);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("NOT_PUBLISHED");
  }
}
