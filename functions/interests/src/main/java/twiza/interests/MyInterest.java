package twiza.interests;

import java.util.Map;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.interests.InterestsFunction.Parts;
import twiza.uptake.Interest;
import twiza.uptake.Uptakes.Dealings;

/** Whoever asked follows what becomes of it, says how it is going, takes it back. */
final class MyInterest {

  private final Access access;
  private final Steps steps;

  MyInterest(Parts parts, Steps steps) {
    this.access = new Access(parts.uptakes());
    this.steps = steps;
  }

  Reply follow(Request request) {
    Access.Opened opened = access.party(request);
    return Reply.json(200, PartyJson.of(opened.dealings(), opened.interest()));
  }

  Reply report(Request request) {
    Access.Opened opened = access.party(request);
    ProgressForm form = ProgressForm.read(request.json(), request.now());
    String id = opened.interest().id();
    Dealings now = steps.report(opened.dealings(), id, form, "", request.now());
    return Reply.json(200, PartyJson.of(now, now.uptake().interest(id).orElseThrow()));
  }

  /** Withdraws; with {@code erase=true} leaves nothing of who they are. */
  Reply leave(Request request) {
    Access.Opened opened = access.party(request);
    String id = opened.interest().id();
    boolean erase = erases(request);
    Interest left =
        steps
            .leave(opened.dealings(), id, erase, "", request.now())
            .uptake()
            .interest(id)
            .orElseThrow();
    return Reply.json(200, Map.of("stage", left.stage(), "erased", left.forgotten()));
  }

  static boolean erases(Request request) {
    return switch (request.query("erase")) {
      case "true" -> true;
      case "", "false" -> false;
      default -> throw Problem.invalid("erase", "WRONG_TYPE");
    };
  }
}
