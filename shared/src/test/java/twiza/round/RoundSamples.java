package twiza.round;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import twiza.idea.Samples;
import twiza.place.Language;

/** Rounds that tests tell their stories with. */
public final class RoundSamples {

  public static final String ORGANISER = "M05O";

  /** A week after the Monday on which the stories begin. */
  public static final Instant OPENS = Samples.MONDAY.plus(Duration.ofDays(7));

  public static final Instant CLOSES = OPENS.plus(Duration.ofDays(14));
  public static final Instant JURY = CLOSES.plus(Schedule.SCREENING);
  public static final Instant RESULTS = JURY.plus(Schedule.JUDGING);

  private static final AtomicInteger COUNT = new AtomicInteger();

  private RoundSamples() {}

  /** A round of the region of Béni Mellal, with an id of its own, about to be drafted. */
  public static Sample aRound() {
    int number = COUNT.incrementAndGet();
    return new Sample(String.format(Locale.ROOT, "01JRND%020d", number), "05", aPlan());
  }

  /** Complete: nothing keeps it from being announced. */
  public static Plan aPlan() {
    return new Plan(
        Map.of(
            Language.FR,
            Map.of(
                Wording.TITLE, "Ideathon du Moyen Atlas",
                Wording.THEME, "Mieux vendre ce que la montagne produit.",
                Wording.ELIGIBILITY, "Toute personne de la région, avec une idée à elle.",
                Wording.COMPLAINTS, "Par écrit, à la délégation."),
            Language.AR,
            Map.of(
                Wording.TITLE, "إيدياثون الأطلس المتوسط",
                Wording.THEME, "تسويق أفضل لما ينتجه الجبل.",
                Wording.ELIGIBILITY, "كل شخص من الجهة، بفكرة من عنده.",
                Wording.COMPLAINTS, "كتابة، لدى المندوبية.")),
        3,
        15,
        List.of(
            new Prize(
                Map.of(Language.FR, "Premier prix", Language.AR, "الجائزة الأولى"),
                OptionalLong.of(50_000))),
        new Schedule(OPENS, CLOSES, JURY, RESULTS, Duration.ZERO),
        List.of(
            criterion("INNOVATION", "Innovation", "الابتكار", 60),
            criterion("IMPACT", "Effet social", "الأثر الاجتماعي", 40)),
        OptionalInt.of(Plan.FEWEST_REVIEWS),
        Ranking.ADJUSTED,
        List.of(TieBreak.values()),
        "INNOVATION",
        20_260_504L,
        false,
        true);
  }

  private static Criterion criterion(String code, String french, String arabic, int weight) {
    return new Criterion(
        code,
        weight,
        Map.of(Language.FR, french, Language.AR, arabic),
        Map.of(
            Language.FR, levels("Très faible", "Faible", "Moyen", "Bon", "Remarquable"),
            Language.AR, levels("ضعيف جدا", "ضعيف", "متوسط", "جيد", "متميز")));
  }

  private static List<String> levels(String... levels) {
    return Arrays.asList(levels);
  }

  /** The same plan at other times. */
  public static Plan at(Plan plan, Schedule schedule) {
    return with(plan, schedule, plan.entriesPerAuthor(), plan.live(), plan.seed());
  }

  /** The same plan with another draw, which nobody sees before the results. */
  public static Plan seeded(Plan plan, long seed) {
    return with(plan, plan.schedule(), plan.entriesPerAuthor(), plan.live(), seed);
  }

  /** The same plan, held in a room or not. */
  public static Plan live(Plan plan, boolean live) {
    return with(plan, plan.schedule(), plan.entriesPerAuthor(), live, plan.seed());
  }

  private static Plan with(
      Plan plan, Schedule schedule, int entriesPerAuthor, boolean live, long seed) {
    return new Plan(
        plan.texts(),
        entriesPerAuthor,
        plan.complaintDays(),
        plan.prizes(),
        schedule,
        plan.rubric(),
        live ? OptionalInt.empty() : plan.reviews(),
        plan.official(),
        plan.tieBreaks(),
        plan.priority(),
        seed,
        live,
        plan.namesHidden());
  }

  /** A round about to be drafted. */
  public record Sample(String id, String region, Plan plan) {

    public Sample in(String otherRegion) {
      return new Sample(id, otherRegion, plan);
    }

    public Sample saying(Plan other) {
      return new Sample(id, region, other);
    }

    /** With the usual time for screening and judging after it. */
    public Sample between(Instant opens, Instant closes) {
      Instant jury = closes.plus(Schedule.SCREENING);
      return at(new Schedule(opens, closes, jury, jury.plus(Schedule.JUDGING), Duration.ZERO));
    }

    public Sample at(Schedule schedule) {
      return saying(RoundSamples.at(plan, schedule));
    }

    public Sample graceOf(Duration grace) {
      Schedule s = plan.schedule();
      return at(
          new Schedule(
              s.opensAt(), s.submissionsCloseAt(), s.judgingOpensAt(), s.judgingClosesAt(), grace));
    }

    public Sample takingPerAuthor(int entries) {
      return saying(with(plan, plan.schedule(), entries, plan.live(), plan.seed()));
    }

    /**
     * Held in a room: ideas are sent for two hours, the jury begins when the last one is in, and
     * has a quarter of an hour.
     */
    public Sample live() {
      Instant opens = plan.schedule().opensAt();
      Instant closes = opens.plus(Duration.ofHours(2));
      Schedule schedule =
          new Schedule(opens, closes, closes, closes.plus(Duration.ofMinutes(15)), Duration.ZERO);
      return saying(with(plan, schedule, plan.entriesPerAuthor(), true, plan.seed()));
    }

    /** As its life begins. */
    public RoundOutcome.Accepted drafted() {
      return RoundLife.draft(id, region, plan, Samples.MONDAY);
    }
  }
}
