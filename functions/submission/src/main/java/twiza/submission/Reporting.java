package twiza.submission;

import java.util.Map;
import twiza.access.Limits;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas.Edit;
import twiza.idea.Ideas.Settled;
import twiza.idea.Outcome;
import twiza.idea.ReportKind;
import twiza.settings.Settings;
import twiza.submission.SubmissionFunction.Parts;

/** Anybody tells the moderators that something is wrong with a published idea. */
final class Reporting {

  private static final int LONGEST_TEXT = 2000;

  private final Parts parts;

  Reporting(Parts parts) {
    this.parts = parts;
  }

  /** Answers the same whether it is kept or one of too many about the same idea. */
  Reply report(Request request) {
    Dossier read = parts.ideas().find(request.id()).orElseThrow(Problem::notFound);
    Input input = request.json();
    ReportKind kind = input.requiredChoice("kind", ReportKind.class);
    String text = input.optionalText("text", LONGEST_TEXT);
    input.finish();
    notTooMany(request);
    Settled settled =
        parts
            .ideas()
            .settle(
                read,
                dossier -> IdeaLife.decide(dossier.idea(), new Command.Report(kind), request.now()),
                (dossier, accepted) -> Edit.of(dossier, accepted, "", text));
    return switch (settled.outcome()) {
      case Outcome.Refused _ -> throw Problem.notFound();
      case Outcome.Accepted _, Outcome.Unchanged _ -> Reply.json(202, Map.of("reported", true));
    };
  }

  private void notTooMany(Request request) {
    Settings.Limits limits = parts.settings().get().limits();
    String source = parts.fingerprints().of("source", request.source());
    int reports = parts.limits().count("report", source, request.now());
    if (reports > limits.sourcePerHour()) {
      throw Problem.tooMany(Limits.untilNextHour(request.now()));
    }
  }
}
