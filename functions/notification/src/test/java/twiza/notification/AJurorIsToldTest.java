package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.notification.AJury.address;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.access.SignedLinks;
import twiza.access.SignedLinks.Link;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.round.RoundSamples;
import twiza.round.Schedule;

class AJurorIsToldTest {

  private static final Instant INVITED = CLOSES.minus(Duration.ofDays(2));
  private static final Instant BEGUN = JURY.plus(Duration.ofHours(1));
  private static final Instant HALF_TIME = JURY.plus(Schedule.JUDGING.dividedBy(2));
  private static final Instant TWO_DAYS_LEFT = RESULTS.minus(Duration.ofDays(2));

  private final PostOffice office = new PostOffice();
  private AJury jury;

  @BeforeEach
  void announce() {
    jury = AJury.of(office, aRound());
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** Amina reads French, Brahim Arabic; each accepts. The jury has two ideas to read. */
  private void sits() {
    jury.reads("thyme", Samples.anIdea()).reads("walnuts", Samples.anIdea());
    jury.lists("Amina", Language.FR, INVITED).lists("Brahim", Language.AR, INVITED);
    jury.invites(INVITED).accepts("Amina", INVITED).accepts("Brahim", INVITED);
    office.mails();
  }

  private void begins() {
    sits();
    jury.begins().assigns(BEGUN, "Amina: thyme walnuts", "Brahim: thyme");
    office.mails();
  }

  private List<Received> to(String name) {
    return office.mailsTo(address(name));
  }

  private Received onlyTo(String name) {
    Received mail = office.onlyMailTo(address(name));
    isWhole(mail);
    return mail;
  }

  private static void isWhole(Received mail) {
    assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("{", "mail.");
    assertThat(mail.lines()).isNotEmpty().allMatch(line -> line.startsWith("https://"));
  }

  /** The private link opens the jury for one juror, for thirty days. */
  private void opens(Received mail, String name) {
    String token = mail.token("jury");
    Link link = new Link.Judge(jury.id(), name);
    Instant end = office.now().plus(Duration.ofDays(30));
    assertThat(office.signed.read(token, end.minusSeconds(1)))
        .isEqualTo(new SignedLinks.Reading.Valid(link));
    assertThat(office.signed.read(token, end)).isEqualTo(new SignedLinks.Reading.Expired(link));
  }

  @ParameterizedTest
  @CsvSource({
    "FR, fr, ltr, Ideathon du Moyen Atlas, Béni Mellal-Khénifra, 11 juin 2026",
    "AR, ar, rtl, إيدياثون الأطلس المتوسط, بني ملال-خنيفرة, 2026",
    "ZGH, ar, rtl, إيدياثون الأطلس المتوسط, بني ملال-خنيفرة, 2026",
    "EN, en, ltr, Ideathon du Moyen Atlas, Béni Mellal-Khénifra, 2026"
  })
  void whoever_is_invited_learns_by_whom_to_what_and_until_when(
      Language language, String written, String dir, String title, String region, String date) {
    jury.lists("Amina", language, INVITED).invites(INVITED);

    Received mail = onlyTo("Amina");

    assertThat(mail.text()).contains("Amina", title, region, date, "60", "40", "/rounds/");
    assertThat(mail.html())
        .contains("<html lang=\"%s\" dir=\"%s\">".formatted(written, dir), "<bdi>Amina</bdi>");
    assertThat(mail.lines())
        .anyMatch(
            line -> line.startsWith(PostOffice.SITE + "/" + language.tag() + "/jury/#token="));
    assertThat(mail.header("List-Unsubscribe")).isNotEmpty();
    opens(mail, "Amina");
  }

  @Test
  void the_invitation_names_what_is_asked_in_arabic_and_in_french() {
    jury.lists("Amina", Language.FR, INVITED).lists("Brahim", Language.AR, INVITED);
    jury.invites(INVITED);
    List<Received> mails = office.mails();

    assertThat(mails)
        .anySatisfy(
            mail ->
                assertThat(mail.text())
                    .contains("notes de 1 à 5", "Innovation", "Effet social", "accept"))
        .anySatisfy(
            mail ->
                assertThat(mail.text()).contains("نقطا من 1 إلى 5", "الابتكار", "الأثر الاجتماعي"))
        .noneSatisfy(mail -> assertThat(mail.text()).contains("Amina").contains("Brahim"));
  }

  @Test
  void whoever_is_only_listed_hears_of_nothing() {
    jury.lists("Amina", Language.FR, INVITED);
    assertThat(to("Amina")).isEmpty();
    jury.round().cancelled("La salle a brûlé.", INVITED.plusSeconds(60));
    assertThat(to("Amina")).isEmpty();
  }

  @Test
  void whoever_declines_or_is_removed_before_the_invitation_goes_out_gets_none() {
    jury.lists("Amina", Language.FR, INVITED).lists("Brahim", Language.AR, INVITED);
    jury.invites(INVITED);
    office.dispatch();
    jury.declines("Amina", INVITED).removes("Brahim", INVITED);
    office.clearMailboxes();
    office.deliver();
    assertThat(office.received()).isEmpty();
  }

  @Test
  void whoever_has_accepted_and_is_invited_again_gets_another_link() {
    sits();
    jury.invites("Amina", INVITED.plusSeconds(60));
    Received mail = onlyTo("Amina");
    opens(mail, "Amina");
    assertThat(mail.subject()).startsWith("Votre lien de juré");
    assertThat(mail.header("List-Unsubscribe")).isNotEmpty();
  }

  @Test
  void whoever_asks_for_a_link_gets_it_and_need_not_unsubscribe() {
    begins();
    jury.asksLink("Brahim", BEGUN.plus(Duration.ofDays(9)));
    Received mail = onlyTo("Brahim");
    opens(mail, "Brahim");
    assertThat(mail.subject()).startsWith("رابطكم في لجنة التحكيم");
    assertThat(mail.header("List-Unsubscribe")).isEmpty();
  }

  @Test
  void whoever_left_asks_for_a_link_in_vain() {
    begins();
    jury.asksLink("Amina", BEGUN.plusSeconds(1));
    office.dispatch();
    jury.removes("Amina", BEGUN.plusSeconds(2));
    office.clearMailboxes();
    office.deliver();
    assertThat(office.received()).isEmpty();
  }

  @Test
  void when_the_jury_begins_whoever_has_ideas_is_told_how_many() {
    sits();
    jury.lists("Chafik", Language.FR, INVITED).invites("Chafik", INVITED);
    jury.lists("Dounia", Language.FR, INVITED);
    jury.assigns(INVITED, "Amina: thyme walnuts", "Chafik: thyme", "Dounia: walnuts");
    office.mails();
    jury.begins();

    List<Received> mails = office.mails();

    assertThat(mails)
        .filteredOn(mail -> mail.to().equals(address("Amina")))
        .singleElement()
        .satisfies(
            mail -> {
              isWhole(mail);
              assertThat(mail.text()).contains("Vous pouvez commencer", "2 sur 2");
            });
    assertThat(mails)
        .filteredOn(mail -> mail.to().equals(address("Chafik")))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("attend votre réponse", "1 sur 1"));
    assertThat(mails).extracting(Received::to).doesNotContain(address("Brahim"), address("Dounia"));
  }

  @Test
  void ideas_that_come_while_the_jury_reads_are_told_to_whoever_got_them() {
    begins();
    jury.marks("Amina", "thyme", 4, "", BEGUN.plusSeconds(1));
    jury.assigns(BEGUN.plusSeconds(2), "Amina: thyme walnuts", "Brahim: thyme walnuts");

    List<Received> mails = office.mails();

    assertThat(mails)
        .singleElement()
        .satisfies(
            mail -> {
              isWhole(mail);
              assertThat(mail.to()).isEqualTo(address("Brahim"));
              assertThat(mail.text()).contains("عُهد إليكم بأفكار جديدة", "2 من أصل 2");
            });
  }

  @Test
  void who_has_ideas_left_is_reminded_with_their_number_and_nobody_else() {
    begins();
    jury.marks("Amina", "thyme", 4, "", BEGUN.plusSeconds(1));
    jury.marks("Brahim", "thyme", 3, "", BEGUN.plusSeconds(2));
    jury.round().moved(HALF_TIME);

    List<Received> mails =
        office.mails().stream().filter(mail -> mail.to().endsWith("@jury.example")).toList();

    assertThat(mails).extracting(Received::to).containsExactly(address("Amina"));
    isWhole(mails.getFirst());
    assertThat(mails.getFirst().subject()).contains("1 sur 2");
    assertThat(mails.getFirst().text())
        .contains("à noter : 1 sur 2", "11 juin 2026 à 10:00 (heure du Maroc, UTC+1)");
    opens(mails.getFirst(), "Amina");
  }

  @Test
  void who_finishes_after_the_reminder_was_decided_does_not_get_it() {
    begins();
    jury.marks("Brahim", "thyme", 3, "", BEGUN);
    jury.marks("Amina", "thyme", 4, "", BEGUN);
    jury.round().moved(TWO_DAYS_LEFT);
    office.dispatch();
    assertThat(office.queue.all())
        .extracting(delayed -> delayed.errand().recipient())
        .contains(Errand.toJuror("Amina"));
    jury.marks("Amina", "walnuts", 5, "", TWO_DAYS_LEFT.plusSeconds(1));
    office.clearMailboxes();
    office.deliver();
    assertThat(office.received()).isEmpty();
  }

  @Test
  void an_idea_that_was_withdrawn_is_no_work_that_anybody_is_reminded_of() {
    begins();
    jury.marks("Amina", "thyme", 4, "", BEGUN);
    jury.marks("Brahim", "thyme", 4, "", BEGUN);
    jury.idea("walnuts").withdrawn();
    office.mails();
    jury.round().moved(HALF_TIME);
    assertThat(office.mails()).isEmpty();
  }

  @Test
  void who_never_answered_is_asked_for_an_answer() {
    begins();
    jury.lists("Chafik", Language.AR, BEGUN).invites("Chafik", BEGUN);
    jury.assigns(BEGUN.plusSeconds(1), "Amina: thyme walnuts", "Brahim: thyme", "Chafik: walnuts");
    office.mails();
    jury.round().moved(HALF_TIME);
    Received mail = onlyTo("Chafik");
    assertThat(mail.subject()).startsWith("جوابكم منتظر");
    opens(mail, "Chafik");
  }

  @Test
  void whoever_is_removed_is_told_so_without_a_link_and_that_their_marks_count() {
    begins();
    jury.marks("Amina", "thyme", 4, "", BEGUN);
    jury.removes("Amina", BEGUN.plusSeconds(1)).removes("Brahim", BEGUN.plusSeconds(2));

    List<Received> mails = office.mails();

    assertThat(mails).hasSize(2);
    assertThat(mails)
        .allSatisfy(
            mail -> {
              assertThat(mail.text()).doesNotContain("#token=");
              assertThat(mail.subject() + mail.html()).doesNotContain("{", "mail.");
            });
    assertThat(mails)
        .filteredOn(mail -> mail.to().equals(address("Amina")))
        .allSatisfy(mail -> assertThat(mail.text()).contains("comptent toujours"));
    assertThat(mails)
        .filteredOn(mail -> mail.to().equals(address("Brahim")))
        .allSatisfy(
            mail -> assertThat(mail.text()).contains("أعفتكم").doesNotContain("ما زالت محسوبة"));
    jury.round().moved(HALF_TIME);
    assertThat(office.mails()).isEmpty();
  }

  @Test
  void who_has_more_time_is_told_until_when() {
    begins();
    Schedule given = jury.round().round().schedule();
    Schedule longer =
        new Schedule(
            given.opensAt(),
            given.submissionsCloseAt(),
            given.judgingOpensAt(),
            RESULTS.plus(Duration.ofDays(5)),
            given.grace());
    jury.round()
        .replanned(RoundSamples.at(jury.round().round().plan(), longer), BEGUN.plusSeconds(1));

    assertThat(office.mails())
        .filteredOn(mail -> mail.to().endsWith("@jury.example"))
        .hasSize(2)
        .allSatisfy(AJurorIsToldTest::isWhole)
        .anySatisfy(mail -> assertThat(mail.text()).contains("16 juin 2026", "/jury/#token="))
        .anySatisfy(mail -> assertThat(mail.text()).contains("تواريخ التحكيم", "/jury/#token="));
  }

  @Test
  void dates_that_are_not_the_jurys_concern_no_juror() {
    sits();
    Schedule given = jury.round().round().schedule();
    Schedule longer =
        new Schedule(
            OPENS,
            CLOSES.plus(Duration.ofDays(1)),
            given.judgingOpensAt(),
            given.judgingClosesAt(),
            given.grace());
    jury.round()
        .replanned(RoundSamples.at(jury.round().round().plan(), longer), INVITED.plusSeconds(1));
    assertThat(office.mails())
        .extracting(Received::to)
        .doesNotContain(address("Amina"), address("Brahim"));
  }

  @Test
  void a_cancellation_reaches_the_jury_with_its_reason_and_nobody_who_said_no() {
    sits();
    jury.declines("Brahim", INVITED.plusSeconds(1));
    office.mails();
    jury.round().cancelled("La salle a brûlé.", INVITED.plusSeconds(2));

    List<Received> mails = office.mails();

    assertThat(mails)
        .filteredOn(mail -> mail.to().equals(address("Amina")))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.text()).contains("> La salle a brûlé.").doesNotContain("#token"));
    assertThat(mails).extracting(Received::to).doesNotContain(address("Brahim"));
  }

  @Test
  void whoever_left_after_marking_is_thanked_too() {
    begins();
    jury.marks("Amina", "thyme", 4, "", BEGUN);
    jury.declines("Amina", BEGUN.plusSeconds(1)).declines("Brahim", BEGUN.plusSeconds(2));
    jury.ends().ranks(RESULTS, "thyme", "walnuts").decides("thyme", List.of(), RESULTS);
    office.mails();
    jury.publishes(RESULTS.plus(Duration.ofHours(1)));

    assertThat(office.mails())
        .filteredOn(mail -> mail.to().endsWith("@jury.example"))
        .singleElement()
        .satisfies(
            mail -> {
              isWhole(mail);
              assertThat(mail.to()).isEqualTo(address("Amina"));
              assertThat(mail.subject()).contains("Merci");
            });
  }

  @Test
  void whoever_judged_is_thanked_when_the_results_are_published() {
    begins();
    jury.lists("Chafik", Language.FR, BEGUN).invites("Chafik", BEGUN);
    jury.marks("Amina", "thyme", 4, "", BEGUN).marks("Amina", "walnuts", 2, "", BEGUN);
    jury.marks("Brahim", "thyme", 3, "", BEGUN);
    jury.ends().ranks(RESULTS, "thyme", "walnuts").decides("thyme", List.of(), RESULTS);
    office.mails();
    jury.publishes(RESULTS.plus(Duration.ofHours(1)));
    assertThat(jury.round().round().phase()).isEqualTo(Phase.PUBLISHED);

    List<Received> mails =
        office.mails().stream().filter(mail -> mail.to().endsWith("@jury.example")).toList();

    assertThat(mails)
        .extracting(Received::to)
        .containsExactlyInAnyOrder(address("Amina"), address("Brahim"));
    mails.forEach(AJurorIsToldTest::isWhole);
    assertThat(mails)
        .allSatisfy(mail -> assertThat(mail.text()).contains("/rounds/" + jury.id() + "/results"))
        .anySatisfy(
            mail -> assertThat(mail.text()).contains("Merci", "notées\u00a0: \u20682\u2069"))
        .anySatisfy(mail -> assertThat(mail.text()).contains("شكرا"));
  }
}
