package twiza.moderation;

import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Translation;
import twiza.place.Language;

/**
 * What staff do with an idea that is in the bank: its note, its translations, its reports, and
 * whether the results of a round may name its author.
 */
final class AboutPublished {

  private static final int LONGEST_NOTE = 2000;

  private final Changes changes;

  AboutPublished(Changes changes) {
    this.changes = changes;
  }

  /** An empty text takes the note back. */
  Reply note(Visit visit, Dossier dossier) {
    Input input = visit.request().json();
    String text = input.optionalText("text", LONGEST_NOTE);
    input.finish();
    Command command = new Command.WriteNote(text.isEmpty());
    return text.isEmpty()
        ? changes.make(visit, dossier, command, "")
        : changes.make(visit, dossier, command, "", edit -> edit.withNote(text));
  }

  Reply translate(Visit visit, Dossier dossier) {
    Language language = language(visit);
    Input input = visit.request().json();
    String title = input.line("title", 5, 120);
    String summary = input.text("summary", 20, 500);
    input.finish();
    return changes.make(
        visit,
        dossier,
        new Command.Translate(language, false),
        "",
        edit ->
            edit.withTranslation(
                new Translation(language, title, summary, edit.after().published().orElseThrow())));
  }

  /** What is not there is taken back already. */
  Reply untranslate(Visit visit, Dossier dossier) {
    Language language = language(visit);
    return dossier.translations().stream().anyMatch(it -> it.language() == language)
        ? changes.make(visit, dossier, new Command.Translate(language, true), "")
        : Reply.json(200, changes.show(visit, dossier));
  }

  /** What the author of a winner said on the phone; who wrote it down stands in the history. */
  Reply name(Visit visit, Dossier dossier) {
    String round = visit.request().path("round");
    Input input = visit.request().json();
    if (!input.has("named")) {
      input.refuse("named", "REQUIRED");
    }
    boolean named = input.flag("named", false);
    input.finish();
    return changes.make(visit, dossier, new Command.AnswerNaming(round, named), "");
  }

  private static Language language(Visit visit) {
    return Language.ofTag(visit.request().path("language")).orElseThrow(Problem::notFound);
  }

  /** Nothing is wrong with what was reported. */
  Reply dismiss(Visit visit, Dossier dossier) {
    Input input = visit.request().json();
    String reason = input.optionalText("reason", LONGEST_NOTE);
    input.finish();
    return changes.make(visit, dossier, new Command.Dismiss(), reason);
  }
}
