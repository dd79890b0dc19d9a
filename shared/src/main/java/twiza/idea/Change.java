package twiza.idea;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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

  /** A decision: nothing waits any more. */
  Change stands(Choice choice, int revision, String by) {
    standing = Optional.of(new Idea.Standing(choice, revision, by, at));
    waitingSince = Optional.empty();
    proposed = OptionalInt.empty();
    asked = Optional.empty();
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
    waitingSince = Optional.empty();
    asked = Optional.empty();
    return this;
  }

  Change erase(boolean textLeft) {
    erased = true;
    if (!textLeft) {
      return leave(State.WITHDRAWN);
    }
    presentation = new Presentation(false, presentation.fullSheet());
    proposed = OptionalInt.empty();
    waitingSince = Optional.empty();
    asked = Optional.empty();
    return this;
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
        erased);
  }
}
