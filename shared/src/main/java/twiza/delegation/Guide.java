package twiza.delegation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import twiza.delegation.Delegation.Change;
import twiza.place.Language;

/**
 * What a cooperative of a region needs to start, as its delegation says.
 *
 * @param region code
 * @param version counts the changes; the next one must name it. 0 as long as the region says what
 *     the house says
 * @param last who changed it last; empty as long as nobody did
 */
public record Guide(String region, long version, Content says, Optional<Change> last) {

  /**
   * @param least what the law asks at least; what is absent is not said
   * @param steps by language, in order
   * @param financing where money may be had
   * @param training where people learn what they need
   */
  public record Content(
      Map<Quantity, Least> least,
      Map<Language, List<String>> steps,
      List<Place> financing,
      List<Place> training) {

    public static final Content NOTHING = new Content(Map.of(), Map.of(), List.of(), List.of());

    public Content {
      least = Map.copyOf(least);
      steps = Map.copyOf(steps);
      financing = List.copyOf(financing);
      training = List.copyOf(training);
    }

    public boolean isEmpty() {
      return equals(NOTHING);
    }

    private Set<String> differences(Content other) {
      Set<String> codes = new TreeSet<>();
      for (Quantity quantity : Quantity.values()) {
        addIf(!same(quantity, other), quantity.name(), codes);
      }
      addIf(!steps.equals(other.steps), "STEPS", codes);
      addIf(!financing.equals(other.financing), "FINANCING", codes);
      addIf(!training.equals(other.training), "TRAINING", codes);
      return codes;
    }

    private boolean same(Quantity quantity, Content other) {
      return Optional.ofNullable(least.get(quantity))
          .equals(Optional.ofNullable(other.least.get(quantity)));
    }

    private static void addIf(boolean differs, String code, Set<String> codes) {
      if (differs) {
        codes.add(code);
      }
    }
  }

  /** Of what the law asks for a number. */
  public enum Quantity {
    /** Founding members. */
    MEMBERS(10_000),
    /** In whole MAD. */
    CAPITAL(100_000_000),
    /** One share, in whole MAD. */
    SHARE(1_000_000);

    private final int most;

    Quantity(int most) {
      this.most = most;
    }

    /** More than this is a mistake. */
    public int most() {
      return most;
    }
  }

  /**
   * @param confirmed whether somebody has looked it up; otherwise it is shown as to be confirmed
   */
  public record Least(int amount, boolean confirmed) {}

  /**
   * A page elsewhere.
   *
   * @param address begins with {@code https://} or {@code http://}
   * @param title in the languages in which it is said
   */
  public record Place(String address, Map<Language, String> title) {

    public Place {
      title = Map.copyOf(title);
    }
  }

  /** In each language. */
  public static final int MOST_STEPS = 12;

  /** In characters. */
  public static final int LONGEST_STEP = 300;

  /** Of each kind. */
  public static final int MOST_PLACES = 10;

  /** In characters. */
  public static final int LONGEST_TITLE = 120;

  /** In characters. */
  public static final int LONGEST_ADDRESS = 500;

  /** What a region says that has not changed what the house says. */
  public static Guide ofTheHouse(String region, Content says) {
    return new Guide(region, 0, says, Optional.empty());
  }

  /**
   * Another content instead of this one.
   *
   * @return what to keep; empty when it says the same
   */
  public Optional<Edit> states(Content content, Change change) {
    Set<String> changed = says.differences(content);
    Guide after = new Guide(region, version + 1, content, Optional.of(change));
    return changed.isEmpty() ? Optional.empty() : Optional.of(new Edit(after, changed));
  }

  /**
   * @param changed codes of what it says otherwise than before
   */
  public record Edit(Guide after, Set<String> changed) {}
}
