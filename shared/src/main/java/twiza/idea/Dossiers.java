package twiza.idea;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What an edit makes of a dossier. */
final class Dossiers {

  private Dossiers() {}

  static Dossier after(Ideas.Edit edit) {
    Idea idea = edit.after();
    if (idea.erased()) {
      return erased(edit);
    }
    List<Revision> revisions = new ArrayList<>(edit.before().revisions());
    edit.text().ifPresent(text -> revisions.add(new Revision(idea.latest(), edit.at(), text)));
    Optional<Author> author = edit.author().or(edit.before()::author);
    return new Dossier(idea, revisions, author, history(edit));
  }

  private static Dossier erased(Ideas.Edit edit) {
    Idea idea = edit.after();
    List<Revision> left =
        edit.before().revisions().stream()
            .filter(revision -> idea.published().equals(OptionalInt.of(revision.number())))
            .toList();
    List<Happening> history =
        history(edit).stream()
            .map(h -> new Happening(h.version(), h.at(), h.by(), h.event(), ""))
            .toList();
    return new Dossier(idea, left, Optional.empty(), history);
  }

  private static List<Happening> history(Ideas.Edit edit) {
    List<Happening> history = new ArrayList<>(edit.before().history());
    long version = edit.before().idea().version();
    for (IdeaEvent event : edit.events()) {
      version++;
      history.add(new Happening(version, edit.at(), edit.by(), event, edit.reason()));
    }
    return history;
  }
}
