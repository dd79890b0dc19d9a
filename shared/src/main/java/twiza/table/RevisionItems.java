package twiza.table;

import twiza.idea.Revision;

/** A text of an idea as an item of its own. */
final class RevisionItems {

  private RevisionItems() {}

  static Item write(String id, Revision revision) {
    return Item.at(Keys.revision(id, revision.number()))
        .with("sentAt", revision.sentAt())
        .with("sheet", SheetMap.write(revision.sheet()));
  }

  static Revision read(Item item) {
    return new Revision(
        Math.toIntExact(Keys.number(item.key())),
        item.instant("sentAt"),
        SheetMap.read(item.map("sheet")));
  }
}
