package twiza.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.place.Language;
import twiza.round.Criterion;
import twiza.round.Plan;
import twiza.round.Prize;
import twiza.round.Ranking;
import twiza.round.Schedule;
import twiza.round.StandardRubric;
import twiza.round.TieBreak;
import twiza.round.Wording;

/** Reads what an organiser says about a round; what is left out takes its usual value. */
final class PlanForm {

  /** What every reader of JSON holds exactly. */
  static final long LARGEST_SEED = (1L << 53) - 1;

  private static final int USUAL_ENTRIES = 3;
  private static final int USUAL_COMPLAINT_DAYS = 15;
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final List<Criterion> standard = StandardRubric.load();

  /**
   * A plan that was not there before.
   *
   * @throws Problem 422 with everything that is wrong
   */
  Plan first(Input input, long seed) {
    return read(input, OptionalInt.of(Plan.FEWEST_REVIEWS), seed);
  }

  /**
   * A plan instead of another, whose draw it keeps unless it names one.
   *
   * @throws Problem 422 with everything that is wrong
   */
  Plan next(Input input, Plan before) {
    return read(input, OptionalInt.empty(), before.seed());
  }

  private Plan read(Input input, OptionalInt usualReviews, long usualSeed) {
    boolean live = input.flag("live", false);
    Dates dates = Dates.read(input, live);
    List<Criterion> rubric = rubric(input);
    String first = rubric.stream().map(Criterion::code).findFirst().orElse("");
    OptionalInt reviews = input.number("reviews", Plan.FEWEST_REVIEWS, Plan.MOST_REVIEWS);
    String priority = input.optionalLine("priority", Criterion.LONGEST_CODE);
    Map<Language, Map<Wording, String>> texts = texts(input);
    int entries = number(input, "entriesPerAuthor", 1, Plan.MOST_ENTRIES_PER_AUTHOR, USUAL_ENTRIES);
    int days = number(input, "complaintDays", 0, Plan.MOST_COMPLAINT_DAYS, USUAL_COMPLAINT_DAYS);
    List<Prize> prizes = prizes(input);
    Optional<Ranking> official = input.choice("officialRanking", Ranking.class);
    List<TieBreak> tieBreaks = tieBreaks(input);
    long seed = input.amount("seed", 0, LARGEST_SEED).orElse(usualSeed);
    boolean namesHidden = input.flag("namesHidden", true);
    input.finish();
    return new Plan(
        texts,
        entries,
        days,
        prizes,
        dates.schedule(),
        rubric,
        live ? OptionalInt.empty() : reviews.isPresent() ? reviews : usualReviews,
        official.orElse(Ranking.ADJUSTED),
        tieBreaks,
        priority.isEmpty() ? first : priority,
        seed,
        live,
        namesHidden);
  }

  private static int number(Input input, String field, int smallest, int largest, int usual) {
    return input.number(field, smallest, largest).orElse(usual);
  }

  private static List<TieBreak> tieBreaks(Input input) {
    return input.has("tieBreaks")
        ? input.order("tieBreaks", TieBreak.class)
        : List.of(TieBreak.values());
  }

  private static Map<Language, Map<Wording, String>> texts(Input input) {
    return byLanguage(
        language -> {
          Map<Wording, String> said = new EnumMap<>(Wording.class);
          for (Wording wording : Wording.values()) {
            String field = "texts." + language.tag() + "." + name(wording);
            String text =
                wording == Wording.TITLE
                    ? input.optionalLine(field, wording.longest())
                    : input.optionalText(field, wording.longest());
            if (!text.isEmpty()) {
              said.put(wording, text);
            }
          }
          return Optional.of(said).filter(map -> !map.isEmpty());
        });
  }

  private static String name(Wording wording) {
    return switch (wording) {
      case TITLE -> "title";
      case THEME -> "theme";
      case ELIGIBILITY -> "eligibility";
      case COMPLAINTS -> "complaints";
      case JURY -> "jury";
    };
  }

  private static <V> Map<Language, V> byLanguage(Function<Language, Optional<V>> reading) {
    Map<Language, V> read = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      reading.apply(language).ifPresent(value -> read.put(language, value));
    }
    return read;
  }

  private static List<Prize> prizes(Input input) {
    List<Prize> prizes = new ArrayList<>();
    for (Input item : input.items("prizes", Plan.MOST_PRIZES)) {
      prizes.add(
          new Prize(
              titles(item, Prize.LONGEST_TITLE), item.amount("amount", 0, Prize.LARGEST_AMOUNT)));
    }
    return prizes;
  }

  private static Map<Language, String> titles(Input item, int longest) {
    return byLanguage(
        language ->
            Optional.of(item.optionalLine("title." + language.tag(), longest))
                .filter(title -> !title.isEmpty()));
  }

  private List<Criterion> rubric(Input input) {
    if (!input.has("rubric")) {
      return standard;
    }
    List<Criterion> rubric = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Input item : input.items("rubric", Plan.MOST_CRITERIA)) {
      Criterion criterion = criterion(item);
      if (!CODE.matcher(criterion.code()).matches() || !codes.add(criterion.code())) {
        item.refuse("code", "BAD_CODE");
      }
      rubric.add(criterion);
    }
    return rubric;
  }

  private static Criterion criterion(Input item) {
    if (!item.has("weight")) {
      item.refuse("weight", "REQUIRED");
    }
    return new Criterion(
        item.optionalLine("code", Criterion.LONGEST_CODE),
        item.number("weight", 1, 100).orElse(1),
        titles(item, Criterion.LONGEST_TITLE),
        byLanguage(
            language ->
                Optional.of(
                        item.places(
                            "levels." + language.tag(), Criterion.LEVELS, Criterion.LONGEST_LEVEL))
                    .filter(levels -> !levels.isEmpty())));
  }

  /** The dates as far as they could be read. */
  private record Dates(
      Optional<Instant> opens,
      Optional<Instant> closes,
      Duration grace,
      Optional<Instant> judgingOpens,
      Optional<Instant> judgingCloses) {

    static Dates read(Input input, boolean live) {
      Optional<Instant> opens = required(input, "opensAt");
      Optional<Instant> closes = required(input, "submissionsCloseAt");
      int most = (int) Schedule.LONGEST_GRACE.toMinutes();
      Duration grace = Duration.ofMinutes(number(input, "graceMinutes", 0, most, 0));
      Duration screening = live ? grace : Schedule.SCREENING;
      Optional<Instant> judgingOpens =
          orElse(input, "judgingOpensAt", closes.map(at -> at.plus(screening)));
      Duration judging = live ? Schedule.LIVE_JUDGING : Schedule.JUDGING;
      Optional<Instant> judgingCloses =
          orElse(input, "judgingClosesAt", judgingOpens.map(at -> at.plus(judging)));
      inOrder(input, opens.map(at -> at.plusMillis(1)), closes, "submissionsCloseAt");
      inOrder(input, closes.map(at -> at.plus(grace)), judgingOpens, "judgingOpensAt");
      inOrder(input, judgingOpens.map(at -> at.plusMillis(1)), judgingCloses, "judgingClosesAt");
      return new Dates(opens, closes, grace, judgingOpens, judgingCloses);
    }

    private static Optional<Instant> required(Input input, String field) {
      if (!input.has(field)) {
        input.refuse(field, "REQUIRED");
      }
      return input.time(field);
    }

    private static Optional<Instant> orElse(Input input, String field, Optional<Instant> usual) {
      return input.has(field) ? input.time(field) : usual;
    }

    private static void inOrder(
        Input input, Optional<Instant> earliest, Optional<Instant> at, String field) {
      if (earliest.isPresent() && at.filter(it -> it.isBefore(earliest.get())).isPresent()) {
        input.refuse(field, "DATE_ORDER");
      }
    }

    Schedule schedule() {
      return new Schedule(
          opens.orElseThrow(),
          closes.orElseThrow(),
          judgingOpens.orElseThrow(),
          judgingCloses.orElseThrow(),
          grace);
    }
  }
}
