package twiza.moderation;

import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Dossier;

/** What a moderator's link opens: the idea to read, and the decision about it. */
final class ByLink {

  private final Entrance entrance;
  private final Decisions decisions;
  private final Reasons reasons;

  ByLink(Entrance entrance, Decisions decisions, Reasons reasons) {
    this.entrance = entrance;
    this.decisions = decisions;
    this.reasons = reasons;
  }

  /** Whoever opens a link only reads: mail scanners open every one. */
  Reply read(Request request) {
    Entrance.Visit visit = entrance.open(request);
    return Reply.json(200, show(visit.dossier(), visit));
  }

  private DecisionJson.Page show(Dossier dossier, Entrance.Visit visit) {
    return DecisionJson.page(
        dossier, visit.linkRevision(), visit.moderator().id(), reasons.about(dossier));
  }

  Reply decide(Request request) {
    Entrance.Visit visit = entrance.open(request);
    return decisions.decide(
        visit.dossier(), request, visit.moderator().id(), dossier -> show(dossier, visit));
  }
}
