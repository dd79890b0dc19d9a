package twiza.jury;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry.Standing;

/**
 * What one juror has to do, and how far it is done.
 *
 * @param lines in an order of the juror's own, so that no idea comes first with everybody; an idea
 *     keeps its place among the others, whichever come and go
 */
public record Ballot(Juror juror, List<Line> lines) {

  /** How far the juror is with an idea. */
  public enum State {
    UNMARKED,
    DRAFT,
    SUBMITTED,
    /** The juror has a conflict with it, and said so. */
    RECUSED
  }

  public record Line(Entrant entrant, State state) {}

  public Ballot {
    lines = List.copyOf(lines);
  }

  /**
   * @param entrants the ideas that the juror was asked to read or has a conflict with, by id; those
   *     that are not in the round any more don't count
   * @param papers that the juror has written
   */
  static Ballot of(Juror juror, Map<String, Entrant> entrants, List<BallotPaper> papers) {
    Map<String, BallotPaper> written =
        papers.stream().collect(Collectors.toMap(BallotPaper::idea, Function.identity()));
    List<Line> lines = new ArrayList<>();
    for (Entrant entrant : entrants.values()) {
      if (juror.conflicts().containsKey(entrant.idea())) {
        if (entrant.standing() != Standing.OUT) {
          lines.add(new Line(entrant, State.RECUSED));
        }
      } else if (isForTheJury(entrant)) {
        lines.add(new Line(entrant, state(written.get(entrant.idea()))));
      }
    }
    lines.sort(Comparator.comparingLong(line -> place(juror.id(), line.entrant().idea())));
    return new Ballot(juror, lines);
  }

  /** Whether a moderator has approved it, and it is still in the round. */
  public static boolean isForTheJury(Entrant entrant) {
    return entrant.standing() == Standing.READY || entrant.standing() == Standing.ADMITTED;
  }

  private static State state(BallotPaper paper) {
    if (paper == null) {
      return State.UNMARKED;
    }
    return paper.submitted() ? State.SUBMITTED : State.DRAFT;
  }

  private static long place(String juror, String idea) {
    return new SplittableRandom(((long) juror.hashCode() << Integer.SIZE) ^ idea.hashCode())
        .nextLong();
  }

  /** How many ideas the juror is to judge. */
  public int total() {
    return (int) lines.stream().filter(line -> line.state() != State.RECUSED).count();
  }

  /** How many of them have no marks of the juror's that count. */
  public int left() {
    return (int)
        lines.stream()
            .filter(line -> line.state() == State.UNMARKED || line.state() == State.DRAFT)
            .count();
  }
}
