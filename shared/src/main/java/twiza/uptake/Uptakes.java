package twiza.uptake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import twiza.access.Busy;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Ideas.Once;
import twiza.idea.Listing;

/** Those who want to build ideas, or do. Every write keeps its event with it. */
public interface Uptakes {

  /** All of an idea and of those who want to build it. */
  Optional<Dealings> find(String idea);

  /**
   * @param parties by the id of the interest
   * @param history of all interests, oldest first
   */
  record Dealings(Dossier dossier, Map<String, Party> parties, List<Happened> history) {

    public Uptake uptake() {
      return dossier.uptake();
    }

    public Offer offer() {
      return Offer.of(dossier);
    }

    public Optional<Party> party(String interest) {
      return Optional.ofNullable(parties.get(interest));
    }

    public Optional<Party.Person> person(String interest) {
      return party(interest).flatMap(Party::person);
    }

    /** Whether whoever asked has another request at the same contact, confirmed and not over. */
    public boolean knowsOtherwise(String interest) {
      Optional<Contact> contact = person(interest).map(Party.Person::contact);
      return uptake().interests().stream()
          .filter(it -> !it.id().equals(interest))
          .filter(it -> it.stage() == Stage.INTERESTED || it.stage().isUnderway())
          .flatMap(it -> person(it.id()).stream())
          .anyMatch(other -> contact.filter(it -> isSame(it, other.contact())).isPresent());
    }

    private static boolean isSame(Contact one, Contact other) {
      return one.kind() == other.kind() && one.value().equalsIgnoreCase(other.value());
    }
  }

  /**
   * @param version of the uptake that it led to
   * @param kind code of the event
   * @param stage that was reported
   * @param why it was released
   */
  record Happened(
      long version,
      String interest,
      String kind,
      Instant at,
      Optional<Stage> stage,
      Optional<String> why) {}

  /**
   * What a command changes.
   *
   * @param by the opaque id of the member of staff who did it; empty when one of the two or the
   *     clock did
   * @param party as it is from now on, when that changes
   * @param dueAt when something is due next, if ever
   */
  record Edit(
      Dealings before,
      UptakeOutcome.Accepted accepted,
      String by,
      Instant at,
      Optional<Party> party,
      Optional<Instant> dueAt) {

    public static Edit of(
        Dealings before, UptakeOutcome.Accepted accepted, Terms terms, String by, Instant at) {
      return new Edit(
          before,
          accepted,
          by,
          at,
          Optional.empty(),
          accepted.uptake().dueAt(before.offer(), terms));
    }

    public Edit withParty(Party changed) {
      return new Edit(before, accepted, by, at, Optional.of(changed), dueAt);
    }

    /** The dealings as they are once this is kept, but for their history. */
    public Dealings result() {
      Map<String, Party> parties = new HashMap<>(before.parties());
      party.ifPresent(changed -> parties.put(accepted.event().interest(), changed));
      return new Dealings(
          before.dossier().with(accepted.uptake()), Map.copyOf(parties), before.history());
    }
  }

  /** What became of asking. */
  sealed interface Asking {
    record Kept() implements Asking {}

    /**
     * The same was sent before.
     *
     * @param interest its id
     */
    record Repeated(String interest) implements Asking {}

    /** The key was used before, for something else. */
    record KeyReused() implements Asking {}

    /** The idea, or who wants it, changed meanwhile. */
    record Stale() implements Asking {}
  }

  /** The id of the interest that the same led to before; empty when it did not. */
  Optional<String> asked(Once once, Instant now);

  /** Keeps a new interest, unless the same was sent before. */
  Asking ask(Edit edit, Once once);

  /**
   * Keeps what a command changed, and what the public reads of it, in one step.
   *
   * @return false when something else changed since {@code before} was read; nothing is kept
   */
  boolean save(Edit edit);

  /** Where a command led. */
  record Settled(Dealings dealings, UptakeOutcome outcome) {}

  /**
   * Decides and keeps what was decided. When somebody else was faster, reads again and decides
   * again on what stands then.
   *
   * @throws Busy when others were faster every time
   */
  default Settled settle(
      Dealings dealings,
      Function<Dealings, UptakeOutcome> decide,
      BiFunction<Dealings, UptakeOutcome.Accepted, Edit> edit) {
    Dealings current = dealings;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      UptakeOutcome outcome = decide.apply(current);
      if (!(outcome instanceof UptakeOutcome.Accepted accepted)) {
        return new Settled(current, outcome);
      }
      Edit made = edit.apply(current, accepted);
      if (save(made)) {
        return new Settled(made.result(), outcome);
      }
      current = find(dealings.dossier().idea().id()).orElseThrow();
    }
    throw new Busy();
  }

  /** How often a command is decided again before the caller is asked to come back. */
  int MOST_ATTEMPTS = 5;

  /** Lets one more secret open an interest. */
  void addCredential(String idea, String interest, String credential);

  /**
   * Counts a code that was typed, before it is compared.
   *
   * @return false when the code is void by now
   */
  boolean countCode(String idea, String interest);

  /** What the desk of a region lists apart. */
  enum Shelf {
    TO_CALL,
    WAITING,
    UNDERWAY,
    OVER;

    public static Shelf of(Interest it) {
      if (!it.calls().isEmpty()) {
        return TO_CALL;
      }
      if (it.stage().isUnderway()) {
        return UNDERWAY;
      }
      return it.stage().isOver() ? OVER : WAITING;
    }
  }

  /**
   * One line of a list.
   *
   * @param author as they are now; empty when erased
   */
  record Listed(
      String idea,
      String title,
      Interest interest,
      Optional<Party> party,
      Optional<Author> author) {}

  /**
   * The interests of a region, oldest first.
   *
   * @param cursor from the page before it; empty for the first
   * @param limit at most 30
   */
  Listing<Listed> of(String region, Shelf shelf, String cursor, int limit);

  /**
   * What somebody asked for.
   *
   * @param hash {@code Fingerprints.of("email", address lower-cased)}
   */
  List<Named> ofFingerprint(String hash);

  record Named(String idea, String interest) {}
}
