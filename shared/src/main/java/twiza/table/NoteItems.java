package twiza.table;

import twiza.idea.Note;
import twiza.idea.Translation;
import twiza.place.Language;

/** What staff wrote beside the author's text, as items of their own. */
final class NoteItems {

  private NoteItems() {}

  static Item write(String id, Note note) {
    return Item.at(Keys.note(id)).with("text", note.text()).with("at", note.at());
  }

  static Note readNote(Item item) {
    return new Note(item.text("text"), item.instant("at"));
  }

  static Item write(String id, Translation translation) {
    return Item.at(Keys.translation(id, translation.language()))
        .with("language", translation.language())
        .with("title", translation.title())
        .with("summary", translation.summary())
        .with("revision", translation.revision());
  }

  static Translation readTranslation(Item item) {
    return new Translation(
        item.constant("language", Language.class),
        item.text("title"),
        item.text("summary"),
        item.integer("revision"));
  }
}
