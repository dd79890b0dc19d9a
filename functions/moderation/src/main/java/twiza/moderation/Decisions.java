package twiza.moderation;

import java.time.Duration;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Idea;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Ideas.Settled;
import twiza.idea.Outcome;
import twiza.idea.Refusal;
import twiza.watch.Gauges;

/** What a moderator's link opens: the idea to read, and the decision about it. */
final class Decisions {

  private static final int LONGEST_REASON = 2000;

  private final Ideas ideas;
  private final Entrance entrance;
  private final Gauges gauges;

  Decisions(Ideas ideas, Entrance entrance, Gauges gauges) {
    this.ideas = ideas;
    this.entrance = entrance;
    this.gauges = gauges;
  }

  /** Whoever opens a link only reads: mail scanners open every one. */
  Reply read(Request request) {
    Entrance.Visit visit = entrance.open(request);
    return Reply.json(
        200, DecisionJson.page(visit.dossier(), visit.linkRevision(), visit.moderator().id()));
  }

  Reply decide(Request request) {
    Entrance.Visit visit = entrance.open(request);
    Command.Decide command = command(request.json(), visit.moderator().id());
    Settled settled =
        ideas.settle(
            visit.dossier(),
            dossier -> IdeaLife.decide(dossier.idea(), command, request.now()),
            (dossier, accepted) -> Edit.of(dossier, accepted, command.by(), command.reason()));
    return switch (settled.outcome()) {
      case Outcome.Accepted accepted -> {
        gauges.decided(waited(visit.dossier().idea(), accepted.idea()));
        yield Reply.json(200, DecisionJson.answer(true, settled.dossier()));
      }
      case Outcome.Unchanged _ -> Reply.json(200, DecisionJson.answer(false, settled.dossier()));
      case Outcome.Refused(Refusal why) -> throw refused(why, settled.dossier(), visit);
    };
  }

  private static Duration waited(Idea before, Idea decided) {
    return before
        .waitingSince()
        .map(since -> Duration.between(since, decided.changedAt()))
        .orElse(Duration.ZERO);
  }

  /** Another text than the one decided about is shown at once, to be read first. */
  private static Problem refused(Refusal why, Dossier dossier, Entrance.Visit visit) {
    Problem problem = Problem.of(why);
    return why == Refusal.OTHER_REVISION
        ? problem.with(
            "idea", DecisionJson.page(dossier, visit.linkRevision(), visit.moderator().id()))
        : problem;
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
