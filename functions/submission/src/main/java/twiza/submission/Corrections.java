package twiza.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import twiza.access.Limits;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Outcome;
import twiza.idea.Presentation;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.idea.State;
import twiza.submission.SubmissionFunction.Parts;

/** An idea is corrected, by its author or by staff for its author. */
final class Corrections {

  private static final int LONGEST_MESSAGE = 2000;

  /** Each is a text to keep and a mail to every moderator who wants one for each idea. */
  private static final int MOST_AN_HOUR = 10;

  private final Parts parts;
  private final AnsweredNeeds needs;

  Corrections(Parts parts) {
    this.parts = parts;
    this.needs = new AnsweredNeeds(parts.needs(), parts.places());
  }

  /**
   * @param basedOn number of the revision that the author had before their eyes
   * @param message to whoever reads the correction; empty when there is none
   */
  private record Correction(Sheet sheet, Presentation presentation, int basedOn, String message) {

    static Correction read(Input input, Parts parts) {
      Sheet sheet = new SheetForm(parts.places()).read(input);
      Presentation presentation =
          new Presentation(input.flag("showName", false), input.flag("fullSheetPublic", true));
      if (!input.has("basedOn")) {
        input.refuse("basedOn", "REQUIRED");
      }
      int basedOn = input.number("basedOn", 1, Integer.MAX_VALUE).orElse(0);
      String message = input.optionalText("message", LONGEST_MESSAGE);
      input.finish();
      return new Correction(sheet, presentation, basedOn, message);
    }

    /** A rejected idea may be answered in words alone. */
    boolean changes(Dossier dossier) {
      boolean answers = dossier.idea().state() == State.REJECTED && !message.isBlank();
      return answers || dossier.latest().map(Revision::sheet).filter(sheet::equals).isEmpty();
    }
  }

  /**
   * @param by the opaque id of the member of staff who corrects; empty for the author
   * @return the idea as it stands then
   * @throws Problem when the idea's life does not allow it; 429 when its author has corrected it
   *     too often within the hour
   */
  Dossier correct(Dossier dossier, Request request, String by) {
    Correction correction = Correction.read(request.json(), parts);
    dossier.latest().ifPresent(latest -> needs.require(correction.sheet(), latest.sheet()));
    if (by.isEmpty() && correction.changes(dossier)) {
      notTooMany(dossier.idea(), request.now());
    }
    Ideas.Settled settled =
        parts
            .ideas()
            .settle(
                dossier,
                current -> decide(current, correction, request.now()),
                (current, accepted) -> edit(current, accepted, correction, by));
    return switch (settled.outcome()) {
      case Outcome.Refused refused -> throw Problem.of(refused.why());
      case Outcome.Accepted _, Outcome.Unchanged _ -> settled.dossier();
    };
  }

  private void notTooMany(Idea idea, Instant now) {
    if (parts.limits().count("correction", idea.id(), now) > MOST_AN_HOUR) {
      throw Problem.tooMany(Limits.untilNextHour(now));
    }
  }

  /** What the public sees may change at once; what it reads is a revision of its own. */
  private static Outcome decide(Dossier dossier, Correction correction, Instant now) {
    List<Command> commands = new ArrayList<>();
    if (!correction.presentation().equals(dossier.idea().presentation())) {
      commands.add(new Command.Present(correction.presentation()));
    }
    if (correction.changes(dossier)) {
      commands.add(new Command.Correct(correction.basedOn()));
    }
    return all(dossier.idea(), commands, now);
  }

  private static Outcome all(Idea idea, List<Command> commands, Instant now) {
    Idea current = idea;
    List<IdeaEvent> events = new ArrayList<>();
    for (Command command : commands) {
      switch (IdeaLife.decide(current, command, now)) {
        case Outcome.Accepted accepted -> {
          current = accepted.idea();
          events.addAll(accepted.events());
        }
        case Outcome.Refused refused -> {
          return refused;
        }
        case Outcome.Unchanged _ -> {}
      }
    }
    return events.isEmpty() ? new Outcome.Unchanged(idea) : new Outcome.Accepted(current, events);
  }

  private static Edit edit(
      Dossier dossier, Outcome.Accepted accepted, Correction correction, String by) {
    Edit edit = Edit.of(dossier, accepted, by, correction.message());
    boolean corrected = accepted.idea().latest() > dossier.idea().latest();
    return corrected ? edit.withText(correction.sheet()) : edit;
  }
}
