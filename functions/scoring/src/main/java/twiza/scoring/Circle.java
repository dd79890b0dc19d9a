package twiza.scoring;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Entries.Entrant;
import twiza.jury.Conflict;
import twiza.jury.Conflicts;
import twiza.jury.Conflicts.Entered;
import twiza.jury.Conflicts.Reader;
import twiza.jury.Juror;
import twiza.jury.MailDomains;
import twiza.text.Folding;

/** Whose idea each entry is, so that nobody judges their own circle. */
final class Circle {

  private static final Conflicts CONFLICTS = new Conflicts(MailDomains.load());

  private final Map<String, Entered> entered = new HashMap<>();

  /** Each is asked about every idea. */
  private final IdentityHashMap<Juror, Reader> readers = new IdentityHashMap<>();

  /**
   * @param authors by the id of the idea; whoever was erased is missing
   */
  Circle(Iterable<Entrant> entrants, Map<String, Author> authors) {
    for (Entrant entrant : entrants) {
      Optional<Author> author = Optional.ofNullable(authors.get(entrant.idea()));
      entered.put(
          entrant.idea(),
          new Entered(
              entrant.idea(),
              entrant.language(),
              author.map(Author::contact),
              author.map(Circle::organisation).map(Folding::fold).orElse("")));
    }
  }

  /** Everybody but a person signs with the name of what they stand for. */
  private static String organisation(Author author) {
    return author.kind() == Author.Kind.INDIVIDUAL ? "" : author.name();
  }

  /**
   * What keeps a juror from an idea, if anything does.
   *
   * @param idea one of those that are known here
   */
  Optional<Conflict> between(Juror juror, String idea) {
    return CONFLICTS.between(readers.computeIfAbsent(juror, Circle::reader), entered.get(idea));
  }

  /** Organisations are spelt with accents and without. */
  private static Reader reader(Juror juror) {
    Reader reader = juror.reader();
    return new Reader(
        reader.email(), Folding.fold(reader.organisation()), reader.reads(), reader.declared());
  }
}
