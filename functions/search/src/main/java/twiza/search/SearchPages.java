package twiza.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import twiza.http.Endpoint;
import twiza.http.Request;
import twiza.idea.Card;
import twiza.place.Language;
import twiza.place.Places;
import twiza.round.Rounds;
import twiza.search.index.Facet;
import twiza.search.index.Highlights;
import twiza.web.CardView;
import twiza.web.PageAnswers;
import twiza.web.Pages;
import twiza.web.SearchView;
import twiza.web.Words;

/** Search as a page, one address a language. */
final class SearchPages {

  /** How many rounds a visitor chooses from: those with the most ideas found. */
  private static final int MOST_ROUNDS = 50;

  private final Searching searching;
  private final Rounds rounds;
  private final Places places;
  private final Pages pages;
  private final PageAnswers answers;

  SearchPages(Searching searching, Rounds rounds, Places places, Pages pages) {
    this.searching = searching;
    this.rounds = rounds;
    this.places = places;
    this.pages = pages;
    this.answers = new PageAnswers(pages);
  }

  Endpoint search() {
    return answers.page(this::write);
  }

  private String write(Request request, Language language) {
    Wanted wanted = Wanted.of(request, places);
    Searching.Found found = searching.find(wanted);
    List<SearchView.Filter> filters = filters(wanted, found);
    return pages.search(
        language,
        new SearchView(
            wanted.text(),
            Wanted.name(wanted.order()),
            filters,
            titles(filters, language),
            found.hits().stream().map(SearchPages::hit).toList(),
            found.total(),
            wanted.paging().cursor().isEmpty(),
            found.next().orElse("")));
  }

  /** Draws a page without ideas for nobody. */
  void rehearse() {
    pages.search(
        Language.FR, new SearchView("", "newest", List.of(), Map.of(), List.of(), 0, true, ""));
  }

  /** Of the rounds that can be chosen, by their ids. */
  private Map<String, Words> titles(List<SearchView.Filter> filters, Language reader) {
    List<String> ids =
        filters.stream()
            .filter(filter -> filter.name().equals(Facet.ROUND.parameter()))
            .flatMap(filter -> filter.counts().keySet().stream())
            .limit(MOST_ROUNDS)
            .toList();
    Map<String, Words> titles = new LinkedHashMap<>();
    rounds.among(ids).forEach((id, round) -> titles.put(id, Words.of(reader, round.plan()::title)));
    return titles;
  }

  private static List<SearchView.Filter> filters(Wanted wanted, Searching.Found found) {
    return List.of(Facet.values()).stream()
        .map(
            facet ->
                new SearchView.Filter(
                    facet.parameter(),
                    counts(
                        found.counts().getOrDefault(facet, Map.of()),
                        wanted.filters().getOrDefault(facet, Set.of())),
                    wanted.filters().getOrDefault(facet, Set.of())))
        .toList();
  }

  /** What was chosen is there even when it finds nothing. */
  private static Map<String, Integer> counts(Map<String, Integer> counts, Set<String> chosen) {
    Map<String, Integer> all = new LinkedHashMap<>(counts);
    chosen.forEach(code -> all.putIfAbsent(code, 0));
    return all;
  }

  private static SearchView.Hit hit(Searching.Hit hit) {
    Highlights highlights = hit.highlights();
    return new SearchView.Hit(
        CardView.of(Card.of(hit.idea())),
        runs(highlights.title()),
        runs(highlights.summary()),
        runs(highlights.passage()));
  }

  private static List<SearchView.Run> runs(List<Highlights.Run> runs) {
    return runs.stream().map(run -> new SearchView.Run(run.text(), run.hit())).toList();
  }
}
