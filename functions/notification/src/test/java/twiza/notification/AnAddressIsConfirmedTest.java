package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.access.AuthorToken;
import twiza.access.ConfirmationCode;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Flag;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.Source;
import twiza.place.Language;

class AnAddressIsConfirmedTest {

  private static final String ADDRESS = "itto@example.org";
  private static final String NEW_ADDRESS = "itto.new@example.org";

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    office.close();
  }

  private Journey idea(Language language) {
    return Journey.begins(office.ideas, Samples.anIdea().by(AnAuthorIsToldTest.author(language)));
  }

  private void confirms(Received mail, Journey idea) {
    Author author = idea.dossier().author().orElseThrow();
    int serial = author.confirmation().serial();
    assertThat(office.signed.read(mail.token("confirm"), office.now()))
        .isEqualTo(new Reading.Valid(new Link.Confirm(idea.id(), serial)));
    String code = ConfirmationCode.of(idea.id(), serial, office.fingerprints);
    assertThat(mail.text().lines()).contains(code, idea.dossier().idea().trackingCode());
    assertThat(mail.html()).contains(">" + code + "<");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void by_link_or_by_code(Language language) {
    Journey idea = idea(language);
    Received mail = office.onlyMailTo(ADDRESS);
    confirms(mail, idea);
    assertThat(mail.subject()).contains("\u2068" + idea.dossier().idea().trackingCode() + "\u2069");
    assertThat(mail.html())
        .contains("lang=\"" + language.tag() + "\" dir=\"" + language.direction() + "\"");
    assertThat(AuthorToken.parse(mail.token("follow")))
        .hasValueSatisfying(
            token ->
                assertThat(idea.dossier().author().orElseThrow().credentials())
                    .contains(token.credential()));
    assertThat(mail.lines())
        .contains(PostOffice.SITE + "/" + language.tag() + "/confirm/")
        .allSatisfy(line -> assertThat(line).startsWith(PostOffice.SITE));
  }

  @Test
  void with_no_word_of_the_author_where_a_stranger_would_be_lured_by_it() {
    idea(Language.FR);
    Received mail = office.onlyMailTo(ADDRESS);
    assertThat(mail.subject()).startsWith("Confirmez votre idée (").doesNotContain("thym");
    assertThat(mail.text() + mail.html()).doesNotContain("Itto");
    assertThat(mail.header("List-Unsubscribe")).isEmpty();
  }

  @Test
  void until_seven_days_after_it_was_sent() {
    Journey idea = idea(Language.FR);
    String token = office.onlyMailTo(ADDRESS).token("confirm");
    Duration sevenDays = Duration.ofDays(7);
    assertThat(office.signed.read(token, Samples.MONDAY.plus(sevenDays).minusSeconds(1)))
        .isInstanceOf(Reading.Valid.class);
    assertThat(office.signed.read(token, Samples.MONDAY.plus(sevenDays)))
        .isInstanceOf(Reading.Expired.class);
    assertThat(idea.dossier().idea().submittedAt()).isEqualTo(Samples.MONDAY);
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void after_a_reminder(Language language) {
    Journey idea = idea(language);
    office.mails();
    idea.waits(Duration.ofDays(2));
    Received mail = office.onlyMailTo(ADDRESS);
    confirms(mail, idea);
    assertThat(mail.subject()).startsWith(language == Language.FR ? "Rappel" : "تذكير");
  }

  @Test
  void without_a_code_once_too_many_wrong_ones_were_typed() {
    Journey idea = idea(Language.FR);
    int serial = idea.dossier().author().orElseThrow().confirmation().serial();
    for (int i = 0; i < Author.Confirmation.MOST_WRONG_CODES; i++) {
      assertThat(office.ideas.countCode(idea.id(), serial)).isTrue();
    }
    Received mail = office.onlyMailTo(ADDRESS);
    assertThat(mail.token("confirm")).isNotEmpty();
    assertThat(mail.text())
        .doesNotContain(ConfirmationCode.of(idea.id(), serial, office.fingerprints));
  }

  @Test
  void no_more_when_it_is_done_before_the_mail_goes_out() {
    Journey idea = idea(Language.FR);
    idea.confirmed();
    assertThat(office.mailsTo(ADDRESS))
        .extracting(Received::subject)
        .allSatisfy(subject -> assertThat(subject).doesNotContain("Confirmez"));
  }

  @Test
  void later_when_the_submission_looks_like_spam() {
    Journey.begins(office.ideas, Samples.anIdea().flagged(Flag.FILLED_TOO_FAST));
    assertThat(office.dispatch().queue.all())
        .extracting(MailQueue.Delayed::delay)
        .containsExactly(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void at_the_new_address_which_opens_nothing_before(Language language) {
    Journey idea = idea(language).confirmed();
    office.mails();
    idea.asksToBeReachedAt(new Contact.Email(NEW_ADDRESS));
    Received mail = office.onlyMailTo(NEW_ADDRESS);
    confirms(mail, idea);
    assertThat(mail.tokens("/follow/#token=")).isEmpty();
    assertThat(mail.text() + mail.html()).doesNotContain("Itto", ADDRESS);
  }

  @Test
  void only_at_the_last_of_several_new_addresses() {
    Journey idea = idea(Language.FR).confirmed();
    office.mails();
    idea.asksToBeReachedAt(new Contact.Email("first@example.org"))
        .asksToBeReachedAt(new Contact.Email(NEW_ADDRESS));
    assertThat(office.mails())
        .extracting(Received::to)
        .containsOnlyOnce(NEW_ADDRESS)
        .doesNotContain("first@example.org");
  }

  @Test
  void at_the_address_that_replaced_a_mistaken_one_and_never_at_that_one() {
    Journey idea = idea(Language.FR);
    office.mails();
    idea.asksToBeReachedAt(new Contact.Email(NEW_ADDRESS));
    assertThat(office.mails()).extracting(Received::to).containsExactly(NEW_ADDRESS);
    idea.waits(Duration.ofDays(2));
    List<Received> reminders = office.mails();
    assertThat(reminders).extracting(Received::to).containsExactly(NEW_ADDRESS);
    confirms(reminders.getFirst(), idea);
    assertThat(reminders.getFirst().tokens("/follow/#token=")).isEmpty();
  }

  @Test
  void never_at_an_address_of_staff_that_its_author_has_replaced_before_the_mail_went_out() {
    Journey idea =
        Journey.begins(
            office.ideas,
            Samples.anIdea().by(AnAuthorIsToldTest.author(Language.FR)).enteredFrom(Source.PAPER));
    idea.asksToBeReachedAt(new Contact.Email(NEW_ADDRESS));
    assertThat(office.mails()).extracting(Received::to).containsExactly(NEW_ADDRESS);
  }

  @Test
  void no_more_once_it_has_expired_which_is_told_where_it_was_to_be_confirmed() {
    Journey idea = idea(Language.FR).asksToBeReachedAt(new Contact.Email(NEW_ADDRESS));
    idea.waits(Duration.ofDays(2));
    office.mails();
    idea.waits(Duration.ofDays(5));
    Received mail = office.onlyMailTo(NEW_ADDRESS);
    assertThat(mail.subject()).isEqualTo("Votre idée n’a pas été confirmée à temps");
    assertThat(mail.tokens("/follow/#token=")).isEmpty();
  }

  @Test
  void by_nobody_when_the_idea_was_withdrawn_meanwhile() {
    Journey idea = idea(Language.FR).confirmed();
    office.mails();
    idea.asksToBeReachedAt(new Contact.Email(NEW_ADDRESS)).withdrawn();
    assertThat(office.mailsTo(NEW_ADDRESS)).isEmpty();
  }
}
