package twiza.board;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import twiza.idea.Dossier;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.Sheet;
import twiza.idea.State;
import twiza.uptake.Aim;
import twiza.uptake.Interest;
import twiza.uptake.Stage;
import twiza.uptake.UptakeEvent;
import twiza.uptake.Uptakes;

/** The only place that says what counts as what. */
public final class Counting {

  private Counting() {}

  /** What a new idea counts as. Until its author confirmed it, it counts as nothing. */
  public static Optional<Mark> sent(Dossier first) {
    Set<Milestone> reached =
        first.idea().state() == State.PENDING
            ? EnumSet.of(Milestone.RECEIVED)
            : EnumSet.noneOf(Milestone.class);
    return mark(first, first.idea().submittedAt(), reached, Optional.empty());
  }

  /** What a change of an idea counts as. */
  public static Optional<Mark> changed(Dossier before, Dossier after) {
    List<Happening> happened =
        after.history().stream().filter(h -> h.version() > before.idea().version()).toList();
    return isUndone(happened)
        ? takenBack(before)
        : mark(
            after,
            after.idea().changedAt(),
            reached(before, after, happened),
            waited(before, happened));
  }

  private static Set<Milestone> reached(Dossier before, Dossier after, List<Happening> happened) {
    Set<Milestone> reached = EnumSet.noneOf(Milestone.class);
    if (before.idea().state() == State.UNCONFIRMED && after.idea().state() == State.PENDING) {
      reached.add(Milestone.RECEIVED);
    }
    if (hasApproval(happened) && !hasApproval(before.history())) {
      reached.add(Milestone.APPROVED);
    }
    return reached;
  }

  private static boolean hasApproval(List<Happening> history) {
    return history.stream().anyMatch(it -> it.event() instanceof IdeaEvent.Approved);
  }

  /** Staff erase what came in with a file by mistake, and nothing else. */
  private static boolean isUndone(List<Happening> happened) {
    return happened.stream()
        .anyMatch(it -> it.event() instanceof IdeaEvent.Erased && !it.by().isEmpty());
  }

  private static Optional<Mark> takenBack(Dossier before) {
    return sent(before)
        .map(
            mark ->
                new Mark(
                    mark.on(),
                    mark.milestones(),
                    true,
                    Optional.empty(),
                    mark.province(),
                    mark.sector(),
                    mark.kind()));
  }

  /** From when a text came to the moderators to when one of them decided. */
  private static Optional<Duration> waited(Dossier before, List<Happening> happened) {
    return happened.stream()
        .filter(it -> isDecision(it.event()))
        .findFirst()
        .flatMap(
            decision ->
                before.idea().waitingSince().map(since -> Duration.between(since, decision.at())));
  }

  private static boolean isDecision(IdeaEvent event) {
    return event instanceof IdeaEvent.Approved
        || event instanceof IdeaEvent.ChangesRequested
        || event instanceof IdeaEvent.Rejected;
  }

  private static Optional<Mark> mark(
      Dossier dossier, Instant on, Set<Milestone> reached, Optional<Duration> waited) {
    return reached.isEmpty() && waited.isEmpty()
        ? Optional.empty()
        : sheet(dossier)
            .map(
                sheet ->
                    new Mark(
                        on,
                        reached,
                        false,
                        waited,
                        sheet.province(),
                        sheet.sector(),
                        dossier.idea().kind()));
  }

  private static Optional<Sheet> sheet(Dossier dossier) {
    Idea idea = dossier.idea();
    return dossier.revision(idea.shown()).map(revision -> revision.sheet());
  }

  /**
   * What a step of those counts as who build an idea. It counts in the province where they do.
   * Whoever joins an author counts with the author.
   */
  public static Optional<Mark> built(Uptakes.Edit edit) {
    Interest it = edit.accepted().interest();
    Set<Milestone> reached =
        it.aim() == Aim.JOIN ? EnumSet.noneOf(Milestone.class) : reached(edit, it);
    return mark(edit.before().dossier(), edit.at(), reached, Optional.empty())
        .map(
            mark ->
                new Mark(
                    mark.on(),
                    mark.milestones(),
                    false,
                    Optional.empty(),
                    it.province(),
                    mark.sector(),
                    mark.kind()));
  }

  private static Set<Milestone> reached(Uptakes.Edit edit, Interest after) {
    UptakeEvent event = edit.accepted().event();
    Set<Milestone> reached = EnumSet.noneOf(Milestone.class);
    if (event instanceof UptakeEvent.Agreed || event instanceof UptakeEvent.Started) {
      reached.add(Milestone.TAKEN_UP);
    }
    if (after.stage().isFounded() && !hasBeen(edit, after.id(), Stage::isFounded)) {
      reached.add(Milestone.REGISTERED);
    }
    if (after.stage() == Stage.RUNNING && !hasBeen(edit, after.id(), Stage.RUNNING::equals)) {
      reached.add(Milestone.RUNNING);
    }
    return reached;
  }

  /** Whether they ever said so: whoever stopped may run again, and a register be corrected. */
  private static boolean hasBeen(Uptakes.Edit edit, String interest, Predicate<Stage> stage) {
    return edit.before().history().stream()
        .filter(happened -> happened.interest().equals(interest))
        .anyMatch(happened -> happened.stage().filter(stage).isPresent());
  }
}
