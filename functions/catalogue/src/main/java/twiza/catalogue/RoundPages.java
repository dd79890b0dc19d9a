package twiza.catalogue;

import java.util.List;
import twiza.http.Endpoint;
import twiza.http.Request;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.place.Language;
import twiza.round.Round;
import twiza.web.CardView;
import twiza.web.PageAnswers;
import twiza.web.Pages;
import twiza.web.RoundView;
import twiza.web.RoundsView;

/** The rounds as pages, one set of addresses a language. */
final class RoundPages {

  private final Agenda agenda;
  private final Pages pages;
  private final PageAnswers answers;

  RoundPages(Agenda agenda, Pages pages) {
    this.agenda = agenda;
    this.pages = pages;
    this.answers = new PageAnswers(pages);
  }

  Endpoint list() {
    return answers.page(this::writeList);
  }

  Endpoint round() {
    return answers.page(this::writeRound);
  }

  /** The form in which an idea is sent for a round. */
  Endpoint submit() {
    return answers.page(
        (request, language) ->
            pages.submit(language, RoundView.of(agenda.round(request), request.now())));
  }

  private String writeList(Request request, Language language) {
    Agenda.Page page = agenda.page(request);
    List<RoundView> rounds =
        page.rounds().items().stream().map(round -> RoundView.of(round, request.now())).toList();
    return pages.rounds(
        language, new RoundsView(page.region(), rounds, page.rounds().next().orElse("")));
  }

  private String writeRound(Request request, Language language) {
    Round round = agenda.round(request);
    Listing.Page<Card> entries = agenda.entries(round, request);
    return pages.round(
        language,
        RoundView.of(round, request.now())
            .with(
                agenda.reason(round),
                entries.items().stream().map(CardView::of).toList(),
                entries.next().orElse("")));
  }

  /** Draws an empty list for nobody. */
  void rehearse() {
    pages.rounds(Language.FR, new RoundsView("", List.of(), ""));
  }
}
