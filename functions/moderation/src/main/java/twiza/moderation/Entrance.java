package twiza.moderation;

import twiza.access.SignedLinks;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Dossier;
import twiza.idea.Ideas;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.Staff;

/** Lets in whoever carries a moderator's link, as long as they are still one of the region's. */
final class Entrance {

  private final Ideas ideas;
  private final SignedLinks links;
  private final Staff staff;

  Entrance(Ideas ideas, SignedLinks links, Staff staff) {
    this.ideas = ideas;
    this.links = links;
    this.staff = staff;
  }

  /**
   * @param linkRevision the revision that the mail with the link was about
   * @param dossier as it is now
   */
  record Visit(Member moderator, int linkRevision, Dossier dossier) {}

  /**
   * @throws Problem 401 when the link opens nothing, 403 when its moderator may not decide here
   */
  Visit open(Request request) {
    Link.Decide link = link(request);
    Member moderator = staff.find(link.moderator()).orElseThrow(() -> Problem.of(403, "FORBIDDEN"));
    Dossier dossier = ideas.find(link.idea()).orElseThrow(Problem::notFound);
    if (!moderator.may(Role.MODERATOR, dossier.idea().region())) {
      throw Problem.of(403, "FORBIDDEN");
    }
    return new Visit(moderator, link.revision(), dossier);
  }

  private Link.Decide link(Request request) {
    String token = request.bearer().orElseThrow(Problem::badCredential);
    return switch (links.read(token, request.now())) {
      case Reading.Valid(Link.Decide link) -> link;
      case Reading.Expired _ -> throw Problem.of(401, "EXPIRED");
      case Reading.Valid _, Reading.Invalid _ -> throw Problem.badCredential();
    };
  }
}
