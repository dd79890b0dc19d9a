package twiza.delegation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The delegation of a region, as it speaks to its public.
 *
 * @param region code
 * @param version counts the changes; the next one must name it
 * @param terms the version since which it says of the terms what it says; 0 as long as it never
 *     said anything of them
 * @param last who changed it last; empty as long as nobody did
 */
public record Delegation(
    String region, long version, long terms, Statement says, Optional<Change> last) {

  /**
   * @param by the opaque id of the member of staff
   */
  public record Change(String by, Instant at) {}

  /** One that has said nothing yet. */
  public static Delegation silent(String region) {
    return new Delegation(region, 0, 0, Statement.NOTHING, Optional.empty());
  }

  /**
   * Another statement instead of this one.
   *
   * @return what to keep; empty when it says the same
   */
  public Optional<Edit> states(Statement statement, String by, Instant at) {
    Set<String> changed = says.differences(statement);
    long next = version + 1;
    long termsNext = changed.contains(Text.TERMS.name()) ? next : terms;
    Delegation after =
        new Delegation(region, next, termsNext, statement, Optional.of(new Change(by, at)));
    return changed.isEmpty() ? Optional.empty() : Optional.of(new Edit(after, changed));
  }

  /**
   * Names the terms that are in force: {@code 2026-1}, or {@code 2026-1.05-7} where the region says
   * some of them in its own words since its version 7.
   *
   * @param house the version of the words of the house
   */
  public String termsVersion(String house) {
    return says.in(Text.TERMS).isEmpty() ? house : house + "." + region + "-" + terms;
  }

  /**
   * @param changed codes of what it says otherwise than before
   */
  public record Edit(Delegation after, Set<String> changed) {

    /** What is kept for good, for those who agreed to it: terms that were not said before. */
    public boolean hasNewTerms() {
      return after.terms == after.version && !after.says.in(Text.TERMS).isEmpty();
    }
  }
}
