package twiza.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Entries.Entrant;
import twiza.jury.Conflict;
import twiza.jury.Conflicts;
import twiza.jury.Conflicts.Entered;
import twiza.jury.Juror;
import twiza.jury.MailDomains;

/** Whose idea each entry is, so that nobody judges their own circle. */
final class Circle {

  private static final Conflicts CONFLICTS = new Conflicts(MailDomains.load());

  private final Map<String, Entered> entered = new HashMap<>();

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
              author.map(Circle::organisation).orElse("")));
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
    return CONFLICTS.between(juror.reader(), entered.get(idea));
  }
}
