package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.notification.AnAuthorIsToldTest.author;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.idea.Author;
import twiza.idea.Call;
import twiza.idea.Calls;
import twiza.idea.Contact;
import twiza.idea.Listing;
import twiza.idea.Samples;
import twiza.idea.Source;
import twiza.place.Language;
import twiza.table.TableCalls;
import twiza.text.Formats;
import twiza.uptake.Terms;

class AnAuthorHearsTheResultsTest {

  private static final Instant BEGUN = JURY.plus(Duration.ofHours(1));
  private static final Instant INVITED = CLOSES.minus(Duration.ofDays(2));
  private static final Instant PUBLISHED = RESULTS.plus(Duration.ofHours(2));
  private static final String ITTO = "itto@example.org";
  private static final String FATIMA = "Fatima.Amrani@example.org";

  private final PostOffice office = new PostOffice();
  private final AJury jury = AJury.of(office, aRound());

  @AfterEach
  void close() {
    office.close();
  }

  /** Itto's thyme and somebody's walnuts are marked by two jurors, and ranked. */
  private void isRanked(Author itto, Author other) {
    isRanked(Samples.anIdea().by(itto), other);
  }

  private void isRanked(Samples.Sample thyme, Author other) {
    jury.reads("thyme", thyme.saying(Samples.titled("Le thym d'Itto")));
    jury.reads("walnuts", Samples.anIdea().saying(Samples.titled("Les noix de Moha")).by(other));
    jury.lists("Amina", Language.FR, INVITED).lists("Brahim", Language.AR, INVITED);
    jury.invites(INVITED).accepts("Amina", INVITED).accepts("Brahim", INVITED);
    jury.begins().assigns(BEGUN, "Amina: thyme walnuts", "Brahim: thyme walnuts");
    jury.marks("Amina", "thyme", 4, "Chiffrez le <transport>.", BEGUN);
    jury.marks("Brahim", "thyme", 3, "Mal écrit, et bête.", BEGUN);
    jury.marks("Amina", "walnuts", 2, "Où sont les noyers ?", BEGUN);
    jury.marks("Brahim", "walnuts", 3, "", BEGUN);
    jury.ends().ranks(RESULTS, "thyme", "walnuts").withholds("Brahim", "thyme", RESULTS);
    office.mails();
  }

  private static void isWhole(Received mail) {
    assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("{", "mail.");
    assertThat(mail.lines()).isNotEmpty().allMatch(line -> line.startsWith("https://"));
    assertThat(mail.header("List-Unsubscribe")).isNotEmpty();
  }

  /** The author's own, and nothing of the jurors' or of another idea's. */
  private void isTheirsAlone(Received mail) {
    isWhole(mail);
    assertThat(mail.text())
        .contains("> Chiffrez le <transport>.", jury.idea("thyme").dossier().idea().trackingCode())
        .doesNotContain("bête", "noyers", "noix", "Moha", "Entre nous", "Blessant");
    assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("Amina", "Brahim");
    assertThat(mail.html()).contains("Chiffrez le &lt;transport&gt;.");
    assertThat(mail.lines())
        .anyMatch(line -> line.endsWith("/rounds/" + jury.id() + "/results/"))
        .anyMatch(line -> line.contains("/follow/#token="));
  }

  @Test
  void a_winner_reads_marks_and_comments_and_is_asked_whether_to_be_named() {
    isRanked(author(Language.FR), Samples.fatima());
    jury.decides("thyme", List.of("walnuts"), RESULTS).publishes(PUBLISHED);

    Received mail = office.onlyMailTo(ITTO);

    isTheirsAlone(mail);
    assertThat(mail.subject()).contains("lauréate", "Le thym d'Itto");
    assertThat(mail.text())
        .contains(
            "Votre prix",
            "Premier prix",
            Formats.in(Language.FR).money(50_000),
            "3,33\u00a0: \u2068Innovation\u2069",
            "2,00\u00a0: \u2068Effet social\u2069",
            "telles que données\u00a0: \u20683,67\u2069",
            "Score ajusté\u00a0: \u20683,76\u2069",
            "Votre nom n’est publié nulle part sans votre accord",
            "15 jours");
  }

  @Test
  void a_winner_reads_the_same_in_arabic_from_right_to_left() {
    isRanked(author(Language.AR), Samples.fatima());
    jury.decides("thyme", List.of(), RESULTS).publishes(PUBLISHED);

    Received mail = office.onlyMailTo(ITTO);

    isTheirsAlone(mail);
    assertThat(mail.html()).contains("<html lang=\"ar\" dir=\"rtl\">");
    assertThat(mail.text())
        .contains(
            "3,33: \u2068الابتكار\u2069", "هنيئا لكم", "لا يُنشر اسمكم", "عضو من لجنة التحكيم")
        .contains("جائزتكم", "الجائزة الأولى");
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR", "ZGH", "EN"})
  void who_did_not_win_is_thanked_and_told_what_comes_next(Language language) {
    isRanked(author(language), Samples.fatima());
    jury.decides("walnuts", List.of(), RESULTS).publishes(PUBLISHED);

    Received mail = office.onlyMailTo(ITTO);

    isTheirsAlone(mail);
    String next =
        switch (language) {
          case FR -> "vous pouvez la corriger";
          case AR, ZGH -> "يمكنكم تصحيحها";
          case EN -> "you can correct it";
        };
    assertThat(mail.text()).contains(next).doesNotContain("accord", "دون موافقتكم", "consent");
  }

  @Test
  void who_never_confirmed_is_called_by_no_name_and_the_idea_by_its_code_in_the_subject() {
    isRanked(Samples.anIdea().by(author(Language.FR)).enteredFrom(Source.PAPER), Samples.fatima());
    jury.decides("thyme", List.of("walnuts"), RESULTS).publishes(PUBLISHED);

    Received mail = office.onlyMailTo(ITTO);

    isTheirsAlone(mail);
    assertThat(mail.subject())
        .contains(jury.idea("thyme").dossier().idea().trackingCode())
        .doesNotContain("thym");
    assertThat(mail.text()).doesNotContain("Itto Aït Sadden");
  }

  @Test
  void a_finalist_is_told_so_and_not_asked_for_a_name() {
    isRanked(author(Language.FR), Samples.fatima());
    jury.decides("walnuts", List.of("thyme"), RESULTS).publishes(PUBLISHED);

    List<Received> mails = office.mails();

    assertThat(mails)
        .filteredOn(mail -> mail.to().equals(ITTO))
        .singleElement()
        .satisfies(
            mail -> {
              isTheirsAlone(mail);
              assertThat(mail.subject()).contains("finaliste");
              assertThat(mail.text()).doesNotContain("accord", "Premier prix");
            });
    assertThat(mails)
        .filteredOn(mail -> mail.to().equals(FATIMA))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.text())
                    .contains("> Où sont les noyers ?", "lauréates")
                    .doesNotContain("transport", "thym d'Itto"));
  }

  @Test
  void who_is_erased_or_gone_hears_nothing() {
    isRanked(author(Language.FR), Samples.fatima());
    jury.decides("walnuts", List.of(), RESULTS).publishes(PUBLISHED);
    office.dispatch();
    jury.idea("thyme").erased(true);
    jury.idea("walnuts").withdrawn();
    office.clearMailboxes();
    office.deliver();
    assertThat(office.received())
        .extracting(Received::to)
        .containsExactlyInAnyOrder(AJury.address("Amina"), AJury.address("Brahim"));
    assertThat(calls()).isEmpty();
  }

  @Test
  void who_has_no_address_stands_among_the_calls_with_what_they_have_to_hear() {
    isRanked(author(Language.FR), byPhone());
    jury.decides("walnuts", List.of(), RESULTS).publishes(PUBLISHED);

    office.mails();

    assertThat(calls())
        .filteredOn(call -> call.startsWith(jury.idea("walnuts").id()))
        .containsExactly(jury.idea("walnuts").id() + " NO_EMAIL RESULTS_TO_TELL");
    assertThat(calls()).noneMatch(call -> call.startsWith(jury.idea("thyme").id()));
  }

  @Test
  void whose_mail_about_the_results_comes_back_is_called() {
    isRanked(author(Language.FR), Samples.fatima());
    jury.decides("walnuts", List.of(), RESULTS).publishes(PUBLISHED);
    office.mails();
    String idea = jury.idea("thyme").id();
    Errand errand =
        new Errand(
            "ROUND#" + jury.id(),
            "EVENT#0000000009",
            Errand.ROUND_PUBLISHED,
            Errand.toAuthor(idea));

    new Unreachable(office.ideas, office.uptakes, () -> Terms.USUAL)
        .call(errand, PUBLISHED.plusSeconds(60));

    assertThat(calls()).containsExactly(idea + " " + Call.Why.BOUNCED + " RESULTS_TO_TELL");
  }

  private static Author byPhone() {
    Author moha = Samples.moha();
    return new Author(
        moha.kind(),
        "Moha Ou Hammou",
        new Contact.Phone("+212612345678"),
        Language.AR,
        moha.gender(),
        moha.ageBand(),
        moha.consent(),
        Set.of("the hash of another secret"),
        moha.confirmation(),
        moha.pendingContact());
  }

  private List<String> calls() {
    TableCalls calls =
        new TableCalls(office.table.client(), office.table.name(), office.fingerprints);
    return switch (calls.waiting("05", "", 50)) {
      case Listing.Page<Calls.ToCall>(var items, var _) ->
          items.stream()
              .map(
                  call ->
                      call.id()
                          + " "
                          + call.why()
                          + " "
                          + call.told().map(Calls.Told::kind).orElse(""))
              .toList();
      case Listing.BadCursor<Calls.ToCall> _ -> throw new AssertionError();
    };
  }
}
