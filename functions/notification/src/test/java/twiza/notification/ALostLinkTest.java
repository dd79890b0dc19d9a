package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.access.AuthorToken;
import twiza.access.SignedLinks.Reading;
import twiza.idea.Contact;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.place.Language;

class ALostLinkTest {

  private static final String ADDRESS = "itto@example.org";

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    office.close();
  }

  private Journey idea(Language language, String title) {
    return Journey.begins(
        office.ideas,
        Samples.anIdea().by(AnAuthorIsToldTest.author(language)).saying(Samples.titled(title)));
  }

  private static boolean isOpenedBy(String token, Journey idea) {
    AuthorToken parsed = AuthorToken.parse(token).orElseThrow();
    return parsed.idea().equals(idea.id())
        && idea.dossier().author().orElseThrow().credentials().contains(parsed.credential());
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void is_replaced_for_every_idea_of_the_address_in_one_mail(Language language) {
    Journey first = idea(language, "Première idée").confirmed().approved();
    Journey second = idea(language, "Deuxième idée");
    office.mails();
    office.linksAsked("ITTO@example.org");
    Received mail = office.onlyMailTo(ADDRESS);
    assertThat(mail.html()).contains("dir=\"" + language.direction() + "\"");
    assertThat(mail.text()).contains("Première idée", "Deuxième idée");
    assertThat(mail.tokens("/follow/#token="))
        .hasSize(2)
        .anyMatch(token -> isOpenedBy(token, first))
        .anyMatch(token -> isOpenedBy(token, second));
    assertThat(mail.header("List-Unsubscribe")).isEmpty();
  }

  @Test
  void comes_with_the_confirmation_that_is_still_missing() {
    idea(Language.FR, "Sans confirmation");
    office.mails();
    office.linksAsked(ADDRESS);
    Received mail = office.onlyMailTo(ADDRESS);
    assertThat(office.signed.read(mail.token("confirm"), office.now()))
        .isInstanceOf(Reading.Valid.class);
  }

  @Test
  void is_of_no_use_to_whoever_names_an_address_without_ideas() {
    idea(Language.FR, "Une idée");
    office.mails();
    office.linksAsked("somebody@example.org");
    assertThat(office.mails()).isEmpty();
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void is_not_replaced_at_an_address_that_the_author_has_left() {
    Journey idea = idea(Language.FR, "Une idée").confirmed();
    idea.asksToBeReachedAt(new Contact.Email("new@example.org")).isReachedAtThatAddress();
    office.mails();
    office.linksAsked(ADDRESS);
    assertThat(office.mails()).isEmpty();
    office.linksAsked("new@example.org");
    assertThat(isOpenedBy(office.onlyMailTo("new@example.org").token("follow"), idea)).isTrue();
  }

  @Test
  void is_not_replaced_for_an_erased_idea() {
    idea(Language.FR, "Une idée").confirmed().erased(false);
    office.mails();
    office.linksAsked(ADDRESS);
    assertThat(office.mails()).isEmpty();
  }
}
