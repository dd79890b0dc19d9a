package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.access.AuthorToken;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.delegation.Line;
import twiza.delegation.Statement;
import twiza.idea.Author;
import twiza.idea.Choice;
import twiza.idea.Contact;
import twiza.idea.Journey;
import twiza.idea.Retention;
import twiza.idea.Samples;
import twiza.idea.Source;
import twiza.place.Language;
import twiza.text.Messages;
import twiza.uptake.Terms;

class AnAuthorIsToldTest {

  private static final String ADDRESS = "itto@example.org";
  private static final String REASON =
      "Précisez qui gère le séchoir.\nMerci <b>beaucoup</b> & à bientôt.";

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    office.close();
  }

  private Journey idea(Language language) {
    return Journey.begins(office.ideas, Samples.anIdea().by(author(language)));
  }

  private Journey publishedIdea(Language language) {
    return Journey.published(office.ideas, Samples.anIdea().by(author(language)));
  }

  static Author author(Language language) {
    Author fatima = Samples.fatima();
    return new Author(
        fatima.kind(),
        "Itto Aït Sadden",
        new Contact.Email(ADDRESS),
        language,
        fatima.gender(),
        fatima.ageBand(),
        fatima.consent(),
        Set.of(),
        fatima.confirmation(),
        fatima.pendingContact());
  }

  /** What every mail must be like, whatever it tells. */
  private void isWellMade(Received mail, Journey idea, Language language) {
    assertThat(mail.to()).isEqualTo(ADDRESS);
    String direction = language == Language.AR ? "rtl" : "ltr";
    assertThat(mail.html())
        .contains("<html lang=\"" + language.tag() + "\" dir=\"" + direction + "\">")
        .doesNotContain("<img", "src=");
    assertThat(mail.header("Content-Language")).isEqualTo(language.tag());
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.lines())
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(line).startsWith(PostOffice.SITE + "/" + language.tag() + "/"));
    assertThat(mail.text() + mail.html()).doesNotContain("{", "mail.");
    opens(mail, idea);
  }

  private void opens(Received mail, Journey idea) {
    AuthorToken token = AuthorToken.parse(mail.token("follow")).orElseThrow();
    assertThat(token.idea()).isEqualTo(idea.id());
    assertThat(idea.dossier().author().orElseThrow().credentials()).contains(token.credential());
  }

  private static void isNotice(Received mail) {
    assertThat(mail.header("List-Unsubscribe"))
        .startsWith("<mailto:no-reply@example.org?subject=")
        .endsWith(">");
  }

  private static void givesTheReason(Received mail) {
    assertThat(mail.text()).contains("> Précisez qui gère le séchoir.\n> Merci <b>beaucoup</b>");
    assertThat(mail.html())
        .containsPattern("<blockquote dir=\"auto\"[^>]*>Précisez qui gère le séchoir")
        .contains("&lt;b&gt;beaucoup&lt;/b&gt; &amp; à bientôt");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void that_the_idea_has_arrived(Language language) {
    Journey idea = idea(language);
    office.mails();
    idea.confirmed();
    Received mail = office.onlyMailTo(ADDRESS);
    isWellMade(mail, idea, language);
    isNotice(mail);
    assertThat(mail.subject())
        .isEqualTo(
            switch (language) {
              case FR ->
                  "Nous avons bien reçu votre idée «\u00a0\u2068Séchoir solaire pour le"
                      + " thym\u2069\u00a0»";
              case AR, ZGH -> "توصلنا بفكرتكم «\u2068Séchoir solaire pour le thym\u2069»";
              case EN -> "We have received your idea “\u2068Séchoir solaire pour le thym\u2069”";
            });
    assertThat(mail.html()).contains("<bdi>Itto Aït Sadden</bdi>");
    assertThat(mail.text()).contains(idea.dossier().idea().trackingCode());
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void that_it_is_published_with_the_public_page(Language language) {
    Journey idea = idea(language).confirmed();
    office.mails();
    idea.approved();
    Received mail = office.onlyMailTo(ADDRESS);
    isWellMade(mail, idea, language);
    isNotice(mail);
    assertThat(mail.subject()).contains(language == Language.FR ? "est publiée" : "نُشرت فكرتكم");
    assertThat(mail.lines())
        .contains(PostOffice.SITE + "/" + language.tag() + "/ideas/" + idea.id() + "/");
  }

  @Test
  void that_it_is_published_with_the_words_that_the_moderator_added() {
    Journey idea = idea(Language.FR).confirmed();
    office.mails();
    idea.decided(Choice.APPROVE, REASON);
    givesTheReason(office.onlyMailTo(ADDRESS));
    idea.corrected(Samples.titled("Séchoir pour l'origan"));
    office.mails();
    idea.decided(Choice.APPROVE, REASON);
    givesTheReason(office.onlyMailTo(ADDRESS));
  }

  @Test
  void by_no_name_and_no_word_in_the_subject_while_nobody_knows_who_reads_it() {
    Journey idea =
        Journey.begins(
            office.ideas, Samples.anIdea().by(author(Language.FR)).enteredFrom(Source.PAPER));
    office.mails();
    idea.approved();
    Received mail = office.onlyMailTo(ADDRESS);
    assertThat(mail.subject())
        .contains(idea.dossier().idea().trackingCode())
        .doesNotContain("Séchoir");
    assertThat(mail.text() + mail.html()).doesNotContain("Itto");
    opens(mail, idea);
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void that_a_correction_is_published(Language language) {
    Journey idea = publishedIdea(language).corrected(Samples.titled("Séchoir pour l'origan"));
    office.mails();
    idea.approved();
    Received mail = office.onlyMailTo(ADDRESS);
    isWellMade(mail, idea, language);
    assertThat(mail.subject())
        .contains(language == Language.FR ? "Votre correction de" : "نُشر تصحيحكم")
        .contains("\u2068Séchoir pour l'origan\u2069");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void that_changes_are_asked_for_with_the_reason(Language language) {
    Journey idea = idea(language).confirmed();
    office.mails();
    idea.decided(Choice.REQUEST_CHANGES, REASON);
    Received mail = office.onlyMailTo(ADDRESS);
    isWellMade(mail, idea, language);
    isNotice(mail);
    givesTheReason(mail);
  }

  @Test
  void of_a_second_rejection_without_the_offer_to_answer_again() {
    Journey idea =
        idea(Language.FR)
            .confirmed()
            .decided(Choice.REJECT, REASON)
            .answered(Samples.titled("Autre titre"), "");
    office.mails();
    idea.decidedBy("M05B", Choice.REJECT, REASON);
    Received mail = office.onlyMailTo(ADDRESS);
    givesTheReason(mail);
    assertThat(mail.text()).doesNotContain("répondre une fois");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void that_staff_have_entered_the_idea_with_a_link_that_proves_the_address(Language language) {
    Journey idea =
        Journey.begins(
            office.ideas, Samples.anIdea().by(author(language)).enteredFrom(Source.PAPER));
    Received mail = office.onlyMailTo(ADDRESS);
    opens(mail, idea);
    assertThat(mail.subject())
        .isEqualTo(
            Messages.in(language)
                .text(
                    "mail.entered.subject",
                    "code",
                    Isolated.of(idea.dossier().idea().trackingCode())));
    assertThat(office.signed.read(mail.token("confirm"), office.now()))
        .isEqualTo(new Reading.Valid(new Link.Confirm(idea.id(), 1)));
    assertThat(mail.text()).doesNotContain("mail.", "{");
  }

  @Test
  void that_a_published_text_stays_while_changes_of_its_correction_are_asked_for() {
    Journey idea = publishedIdea(Language.FR).corrected(Samples.titled("Autre titre"));
    office.mails();
    idea.decided(Choice.REQUEST_CHANGES, REASON);
    Received mail = office.onlyMailTo(ADDRESS);
    givesTheReason(mail);
    assertThat(mail.text()).contains("le texte déjà publié reste visible");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void again_after_7_and_21_days_while_changes_are_asked_for(Language language) {
    Journey idea = idea(language).confirmed().decided(Choice.REQUEST_CHANGES, REASON);
    office.mails();
    for (Duration wait : new Duration[] {Duration.ofDays(7), Duration.ofDays(14)}) {
      idea.waits(wait);
      Received mail = office.onlyMailTo(ADDRESS);
      isWellMade(mail, idea, language);
      givesTheReason(mail);
      assertThat(mail.subject()).startsWith(language == Language.FR ? "Rappel" : "تذكير");
    }
  }

  @Test
  void nothing_of_a_reminder_that_a_correction_has_overtaken() {
    Journey idea = idea(Language.FR).confirmed().decided(Choice.REQUEST_CHANGES, REASON);
    office.mails();
    idea.waits(Duration.ofDays(7)).corrected(Samples.titled("Texte précisé"));
    assertThat(office.mailsTo(ADDRESS)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void that_it_is_not_accepted_with_the_reason(Language language) {
    Journey idea = idea(language).confirmed();
    office.mails();
    idea.decided(Choice.REJECT, REASON);
    Received mail = office.onlyMailTo(ADDRESS);
    isWellMade(mail, idea, language);
    isNotice(mail);
    givesTheReason(mail);
    assertThat(mail.text()).contains(Messages.in(language).text("mail.rejected.answer"));
  }

  @Test
  void that_a_published_text_stays_when_its_correction_is_not_accepted() {
    Journey idea = publishedIdea(Language.FR).corrected(Samples.titled("Autre titre"));
    office.mails();
    idea.decided(Choice.REJECT, REASON);
    assertThat(office.onlyMailTo(ADDRESS).text()).contains("Le texte déjà publié reste visible");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void that_it_is_taken_out_of_the_bank_with_the_reason(Language language) {
    Journey idea = publishedIdea(language);
    office.mails();
    idea.decided(Choice.UNPUBLISH, REASON);
    Received mail = office.onlyMailTo(ADDRESS);
    isWellMade(mail, idea, language);
    givesTheReason(mail);
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void that_it_has_expired(Language language) {
    Journey idea = idea(language).waits(Duration.ofDays(2));
    office.mails();
    idea.waits(Duration.ofDays(5));
    Received mail = office.onlyMailTo(ADDRESS);
    isWellMade(mail, idea, language);
    assertThat(mail.lines()).contains(PostOffice.SITE + "/" + language.tag() + "/submit/");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void that_it_is_withdrawn(Language language) {
    Journey idea = publishedIdea(language);
    office.mails();
    idea.withdrawn();
    Received mail = office.onlyMailTo(ADDRESS);
    isWellMade(mail, idea, language);
    isNotice(mail);
  }

  @Test
  void nothing_but_the_withdrawal_when_both_wait() {
    Journey idea = idea(Language.FR).confirmed().approved().withdrawn();
    assertThat(office.mails())
        .extracting(Received::subject)
        .containsExactly(
            "Votre idée «\u00a0\u2068Séchoir solaire pour le thym\u2069\u00a0» est retirée");
    assertThat(office.queue.all()).isEmpty();
    assertThat(idea.dossier().author()).isPresent();
  }

  @Test
  void nothing_once_erased() {
    idea(Language.FR).confirmed().approved().erased(false);
    assertThat(office.mails()).isEmpty();
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void at_the_old_address_that_another_was_named() {
    Journey idea = publishedIdea(Language.FR);
    office.mails();
    idea.asksToBeReachedAt(new Contact.Email("itto.new@example.org"));
    Received mail = office.onlyMailTo(ADDRESS);
    isWellMade(mail, idea, Language.FR);
    assertThat(mail.text() + mail.html()).doesNotContain("itto.new");
  }

  @Test
  void by_phone_only_when_there_is_no_address() {
    Journey.begins(office.ideas, Samples.anIdea().by(Samples.moha()))
        .decided(Choice.REQUEST_CHANGES, REASON)
        .corrected(Samples.titled("Texte précisé"))
        .approved();
    assertThat(office.mails()).extracting(Received::to).doesNotContain("+212612345678");
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void in_arabic_while_tamazight_is_under_review() {
    Journey idea = idea(Language.ZGH);
    office.mails();
    idea.confirmed();
    Received mail = office.onlyMailTo(ADDRESS);
    assertThat(mail.html()).contains("<html lang=\"ar\" dir=\"rtl\">");
    assertThat(mail.lines())
        .allSatisfy(line -> assertThat(line).startsWith(PostOffice.SITE + "/zgh/"));
  }

  @Test
  void by_the_same_link_however_often_the_same_mail_is_written() {
    Journey idea = idea(Language.FR);
    office.mails();
    idea.confirmed();
    String first = office.onlyMailTo(ADDRESS).token("follow");
    int credentials = idea.dossier().author().orElseThrow().credentials().size();
    Errand errand = new Errand("IDEA#" + idea.id(), "EVENT#0000000002", "CONFIRMED", Errand.AUTHOR);
    Letter again = correspondence().write(errand, office.now()).orElseThrow();
    assertThat(PlainText.of(again)).contains(first);
    assertThat(idea.dossier().author().orElseThrow().credentials()).hasSize(credentials);
  }

  private Correspondence correspondence() {
    Links links = new Links(office::settings, office.fingerprints, office.signed, office.ideas);
    return new Correspondence(
        office.ideas,
        office.uptakes,
        () -> Terms.USUAL,
        null,
        office.staff,
        office.fingerprints,
        links,
        office.signIns,
        office.delegations,
        office.rounds,
        office.entries,
        office.juries,
        office.papers,
        office.results);
  }

  @Test
  void where_the_delegation_is_reached_as_it_says_itself() {
    Statement statement =
        new Statement(
            Map.of(Line.PHONE, "+212 5 23 48 00 00", Line.EMAIL, "contact@example.org"),
            Map.of(),
            Map.of(),
            Retention.UNDECIDED);
    office.delegations.save(
        office.delegations.of("05").states(statement, "ORGANISER", office.now()).orElseThrow());
    Journey idea = idea(Language.FR);
    office.mails();
    idea.confirmed();
    Received mail = office.onlyMailTo(ADDRESS);
    assertThat(mail.text()).contains("+212 5 23 48 00 00", "contact@example.org");
    assertThat(mail.html()).contains("+212 5 23 48 00 00");
    assertThat(mail.header("List-Unsubscribe")).startsWith("<mailto:contact@example.org?subject=");
  }

  @Test
  void with_a_link_of_its_own_in_each_mail() {
    Journey idea = idea(Language.FR).confirmed().approved();
    assertThat(Stream.of(office.mailsTo(ADDRESS).toArray(Received[]::new)))
        .extracting(mail -> mail.token("follow"))
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(idea.dossier().author().orElseThrow().credentials()).hasSize(2);
  }
}
