package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.AZILAL;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import twiza.idea.Samples;
import twiza.need.Need;
import twiza.need.NeedSamples;
import twiza.need.Needs;
import twiza.round.RoundSamples;
import twiza.settings.TestKeys;
import twiza.table.TableNeeds;

/** Whoever judges the fit with the territory reads what the idea's province needs. */
class WhatAProvinceNeedsBesideTheMarksTest {

  private final JuryRoom room = new JuryRoom(RoundSamples.aRound());
  private final Needs needs =
      new TableNeeds(room.table.client(), room.table.name(), TestKeys.fingerprints());

  private String amina;

  private JsonNode beside(String idea) {
    JuryRoom.Answer read = room.reads(amina, idea);
    assertThat(read.status()).isEqualTo(200);
    return read.json().path("needs");
  }

  @Test
  void isWhatIsOpenThere() {
    String idea = room.enters("Séchoir à thym");
    amina = room.accepts("amina");
    room.sharesOut();
    room.judgingOpens();
    assertThat(beside(idea)).isEmpty();
    Need water = NeedSamples.kept(needs, NeedSamples.published(1, NeedSamples.water()));
    Need.Said elsewhere = new Need.Said(AZILAL, "", "", NeedSamples.water().texts());
    NeedSamples.kept(needs, NeedSamples.published(2, elsewhere));
    assertThat(beside(idea)).hasSize(1);
    assertThat(beside(idea).at("/0/texts/ar/title").asText()).isEqualTo("الماء للقطعان");
    NeedSamples.kept(needs, water.change(water.said(), false, NeedSamples.by(3)).orElseThrow());
    assertThat(beside(idea)).isEmpty();
  }

  @Test
  void beginsWithTheNeedThatTheIdeaAnswersElsewhereAmongManyOrClosed() {
    Need.Said elsewhere = new Need.Said(AZILAL, "", "", NeedSamples.water().texts());
    Need answered = NeedSamples.kept(needs, NeedSamples.published(1, elsewhere));
    String idea = room.enters(Samples.answering(answered.id()), JuryRoom.author("Séchoir"));
    for (int i = 2; i < 25; i++) {
      NeedSamples.kept(needs, NeedSamples.published(i, NeedSamples.water()));
    }
    amina = room.accepts("amina");
    room.sharesOut();
    room.judgingOpens();
    assertThat(beside(idea)).hasSize(21);
    assertThat(beside(idea).at("/0/id").asText()).isEqualTo(answered.id());
    assertThat(beside(idea).at("/0/province").asText()).isEqualTo(AZILAL);
    Need counted = needs.find(answered.id()).orElseThrow();
    NeedSamples.kept(
        needs, counted.change(counted.said(), false, NeedSamples.by(30)).orElseThrow());
    assertThat(beside(idea).at("/0/id").asText()).isEqualTo(answered.id());
    assertThat(beside(idea).at("/0/open").asBoolean()).isFalse();
  }

  @Test
  void namesAnAnsweredNeedOnceOnly() {
    Need water = NeedSamples.kept(needs, NeedSamples.published(1, NeedSamples.water()));
    NeedSamples.kept(needs, NeedSamples.published(2, NeedSamples.water()));
    String idea = room.enters(Samples.answering(water.id()), JuryRoom.author("Séchoir"));
    amina = room.accepts("amina");
    room.sharesOut();
    room.judgingOpens();
    assertThat(beside(idea)).hasSize(2);
    assertThat(beside(idea).at("/0/id").asText()).isEqualTo(water.id());
  }
}
