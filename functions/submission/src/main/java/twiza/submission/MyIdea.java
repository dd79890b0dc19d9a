package twiza.submission;

import java.util.Map;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Idea;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Outcome;
import twiza.submission.SubmissionFunction.Parts;

/** Authors follow their idea, correct it, take it back, erase themselves. */
final class MyIdea {

  private final Parts parts;
  private final AuthorAccess access;
  private final Corrections corrections;
  private final MyRounds rounds;

  MyIdea(Parts parts) {
    this.parts = parts;
    this.access = new AuthorAccess(parts.ideas());
    this.corrections = new Corrections(parts);
    this.rounds = new MyRounds(parts);
  }

  Reply follow(Request request) {
    return Reply.json(200, json(access.open(request).dossier(), request));
  }

  Reply correct(Request request) {
    Dossier dossier = access.open(request).dossier();
    return Reply.json(200, json(corrections.correct(dossier, request, ""), request));
  }

  private Map<String, Object> json(Dossier dossier, Request request) {
    Map<String, Object> json = MyIdeaJson.of(dossier);
    json.putAll(rounds.json(dossier.idea(), request));
    return json;
  }

  /** Withdraws; with {@code erase=true} erases too; with {@code leave=true} leaves the text. */
  Reply leave(Request request) {
    AuthorAccess.Opened opened = access.open(request);
    boolean erase = yes(request, "erase");
    boolean leave = yes(request, "leave");
    if (leave && !erase) {
      throw Problem.invalid("leave", "UNKNOWN_CODE");
    }
    Command command = erase ? new Command.Erase(leave) : new Command.Withdraw();
    Ideas.Settled settled =
        parts
            .ideas()
            .settle(
                opened.dossier(),
                dossier -> IdeaLife.decide(dossier.idea(), command, request.now()),
                (dossier, accepted) -> Edit.of(dossier, accepted, "", ""));
    if (settled.outcome() instanceof Outcome.Refused refused) {
      throw Problem.of(refused.why());
    }
    Idea idea = settled.dossier().idea();
    return Reply.json(200, Map.of("state", idea.state(), "erased", idea.erased()));
  }

  private static boolean yes(Request request, String parameter) {
    return switch (request.query(parameter)) {
      case "true" -> true;
      case "", "false" -> false;
      default -> throw Problem.invalid(parameter, "WRONG_TYPE");
    };
  }
}
