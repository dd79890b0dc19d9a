package twiza.idea;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import twiza.place.Language;

/**
 * Where an idea stands: the result of its events, and all that {@link IdeaLife} needs to decide.
 *
 * @param version counts the changes; the next one must name it
 * @param latest number of the newest revision
 * @param published number of the revision in the bank
 * @param proposed number of the revision that waits beside a published one
 * @param contactConfirmed whether the contact is known to be the author's
 * @param standing the last decision
 * @param asked since when changes are asked of the author, and how often they were reminded
 * @param waitingSince since when a revision waits for a moderator
 * @param erased whether the author is gone from the table
 * @param answer the author's answer to a rejection, once it was given
 * @param call that the author has to be called, if they have
 * @param noted whether the delegation says something to the public about it
 * @param reports what the public reported and no moderator has looked at
 * @param notices what was said about the present wait for a moderator
 * @param entries its part in rounds, one for each, the one taken last at the end
 */
public record Idea(
    String id,
    String trackingCode,
    String region,
    Language language,
    Author.Kind kind,
    Presentation presentation,
    Set<Flag> flags,
    Contact.Kind contact,
    boolean contactConfirmed,
    long version,
    State state,
    int latest,
    OptionalInt published,
    OptionalInt proposed,
    Optional<Standing> standing,
    Optional<Asked> asked,
    boolean reminded,
    Instant submittedAt,
    Optional<Instant> publishedAt,
    Optional<Instant> waitingSince,
    Instant changedAt,
    boolean erased,
    Optional<Answer> answer,
    Optional<Call> call,
    boolean noted,
    Optional<Reports> reports,
    Set<Notice> notices,
    List<Entry> entries) {

  /** An unconfirmed idea is reminded of after this time, once. */
  public static final Duration REMIND_UNCONFIRMED_AFTER = Duration.ofDays(2);

  /** An unconfirmed idea expires after this time. */
  public static final Duration EXPIRE_UNCONFIRMED_AFTER = Duration.ofDays(7);

  /** Authors who were asked for changes are reminded after the first, then after the second. */
  public static final Duration REMIND_ASKED_FIRST = Duration.ofDays(7);

  public static final Duration REMIND_ASKED_AGAIN = Duration.ofDays(21);

  /**
   * The decision that stands.
   *
   * @param by the opaque id of the moderator
   */
  public record Standing(Choice choice, int revision, String by, Instant at) {}

  /**
   * @param reminders sent so far
   */
  public record Asked(Instant since, int reminders) {}

  /**
   * An author's one answer to a rejection. It waits for another moderator.
   *
   * @param rejectedBy the opaque id of the moderator who rejected the idea
   * @param settled whether another moderator has approved or rejected it since
   */
  public record Answer(String rejectedBy, boolean settled) {}

  /**
   * @param count how many reports there are since then
   */
  public record Reports(Instant since, int count) {}

  /** So many reports are kept until a moderator looks at them. */
  public static final int MOST_REPORTS = 20;

  /** The revision that waits for a moderator, if one does. */
  public OptionalInt waiting() {
    return state == State.PENDING ? OptionalInt.of(latest) : proposed;
  }

  /** The revision that a moderator is shown: the one that waits, or else the one that stands. */
  public int shown() {
    return waiting().orElse(published.orElse(latest));
  }

  /** Since when it stands in the queue, for a revision that waits or for a report. */
  public Optional<Instant> queuedSince() {
    Optional<Instant> reported = reports.map(Reports::since);
    return waitingSince
        .filter(since -> reported.filter(since::isAfter).isEmpty())
        .or(() -> reported);
  }

  /** The moderator who may not decide about what waits, since they have rejected it before. */
  public Optional<String> closedTo() {
    return waiting().isPresent()
        ? answer.filter(given -> !given.settled()).map(Answer::rejectedBy)
        : Optional.empty();
  }

  /** What a moderator may decide now. */
  public Set<Choice> choices(String moderator) {
    return closedTo().filter(moderator::equals).isPresent()
        ? EnumSet.noneOf(Choice.class)
        : choices();
  }

  /** What moderators may decide now. */
  public Set<Choice> choices() {
    Set<Choice> choices = EnumSet.noneOf(Choice.class);
    if (waiting().isPresent()) {
      choices.addAll(EnumSet.of(Choice.APPROVE, Choice.REQUEST_CHANGES, Choice.REJECT));
    }
    if (state == State.PUBLISHED) {
      choices.add(Choice.UNPUBLISH);
    }
    return choices;
  }

  /** What the author may do now. */
  public Set<Ability> abilities() {
    if (erased) {
      return EnumSet.noneOf(Ability.class);
    }
    return switch (state) {
      case UNCONFIRMED, PENDING, CHANGES_REQUESTED, PUBLISHED, UNPUBLISHED ->
          EnumSet.complementOf(EnumSet.of(Ability.ANSWER));
      case REJECTED -> rejectedAbilities();
      case WITHDRAWN, EXPIRED -> EnumSet.of(Ability.ERASE);
    };
  }

  private Set<Ability> rejectedAbilities() {
    return answer.isEmpty()
        ? EnumSet.allOf(Ability.class)
        : EnumSet.of(Ability.WITHDRAW, Ability.ERASE, Ability.CHANGE_CONTACT);
  }

  public enum Ability {
    CORRECT,
    /** Correcting is the one answer to a rejection; it may come with a message. */
    ANSWER,
    WITHDRAW,
    ERASE,
    CHANGE_CONTACT
  }

  /** Its part in a round, if it ever had one. */
  public Optional<Entry> entry(String round) {
    return entries.stream().filter(entry -> entry.round().equals(round)).findFirst();
  }

  /** When it expires unless it is confirmed: not before it would be too late for a round. */
  public Instant expiresAt() {
    Instant usual = submittedAt.plus(EXPIRE_UNCONFIRMED_AFTER);
    return entries.stream()
        .filter(entry -> entry.place() == Entry.Place.ENTERED)
        .map(Entry::until)
        .filter(usual::isBefore)
        .max(Instant::compareTo)
        .orElse(usual);
  }

  /** When something has to happen to this idea by itself, if ever. */
  public Optional<Instant> dueAt() {
    if (state == State.UNCONFIRMED) {
      return Optional.of(reminded ? expiresAt() : submittedAt.plus(REMIND_UNCONFIRMED_AFTER));
    }
    return asked
        .filter(a -> a.reminders() < 2)
        .map(a -> a.since().plus(a.reminders() == 0 ? REMIND_ASKED_FIRST : REMIND_ASKED_AGAIN));
  }
}
