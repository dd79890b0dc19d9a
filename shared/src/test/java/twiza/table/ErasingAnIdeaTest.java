package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.titled;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.idea.Call;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Publication;
import twiza.idea.ReportKind;
import twiza.idea.Revision;
import twiza.idea.Samples;
import twiza.idea.Sheet;
import twiza.idea.State;
import twiza.place.Language;
import twiza.settings.TestKeys;

class ErasingAnIdeaTest {

  private static final Contact.Email OTHER = new Contact.Email("zahra@example.net");
  private static final Contact.Phone PHONE = new Contact.Phone("+212612345678");

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableBank bank = new TableBank(table.client(), table.name(), fingerprints);

  @Test
  void leaves_nothing_personal_and_no_text_anywhere_in_the_table() {
    Journey journey =
        Journey.published(ideas, anIdea().named())
            .corrected(titled("Un autre titre"))
            .decided(Choice.REJECT, "Le motif du refus")
            .asksToBeReachedAt(OTHER)
            .isReachedAtThatAddress()
            .corrected(titled("Un troisième titre"));
    assertThat(everything()).contains("Amrani", OTHER.value(), "Le motif du refus");
    journey.erased(false);
    assertThat(everything()).doesNotContain(personal()).doesNotContain(texts());
    assertThat(ideas.of(OTHER)).isEmpty();
    assertThat(journey.dossier().author()).isEmpty();
    assertThat(bank.find(journey.id())).isEmpty();
  }

  @Test
  void leaves_no_word_that_anybody_wrote_about_it() {
    writtenAbout().erased(false);
    assertThat(everything())
        .doesNotContain("Rappellera", "Publicité", "Mon explication")
        .doesNotContain("Bravo", "مجفف", "ملخص");
  }

  @Test
  void and_leaving_the_text_keeps_the_note_and_the_translation_with_it() {
    Journey journey = writtenAbout().erased(true);
    assertThat(everything()).doesNotContain("Rappellera", "Publicité", "Mon explication");
    Publication left = bank.find(journey.id()).orElseThrow();
    assertThat(left.note().orElseThrow().text()).isEqualTo("Bravo");
    assertThat(left.titles()).hasSize(1);
    journey.reported(ReportKind.WRONG, "Encore une erreur");
    assertThat(journey.dossier().history().getLast().reason()).isEqualTo("Encore une erreur");
    journey.decided(Choice.UNPUBLISH, "Signalée");
    assertThat(everything()).doesNotContain("Bravo", "مجفف").doesNotContain(texts());
  }

  private Journey writtenAbout() {
    return Journey.begins(ideas, anIdea().by(Samples.moha()))
        .decided(Choice.REJECT, "Le motif du refus")
        .answered(titled("Un autre titre"), "Mon explication")
        .decidedBy("M05B", Choice.APPROVE, "")
        .noted("Bravo")
        .translated(Language.AR, "مجفف", "ملخص")
        .reported(ReportKind.SPAM, "Publicité")
        .called(Call.Result.NO_ANSWER, "Rappellera");
  }

  @Test
  void of_somebody_with_a_phone_leaves_no_number() {
    Journey journey = Journey.begins(ideas, anIdea().by(Samples.moha()));
    assertThat(everything()).contains(PHONE.value());
    journey.erased(false);
    assertThat(everything()).doesNotContain(PHONE.value(), "Moha");
    assertThat(ideas.of(PHONE)).isEmpty();
  }

  @Test
  void and_leaving_the_text_keeps_the_published_one_without_its_author() {
    Journey journey =
        Journey.published(ideas, anIdea().named())
            .corrected(titled("Un autre titre"))
            .decided(Choice.REJECT, "Le motif du refus")
            .erased(true);
    Publication left = bank.find(journey.id()).orElseThrow();
    assertThat(left.sheet()).isEqualTo(Samples.aSheet());
    assertThat(left.name()).isEmpty();
    assertThat(everything())
        .doesNotContain(personal())
        .doesNotContain("Un autre titre", "Le motif du refus");
    assertThat(journey.dossier().revisions()).extracting(Revision::number).containsExactly(1);
  }

  @Test
  void removes_more_texts_than_one_transaction_holds() {
    Journey journey = correctedOften();
    journey.erased(false);
    assertThat(everything()).doesNotContain(personal()).doesNotContain(texts());
  }

  @Test
  void can_be_done_again_when_it_was_broken_off() {
    Journey journey = correctedOften();
    TableIdeas dying = new TableIdeas(clientThatDiesAfter(2), table.name(), fingerprints);
    Ideas.Edit erasure = journey.edit(new Command.Erase(false), "", "");
    assertThatThrownBy(() -> dying.save(erasure)).isInstanceOf(Died.class);
    assertThat(journey.dossier().idea().state()).isEqualTo(State.PUBLISHED);
    assertThat(journey.dossier().publication()).isPresent();
    journey.erased(false);
    assertThat(everything()).doesNotContain(personal()).doesNotContain(texts());
  }

  private Journey correctedOften() {
    Journey journey = Journey.published(ideas, anIdea().named());
    for (int i = 0; i < 40; i++) {
      journey
          .corrected(titled("Un titre, fois " + i))
          .decided(Choice.REJECT, "Le motif du refus " + i);
    }
    return journey;
  }

  private static String[] personal() {
    return new String[] {
      "Amrani", "amrani", OTHER.value(), "the hash of a secret", "FEMALE", "AGE_36_59"
    };
  }

  private static String[] texts() {
    Sheet sheet = Samples.aSheet();
    Sheet.Details d = sheet.details();
    return Stream.of(
            List.of(sheet.title(), sheet.summary(), sheet.need(), sheet.solution()),
            List.of(sheet.commune(), d.beneficiaries(), d.socialImpact(), d.economicImpact()),
            List.of(d.novelty(), d.inputs(), d.market(), d.season()),
            List.of("Un autre titre", "Un troisième titre", "Un titre, fois", "Le motif du refus"))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  private String everything() {
    return table.everything().toString();
  }

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private DynamoDbClient clientThatDiesAfter(int writes) {
    AtomicInteger left = new AtomicInteger(writes);
    return table.client(
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
            if (left.getAndDecrement() == 0) {
              throw new Died();
            }
          }
        });
  }
}
