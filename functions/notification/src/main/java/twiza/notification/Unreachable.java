package twiza.notification;

import java.time.Instant;
import java.util.function.Supplier;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.IdeaEvent;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.uptake.Terms;
import twiza.uptake.UptakeCommand;
import twiza.uptake.UptakeLife;
import twiza.uptake.Uptakes;
import twiza.uptake.Uptakes.Dealings;
import twiza.uptake.Uptakes.Happened;
import twiza.uptake.Whom;

/**
 * Authors, and those who want to build their ideas, are called when they can't be written to.
 *
 * @param ideas theirs
 * @param uptakes theirs
 * @param terms within which things happen that are due
 */
record Unreachable(Ideas ideas, Uptakes uptakes, Supplier<Terms> terms) {

  /** Notes it on what a mail was about; nobody is told of other mails, or of no idea. */
  void call(Errand errand, Instant now) {
    if (errand.isOfUptake()) {
      uptakes.find(errand.id()).ifPresent(dealings -> call(dealings, errand, now));
    } else if (errand.kind().equals(Errand.ROUND_PUBLISHED)) {
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

  /**
   * Has the author of an idea called about the new dates of a round that it is in, unless that call
   * is to be made already.
   */
  void move(String id, String round, Instant now) {
    IdeaEvent moved = new IdeaEvent.EntryMoved(round);
    Dossier dossier = ideas.find(id).orElseThrow();
    boolean known =
        dossier
            .idea()
            .call()
            .flatMap(call -> dossier.happening(call.told()))
            .filter(it -> it.event().equals(moved))
            .isPresent();
    if (!known) {
      note(id, new Command.Move(round), "", now);
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

  private void call(Dealings dealings, Errand errand, Instant now) {
    Whom whom = errand.party().isPresent() ? Whom.PARTY : Whom.AUTHOR;
    Terms within = terms.get();
    dealings.history().stream()
        .filter(it -> it.version() == errand.ownVersion())
        .map(Happened::interest)
        .findFirst()
        .ifPresent(
            interest ->
                uptakes.settle(
                    dealings,
                    current ->
                        UptakeLife.decide(
                            current.uptake(),
                            new UptakeCommand.Bounce(interest, whom),
                            current.offer(),
                            within,
                            now),
                    (current, accepted) -> Uptakes.Edit.of(current, accepted, within, "", now)));
  }
}
