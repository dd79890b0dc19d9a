package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MODERATOR;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.titled;

import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.idea.Author;
import twiza.idea.Bank;
import twiza.idea.Card;
import twiza.idea.Consented;
import twiza.idea.Happening;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Note;
import twiza.idea.Publication;
import twiza.idea.Publication.Title;
import twiza.idea.Samples;
import twiza.idea.Source;
import twiza.place.Language;
import twiza.settings.TestKeys;

class WhatStaffWriteTest {

  private static final Bank.Shelf REGION = new Bank.Shelf("05", "");

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableBank bank = new TableBank(table.client(), table.name(), fingerprints);

  private Publication sheet(Journey journey) {
    return bank.find(journey.id()).orElseThrow();
  }

  private Card card() {
    return ((Listing.Page<Card>) bank.list(REGION, "", 1)).items().getFirst();
  }

  @Test
  void as_a_note_stands_on_the_public_sheet_until_it_is_taken_back() {
    Journey journey = Journey.published(ideas, anIdea()).noted("Lauréate").noted("Financée");
    assertThat(sheet(journey).note()).map(Note::text).contains("Financée");
    assertThat(table.everything().toString()).doesNotContain("Lauréate");
    journey.noteTakenBack();
    assertThat(sheet(journey).note()).isEmpty();
    assertThat(table.everything().toString()).doesNotContain("Financée");
  }

  @Test
  void as_a_translation_stands_on_the_sheet_and_on_every_card() {
    Journey journey =
        Journey.published(ideas, anIdea().inBrief()).translated(Language.AR, "مجفف", "ملخص");
    Title title = new Title(Language.AR, "مجفف", "ملخص", false);
    assertThat(sheet(journey).titles()).containsExactly(title);
    assertThat(card().titles()).containsExactly(title);
  }

  @Test
  void as_a_translation_is_gone_once_it_is_taken_back() {
    Journey journey = Journey.published(ideas, anIdea()).translated(Language.AR, "مجفف", "ملخص");
    journey.translationTakenBack(Language.AR);
    assertThat(journey.dossier().translations()).isEmpty();
    assertThat(journey.dossier().publication().orElseThrow().titles()).isEmpty();
  }

  @Test
  void stays_when_a_correction_is_published_and_the_translation_is_marked_as_older() {
    Journey journey =
        Journey.published(ideas, anIdea())
            .noted("Lauréate")
            .translated(Language.AR, "مجفف", "ملخص")
            .corrected(titled("Séchoir commun"));
    assertThat(sheet(journey).titles()).extracting(Title::older).containsExactly(false);
    journey.approved();
    assertThat(sheet(journey).note()).map(Note::text).contains("Lauréate");
    assertThat(card().titles()).extracting(Title::older).containsExactly(true);
    journey.translated(Language.AR, "مجفف مشترك", "ملخص");
    assertThat(sheet(journey).titles())
        .containsExactly(new Title(Language.AR, "مجفف مشترك", "ملخص", false));
  }

  @Test
  void is_in_no_event_but_the_event_names_who_wrote_it() {
    Journey journey = Journey.published(ideas, anIdea()).noted("Lauréate");
    Happening last = journey.dossier().history().getLast();
    assertThat(last.event().code()).isEqualTo("NOTED");
    assertThat(last.by()).isEqualTo(MODERATOR);
    assertThat(last.reason()).isEmpty();
  }

  @Test
  void on_behalf_of_an_author_is_the_authors_and_the_event_names_who_typed_it() {
    Journey journey = Journey.begins(ideas, anIdea().enteredFrom(Source.PAPER));
    Happening first = journey.dossier().history().getFirst();
    assertThat(first.by()).isEqualTo(MODERATOR);
    assertThat(journey.dossier().author()).contains(Samples.fatima());
  }

  @Test
  void of_a_consent_on_the_phone_stands_with_the_author() {
    Journey journey =
        Journey.begins(ideas, anIdea().withoutConsent().enteredFrom(Source.IMPORT))
            .consentedOnThePhone("2026-06");
    Author.Consent consent = journey.dossier().author().orElseThrow().consent();
    assertThat(consent.version()).isEqualTo("2026-06");
    assertThat(consent.on()).isEqualTo(Consented.PHONE);
  }
}
