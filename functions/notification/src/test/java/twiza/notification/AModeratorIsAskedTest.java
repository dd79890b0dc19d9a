package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.idea.Choice;
import twiza.idea.Flag;
import twiza.idea.Journey;
import twiza.idea.Patience;
import twiza.idea.ReportKind;
import twiza.idea.Samples;
import twiza.idea.Source;
import twiza.place.Language;
import twiza.staff.Mailing;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.text.Messages;

class AModeratorIsAskedTest {

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    office.close();
  }

  private Journey idea() {
    return Journey.begins(office.ideas, Samples.anIdea());
  }

  private Received mail() {
    return office.onlyMailTo(PostOffice.MODERATOR);
  }

  private void decidesAbout(Journey idea, int revision, Received mail) {
    Member moderator = office.staff.of("05").getFirst();
    assertThat(office.signed.read(mail.token("decide"), office.now()))
        .isEqualTo(new Reading.Valid(new Link.Decide(moderator.id(), idea.id(), revision)));
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void to_decide_about_a_confirmed_idea(Language language) {
    office.employ("05 " + PostOffice.MODERATOR + " " + language.tag());
    Journey idea = idea();
    office.mails();
    idea.confirmed();
    Received mail = mail();
    assertThat(mail.html())
        .contains("lang=\"" + language.tag() + "\" dir=\"" + language.direction() + "\"");
    assertThat(mail.subject()).endsWith("\u2068Séchoir solaire pour le thym\u2069");
    decidesAbout(idea, 1, mail);
  }

  @Test
  void with_the_whole_text_and_one_link_that_chooses_nothing() {
    idea().confirmed();
    Received mail = mail();
    assertThat(mail.lines())
        .singleElement()
        .asString()
        .startsWith(PostOffice.SITE + "/fr/decide/#token=")
        .doesNotContain("APPROVE", "REJECT", "?");
    assertThat(mail.text())
        .contains(
            "> Un séchoir solaire commun",
            "> Le thym se vend frais",
            "> Un séchoir solaire à tiroirs",
            "> Béni Mellal",
            "> El Ksiba",
            "> Plantes aromatiques et médicinales",
            "> Je cherche des membres pour la réaliser",
            "> Tôle, verre, bois",
            "> De mai à août",
            "> 12",
            "> 75");
    assertThat(mail.html()).contains("Une coopérative");
  }

  @Test
  void without_the_name_or_the_address_of_the_author() {
    Journey idea = idea().confirmed();
    Received mail = mail();
    assertThat(mail.text() + mail.html() + mail.subject())
        .doesNotContainIgnoringCase("Fatima")
        .doesNotContain("Amrani");
    assertThat(mail.tokens("/follow/#token=")).isEmpty();
    assertThat(idea.dossier().author().orElseThrow().credentials())
        .as("the author's mails only")
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void with_the_flags_of_the_submission() {
    Journey.begins(office.ideas, Samples.anIdea().flagged(Flag.HONEYPOT)).confirmed();
    assertThat(mail().text()).contains("Champ piège rempli");
  }

  @Test
  void by_a_link_that_lasts_thirty_days() {
    idea().confirmed();
    String token = mail().token("decide");
    assertThat(office.signed.read(token, office.now().plus(Duration.ofDays(30)).minusSeconds(1)))
        .isInstanceOf(Reading.Valid.class);
    assertThat(office.signed.read(token, office.now().plus(Duration.ofDays(30))))
        .isInstanceOf(Reading.Expired.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void again_about_a_correction_with_what_changed(Language language) {
    office.employ("05 " + PostOffice.MODERATOR + " " + language.tag());
    Journey idea = Journey.published(office.ideas, Samples.anIdea());
    office.mails();
    idea.corrected(Samples.titled("Séchoir solaire pour l'origan"));
    Received mail = mail();
    decidesAbout(idea, 2, mail);
    String before = " · " + Messages.in(language).text("decide.before");
    assertThat(mail.text())
        .contains("> Séchoir solaire pour le thym", "> Séchoir solaire pour l'origan");
    assertThat(mail.text()).containsOnlyOnce(before);
  }

  @Test
  void again_about_a_correction_with_what_was_asked_for() {
    Journey idea = idea().confirmed().decided(Choice.REQUEST_CHANGES, "Dites qui s'en occupe.");
    office.mails();
    idea.corrected(Samples.titled("Séchoir tenu par douze familles"));
    assertThat(mail().text()).contains("> Dites qui s'en occupe.");
  }

  @Test
  void once_about_the_last_of_several_corrections() {
    Journey idea = idea().confirmed();
    office.mails();
    idea.corrected(Samples.titled("Deuxième titre")).corrected(Samples.titled("Troisième titre"));
    Received mail = mail();
    assertThat(mail.subject()).contains("Troisième titre");
    decidesAbout(idea, 3, mail);
    assertThat(office.queue.all()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void about_an_answer_unless_it_was_they_who_rejected(Language language) {
    String other = "other@example.org";
    office.employ("05 " + PostOffice.MODERATOR + " fr, 05 " + other + " " + language.tag());
    String first =
        office.staff.of("05").stream()
            .filter(moderator -> moderator.email().equals(PostOffice.MODERATOR))
            .findFirst()
            .orElseThrow()
            .id();
    Journey idea = idea().confirmed().decidedBy(first, Choice.REJECT, "Trop vague.");
    office.mails();
    idea.answered(Samples.titled("Séchoir tenu par douze familles"), "Voici qui s'en occupe.");
    List<Received> mails = office.mails();
    assertThat(mails).extracting(Received::to).containsExactly(other);
    assertThat(mails.getFirst().subject())
        .isEqualTo(
            Messages.in(language)
                .text(
                    "mail.decideAnswer.subject",
                    "title",
                    "\u2068Séchoir tenu par douze familles\u2069"));
    assertThat(mails.getFirst().text())
        .contains("> Voici qui s'en occupe.", "> Trop vague.")
        .doesNotContain("mail.");
  }

  @Test
  void about_an_answer_in_the_digest_unless_it_was_they_who_rejected() {
    Mailing daily = new Mailing(Mailing.Wish.DIGEST, 8);
    Set<Role> moderates = Set.of(Role.MODERATOR);
    Member first =
        office.employees.employ("05", "first@example.org", Language.FR, moderates, daily);
    office.employees.employ("05", "other@example.org", Language.FR, moderates, daily);
    office.mails();
    Journey idea = idea().confirmed().decidedBy(first.id(), Choice.REJECT, "Trop vague.");
    idea.answered(Samples.titled("Séchoir tenu par douze familles"), "Voici qui s'en occupe.");
    office.mails();
    office.digestDue("05");
    assertThat(office.mails()).extracting(Received::to).containsExactly("other@example.org");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void about_a_published_idea_that_is_reported_once(Language language) {
    office.employ("05 " + PostOffice.MODERATOR + " " + language.tag());
    Journey idea = Journey.published(office.ideas, Samples.anIdea());
    office.mails();
    idea.reported(ReportKind.COPIED, "Vu dans un autre concours.")
        .reported(ReportKind.OTHER, "Oui, copiée.");
    Received mail = mail();
    assertThat(mail.text())
        .contains("> Vu dans un autre concours.", Messages.in(language).text("report.COPIED"))
        .doesNotContain("mail.", "Oui, copiée");
    decidesAbout(idea, 1, mail);
  }

  @Test
  void no_more_about_a_report_that_was_dismissed() {
    Journey idea = Journey.published(office.ideas, Samples.anIdea());
    office.mails();
    idea.reported(ReportKind.SPAM, "").dismissed();
    assertThat(office.mails()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "EN"})
  void again_about_what_waits_for_days_and_at_last_the_organisers(Language language) {
    Patience patience = new Patience(Duration.ofDays(3), Duration.ofDays(7));
    office.employees.dismiss(office.staff.of("05").getFirst(), "05");
    Set<Role> both = Set.of(Role.MODERATOR, Role.ORGANISER);
    office.employees.employ("05", PostOffice.MODERATOR, language, both);
    Journey idea = idea().confirmed();
    office.mails();
    idea.spokenForAfter(Duration.ofDays(3), patience);
    assertThat(mail().subject()).isEqualTo(subject("mail.waiting.subject", language));
    idea.spokenForAfter(Duration.ofDays(4), patience);
    Received escalated = mail();
    assertThat(escalated.subject()).isEqualTo(subject("mail.escalated.subject", language));
    decidesAbout(idea, 1, escalated);
  }

  @Test
  void about_an_idea_as_the_organiser_of_a_region_without_moderators() {
    Member moderator = office.staff.of("05").getFirst();
    office.employees.employ("05", "o@example.org", Language.FR, Set.of(Role.ORGANISER));
    office.employees.dismiss(moderator, "05");
    Journey idea = idea();
    office.mails();
    idea.confirmed();
    assertThat(office.mailsTo("o@example.org"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.token("decide")).isNotBlank());
  }

  @Test
  void as_the_admin_about_what_waits_too_long_in_a_region_without_organisers() {
    Journey idea = idea().confirmed();
    office.mails();
    idea.spokenForAfter(Duration.ofDays(7), office.settings().patience());
    assertThat(office.mails())
        .singleElement()
        .satisfies(mail -> assertThat(mail.to()).isEqualTo(office.settings().adminEmail()));
  }

  @Test
  void once_a_day_as_an_organiser_who_wants_it_so_of_what_waits_too_long_alone() {
    String organiser = "o@example.org";
    Mailing daily = new Mailing(Mailing.Wish.DIGEST, 8);
    office.employees.employ("05", organiser, Language.FR, Set.of(Role.ORGANISER), daily);
    Journey late = Journey.begins(office.ideas, Samples.anIdea().saying(Samples.titled("Oubliée")));
    late.confirmed();
    idea().confirmed();
    office.mails();
    office.digestDue("05");
    assertThat(office.mailsTo(organiser)).isEmpty();

    late.spokenForAfter(Duration.ofDays(7), office.settings().patience());
    assertThat(office.mailsTo(organiser)).isEmpty();
    office.wait(Duration.ofDays(1));
    office.digestDue("05");
    Received mail = office.onlyMailTo(organiser);
    assertThat(mail.tokens("/decide/#token=")).hasSize(1);
    assertThat(mail.text()).contains("Oubliée", "depuis trop longtemps");
  }

  @Test
  void about_nothing_where_they_want_no_mail() {
    Mailing none = new Mailing(Mailing.Wish.NONE, 8);
    Set<Role> both = Set.of(Role.MODERATOR, Role.ORGANISER);
    office.employees.employ("05", "quiet@example.org", Language.FR, both, none);
    office.employees.employ("05", "o@example.org", Language.FR, Set.of(Role.ORGANISER));
    office.mails();
    Patience patience = office.settings().patience();
    List<Received> mails = new ArrayList<>();
    Journey idea = idea().confirmed();
    mails.addAll(office.mails());
    idea.spokenForAfter(Duration.ofDays(3), patience);
    mails.addAll(office.mails());
    idea.spokenForAfter(Duration.ofDays(4), patience);
    mails.addAll(office.mails());
    office.digestDue("05");
    mails.addAll(office.mails());
    assertThat(mails)
        .extracting(Received::to)
        .contains(PostOffice.MODERATOR, "o@example.org")
        .doesNotContain("quiet@example.org");
  }

  private static String subject(String key, Language language) {
    return Messages.in(language).text(key, "title", "\u2068Séchoir solaire pour le thym\u2069");
  }

  @Test
  void no_more_once_another_moderator_has_decided() {
    idea().confirmed().approved();
    assertThat(office.mailsTo(PostOffice.MODERATOR)).isEmpty();
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void no_more_once_the_author_is_erased() {
    idea().confirmed().erased(false);
    assertThat(office.mails()).isEmpty();
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void no_more_once_removed() {
    idea().confirmed();
    office.dispatch();
    office.employ("05 other@example.org fr");
    office.deliver();
    assertThat(office.received())
        .extracting(Received::to)
        .doesNotContain(PostOffice.MODERATOR, "other@example.org");
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void like_every_other_of_the_region_in_their_own_language() {
    office.employ("05 a@example.org fr, 05 b@example.org ar, 04 c@example.org fr");
    Journey idea = idea();
    office.mails();
    idea.confirmed();
    List<Received> mails = office.mails();
    assertThat(mails)
        .extracting(Received::to)
        .containsExactlyInAnyOrder("a@example.org", "b@example.org", "Fatima.Amrani@example.org");
    assertThat(mails)
        .filteredOn(mail -> mail.to().equals("b@example.org"))
        .allSatisfy(mail -> assertThat(mail.html()).contains("dir=\"rtl\""));
    assertThat(mails).extracting(mail -> mail.header("Message-ID")).doesNotHaveDuplicates();
  }

  @Test
  void about_what_came_by_phone_only_in_the_digest() {
    Journey phoned = Journey.begins(office.ideas, Samples.anIdea().by(Samples.moha()));
    assertThat(office.mails()).isEmpty();
    office.wait(Duration.ofDays(3));
    office.digestDue("05");
    Received mail = mail();
    decidesAbout(phoned, 1, mail);
    assertThat(mail.text())
        .contains("Séchoir solaire pour le thym", "Béni Mellal", "Contact non vérifié", "Jours")
        .containsPattern("Jours d’attente\u00a0: \u20683\u2069");
    assertThat(mail.text() + mail.html()).doesNotContain("+212", "Moha");
    assertThat(mail.text()).contains("ne vous ont pas été annoncées une à une");
  }

  @Test
  void about_a_correction_of_what_came_by_phone_only_in_the_digest() {
    Journey phoned =
        Journey.begins(office.ideas, Samples.anIdea().by(Samples.moha()))
            .corrected(Samples.titled("Séchoir pour douze familles"));
    assertThat(office.mails()).isEmpty();
    office.digestDue("05");
    decidesAbout(phoned, 2, mail());
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void about_everything_that_waits_oldest_first(Language language) {
    office.employ("05 " + PostOffice.MODERATOR + " " + language.tag());
    for (int i = 1; i <= 3; i++) {
      Journey.begins(
          office.ideas,
          Samples.anIdea()
              .by(Samples.moha())
              .saying(Samples.titled("Idée numéro " + i))
              .sentAt(Samples.MONDAY.minus(Duration.ofDays(i))));
    }
    office.mails();
    office.digestDue("05");
    Received mail = mail();
    assertThat(mail.subject()).endsWith(": 3");
    assertThat(mail.text()).containsSubsequence("Idée numéro 3", "Idée numéro 2", "Idée numéro 1");
    assertThat(mail.tokens("/decide/#token=")).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void about_thirty_at_most_with_the_news_that_there_are_more() {
    for (int i = 0; i < 31; i++) {
      Journey.begins(office.ideas, Samples.anIdea().by(Samples.moha()));
    }
    office.digestDue("05");
    Received mail = mail();
    assertThat(mail.tokens("/decide/#token=")).hasSize(30);
    assertThat(mail.text()).contains("D’autres idées attendent encore");
  }

  @Test
  void about_what_came_by_phone_however_much_else_waits() {
    for (int i = 0; i < 31; i++) {
      Journey.begins(office.ideas, Samples.anIdea()).confirmed();
    }
    office.mails();
    Journey.begins(
        office.ideas,
        Samples.anIdea().by(Samples.moha()).sentAt(Samples.MONDAY.plus(Duration.ofHours(2))));
    office.digestDue("05");
    assertThat(mail().tokens("/decide/#token=")).hasSize(1);
  }

  @Test
  void about_no_row_of_a_file_that_was_brought_in() {
    Journey.begins(office.ideas, Samples.anIdea().enteredFrom(Source.IMPORT));
    office.digestDue("05");
    assertThat(office.mails()).isEmpty();
  }

  @Test
  void about_nothing_when_nothing_waits() {
    office.digestDue("05");
    assertThat(office.mails()).isEmpty();
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void with_every_flag_there_is_in_words() {
    Set<Flag> flags = EnumSet.allOf(Flag.class);
    for (Language language : List.of(Language.FR, Language.AR, Language.EN)) {
      Draft draft = new Draft("a@example.org", language);
      assertThat(flags).allSatisfy(flag -> assertThat(draft.text("flag." + flag)).isNotBlank());
    }
  }
}
