package twiza.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import twiza.jury.Announcement;
import twiza.jury.Ranking.Caveat;
import twiza.jury.Ranking.Fit;
import twiza.jury.RankingRules;
import twiza.place.Language;
import twiza.round.Criterion;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.Prize;
import twiza.round.Ranking;
import twiza.round.Round;
import twiza.round.Schedule;
import twiza.round.TieBreak;
import twiza.round.Wording;

/** The rounds of the pages' tests. */
final class SampleRounds {

  static final List<Phase> PUBLIC =
      List.of(
          Phase.ANNOUNCED,
          Phase.OPEN,
          Phase.SCREENING,
          Phase.JUDGING,
          Phase.CLOSED,
          Phase.PUBLISHED,
          Phase.CANCELLED);

  static final String ID = "01JTWZ4XK9Q2M7T8V3B5N6P0RS";
  static final Instant OPENS = Instant.parse("2027-02-01T08:00:00Z");

  private SampleRounds() {}

  static RoundView in(Phase phase) {
    return in(phase, saying("Le thym de l’Atlas", "زعتر الأطلس"));
  }

  static RoundView in(Phase phase, Map<Language, Map<Wording, String>> texts) {
    String reason = phase == Phase.CANCELLED ? "La salle n’est plus libre." : "";
    return new RoundView(
        round(texts, phase), phase, false, reason, List.of(Samples.FIGS), "cursor-2");
  }

  /** Results with a winner who said yes, one that is not public any more, and every caveat. */
  static ResultsView results(int others) {
    List<ResultsView.Other> unplaced =
        IntStream.range(0, others)
            .mapToObj(
                i -> new ResultsView.Other("01JOTHER" + i, "معصرة تعاونية للزيتون " + i, "ar"))
            .toList();
    return new ResultsView(
        in(Phase.PUBLISHED),
        announcement(),
        List.of(
            new ResultsView.Placed(
                Samples.FIGS.id(),
                Samples.FIGS.title(),
                "fr",
                "Coopérative Tifaouine",
                4.312,
                4.4,
                5)),
        List.of(
            new ResultsView.Placed("01JWOOL", "صوف أكلموس", "ar", "", 4.1, 4.25, 4),
            new ResultsView.Placed("01JGONE", "", "", "", 3.9, 3.75, 5)),
        unplaced,
        others > 0 ? "cursor-2" : "");
  }

  private static Announcement announcement() {
    return new Announcement(
        ID,
        OPENS.plus(Duration.ofDays(40)),
        Map.of(
            Language.FR,
            "Le jury salue un projet mûr.\nIl encourage les autres.",
            Language.AR,
            "تشيد اللجنة بمشروع ناضج."),
        "Plus près du terrain.",
        List.of(new Announcement.Placed(Samples.FIGS.id(), 4.312, 4.4, 5)),
        List.of(
            new Announcement.Placed("01JWOOL", 4.1, 4.25, 4),
            new Announcement.Placed("01JGONE", 3.9, 3.75, 5)),
        new Announcement.Method(
            RankingRules.Official.ADJUSTED,
            "twiza-ranking/1",
            "0123456789abcdef".repeat(4),
            20_260_504L,
            Optional.of(new Fit(3.25, 0.5, 0.3, 0.33)),
            1,
            42,
            40,
            12,
            200,
            5,
            EnumSet.allOf(Caveat.class)));
  }

  static RoundsView all() {
    return new RoundsView("05", PUBLIC.stream().map(SampleRounds::in).toList(), "cursor-2");
  }

  static Map<Language, Map<Wording, String>> saying(String french, String arabic) {
    return Map.of(Language.FR, same(french), Language.AR, same(arabic));
  }

  private static Map<Wording, String> same(String words) {
    return Map.of(
        Wording.TITLE, words,
        Wording.THEME, words,
        Wording.ELIGIBILITY, words,
        Wording.COMPLAINTS, words,
        Wording.JURY, words);
  }

  private static Round round(Map<Language, Map<Wording, String>> texts, Phase phase) {
    Map<Language, String> name = Map.of(Language.FR, "Innovation", Language.AR, "الابتكار");
    Plan plan =
        new Plan(
            texts,
            3,
            15,
            List.of(
                new Prize(name, OptionalLong.of(50_000)), new Prize(name, OptionalLong.empty())),
            new Schedule(
                OPENS,
                OPENS.plus(Duration.ofDays(19)),
                OPENS.plus(Duration.ofDays(22)),
                OPENS.plus(Duration.ofDays(36)),
                Duration.ofMinutes(10)),
            List.of(
                new Criterion(
                    "INNOVATION",
                    100,
                    name,
                    Map.of(
                        Language.FR, Collections.nCopies(5, "Connu"),
                        Language.AR, Collections.nCopies(5, "معروف")))),
            OptionalInt.of(3),
            Ranking.ADJUSTED,
            List.of(TieBreak.values()),
            "INNOVATION",
            7,
            true,
            false);
    return new Round(ID, "05", 3, phase, plan, 1, 0, Set.of(), true, "", OPENS, Optional.empty());
  }
}
