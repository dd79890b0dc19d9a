package twiza.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import twiza.access.Busy;
import twiza.access.Cursors;
import twiza.http.Problem;
import twiza.idea.Bank;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Publication;
import twiza.search.index.Facet;
import twiza.search.index.Findings;
import twiza.search.index.Highlights;
import twiza.search.index.IdeaSearcher;
import twiza.search.index.Question;

/**
 * Answers from the index, but shows what is in the table: an idea that is not public any more is
 * not in an answer, and no text that its author took back, however old the index is. One read of
 * the table for a page.
 */
final class Searching {

  private static final int MOST_ALIKE = 5;

  private final Newest newest;
  private final Bank bank;
  private final Cursors cursors;

  Searching(Newest newest, Bank bank, Cursors cursors) {
    this.newest = newest;
    this.bank = bank;
    this.cursors = cursors;
  }

  /** An idea that was found, and where what was asked for stands in it. */
  record Hit(Publication idea, Highlights highlights) {}

  /**
   * A page of what was found.
   *
   * @param next cursor; empty on the last page
   * @param total of all pages, as the index has it
   */
  record Found(
      List<Hit> hits, Optional<String> next, long total, Map<Facet, Map<String, Integer>> counts) {}

  /**
   * @throws Problem 400 when the cursor belongs to no page of this list
   * @throws Busy when there is no index yet
   */
  Found find(Wanted wanted) {
    Question question = question(wanted);
    IdeaSearcher searcher = newest.searcher().orElseThrow(Busy::new);
    Findings findings = searcher.find(question);
    List<Hit> hits =
        read(findings.ids())
            .map(idea -> new Hit(idea, searcher.highlights(wanted.text(), idea)))
            .toList();
    return new Found(hits, next(wanted, findings), findings.total(), findings.counts());
  }

  /** The same without what is only for reading it on a page. */
  Listing.Page<Card> cards(Wanted wanted) {
    Question question = question(wanted);
    Findings findings = newest.searcher().orElseThrow(Busy::new).find(question);
    return new Listing.Page<>(read(findings.ids()).map(Card::of).toList(), next(wanted, findings));
  }

  private Question question(Wanted wanted) {
    return new Question(
        wanted.text(), wanted.filters(), wanted.order(), after(wanted), wanted.paging().limit());
  }

  private Optional<String> next(Wanted wanted, Findings findings) {
    return findings.next().map(place -> cursors.at(wanted.list(), place.toString()));
  }

  private Optional<Question.Place> after(Wanted wanted) {
    String cursor = wanted.paging().cursor();
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        cursors
            .position(wanted.list(), cursor)
            .map(Question.Place::parse)
            .orElseThrow(() -> Problem.of(400, "BAD_CURSOR")));
  }

  private Stream<Publication> read(List<String> ids) {
    Map<String, Publication> published = ids.isEmpty() ? Map.of() : bank.find(ids);
    return ids.stream().map(published::get).filter(idea -> idea != null);
  }

  /**
   * The published ideas that may be the same, the most alike first; none before there is an index.
   *
   * @param except id of an idea that is not looked for; empty for none
   */
  List<Publication> alike(String title, String summary, String except) {
    List<String> ids =
        newest.searcher().stream()
            .flatMap(it -> it.alike(title, summary, except, MOST_ALIKE).stream())
            .map(IdeaSearcher.Alike::id)
            .toList();
    return read(ids).toList();
  }
}
