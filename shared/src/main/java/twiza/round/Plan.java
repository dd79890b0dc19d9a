package twiza.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import twiza.place.Language;

/**
 * All that an organiser says about a round.
 *
 * @param entriesPerAuthor how many ideas one author may have in the round
 * @param complaintDays for which complaints are taken after the results
 * @param rubric in the order in which the jury marks
 * @param reviews jurors an idea; empty when every juror marks every idea
 * @param tieBreaks each at most once, in the order in which they are tried
 * @param priority code of the criterion that {@link TieBreak#PRIORITY_CRITERION} looks at
 * @param seed of every draw
 * @param live held in a room: a code on the wall lifts the limits, and contacts are confirmed
 *     afterwards
 * @param namesHidden whether jurors don't see whose an idea is
 */
public record Plan(
    Map<Language, Map<Wording, String>> texts,
    int entriesPerAuthor,
    int complaintDays,
    List<Prize> prizes,
    Schedule schedule,
    List<Criterion> rubric,
    OptionalInt reviews,
    Ranking official,
    List<TieBreak> tieBreaks,
    String priority,
    long seed,
    boolean live,
    boolean namesHidden) {

  /** In which a round has to say everything. */
  public static final Set<Language> REQUIRED = EnumSet.of(Language.FR, Language.AR);

  public static final int MOST_ENTRIES_PER_AUTHOR = 20;
  public static final int MOST_COMPLAINT_DAYS = 90;
  public static final int MOST_PRIZES = 10;
  public static final int MOST_CRITERIA = 8;
  public static final int FEWEST_REVIEWS = 3;
  public static final int MOST_REVIEWS = 5;

  private static final int WHOLE = 100;

  /** Empty when it is not said in that language. */
  public String text(Language language, Wording wording) {
    return texts.getOrDefault(language, Map.of()).getOrDefault(wording, "");
  }

  /** The title in a language, or else in one that every announced round has. */
  public String title(Language language) {
    List<Language> wanted =
        language == Language.ZGH
            ? List.of(Language.ZGH, Language.AR, Language.FR)
            : List.of(language, Language.FR, Language.AR);
    return wanted.stream()
        .map(each -> text(each, Wording.TITLE))
        .filter(title -> !title.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The same, but for the end of the jury. */
  Plan judgedUntil(Instant end) {
    Schedule judged =
        new Schedule(
            schedule.opensAt(),
            schedule.submissionsCloseAt(),
            schedule.judgingOpensAt(),
            end,
            schedule.grace());
    return new Plan(
        texts,
        entriesPerAuthor,
        complaintDays,
        prizes,
        judged,
        rubric,
        reviews,
        official,
        tieBreaks,
        priority,
        seed,
        live,
        namesHidden);
  }

  /** What keeps it from being announced, in the order of the form. */
  List<Missing> missing(Instant now) {
    List<Missing> missing = new ArrayList<>();
    for (Language language : REQUIRED) {
      for (Wording wording : Wording.values()) {
        if (wording.isRequired() && text(language, wording).isBlank()) {
          missing.add(new Missing(Missing.What.TEXT, wording + " " + language));
        }
      }
      missingOfPrizes(language, missing);
      missingOfRubric(language, missing);
    }
    if (rubric.stream().mapToInt(Criterion::weight).sum() != WHOLE) {
      missing.add(new Missing(Missing.What.WEIGHTS, ""));
    }
    if (tieBreaks.contains(TieBreak.PRIORITY_CRITERION)
        && rubric.stream().noneMatch(criterion -> criterion.code().equals(priority))) {
      missing.add(new Missing(Missing.What.PRIORITY, ""));
    }
    if (!schedule.opensAt().isAfter(now)) {
      missing.add(new Missing(Missing.What.OPENING_PAST, ""));
    }
    return missing;
  }

  private void missingOfPrizes(Language language, List<Missing> missing) {
    for (int i = 0; i < prizes.size(); i++) {
      if (prizes.get(i).title().getOrDefault(language, "").isBlank()) {
        missing.add(new Missing(Missing.What.PRIZE, (i + 1) + " " + language));
      }
    }
  }

  private void missingOfRubric(Language language, List<Missing> missing) {
    for (Criterion criterion : rubric) {
      List<String> levels = criterion.levels().getOrDefault(language, List.of());
      boolean said =
          !criterion.title().getOrDefault(language, "").isBlank()
              && levels.size() == Criterion.LEVELS
              && levels.stream().noneMatch(String::isBlank);
      if (!said) {
        missing.add(new Missing(Missing.What.CRITERION, criterion.code() + " " + language));
      }
    }
  }
}
