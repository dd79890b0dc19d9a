package twiza.jury;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import twiza.round.Phase;

/**
 * Who judges a round, and who reads what: all that {@link JuryLife} needs to decide.
 *
 * @param round opaque id
 * @param version counts the changes; the next one must name it; 0 before the first
 * @param jurors in the order in which they were listed
 * @param asked when an assignment was asked for that is not made yet
 * @param assignedAt when the last one was made
 */
public record Jury(
    String round,
    String region,
    long version,
    List<Juror> jurors,
    Optional<Instant> asked,
    Optional<Instant> assignedAt) {

  public static final int MOST_JURORS = 60;

  public Jury {
    jurors = List.copyOf(jurors);
  }

  /** Of a round that nobody was listed for. */
  public static Jury none(String round, String region) {
    return new Jury(round, region, 0, List.of(), Optional.empty(), Optional.empty());
  }

  public Optional<Juror> juror(String id) {
    return jurors.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** Those who have not gone, and were not taken off. */
  public List<Juror> panel() {
    return jurors.stream().filter(it -> it.state().isAsked()).toList();
  }

  /** Those who may be given ideas. */
  public List<Juror> panel(Phase phase) {
    return jurors.stream().filter(it -> it.state().isGivenIdeas(phase)).toList();
  }

  /** Who reads what now. */
  public Assignment assignment() {
    return Assignment.of(
        jurors.stream()
            .filter(it -> !it.ideas().isEmpty())
            .collect(Collectors.toMap(Juror::id, Juror::ideas)));
  }

  /**
   * Whether what a juror submits about an idea counts: whoever left keeps what they submitted;
   * whoever turned out to have a conflict with the idea does not judge it.
   */
  public boolean counts(String juror, String idea) {
    return juror(juror).filter(it -> it.isKeptFrom(idea)).isEmpty();
  }

  /** Which jurors another one reads more than before. */
  static Set<String> gaining(Assignment before, Assignment after) {
    Set<String> more = new HashSet<>();
    for (Map.Entry<String, ? extends Set<String>> theirs : after.ideas().entrySet()) {
      if (!before.of(theirs.getKey()).containsAll(theirs.getValue())) {
        more.add(theirs.getKey());
      }
    }
    return more;
  }
}
