package twiza.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Entry;
import twiza.idea.Idea;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Ideas.Settled;
import twiza.idea.Outcome;
import twiza.idea.Refusal;
import twiza.round.Phase;
import twiza.round.Rounds;
import twiza.watch.Gauges;

/** The decision about an idea, whichever way a moderator came to it. */
final class Decisions {

  private static final int LONGEST_REASON = 2000;

  private final Ideas ideas;
  private final Rounds rounds;
  private final Gauges gauges;

  Decisions(Ideas ideas, Rounds rounds, Gauges gauges) {
    this.ideas = ideas;
    this.rounds = rounds;
    this.gauges = gauges;
  }

  /**
   * @param moderator the opaque id of whoever decides
   * @param show the idea as that moderator reads it
   * @throws Problem 409 with the idea as it is when the decision is about another text
   */
  Reply decide(Dossier read, Request request, String moderator, Function<Dossier, ?> show) {
    Command.Decide command = command(request.json(), moderator);
    Settled settled =
        ideas.settle(
            read,
            dossier -> decide(dossier.idea(), command, request.now()),
            (dossier, accepted) -> Edit.of(dossier, accepted, command.by(), command.reason()));
    return switch (settled.outcome()) {
      case Outcome.Accepted accepted -> {
        gauges.decided(waited(read.idea(), accepted.idea()));
        yield Reply.json(200, DecisionJson.answer(true, settled.dossier()));
      }
      case Outcome.Unchanged _ -> Reply.json(200, DecisionJson.answer(false, settled.dossier()));
      case Outcome.Refused(Refusal why) -> throw refused(why, settled.dossier(), show);
    };
  }

  /** Only where an idea waits for a jury does it matter whether that one is still at work. */
  private Outcome decide(Idea idea, Command.Decide command, Instant now) {
    Set<String> done =
        command.choice() == Choice.APPROVE
            ? idea.entries().stream()
                .filter(entry -> entry.place() == Entry.Place.HELD)
                .map(Entry::round)
                .filter(round -> !isAtWork(round, now))
                .collect(Collectors.toSet())
            : Set.of();
    return IdeaLife.decide(idea, command.whereDone(done), now);
  }

  private boolean isAtWork(String round, Instant now) {
    return rounds.find(round).filter(it -> it.phaseAt(now) == Phase.JUDGING).isPresent();
  }

  private static Duration waited(Idea before, Idea decided) {
    return before
        .waitingSince()
        .map(since -> Duration.between(since, decided.changedAt()))
        .orElse(Duration.ZERO);
  }

  /** Another text than the one decided about is shown at once, to be read first. */
  private static Problem refused(Refusal why, Dossier dossier, Function<Dossier, ?> show) {
    Problem problem = Problem.of(why);
    return why == Refusal.OTHER_REVISION ? problem.with("idea", show.apply(dossier)) : problem;
  }

  private static Command.Decide command(Input input, String moderator) {
    Choice choice = input.requiredChoice("choice", Choice.class);
    boolean explained = choice != null && choice != Choice.APPROVE;
    String reason = input.text("reason", explained ? 1 : 0, LONGEST_REASON);
    if (!input.has("revision")) {
      input.refuse("revision", "REQUIRED");
    }
    int revision = input.number("revision", 1, Integer.MAX_VALUE).orElse(0);
    input.finish();
    return new Command.Decide(choice, revision, moderator, reason);
  }
}
