package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import twiza.delegation.Guide;
import twiza.idea.Award;
import twiza.idea.Badge;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.uptake.Interest;
import twiza.uptake.Path;
import twiza.uptake.Registration;
import twiza.uptake.Stage;

class TextFromPeopleTest {

  private static final String HOSTILE = Samples.HOSTILE;
  private static final CardView CARD =
      new CardView(
          "01J",
          HOSTILE,
          HOSTILE,
          "05.081",
          HOSTILE,
          "FOOD",
          "ar",
          "",
          "",
          "INDIVIDUAL",
          HOSTILE,
          Instant.EPOCH,
          List.of(
              new Badge(
                  "01JROUND",
                  Award.Place.WINNER,
                  Map.of(Language.FR, HOSTILE),
                  Optional.of(HOSTILE))),
          "");

  @Test
  void a_typed_answer_comes_back_as_text() {
    Map<String, String> typed =
        Map.of("title", HOSTILE, "need", HOSTILE + "</textarea>", "province", HOSTILE);
    FormView form = new FormView(typed, Map.of("title", HOSTILE, "unknown" + HOSTILE, "?"));
    assertThat(Samples.PAGES.submit(Language.FR, form))
        .doesNotContain("<script>alert")
        .contains("&lt;script>alert(")
        .doesNotContain("</textarea></textarea>");
  }

  @Test
  void a_published_idea_stays_text_everywhere_it_is_shown() {
    IdeaView idea =
        new IdeaView(
            CARD,
            Instant.EPOCH,
            Map.of("need", HOSTILE),
            Map.of("jobsExpected", 1L),
            true,
            new IdeaView.Note(HOSTILE, Instant.EPOCH),
            List.of(new IdeaView.Title("ar", HOSTILE, HOSTILE, true)),
            "JOIN",
            List.of(
                new Path(
                    Stage.REGISTERED,
                    Interest.Kind.GROUP,
                    "05.081",
                    Instant.EPOCH,
                    Optional.of(new Registration(HOSTILE, HOSTILE, LocalDate.EPOCH)),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    true)),
            null,
            new Guide.Content(
                Map.of(),
                Map.of(Language.AR, List.of(HOSTILE)),
                List.of(new Guide.Place("https://example.org/", Map.of(Language.AR, HOSTILE))),
                List.of()));
    BankView bank = new BankView(HOSTILE, HOSTILE, HOSTILE, List.of(CARD), HOSTILE);
    assertThat(Samples.PAGES.idea(Language.AR, idea, "")).doesNotContain("<script>alert");
    assertThat(Samples.PAGES.bank(Language.AR, bank)).doesNotContain("<script>alert");
  }

  @Test
  void what_an_organiser_says_stays_text() {
    RoundView round = SampleRounds.in(Phase.CANCELLED, SampleRounds.saying(HOSTILE, HOSTILE));
    RoundView cancelled = round.with(HOSTILE, List.of(CARD), HOSTILE);
    for (String page :
        List.of(
            Samples.PAGES.round(Language.AR, cancelled),
            Samples.PAGES.submit(Language.AR, cancelled),
            Samples.PAGES.rounds(Language.AR, new RoundsView("05", List.of(cancelled), HOSTILE)))) {
      assertThat(page).doesNotContain("<script>alert");
    }
  }

  @Test
  void what_a_round_says_in_one_language_only_is_marked_as_that() {
    RoundView round = SampleRounds.in(Phase.OPEN, SampleRounds.saying("Le thym", ""));
    assertThat(Samples.PAGES.round(Language.AR, round))
        .contains("<h1 lang=\"fr\" dir=\"ltr\">Le thym</h1>");
    assertThat(Samples.PAGES.round(Language.ZGH, SampleRounds.in(Phase.OPEN)))
        .contains("<h1 lang=\"ar\" dir=\"rtl\">");
  }

  @Test
  void a_receipt_stays_text() {
    ReceiptView receipt =
        new ReceiptView(
            "UNCONFIRMED",
            HOSTILE,
            HOSTILE,
            HOSTILE,
            false,
            "https://t.example/#" + HOSTILE,
            HOSTILE);
    assertThat(Samples.PAGES.receipt(Language.FR, Optional.of(receipt)))
        .doesNotContain("<script>alert");
  }

  @Test
  void an_idea_takes_the_direction_of_its_own_words() {
    assertThat(Samples.PAGES.idea(Language.AR, Samples.SHEET, ""))
        .contains("<h1 dir=\"auto\" lang=\"fr\">")
        .contains("<bdi>Ouaoula</bdi>")
        .contains("<bdi>Coopérative Tifaouine</bdi>");
  }

  @Test
  void a_phone_number_reads_from_left_to_right_in_an_arabic_sentence() {
    assertThat(Samples.PAGES.receipt(Language.AR, Optional.of(Samples.BY_PHONE)))
        .contains("<bdi dir=\"ltr\">+212 6 12 34 56 78</bdi>");
  }
}
