package twiza.idea;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import twiza.place.Language;

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
    return new Dossier(
        idea,
        revisions,
        author.map(a -> consenting(a, edit)),
        history(edit),
        note(edit),
        translations(edit),
        edit.before().uptake());
  }

  private static Author consenting(Author author, Ideas.Edit edit) {
    Author current = author;
    for (IdeaEvent event : edit.events()) {
      if (event instanceof IdeaEvent.ConsentRecorded(String consent, Consented on)) {
        current = current.consenting(consent, on, edit.at());
      }
    }
    return current;
  }

  private static Optional<Note> note(Ideas.Edit edit) {
    return edit.after().noted() ? edit.note().or(edit.before()::note) : Optional.empty();
  }

  private static List<Translation> translations(Ideas.Edit edit) {
    Map<Language, Translation> translations = new EnumMap<>(Language.class);
    Stream.concat(edit.before().translations().stream(), edit.translation().stream())
        .forEach(translation -> translations.put(translation.language(), translation));
    for (IdeaEvent event : edit.events()) {
      if (event instanceof IdeaEvent.Translated(Language language, int _, boolean removed)
          && removed) {
        translations.remove(language);
      }
    }
    return List.copyOf(translations.values());
  }

  private static Dossier erased(Ideas.Edit edit) {
    Idea idea = edit.after();
    List<Revision> left =
        edit.before().revisions().stream()
            .filter(revision -> idea.published().equals(OptionalInt.of(revision.number())))
            .toList();
    boolean textLeft = !left.isEmpty();
    return new Dossier(
        idea,
        left,
        Optional.empty(),
        forgotten(history(edit)),
        textLeft ? note(edit) : Optional.empty(),
        textLeft ? translations(edit) : List.of(),
        edit.before().uptake());
  }

  /** Without the words that came before the author was erased. */
  private static List<Happening> forgotten(List<Happening> history) {
    long erased =
        history.stream()
            .filter(h -> h.event() instanceof IdeaEvent.Erased)
            .mapToLong(Happening::version)
            .findFirst()
            .orElseThrow();
    return history.stream()
        .map(
            h ->
                h.version() > erased
                    ? h
                    : new Happening(h.version(), h.at(), h.by(), h.event(), ""))
        .toList();
  }

  private static List<Happening> history(Ideas.Edit edit) {
    List<Happening> history = new ArrayList<>(edit.before().history());
    long version = edit.before().idea().version();
    for (IdeaEvent event : edit.events()) {
      version++;
      history.add(new Happening(version, edit.at(), edit.by(), event, words(event, edit)));
    }
    return history;
  }

  private static String words(IdeaEvent event, Ideas.Edit edit) {
    return event.isExplained() ? edit.reason() : "";
  }
}
