package twiza.idea;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import twiza.access.Busy;
import twiza.round.Round;
import twiza.round.Via;

/** The ideas that are kept, with their history. Every write keeps its events with it. */
public interface Ideas {

  /** All of one idea. */
  Optional<Dossier> find(String id);

  /** What anybody with the tracking code may know. */
  Optional<Tracked> track(String trackingCode);

  record Tracked(
      String id, String trackingCode, State state, Instant submittedAt, Instant changedAt) {}

  /** The ids of the ideas whose author is reached at this contact. */
  List<String> of(Contact contact);

  /**
   * The same, for whoever knows only the fingerprint of an e-mail address.
   *
   * @param hash {@code Fingerprints.of("email", address lower-cased)}
   */
  List<String> ofFingerprint(String hash);

  /** Keeps a new idea, unless the same was sent before. */
  Submission submit(NewIdea idea);

  /**
   * @param by the opaque id of the member of staff who entered it; empty when the author did
   * @param batch id of the {@link Imports.Batch} that it came in with
   * @param ticket for the round that it was sent for
   */
  record NewIdea(
      Outcome.Accepted accepted,
      Sheet sheet,
      Author author,
      Once once,
      String by,
      Optional<String> batch,
      Optional<Ticket> ticket) {}

  /**
   * What makes a submission the same as an earlier one.
   *
   * @param key of the attempt
   * @param content fingerprint of what was sent
   */
  record Once(String key, String content, Duration keptFor) {}

  /**
   * What lets an idea into a round. The round's own item is asked again when it is kept.
   *
   * @param sentAt when it reached the house
   * @param lateCode as it was typed; empty unless the author comes by one
   */
  record Ticket(Round round, Via via, Instant sentAt, String lateCode) {}

  /** Whether a round takes an idea. */
  enum Entering {
    TAKEN,
    /** The idea changed meanwhile. */
    STALE,
    /** Not open, late or cancelled. */
    CLOSED,
    /** This author has as many ideas in the round as one may have. */
    TOO_MANY,
    /** The code is nobody's, somebody else's, or used. */
    WRONG_CODE
  }

  /** Keeps what a command changed, and the idea's part in a round, in one step. */
  Entering enter(Edit edit, Ticket ticket);

  /** What became of a submission. */
  sealed interface Submission {
    record Kept() implements Submission {}

    /** The same was sent before: this is what it became. */
    record Repeated(String id, String trackingCode, State state) implements Submission {}

    /** The key was used before, for something else. */
    record KeyReused() implements Submission {}

    /** The round does not take it: send it without. */
    record NotEntered(Entering why) implements Submission {}

    /** The id or the tracking code is taken: try with others. */
    record Taken() implements Submission {}
  }

  /**
   * Keeps what a command changed, in one step.
   *
   * @return false when somebody else changed the idea since {@code before} was read; nothing is
   *     kept
   */
  boolean save(Edit edit);

  /**
   * @param events in order; the last one leads to {@code after}
   * @param by the opaque id of the member of staff who did it; empty when the author, the public or
   *     the clock did
   * @param text of a new revision, numbered {@code after.latest()}
   * @param author as it is from now on, when that changes
   * @param reason the words that come with it; kept with the events that are explained by words
   * @param note that the delegation writes
   * @param translation that staff write
   */
  record Edit(
      Dossier before,
      Idea after,
      List<IdeaEvent> events,
      String by,
      Instant at,
      Optional<Sheet> text,
      Optional<Author> author,
      String reason,
      Optional<Note> note,
      Optional<Translation> translation) {

    /** A change of the idea's state, and the words that come with it. */
    public static Edit of(Dossier before, Outcome.Accepted accepted, String by, String reason) {
      return new Edit(
          before,
          accepted.idea(),
          accepted.events(),
          by,
          accepted.idea().changedAt(),
          Optional.empty(),
          Optional.empty(),
          reason,
          Optional.empty(),
          Optional.empty());
    }

    public Edit withText(Sheet sheet) {
      return new Edit(
          before, after, events, by, at, Optional.of(sheet), author, reason, note, translation);
    }

    public Edit withAuthor(Author changed) {
      return new Edit(
          before, after, events, by, at, text, Optional.of(changed), reason, note, translation);
    }

    public Edit withNote(String words) {
      Optional<Note> written = Optional.of(new Note(words, at));
      return new Edit(before, after, events, by, at, text, author, reason, written, translation);
    }

    public Edit withTranslation(Translation written) {
      return new Edit(
          before, after, events, by, at, text, author, reason, note, Optional.of(written));
    }

    /** The dossier as it will be read once this is kept. */
    public Dossier result() {
      return Dossiers.after(this);
    }
  }

  /** Where a command led: the dossier as it stands now, and what became of the command. */
  record Settled(Dossier dossier, Outcome outcome) {}

  /**
   * Decides and keeps what was decided. When somebody else was faster, reads again and decides
   * again on what stands then.
   *
   * @throws Busy when others were faster every time
   */
  default Settled settle(
      Dossier dossier,
      Function<Dossier, Outcome> decide,
      BiFunction<Dossier, Outcome.Accepted, Edit> edit) {
    Dossier current = dossier;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Outcome outcome = decide.apply(current);
      if (!(outcome instanceof Outcome.Accepted accepted)) {
        return new Settled(current, outcome);
      }
      Edit made = edit.apply(current, accepted);
      if (save(made)) {
        return new Settled(made.result(), outcome);
      }
      current = find(dossier.idea().id()).orElseThrow();
    }
    throw new Busy();
  }

  /** How often a command is decided again before the caller is asked to come back. */
  int MOST_ATTEMPTS = 5;

  /** Lets one more secret open an idea. */
  void addCredential(String id, String credential);

  /**
   * Counts a code that was typed, before it is compared: however many are typed at once, no more
   * are compared than may be wrong.
   *
   * @return false when the code is void by now, or was for another serial
   */
  boolean countCode(String id, int serial);
}
