package twiza.moderation;

import java.util.function.UnaryOperator;
import twiza.http.Desk.Visit;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Outcome;
import twiza.place.Places;
import twiza.staff.Staff;
import twiza.text.Messages;

/** What staff change of an idea at the desk, answered with the idea as it stands then. */
final class Changes {

  private final Ideas ideas;
  private final DeskJson json;

  Changes(Ideas ideas, Places places, Staff staff, Reasons reasons) {
    this.ideas = ideas;
    this.json = new DeskJson(places, staff, reasons);
  }

  /**
   * @param reason the words that come with it; empty for none
   */
  Reply make(Visit visit, Dossier dossier, Command command, String reason) {
    return make(visit, dossier, command, reason, edit -> edit);
  }

  /**
   * @param with what is kept beside the change itself
   * @throws Problem when the idea's life does not allow it
   */
  Reply make(
      Visit visit, Dossier dossier, Command command, String reason, UnaryOperator<Edit> with) {
    Ideas.Settled settled =
        ideas.settle(
            dossier,
            current -> IdeaLife.decide(current.idea(), command, visit.request().now()),
            (current, accepted) ->
                with.apply(Edit.of(current, accepted, visit.member().id(), reason)));
    return switch (settled.outcome()) {
      case Outcome.Refused refused -> throw Problem.of(refused.why());
      case Outcome.Accepted _, Outcome.Unchanged _ ->
          Reply.json(200, show(visit, settled.dossier()));
    };
  }

  DeskJson.Page show(Visit visit, Dossier dossier) {
    Messages words = Messages.in(visit.request().language());
    return json.page(dossier, visit.member().id(), words);
  }
}
