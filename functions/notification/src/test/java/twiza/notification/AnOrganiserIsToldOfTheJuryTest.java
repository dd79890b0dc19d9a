package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.round.Schedule;
import twiza.staff.Role;

class AnOrganiserIsToldOfTheJuryTest {

  private static final String ORGANISER = "organiser@example.org";
  private static final String ARABIC_ORGANISER = "munaddim@example.org";
  private static final Instant INVITED = CLOSES.minus(Duration.ofDays(2));
  private static final Instant BEGUN = JURY.plus(Duration.ofHours(1));
  private static final Instant HALF_TIME = JURY.plus(Schedule.JUDGING.dividedBy(2));

  private final PostOffice office = new PostOffice();
  private AJury jury;

  @BeforeEach
  void sits() {
    office.employees.employ("05", ORGANISER, Language.FR, EnumSet.of(Role.ORGANISER));
    office.employees.employ("05", ARABIC_ORGANISER, Language.AR, EnumSet.of(Role.ORGANISER));
    jury = AJury.of(office, aRound());
    jury.reads("thyme", Samples.anIdea()).reads("walnuts", Samples.anIdea());
    for (String name : List.of("Amina", "Brahim", "Chafik")) {
      jury.lists(name, Language.FR, INVITED);
    }
    jury.invites(INVITED).accepts("Amina", INVITED).accepts("Brahim", INVITED);
    office.mails();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void begins() {
    jury.begins();
    jury.assigns(BEGUN, "Amina: thyme walnuts", "Brahim: thyme walnuts", "Chafik: thyme");
    office.mails();
  }

  private Received told(String address) {
    Received mail = office.onlyMailTo(address);
    assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("{", "mail.");
    assertThat(mail.lines()).anyMatch(line -> line.endsWith("/desk/round/#id=" + jury.id()));
    return mail;
  }

  @ParameterizedTest
  @CsvSource({
    "organiser@example.org, 1 sur 2\u00a0: \u2068Brahim\u2069, N’a pas répondu (1)\u00a0:"
        + " \u2068Chafik\u2069",
    "munaddim@example.org, 1 من أصل 2: \u2068Brahim\u2069, لم يجب (1): \u2068Chafik\u2069"
  })
  void with_each_reminder_comes_the_list_of_who_is_behind(
      String address, String behind, String unanswered) {
    begins();
    jury.marks("Amina", "thyme", 4, "", BEGUN).marks("Amina", "walnuts", 4, "", BEGUN);
    jury.marks("Brahim", "thyme", 4, "", BEGUN);
    jury.round().moved(HALF_TIME);

    Received mail = told(address);

    assertThat(mail.text()).contains(behind, unanswered).doesNotContain("Amina");
  }

  @Test
  void nobody_is_told_of_a_jury_that_has_finished() {
    begins();
    jury.marks("Amina", "thyme", 4, "", BEGUN).marks("Amina", "walnuts", 4, "", BEGUN);
    jury.marks("Brahim", "thyme", 4, "", BEGUN).marks("Brahim", "walnuts", 4, "", BEGUN);
    jury.removes("Chafik", BEGUN.plusSeconds(1));
    office.mails();
    jury.round().moved(HALF_TIME);
    assertThat(office.mails()).isEmpty();
  }

  @Test
  void a_juror_who_says_no_is_named_to_the_organisers_alone() {
    jury.declines("Chafik", INVITED.plusSeconds(60));
    List<Received> mails = office.mails();
    assertThat(mails)
        .extracting(Received::to)
        .containsExactlyInAnyOrder(ORGANISER, ARABIC_ORGANISER);
    assertThat(mails)
        .anySatisfy(
            mail ->
                assertThat(mail.text())
                    .contains("A décliné le 23 mai 2026\u00a0: \u2068Chafik\u2069"))
        .anySatisfy(mail -> assertThat(mail.text()).contains("اعتذر بتاريخ", "Chafik"))
        .noneSatisfy(mail -> assertThat(mail.text()).contains("Amina"));
  }

  @Test
  void a_jury_that_handed_in_nothing_is_told_as_such() {
    begins();
    jury.ends();
    assertThat(told(ORGANISER).text()).contains("Personne n’a remis d’avis");
  }

  @Test
  void ideas_with_too_few_reviews_are_counted_when_the_jury_is_done() {
    begins();
    jury.marks("Amina", "thyme", 4, "", BEGUN).marks("Brahim", "thyme", 4, "", BEGUN);
    jury.marks("Amina", "walnuts", 4, "", BEGUN);
    jury.ends();
    assertThat(told(ARABIC_ORGANISER).text())
        .contains("أقل من تقييمين: \u20681\u2069", "بصفة مؤقتة");
  }

  @Test
  void a_jury_that_did_its_work_leads_to_a_ranking() {
    begins();
    for (String idea : List.of("thyme", "walnuts")) {
      jury.marks("Amina", idea, 4, "", BEGUN).marks("Brahim", idea, 3, "", BEGUN);
    }
    jury.ends();
    assertThat(told(ORGANISER).text())
        .contains("Évaluations remises\u00a0: \u20684\u2069", "Le classement se calcule")
        .doesNotContain("provisoires");

    jury.ranks(RESULTS, "thyme", "walnuts");
    assertThat(told(ARABIC_ORGANISER).text()).contains("الترتيب جاهز", "إيدياثون الأطلس المتوسط");
  }

  @Test
  void a_ranking_that_is_ready_is_told_in_french_too() {
    begins();
    jury.marks("Amina", "thyme", 4, "", BEGUN);
    jury.ends();
    office.mails();
    jury.ranks(RESULTS, "thyme");
    assertThat(told(ORGANISER).text()).contains("Le classement", "publiez");
  }
}
