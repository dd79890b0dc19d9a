package twiza.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import twiza.idea.Author;
import twiza.idea.Dossier;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.Note;
import twiza.idea.Revision;
import twiza.idea.Translation;

/** A dossier, out of the items of an idea's partition. */
final class DossierItems {

  private DossierItems() {}

  /** Empty when the idea itself is not among them. Items of other kinds are passed over. */
  static Optional<Dossier> read(List<Item> items) {
    return of(items, Keys.IDEA).map(IdeaItems::read).findFirst().map(idea -> read(idea, items));
  }

  private static Dossier read(Idea idea, List<Item> items) {
    List<Revision> revisions = of(items, Keys.REVISION).map(RevisionItems::read).toList();
    Optional<Author> author = of(items, Keys.AUTHOR).findFirst().flatMap(AuthorItems::read);
    Map<Long, String> reasons = new HashMap<>();
    of(items, Keys.DECISION)
        .forEach(item -> reasons.put(Keys.number(item.key()), item.text("reason")));
    List<Happening> history =
        of(items, Keys.EVENT)
            .filter(item -> !UptakeItems.isEvent(item.key()))
            .map(item -> EventItems.read(item, reasons.getOrDefault(Keys.number(item.key()), "")))
            .toList();
    Optional<Note> note = of(items, Keys.NOTE).findFirst().map(NoteItems::readNote);
    List<Translation> translations =
        of(items, Keys.TRANSLATION)
            .map(NoteItems::readTranslation)
            .sorted(Comparator.comparing(Translation::language))
            .toList();
    return new Dossier(
        idea, revisions, author, history, note, translations, UptakeItems.read(items));
  }

  /** In the order of their keys, which is the order in which they came about. */
  private static Stream<Item> of(List<Item> items, String kind) {
    return items.stream().filter(item -> item.key().sort().startsWith(kind));
  }
}
