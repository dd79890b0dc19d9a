package twiza.delegation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The delegation of a region, as it speaks to its public.
 *
 * @param region code
 * @param version counts the changes; the next one must name it
 * @param last who changed it last; empty as long as nobody did
 */
public record Delegation(String region, long version, Statement says, Optional<Change> last) {

  /**
   * @param by the opaque id of the member of staff
   */
  public record Change(String by, Instant at) {}

  /** One that has said nothing yet. */
  public static Delegation silent(String region) {
    return new Delegation(region, 0, Statement.NOTHING, Optional.empty());
  }

  /**
   * Another statement instead of this one.
   *
   * @return what to keep; empty when it says the same
   */
  public Optional<Edit> states(Statement statement, String by, Instant at) {
    Set<String> changed = says.differences(statement);
    Delegation after =
        new Delegation(region, version + 1, statement, Optional.of(new Change(by, at)));
    return changed.isEmpty() ? Optional.empty() : Optional.of(new Edit(after, changed));
  }

  /**
   * @param changed codes of what it says otherwise than before
   */
  public record Edit(Delegation after, Set<String> changed) {}
}
