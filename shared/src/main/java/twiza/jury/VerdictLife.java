package twiza.jury;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import twiza.jury.VerdictRefusal.Place;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.round.Plan;

/**
 * How a jury's verdict comes about: who may win, and what has to be said before anybody reads it.
 * Pure: it takes the state and what is wanted, and gives back a verdict or a refusal.
 */
public final class VerdictLife {

  private VerdictLife() {}

  /**
   * @param contenders empty as long as the marks are not ranked for good
   * @param wanted under the version that whoever wants it had before their eyes
   */
  public static VerdictOutcome write(
      Verdict before, Verdict wanted, Phase phase, Optional<Contenders> contenders) {
    return refusal(before, wanted.version(), phase, contenders)
        .or(() -> refusal(wanted, contenders.orElseThrow()))
        .<VerdictOutcome>map(VerdictOutcome.Refused::new)
        .orElseGet(
            () ->
                before.saysTheSameAs(wanted)
                    ? new VerdictOutcome.Unchanged(before)
                    : new VerdictOutcome.Accepted(before.next(wanted)));
  }

  /**
   * What keeps a verdict from being published now.
   *
   * @param version that whoever publishes had before their eyes
   */
  public static Optional<VerdictRefusal> publication(
      Verdict verdict, long version, Phase phase, Optional<Contenders> contenders) {
    return refusal(verdict, version, phase, contenders)
        .or(() -> refusal(verdict, contenders.orElseThrow()))
        .or(() -> silence(verdict));
  }

  private static Optional<VerdictRefusal> refusal(
      Verdict before, long version, Phase phase, Optional<Contenders> contenders) {
    if (phase.isOver()) {
      return Optional.of(new VerdictRefusal.Over());
    }
    if (phase != Phase.CLOSED) {
      return Optional.of(new VerdictRefusal.NotClosed());
    }
    if (contenders.isEmpty()) {
      return Optional.of(new VerdictRefusal.NotRanked());
    }
    return before.version() == version ? Optional.empty() : Optional.of(new VerdictRefusal.Stale());
  }

  private static Optional<VerdictRefusal> refusal(Verdict wanted, Contenders contenders) {
    int placed = wanted.winners().size() + wanted.finalists().size();
    return twice(wanted)
        .or(() -> among(wanted, contenders::isGone, VerdictRefusal.Gone::new))
        .or(
            () ->
                among(
                    wanted,
                    idea -> !contenders.isRanked(idea),
                    VerdictRefusal.NotAmongTheRanked::new))
        .or(() -> tooMany(wanted, contenders))
        .or(
            () ->
                out(
                    Place.WINNERS,
                    wanted.winners(),
                    idea -> !contenders.mayWin(idea),
                    VerdictRefusal.OutOfReach::new))
        .or(
            () ->
                out(
                    Place.FINALISTS,
                    wanted.finalists(),
                    idea -> !contenders.mayBeFinalist(idea, placed),
                    VerdictRefusal.OutOfReach::new))
        .or(
            () ->
                contenders.departs(wanted) && wanted.reason().isBlank()
                    ? Optional.of(new VerdictRefusal.ReasonRequired())
                    : Optional.empty());
  }

  private static Optional<VerdictRefusal> twice(Verdict wanted) {
    Set<String> met = new HashSet<>();
    List<String> winners = wanted.winners().stream().filter(idea -> !met.add(idea)).toList();
    List<String> finalists = wanted.finalists().stream().filter(idea -> !met.add(idea)).toList();
    if (!winners.isEmpty()) {
      return Optional.of(new VerdictRefusal.NamedTwice(Place.WINNERS, winners));
    }
    return finalists.isEmpty()
        ? Optional.empty()
        : Optional.of(new VerdictRefusal.NamedTwice(Place.FINALISTS, finalists));
  }

  private static Optional<VerdictRefusal> tooMany(Verdict wanted, Contenders contenders) {
    return wanted.winners().size() > contenders.prizes()
        ? Optional.of(new VerdictRefusal.TooManyWinners(contenders.prizes()))
        : Optional.empty();
  }

  /** Names the ideas of a list that something is wrong with. */
  @FunctionalInterface
  private interface Naming {
    VerdictRefusal of(Place as, List<String> ideas);
  }

  private static Optional<VerdictRefusal> among(
      Verdict wanted, Predicate<String> wrong, Naming naming) {
    return Stream.of(
            out(Place.WINNERS, wanted.winners(), wrong, naming),
            out(Place.FINALISTS, wanted.finalists(), wrong, naming))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<VerdictRefusal> out(
      Place as, List<String> ideas, Predicate<String> wrong, Naming naming) {
    List<String> found = new ArrayList<>(ideas);
    found.removeIf(wrong.negate());
    return found.isEmpty() ? Optional.empty() : Optional.of(naming.of(as, found));
  }

  private static Optional<VerdictRefusal> silence(Verdict verdict) {
    Set<Language> missing = EnumSet.copyOf(Plan.REQUIRED);
    missing.removeAll(verdict.statement().keySet());
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new VerdictRefusal.StatementMissing(missing));
  }
}
