package twiza.notification;

import java.time.Instant;
import twiza.idea.Command;
import twiza.idea.IdeaEvent;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;

/**
 * Authors who can't be written to are called.
 *
 * @param ideas theirs
 */
record Unreachable(Ideas ideas) {

  /** Notes it on the idea that a mail was about; nobody is told of other mails, or of no idea. */
  void call(Errand errand, Instant now) {
    if (errand.kind().equals(Errand.ROUND_PUBLISHED)) {
      errand.entrant().ifPresent(idea -> note(idea, new Command.TellResults(errand.id()), "", now));
    } else if (errand.recipient().equals(Errand.AUTHOR)
        && !errand.kind().equals(Errand.LINKS_ASKED)) {
      note(errand.id(), new Command.Bounce(errand.version()), "", now);
    }
  }

  /**
   * Has the author of an idea called about the end of a round that it was in; once, however often
   * it is asked.
   *
   * @param reason given by whoever cancelled it
   */
  void callOff(String id, String round, String reason, Instant now) {
    IdeaEvent off = new IdeaEvent.EntryCalledOff(round);
    boolean known =
        ideas.find(id).orElseThrow().history().stream().anyMatch(it -> it.event().equals(off));
    if (!known) {
      note(id, new Command.CallOff(round), reason, now);
    }
  }

  private void note(String idea, Command command, String words, Instant now) {
    ideas
        .find(idea)
        .ifPresent(
            found ->
                ideas.settle(
                    found,
                    dossier -> IdeaLife.decide(dossier.idea(), command, now),
                    (dossier, accepted) -> Ideas.Edit.of(dossier, accepted, "", words)));
  }
}
