package twiza.round;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import twiza.place.Language;

/** A part of a {@link Plan}, and the phase from which it stays as it is. */
public enum Part {
  /** Whether it is held in a room. */
  LIVE(Phase.ANNOUNCED),
  /** How many ideas an author may have, and how long complaints are taken. */
  RULES(Phase.OPEN),
  ELIGIBILITY(Phase.OPEN),
  COMPLAINTS(Phase.OPEN),
  PRIZES(Phase.OPEN),
  OPENING(Phase.OPEN),
  GRACE(Phase.OPEN),
  /** Which ranking is official, and how ties are parted. */
  RANKING(Phase.OPEN),
  SUBMISSIONS_CLOSE(Phase.SCREENING),
  JUDGING_OPENING(Phase.JUDGING),
  RUBRIC(Phase.JUDGING),
  REVIEWS(Phase.JUDGING),
  /** Whether jurors see whose an idea is. */
  NAMES(Phase.JUDGING),
  JUDGING_CLOSE(Phase.CLOSED),
  /** Who judges, in words. */
  JURY(Phase.PUBLISHED),
  TITLE(Phase.PUBLISHED),
  THEME(Phase.PUBLISHED);

  private static final Set<Part> DATES =
      EnumSet.of(OPENING, SUBMISSIONS_CLOSE, JUDGING_OPENING, JUDGING_CLOSE);

  private final Phase frozenFrom;

  Part(Phase frozenFrom) {
    this.frozenFrom = frozenFrom;
  }

  /** Whether it may change no more. */
  public boolean isFrozen(Phase phase) {
    return phase.compareTo(frozenFrom) >= 0;
  }

  /** Whether moving it concerns those who reckon with the date. */
  public boolean isDate() {
    return DATES.contains(this);
  }

  /** The parts in which two plans differ. */
  static Set<Part> differences(Plan before, Plan after) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (Part part : values()) {
      if (!part.of(before).equals(part.of(after))) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** What a plan says in this part; an instant where it is a date. */
  Object of(Plan plan) {
    return switch (this) {
      case LIVE -> plan.live();
      case RULES -> List.of(plan.entriesPerAuthor(), plan.complaintDays());
      case ELIGIBILITY -> wording(plan, Wording.ELIGIBILITY);
      case COMPLAINTS -> wording(plan, Wording.COMPLAINTS);
      case PRIZES -> plan.prizes();
      case OPENING -> plan.schedule().opensAt();
      case GRACE -> plan.schedule().grace();
      case RANKING -> List.of(plan.official(), plan.tieBreaks(), plan.priority(), plan.seed());
      case SUBMISSIONS_CLOSE -> plan.schedule().submissionsCloseAt();
      case JUDGING_OPENING -> plan.schedule().judgingOpensAt();
      case RUBRIC -> plan.rubric();
      case REVIEWS -> plan.reviews();
      case NAMES -> plan.namesHidden();
      case JUDGING_CLOSE -> plan.schedule().judgingClosesAt();
      case JURY -> wording(plan, Wording.JURY);
      case TITLE -> wording(plan, Wording.TITLE);
      case THEME -> wording(plan, Wording.THEME);
    };
  }

  private static List<String> wording(Plan plan, Wording wording) {
    return Stream.of(Language.values()).map(language -> plan.text(language, wording)).toList();
  }
}
