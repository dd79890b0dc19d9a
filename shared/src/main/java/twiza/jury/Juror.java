package twiza.jury;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import twiza.idea.Contact;
import twiza.place.Language;
import twiza.round.Phase;

/**
 * One person of a round's jury. The only place where a juror's name and address stand, until they
 * are forgotten.
 *
 * @param id opaque
 * @param name blank once they are forgotten
 * @param email empty once they are forgotten
 * @param language of the mails
 * @param organisation may be blank
 * @param reads the languages that the juror reads: all of them until the juror says
 * @param conflicts what the juror declared, by the id of the idea; recusals too
 * @param ideas that the juror is asked to read, by id
 * @param changedAt when the state was reached
 */
public record Juror(
    String id,
    State state,
    String name,
    Optional<Contact.Email> email,
    Language language,
    String organisation,
    Set<Language> reads,
    SortedMap<String, Conflict> conflicts,
    SortedSet<String> ideas,
    Instant changedAt) {

  /** How far somebody is in the jury. */
  public enum State {
    /** Only the organisers know. */
    LISTED,
    INVITED,
    ACCEPTED,
    DECLINED,
    /** Taken off, or gone, after having been invited. What they submitted counts. */
    LEFT;

    /** Whether they are, or may come to be, of the jury. */
    public boolean isAsked() {
      return this == LISTED || this == INVITED || this == ACCEPTED;
    }

    /**
     * Whether ideas may be given to them. Before the jury begins, organisers see what each of their
     * list would read; from then on nobody holds an idea whom no mail has reached.
     */
    public boolean isGivenIdeas(Phase phase) {
      return switch (phase) {
        case DRAFT, ANNOUNCED, OPEN, SCREENING -> isAsked();
        case JUDGING, CLOSED, PUBLISHED, CANCELLED -> this == INVITED || this == ACCEPTED;
      };
    }
  }

  /** In characters. */
  public static final int LONGEST_NAME = 120;

  public static final int LONGEST_ORGANISATION = 160;

  public Juror {
    reads = Set.copyOf(reads);
    conflicts = Collections.unmodifiableSortedMap(new TreeMap<>(conflicts));
    ideas = Collections.unmodifiableSortedSet(new TreeSet<>(ideas));
  }

  /** What the rule of conflicts asks of a juror. */
  public Conflicts.Reader reader() {
    return new Conflicts.Reader(email, organisation, reads, conflicts);
  }

  /** Whether they turned out not to be the one to judge an idea: what they wrote counts no more. */
  public boolean isKeptFrom(String idea) {
    return conflicts.containsKey(idea);
  }

  /** The same without anything that tells who they are; which marks are whose can be told still. */
  public Juror forgotten() {
    return new Juror(
        id,
        state,
        "",
        Optional.empty(),
        language,
        "",
        EnumSet.allOf(Language.class),
        new TreeMap<>(),
        ideas,
        changedAt);
  }

  public boolean isForgotten() {
    return email.isEmpty();
  }

  Juror in(State next, Instant at) {
    return new Juror(id, next, name, email, language, organisation, reads, conflicts, ideas, at);
  }

  Juror reading(Set<String> others) {
    return new Juror(
        id,
        state,
        name,
        email,
        language,
        organisation,
        reads,
        conflicts,
        new TreeSet<>(others),
        changedAt);
  }

  Juror accepting(String of, Set<Language> languages, Map<String, Conflict> told, Instant at) {
    SortedMap<String, Conflict> all = new TreeMap<>(conflicts);
    all.putAll(told);
    return new Juror(
        id, State.ACCEPTED, name, email, language, of, languages, all, without(told.keySet()), at);
  }

  Juror recused(String idea, Conflict why) {
    SortedMap<String, Conflict> all = new TreeMap<>(conflicts);
    all.put(idea, why);
    return new Juror(
        id,
        state,
        name,
        email,
        language,
        organisation,
        reads,
        all,
        without(Set.of(idea)),
        changedAt);
  }

  private SortedSet<String> without(Set<String> gone) {
    SortedSet<String> left = new TreeSet<>(ideas);
    left.removeAll(gone);
    return left;
  }
}
