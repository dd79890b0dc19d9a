package twiza.table;

import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Call;
import twiza.idea.Calls.ToCall;
import twiza.idea.Calls.Told;
import twiza.idea.Dossier;
import twiza.idea.Revision;

/**
 * A call to make, as an item in the list of its region. It holds no name and no number: erasing an
 * author leaves the list as clean as the rest.
 */
final class CallItems {

  private CallItems() {}

  /** Empty when nobody has to be called. */
  static Optional<Item> write(Dossier dossier) {
    return dossier.idea().call().map(call -> write(dossier, call));
  }

  private static Item write(Dossier dossier, Call call) {
    String id = dossier.idea().id();
    return Item.at(Keys.call(id))
        .with("GSI1PK", Keys.calls(dossier.idea().region()))
        .with("GSI1SK", Keys.placeInQueue(call.since(), id))
        .with("id", id)
        .with("title", dossier.latest().map(Revision::sheet).map(sheet -> sheet.title()))
        .with("why", call.why())
        .with("since", call.since())
        .with("attempts", call.attempts())
        .with("told", call.told())
        .with("kind", dossier.happening(call.told()).map(told -> told.event().code()));
  }

  /** Where the words stand that came with what has to be told. */
  static Key words(Item item) {
    return Keys.decision(item.text("id"), item.number("told"));
  }

  static ToCall read(Item item, Optional<Author> author, String reason) {
    return new ToCall(
        item.text("id"),
        item.textOrEmpty("title"),
        item.constant("why", Call.Why.class),
        item.instant("since"),
        item.integer("attempts"),
        item.optionalText("kind").map(kind -> new Told(kind, reason)),
        author);
  }
}
