package twiza.idea;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import twiza.place.Language;

/** An idea while an event is applied to it: the next version, field by field. */
final class Change {

  private final String id;
  private final String trackingCode;
  private final String region;
  private final Language language;
  private final Author.Kind kind;
  private final Instant submittedAt;
  private final Instant at;
  private final long version;
  private final Set<Flag> flags;
  private Presentation presentation;
  private Contact.Kind contact;
  private boolean contactConfirmed;
  private State state;
  private int latest;
  private OptionalInt published;
  private OptionalInt proposed;
  private Optional<Idea.Standing> standing;
  private Optional<Idea.Asked> asked;
  private boolean reminded;
  private Optional<Instant> publishedAt;
  private Optional<Instant> waitingSince;
  private boolean erased;
  private Optional<Idea.Answer> answer;
  private Optional<Call> call;
  private boolean noted;
  private Optional<Idea.Reports> reports;
  private Set<Notice> notices;
  private List<Entry> entries;

  /** A first version, out of what was submitted. */
  Change(String id, IdeaEvent.Submitted submitted, Set<Flag> flags, Instant at) {
    this.id = id;
    this.trackingCode = submitted.trackingCode();
    this.region = submitted.region();
    this.language = submitted.language();
    this.kind = submitted.kind();
    this.presentation = submitted.presentation();
    this.contact = submitted.contact();
    this.flags = flags;
    this.submittedAt = at;
    this.at = at;
    this.version = 1;
    this.state = State.UNCONFIRMED;
    this.latest = 1;
    this.published = OptionalInt.empty();
    this.proposed = OptionalInt.empty();
    this.standing = Optional.empty();
    this.asked = Optional.empty();
    this.publishedAt = Optional.empty();
    this.waitingSince = Optional.empty();
    this.answer = Optional.empty();
    this.call = Optional.empty();
    this.reports = Optional.empty();
    this.notices = Set.of();
    this.entries = List.of();
  }

  /** The version after the one given. */
  Change(Idea idea, Instant at) {
    this.id = idea.id();
    this.trackingCode = idea.trackingCode();
    this.region = idea.region();
    this.language = idea.language();
    this.kind = idea.kind();
    this.presentation = idea.presentation();
    this.contact = idea.contact();
    this.contactConfirmed = idea.contactConfirmed();
    this.flags = EnumSet.noneOf(Flag.class);
    this.flags.addAll(idea.flags());
    this.submittedAt = idea.submittedAt();
    this.at = at;
    this.version = idea.version() + 1;
    this.state = idea.state();
    this.latest = idea.latest();
    this.published = idea.published();
    this.proposed = idea.proposed();
    this.standing = idea.standing();
    this.asked = idea.asked();
    this.reminded = idea.reminded();
    this.publishedAt = idea.publishedAt();
    this.waitingSince = idea.waitingSince();
    this.erased = idea.erased();
    this.answer = idea.answer();
    this.call = idea.call();
    this.noted = idea.noted();
    this.reports = idea.reports();
    this.notices = idea.notices();
    this.entries = idea.entries();
  }

  Change state(State next) {
    state = next;
    return this;
  }

  Change waitingSince(Optional<Instant> since) {
    waitingSince = since;
    return this;
  }

  Change confirmed() {
    contactConfirmed = true;
    flags.remove(Flag.CONTACT_UNCONFIRMED);
    return this;
  }

  Change reminded() {
    reminded = true;
    return this;
  }

  Change latest(int revision) {
    latest = revision;
    return this;
  }

  Change proposed(int revision) {
    proposed = OptionalInt.of(revision);
    return this;
  }

  Change present(Presentation next) {
    presentation = next;
    return this;
  }

  /** A revision waits for a moderator; one that already waited keeps its place in the queue. */
  Change waits(State next) {
    state = next;
    asked = Optional.empty();
    waitingSince = waitingSince.or(() -> Optional.of(at));
    return this;
  }

  /** The author answers a rejection. */
  Change answers() {
    String rejectedBy = standing.orElseThrow().by();
    answer = Optional.of(new Idea.Answer(rejectedBy, false));
    return waits(State.PENDING);
  }

  /** A moderator decided for or against what waited. */
  Change settled() {
    answer = answer.map(given -> new Idea.Answer(given.rejectedBy(), true));
    return this;
  }

  /** A decision: nothing waits any more. */
  Change stands(Choice choice, int revision, String by) {
    standing = Optional.of(new Idea.Standing(choice, revision, by, at));
    flags.remove(Flag.IMPORTED);
    proposed = OptionalInt.empty();
    asked = Optional.empty();
    return waitsNoMore();
  }

  private Change waitsNoMore() {
    waitingSince = Optional.empty();
    return looked();
  }

  Change reported() {
    Idea.Reports before = reports.orElse(new Idea.Reports(at, 0));
    reports = Optional.of(new Idea.Reports(before.since(), before.count() + 1));
    flags.add(Flag.REPORTED);
    return this;
  }

  /** A moderator looked at what was reported; a revision may wait as before. */
  Change looked() {
    reports = Optional.empty();
    flags.remove(Flag.REPORTED);
    notices = waitingSince.isPresent() ? notices : Set.of();
    return this;
  }

  Change noticed(Notice notice) {
    Set<Notice> more = EnumSet.of(notice);
    more.addAll(notices);
    notices = Set.copyOf(more);
    return this;
  }

  Change noted(boolean there) {
    noted = there;
    return this;
  }

  Change publish(int revision) {
    state = State.PUBLISHED;
    published = OptionalInt.of(revision);
    publishedAt = publishedAt.or(() -> Optional.of(at));
    return this;
  }

  Change ask() {
    asked = Optional.of(new Idea.Asked(at, 0));
    return unlessPublished(State.CHANGES_REQUESTED);
  }

  Change askedAgain(int reminders) {
    asked = asked.map(a -> new Idea.Asked(a.since(), reminders));
    return this;
  }

  /** A published idea stays published whatever becomes of a correction. */
  Change unlessPublished(State next) {
    return state == State.PUBLISHED ? this : state(next);
  }

  /** Out of the bank, and out of the queue. */
  Change leave(State next) {
    state = next;
    published = OptionalInt.empty();
    proposed = OptionalInt.empty();
    publishedAt = Optional.empty();
    asked = Optional.empty();
    return waitsNoMore();
  }

  Change erase(boolean textLeft) {
    erased = true;
    if (!textLeft) {
      noted = false;
      return leave(State.WITHDRAWN);
    }
    presentation = new Presentation(false, presentation.fullSheet());
    proposed = OptionalInt.empty();
    asked = Optional.empty();
    return waitsNoMore();
  }

  Change contact(Contact.Kind kind) {
    contact = kind;
    contactConfirmed = kind == Contact.Kind.EMAIL;
    if (contactConfirmed) {
      flags.remove(Flag.CONTACT_UNCONFIRMED);
    } else {
      flags.add(Flag.CONTACT_UNCONFIRMED);
    }
    return this;
  }

  Change unconfirmed() {
    flags.add(Flag.CONTACT_UNCONFIRMED);
    return this;
  }

  Change consented(Consented on) {
    if (on == Consented.NONE) {
      flags.add(Flag.NO_CONSENT);
    } else {
      flags.remove(Flag.NO_CONSENT);
    }
    return this;
  }

  /** The author has to be called; whoever waits for a call already keeps their place. */
  Change toCall(Call.Why why, long told) {
    if (!flags.contains(Flag.UNREACHABLE)) {
      Call before = call.orElse(new Call(at, 0, why, told));
      call = Optional.of(new Call(before.since(), before.attempts(), why, told));
    }
    return this;
  }

  Change toCall(Call.Why why) {
    return toCall(why, version);
  }

  /** Nobody answered: somebody calls again once all others were called. */
  Change calledInVain() {
    call = call.map(c -> new Call(at, c.attempts() + 1, c.why(), c.told()));
    return this;
  }

  Change noCall() {
    call = Optional.empty();
    return this;
  }

  Change reachable(boolean is) {
    if (is) {
      flags.remove(Flag.UNREACHABLE);
    } else {
      flags.add(Flag.UNREACHABLE);
    }
    return this;
  }

  /** An idea has one part in each round; the one taken last counts. */
  Change entry(Entry entry) {
    entries =
        Stream.concat(
                entries.stream().filter(before -> !before.round().equals(entry.round())),
                Stream.of(entry))
            .toList();
    return this;
  }

  Change entry(String round, Entry.Place place) {
    return entry(entryIn(round).place(place));
  }

  Change prolonged(String round, Instant until) {
    return entry(entryIn(round).prolonged(until));
  }

  Change admitted(String round, int revision) {
    return entry(entryIn(round).admitted(revision));
  }

  /** Whoever said that they may be named need not say it again. */
  Change awarded(IdeaEvent.Awarded awarded) {
    Entry entry = entryIn(awarded.round());
    Optional<Boolean> named = entry.award().flatMap(Award::named);
    return entry(entry.awarded(new Award(awarded.place(), awarded.title(), named)));
  }

  Change named(String round, boolean named) {
    Entry entry = entryIn(round);
    Award award = entry.award().orElseThrow();
    return entry(entry.awarded(new Award(award.place(), award.title(), Optional.of(named))));
  }

  private Entry entryIn(String round) {
    return entries.stream().filter(entry -> entry.round().equals(round)).findFirst().orElseThrow();
  }

  boolean isByPhone() {
    return contact == Contact.Kind.PHONE;
  }

  Idea idea() {
    return new Idea(
        id,
        trackingCode,
        region,
        language,
        kind,
        presentation,
        Set.copyOf(flags),
        contact,
        contactConfirmed,
        version,
        state,
        latest,
        published,
        proposed,
        standing,
        asked,
        reminded,
        submittedAt,
        publishedAt,
        waitingSince,
        at,
        erased,
        answer,
        call,
        noted,
        reports,
        notices,
        entries);
  }
}
